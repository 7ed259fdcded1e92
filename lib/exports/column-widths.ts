import type { Block } from "./rich-text";

/** Columns as wide as their words ask for, and none too narrow to be read. */
export function columnWidths(table: Block & { type: "table" }, width: number): number[] {
  const columns = Math.max(1, table.head.length);
  const asked = Array.from({ length: columns }, (_, index) => {
    const lengths = [table.head, ...table.rows].map((row) =>
      (row[index] ?? []).reduce((sum, { text }) => sum + text.length, 0),
    );
    return Math.sqrt(lengths.reduce((sum, one) => sum + one, 0) / lengths.length + 6);
  });
  const least = 1 / (columns + 2);
  const all = asked.reduce((sum, one) => sum + one, 0);
  const bounded = asked.map((one) => Math.max(least, one / all));
  const total = bounded.reduce((sum, one) => sum + one, 0);
  return bounded.map((one) => (one / total) * width);
}
