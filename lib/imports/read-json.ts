import { z } from "zod";
import { FORMAT, FORMAT_VERSION, portableFile, portableWriteUp } from "@/lib/exports/format";
import { ROWS_MAX } from "./limits";
import { problemsFrom } from "./problems";
import type { FileRead, Problem } from "./types";

const head = z.looseObject({ format: z.unknown(), version: z.unknown(), writeUps: z.array(z.unknown()) });
const fileList = portableFile.shape.files;

/** A file as docs/write-up.schema.json has it. Each write-up is looked at for itself, so that one report names them all. */
export function readJson(text: string): FileRead {
  const wrong = (key: string, values?: Problem["values"]): FileRead => ({
    candidates: [],
    problems: [{ place: null, field: null, key, values }],
    notes: [],
    files: [],
  });
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const line = lineOf(text, error);
    return line === null ? wrong("imports.error.json") : wrong("imports.error.jsonLine", { line });
  }
  const file = head.safeParse(given);
  if (!file.success || file.data.format !== FORMAT) return wrong("imports.error.format");
  if (file.data.version !== FORMAT_VERSION) return wrong("imports.error.version");
  if (file.data.writeUps.length > ROWS_MAX) return wrong("imports.error.rows", { max: ROWS_MAX });

  const read: FileRead = { candidates: [], problems: [], notes: [], files: [] };
  for (const [index, one] of file.data.writeUps.entries()) {
    const place = { line: null, number: index + 1 };
    const parsed = portableWriteUp.safeParse(one);
    if (parsed.success) read.candidates.push({ place, writeUp: parsed.data });
    else read.problems.push(...problemsFrom(parsed.error, place));
  }
  const files = fileList.safeParse(file.data.files);
  if (files.success) read.files = files.data;
  else read.problems.push(...problemsFrom(files.error, null, "files"));
  return { ...read, notes: missingFiles(read) };
}

/** Files whose content the file does not carry: their texts are taken without them. */
function missingFiles({ candidates, files }: FileRead): FileRead["notes"] {
  const inside = new Set(files.filter(({ data }) => data !== null).map(({ id }) => id));
  return candidates.flatMap(({ place, writeUp }) => {
    const named = writeUp.texts.flatMap(({ document }) => document.media.map(({ fileId }) => fileId));
    const count = [...new Set(named)].filter((id) => !inside.has(id)).length;
    return count > 0 ? [{ place, key: "imports.note.files", values: { count } }] : [];
  });
}

/** The engine names the place as a number of characters. */
function lineOf(text: string, error: unknown): number | null {
  const at = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return at === undefined ? null : text.slice(0, Number(at)).split("\n").length;
}
