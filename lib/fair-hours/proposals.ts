import "server-only";
import { dateOfDay } from "@/lib/time/days";
import { cityClock } from "@/lib/time/session-clocks";
import { between } from "./city-hours";
import type { Ranked } from "./rank";
import { type Grid, placeOf } from "./starts";
import type { CityShare, Proposal, Start } from "./types";

export const PROPOSALS = 3;

/** The best start of each of the three best hours, with the other days on which that hour costs everybody the same. */
export function propose(table: Grid, ranked: readonly Ranked[], count = PROPOSALS): Proposal[] {
  const hours = new Map<number, Ranked[]>();
  for (const start of ranked) hours.set(start.wall % 1440, [...(hours.get(start.wall % 1440) ?? []), start]);
  const best = [...hours.values()].slice(0, count);
  const least = ranked.reduce((sum, { total }) => Math.min(sum, total), Number.POSITIVE_INFINITY);
  const proposals = best.flatMap((starts) => {
    const [first, ...others] = starts;
    if (!first) return [];
    const same = others.filter((start) => costs(table, start) === costs(table, first));
    same.sort((a, b) => a.at - b.at);
    return { ...proposal(table, first), aboveLeast: first.total - least, days: same.map(startOf) };
  });
  return proposals.map((one, index) => ({ ...one, next: difference(one, proposals[index + 1]) }));
}

function proposal(table: Grid, start: Ranked): Proposal {
  const { zone, minutes } = table;
  const begin = startOf(start);
  const byCity = sharesAt(table, start, begin);
  const burdens = byCity.filter(({ required }) => required);
  const most = Math.max(0, ...burdens.map(({ burden }) => burden));
  const paid = Math.max(0, ...burdens.map(({ before }) => before));
  return {
    ...begin,
    zone,
    minutes,
    days: [],
    total: start.total,
    byCity,
    carryMost: most === 0 ? [] : burdens.filter(({ burden }) => burden === most).map(({ cityId }) => cityId),
    paidMost: paid === 0 ? [] : burdens.filter(({ before }) => before === paid).map(({ cityId }) => cityId),
    aboveLeast: 0,
    next: null,
  };
}

function sharesAt(table: Grid, start: Ranked, begin: Start): CityShare[] {
  const { zone, minutes } = table;
  const from = placeOf(table, start);
  const until = from + table.quarters;
  return table.hours.map(({ city, cost, blocked, outside }) => {
    const { cityId, ...clocks } = cityClock({ ...begin, zone, minutes }, city, zone);
    const burden = city.required ? between(cost, from, until) : 0;
    return {
      cityId,
      required: city.required,
      before: city.balance,
      burden,
      after: city.balance + burden,
      ...clocks,
      within: between(outside, from, until) === 0,
      allowed: between(blocked, from, until) === 0,
    };
  });
}

/** What a start costs each city that must be there, as one word to compare. */
function costs(table: Grid, start: Ranked): string {
  const from = placeOf(table, start);
  const required = table.hours.filter(({ city }) => city.required);
  return required.map(({ cost }) => between(cost, from, from + table.quarters)).join();
}

function startOf({ at, wall }: { at: number; wall: number }): Start {
  const day = Math.floor(wall / 1440);
  const two = (value: number) => String(value).padStart(2, "0");
  const minute = wall - day * 1440;
  const wallStart = `${dateOfDay(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return { wallStart, startsAt: new Date(at * 60_000) };
}

function difference(one: Proposal, next: Proposal | undefined): Proposal["next"] {
  if (!next) return null;
  const byCity = one.byCity.flatMap(({ cityId, burden }, index) => {
    const more = (next.byCity[index]?.burden ?? 0) - burden;
    return more === 0 ? [] : [{ cityId, burden: more }];
  });
  return { total: next.total - one.total, byCity };
}
