import type { ByteRange } from "./store";

/**
 * The part that a Range header asks for: null for the whole, "none" when there is no such part. Several parts at once are
 * answered with the whole, as the standard allows.
 */
export function rangeIn(header: string | null, bytes: number): ByteRange | "none" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === "" || last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== "" && last !== "" && Number(last) < from) return null;
  return from > to ? "none" : { from, to };
}
