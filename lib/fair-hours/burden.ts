import "server-only";
import { dateOfDay, weekdayOf } from "@/lib/time/days";
import { offsetStretches } from "@/lib/time/offsets";
import { QUARTER } from "./city-hours";
import type { FairCity } from "./types";
import { costOf, NOT_ALLOWED, weightAt } from "./weights";

/**
 * What a session at any time costs a city, in quarters of a point: each quarter-hour, counted from the start, weighs what
 * the city's clock says at its beginning; one that is begun counts whole. Hours that are not allowed cost the highest
 * weight. Also whether all of it is allowed, and whether all lies in working hours.
 */
export function burdenOf(
  city: Pick<FairCity, "zone" | "week" | "holidays">,
  startsAt: Date,
  minutes: number,
): { burden: number; allowed: boolean; within: boolean } {
  const start = Math.floor(startsAt.getTime() / 60_000);
  const stretches = offsetStretches(city.zone, start, start + minutes);
  const weights: number[] = [];
  for (let at = start; at < start + minutes; at += QUARTER) {
    const stretch = stretches.findLast(({ from }) => from <= at);
    const local = at + (stretch?.offset ?? 0);
    const day = Math.floor(local / 1440);
    const hours = city.holidays.has(dateOfDay(day)) ? null : (city.week[weekdayOf(day)] ?? null);
    weights.push(weightAt(local - day * 1440, hours));
  }
  return {
    burden: weights.reduce((sum, weight) => sum + costOf(weight), 0),
    allowed: !weights.includes(NOT_ALLOWED),
    within: weights.every((weight) => weight === 0),
  };
}
