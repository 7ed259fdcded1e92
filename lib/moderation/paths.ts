import { pathOf } from "@/lib/comments/paths";
import type { Judged } from "./types";

type Query = Record<string, string | string[] | undefined>;

/** Where one reads what is judged. */
export function placeOf({ kind, about, id }: Pick<Judged, "kind" | "about" | "id">): string {
  return kind === "ask" ? pathOf(about) : pathOf(about, id);
}

/** Where one reports it, hides or shows it, or asks for another look. */
export function casePath(page: "new" | "hide" | "appeal", { kind, id }: Pick<Judged, "kind" | "id">): string {
  return `/reports/${page}?${kind}=${id}`;
}

/** What an address of these pages names, and the address itself. */
export function namedIn(page: "new" | "hide" | "appeal", { comment, ask }: Query) {
  const kind = ask === undefined ? "comment" : "ask";
  const id = kind === "ask" ? ask : comment;
  return { id, path: casePath(page, { kind, id: String(id) }) };
}
