import { movedRows } from "@/lib/write-ups/row-moves";

export interface Changed {
  form: FormData;
  /** Where the form comes back to; null when it was sent to be saved and left. */
  to: { moved: number } | { removed: number } | "more" | "fit" | null;
}

/**
 * A form whose button moved a row, removed one, asked for another, or asked to fit the steps into the session: as if the
 * rows had been typed that way.
 */
export function changedRows(given: FormData): Changed {
  const { form, to } = movedRows(given);
  const removed = /^\d{1,2}$/.exec(String(form.get("remove") ?? ""));
  const more = form.has("more");
  for (const name of ["remove", "more"]) form.delete(name);
  if (to !== null) return { form, to: { moved: to } };
  if (removed) return { form: withoutRow(form, Number(removed[0])), to: { removed: Number(removed[0]) } };
  return { form, to: more ? "more" : form.has("fit") ? "fit" : null };
}

/** The rows after it move up by one, and the last one is empty: every field of the form keeps its name. */
function withoutRow(form: FormData, row: number): FormData {
  const next = new FormData();
  for (const [name, value] of form) {
    const [, at, field] = /^rows\.(\d{1,3})\.(.+)$/.exec(name) ?? [];
    if (at === undefined || field === undefined || Number(at) < row) next.append(name, value);
    else next.append(name, form.get(`rows.${Number(at) + 1}.${field}`) ?? "");
  }
  return next;
}
