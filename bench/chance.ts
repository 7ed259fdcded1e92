/** Chance that comes out the same in every run. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next: () => number;
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T;
  id: () => string;
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** mulberry32 */
export function chance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    id: () => Array.from({ length: 16 }, () => ALPHABET[below(32)]).join(""),
  };
}
