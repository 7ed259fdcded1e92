import type { Field, Part, Row } from "./parts";
import { readable } from "./readable";
import { type Block, type Patience, textDifference } from "./words";

export type Status = "same" | "added" | "removed" | "changed";

export interface ComparedField extends Omit<Field, "text"> {
  blocks: Block[];
  status: Status;
}

export interface ComparedRow {
  id: string;
  status: Status;
  fields: ComparedField[];
}

/** One part of two states of a write-up, row by row. */
export interface ComparedPart {
  key: string;
  title: string;
  status: Status;
  /** Whether the rows that stayed stand in another order. */
  reordered: boolean;
  rows: ComparedRow[];
}

/** How long one comparison may take, in milliseconds, before words give way to whole paragraphs. */
const PATIENCE = 400;

/** What became of each part, in the order of the later state; rows are told apart by their ids. */
export function compareParts(before: Part[], after: Part[], language: string, patience = PATIENCE): ComparedPart[] {
  const until = Date.now() + patience;
  return merged(before, after, ({ key }) => key)
    .map(([old, now]) => comparePart(old, now, language, { until }))
    .filter((part) => part !== null);
}

function comparePart(before: Part | null, after: Part | null, language: string, patience: Patience) {
  const part = after ?? before;
  if (!part) return null;
  const old = before?.rows ?? [];
  const now = after?.rows ?? [];
  const rows = merged(old, now, ({ id }) => id).map(([a, b]) => compareRow(a, b, language, patience));
  if (rows.length === 0) return null;
  const reordered = inBoth(old, now).join("\n") !== inBoth(now, old).join("\n");
  return { key: part.key, title: part.title, reordered, rows, status: reordered ? "changed" : statusOf(rows) } as const;
}

function compareRow(before: Row | null, after: Row | null, language: string, patience: Patience): ComparedRow {
  const fields = merged(before?.fields ?? [], after?.fields ?? [], ({ key }) => key).map(([a, b]): ComparedField => {
    const { text: _, ...field } = b ?? a ?? { key: "", name: null, text: "", own: true };
    const [old, now] = [a?.text ?? "", b?.text ?? ""];
    const status = old === now ? "same" : old === "" ? "added" : now === "" ? "removed" : "changed";
    return { ...field, status, blocks: textDifference(old, now, language, patience, field.markdown && readable) };
  });
  return { id: (after ?? before)?.id ?? "", fields, status: statusOf(fields) };
}

/** All added is added, all removed is removed; anything else that is not the same has changed. */
function statusOf(all: readonly { status: Status }[]): Status {
  const found = new Set(all.map(({ status }) => status));
  const [only] = found;
  return found.size === 1 && only ? only : found.size === 0 ? "same" : "changed";
}

function inBoth(rows: Row[], others: Row[]): string[] {
  const known = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => known.has(id)).map(({ id }) => id);
}

/** Pairs of what has one key, in the later order; what is gone stands after what it followed. */
function merged<T>(before: T[], after: T[], keyOf: (one: T) => string): [T | null, T | null][] {
  const now = new Map(after.map((one) => [keyOf(one), one]));
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const gone = new Map<string | null, T[]>();
  let last: string | null = null;
  for (const one of before) {
    if (now.has(keyOf(one))) last = keyOf(one);
    else gone.set(last, [...(gone.get(last) ?? []), one]);
  }
  const removed = (key: string | null) => (gone.get(key) ?? []).map((one): [T, null] => [one, null]);
  return [
    ...removed(null),
    ...after.flatMap((one): [T | null, T | null][] => [[old.get(keyOf(one)) ?? null, one], ...removed(keyOf(one))]),
  ];
}
