/** Rows as a CSV file that a spreadsheet opens with the right letters, and in which no cell is taken for a formula. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string): string {
  const safe = guarded(value);
  return /[",;\r\n\t]/.test(safe) || safe !== value || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Begins like a formula: a spreadsheet would run it. The apostrophe in front is taken off again by an import. */
const FORMULA = /^[\s'"]*[=+\-@|\t\r\uff1d\uff0b\uff0d\uff20]/;

function guarded(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

/** A cell as it was before it was guarded. */
export function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value;
}
