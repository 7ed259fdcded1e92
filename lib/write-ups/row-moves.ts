export interface Moved {
  form: FormData;
  /** The row's new place, from 0; null when no row was to be moved. */
  to: number | null;
}

/** A form whose "Move up" or "Move down" was pressed, as if its rows had been typed in the new order. */
export function movedRows(form: FormData): Moved {
  const [, way, at = ""] = /^(up|down)-(\d{1,2})$/.exec(String(form.get("move") ?? "")) ?? [];
  const from = Number(at);
  const wanted = way === "up" ? from - 1 : from + 1;
  const to = way !== undefined && hasRow(form, from) && hasRow(form, wanted) ? wanted : null;
  const next = new FormData();
  for (const [name, value] of form) {
    if (name === "move") continue;
    const [, row, field] = /^rows\.(\d{1,3})\.(.+)$/.exec(name) ?? [];
    const place = to === null ? row : Number(row) === from ? to : Number(row) === to ? from : row;
    next.append(row === undefined ? name : `rows.${place}.${field}`, value);
  }
  return { form: next, to };
}

function hasRow(form: FormData, row: number): boolean {
  return [...form.keys()].some((name) => name.startsWith(`rows.${row}.`));
}
