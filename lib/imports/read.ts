import { createHash } from "node:crypto";
import { ROWS_MAX } from "./limits";
import { readCases } from "./read-cases";
import { readJson } from "./read-json";
import { soundness } from "./soundness";
import type { Candidate, FileRead, Place } from "./types";

/** Reads a file of ours in JSON, or a table of cases: everything that does not fit, and everything that does. */
export function readImport(text: string): FileRead {
  const read = /^\s*[{[]/.test(text) ? readJson(text) : readCases(text);
  if (read.candidates.length > ROWS_MAX)
    return {
      ...read,
      candidates: [],
      problems: [{ place: null, field: null, key: "imports.error.rows", values: { max: ROWS_MAX } }],
    };
  if (read.candidates.length === 0 && read.problems.length === 0)
    read.problems.push({ place: null, field: null, key: "imports.error.nothing" });
  const seen = new Map<string, Place>();
  for (const candidate of read.candidates) {
    for (const { path, ...problem } of soundness(candidate.writeUp))
      read.problems.push({ place: candidate.place, field: path, ...problem });
    const mark = markOf(candidate);
    const before = seen.get(mark);
    if (before) {
      const values = { line: before.line ?? 0, number: before.number };
      read.problems.push({ place: candidate.place, field: null, key: twice(before), values });
    } else seen.set(mark, candidate.place);
  }
  return read;
}

const twice = ({ line }: Place) => (line === null ? "imports.error.sameNumber" : "imports.error.sameLine");

/** The same for the same content, wherever it came from. */
export function markOf({ writeUp }: Candidate): string {
  const { kind, language, crisis, quickNote, texts } = writeUp;
  const content = JSON.stringify([kind, language, crisis?.type ?? null, quickNote, texts]);
  return createHash("sha256").update(content).digest("hex");
}
