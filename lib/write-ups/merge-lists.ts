import { diff3Merge } from "node-diff3";

type Region = { ok?: string[]; conflict?: { a: string[]; b: string[] } };

/**
 * The order of two changed lists of different things, each once: what both have, and what either added where they added it.
 * What one took away is gone.
 */
export function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const regions = diff3Merge([...mine], [...base], [...theirs], { excludeFalseConflicts: true }) as Region[];
  const order = regions.flatMap(({ ok, conflict }) => ok ?? both(conflict));
  const gone = (one: string) => base.includes(one) && !(mine.includes(one) && theirs.includes(one));
  // A thing that one moved is in two places.
  return [...new Set(order)].filter((one) => !gone(one));
}

/** Added at the same place: in an order that does not depend on who asks. */
function both(conflict: Region["conflict"]): string[] {
  const { a = [], b = [] } = conflict ?? {};
  return (a.join() < b.join() ? [a, b] : [b, a]).flat();
}
