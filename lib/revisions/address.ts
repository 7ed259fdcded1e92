import { VIEWS, type View, WORK } from "./limits";
import type { StateName } from "./types";

type Given = string | string[] | undefined;

/** A state as an address names it, or null for what is none. */
export function stateIn(value: Given): StateName | null {
  return value === WORK ? WORK : numberIn(value);
}

export function numberIn(value: Given): number | null {
  return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}

export function viewIn(value: Given): View {
  return VIEWS.find((view) => view === value) ?? "inline";
}

export function compareAddress(
  id: string,
  { from, to, view, language }: { from: StateName; to: StateName; view?: View; language?: string },
): string {
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (view && view !== "inline") query.set("view", view);
  if (language) query.set("in", language);
  return `/write-ups/${id}/revisions/compare?${query}`;
}
