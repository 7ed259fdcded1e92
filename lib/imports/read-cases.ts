import { parse } from "csv-parse/sync";
import { COLUMNS, type Column, columnFor, isSection, ORIGIN_COLUMNS, SECTION_COLUMNS } from "@/lib/exports/columns";
import { unguarded } from "@/lib/exports/csv";
import { portableWriteUp } from "@/lib/exports/format";
import { type Cells, rowOf } from "./case-row";
import { ROWS_MAX } from "./limits";
import { problemsFrom } from "./problems";
import type { FileRead, Note, Place, Problem } from "./types";

/**
 * A table of cases, one to a row: commas, semicolons or tabs, with or without a mark at its start, its head in a language
 * of ours. A row is told by the line it begins on.
 */
export function readCases(text: string): FileRead {
  const read: FileRead = { candidates: [], problems: [], notes: [], files: [] };
  const rows = rowsIn(text);
  if (!Array.isArray(rows)) return { ...read, problems: [{ place: rows.place, field: null, key: rows.key }] };
  const [head, ...others] = rows;
  const columns = (head?.cells ?? []).map((name) => ({ name, column: columnFor(name) }));
  const missing = !columns.some(({ column }) => column === "title");
  if (!head || missing) return { ...read, problems: [{ place: null, field: null, key: "imports.error.head" }] };
  read.problems.push(...headProblems(columns));
  read.notes.push(...headNotes(columns));
  if (others.length > ROWS_MAX)
    return { ...read, problems: [{ place: null, field: null, key: "imports.error.rows", values: { max: ROWS_MAX } }] };

  for (const [index, { line, cells }] of others.entries()) {
    const place: Place = { line, number: index + 1 };
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
      read.problems.push({ place, field: null, key: "imports.error.cells", values: { columns: columns.length } });
      continue;
    }
    const named: Cells = {};
    for (const [at, { column }] of columns.entries()) {
      const cell = unguarded(cells[at] ?? "").trim();
      if (column !== null && cell !== "") named[column] = cell;
    }
    const { given, problems } = rowOf(named);
    read.problems.push(...problems.map((problem) => ({ place, ...problem })));
    const parsed = portableWriteUp.safeParse(given);
    if (parsed.success && problems.length === 0) read.candidates.push({ place, writeUp: parsed.data });
    else if (!parsed.success) {
      const told = new Set(problems.map(({ field }) => field));
      const more = problemsFrom(parsed.error, place).map((problem) => ({
        ...problem,
        field: columnOf(problem, given),
      }));
      // What could not be read leaves a gap that the schema finds too; that is no second problem.
      read.problems.push(...more.filter(({ field }) => !told.has(field) && (field !== null || told.size === 0)));
    }
  }
  return read;
}

interface Row {
  line: number;
  cells: string[];
}

function rowsIn(text: string): Row[] | { place: Place | null; key: string } {
  try {
    const found = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return found
      .map(({ record, info }) => ({ cells: record, line: info.lines - inside(record) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : null;
    return { place: line === null ? null : { line, number: 0 }, key: "imports.error.quotes" };
  }
}

/** Line ends inside the cells of a row: it began so many lines before its end. */
function inside(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function delimiterOf(text: string): string {
  const head =
    text
      .slice(0, 5000)
      .split(/\r?\n/)[0]
      ?.replace(/"[^"]*"/g, "") ?? "";
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

type Head = { name: string; column: Column | null }[];

function headProblems(columns: Head): Problem[] {
  const named = columns.flatMap(({ column }) => column ?? []);
  const twice = COLUMNS.filter((column) => named.indexOf(column) !== named.lastIndexOf(column));
  return twice.map((column) => ({ place: null, field: column, key: "imports.error.columnTwice" }));
}

function headNotes(columns: Head): Note[] {
  const unknown = columns.filter(({ name, column }) => column === null && name.trim() !== "");
  const origin = columns.filter(({ column }) => ORIGIN_COLUMNS.some((one) => one === column));
  return [...unknown, ...origin].map(({ name }) => ({
    place: null,
    key: "imports.note.column",
    values: { column: name.trim().slice(0, 80) },
  }));
}

const FIELDS: Record<string, Column> = {
  title: "title",
  card: "card",
  beganOn: "began",
  firstActionOn: "firstAction",
  startedOn: "started",
  endedOn: "ended",
  observations: "figures",
};

/** Path of the schema → the column that was filled in. */
function columnOf({ field }: Problem, given: ReturnType<typeof rowOf>["given"]): Column | null {
  const [first, , , part = "", index = ""] = (field ?? "").split(".");
  if (first !== "texts") return COLUMNS.find((column) => column === first) ?? null;
  if (part === "sections")
    return SECTION_COLUMNS.find((key) => key === given.texts[0]?.document.sections[Number(index)]?.key) ?? null;
  return FIELDS[part] ?? COLUMNS.find((column) => column === part && !isSection(column)) ?? null;
}
