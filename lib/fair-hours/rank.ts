import "server-only";
import { between, type CityHours } from "./city-hours";
import type { Spread } from "./limits";
import { type Grid, type GridStart, placeOf } from "./starts";

/** A start that all who must be there allow. */
export interface Ranked extends GridStart {
  total: number;
  /** Quarter-hours outside working hours, over the cities. */
  outside: number;
  /** The balances after it, the highest first. */
  after: number[];
}

/** How much more than the smallest total a slot may cost, in quarters of a point. */
const GUARD: Record<Spread, number> = { least: 0, balanced: 8, fairest: Number.POSITIVE_INFINITY };

/** What all of `required` allow, the fairest first; slots beyond the guard come last, the smallest total first. */
export function rank(table: Grid, required: readonly CityHours[], spread: Spread): Ranked[] {
  const allowed = table.starts.flatMap((start) => ranked(table, required, start) ?? []);
  const limit = allowed.reduce((least, { total }) => Math.min(least, total), Number.POSITIVE_INFINITY) + GUARD[spread];
  const beyond = ({ total }: Ranked) => Math.max(0, total - limit);
  return allowed.sort(
    (a, b) => beyond(a) - beyond(b) || leximax(a, b) || a.total - b.total || a.outside - b.outside || a.at - b.at,
  );
}

function ranked(table: Grid, required: readonly CityHours[], start: GridStart): Ranked | null {
  const from = placeOf(table, start);
  const until = from + table.quarters;
  if (required.some(({ blocked }) => between(blocked, from, until) > 0)) return null;
  const after: number[] = [];
  let [total, outside] = [0, 0];
  for (const hours of required) {
    const burden = between(hours.cost, from, until);
    total += burden;
    outside += between(hours.outside, from, until);
    after.push(hours.city.balance + burden);
  }
  return { ...start, total, outside, after: after.sort((a, b) => b - a) };
}

function leximax(a: Ranked, b: Ranked): number {
  for (const [index, value] of a.after.entries()) {
    const difference = value - (b.after[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
