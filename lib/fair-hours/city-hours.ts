import "server-only";
import { dayNumber, weekdayOf } from "@/lib/time/days";
import { offsetStretches } from "@/lib/time/offsets";
import type { WorkDay } from "./limits";
import type { FairCity } from "./types";
import { costOf, NOT_ALLOWED, weightAt } from "./weights";

export const QUARTER = 15;
const QUARTERS_A_DAY = 96;

/** Sums over the quarter-hours since the first one: what a stretch costs is the difference of two of them. */
export interface CityHours {
  city: FairCity;
  cost: Int32Array;
  /** Quarter-hours that are not allowed, and those outside working hours. */
  blocked: Int32Array;
  outside: Int32Array;
}

/** The hours of a city from `from` to `until`, in minutes since 1970; both at a quarter-hour. */
export function cityHours(city: FairCity, from: number, until: number): CityHours {
  const length = (until - from) / QUARTER;
  const [cost, blocked, outside] = [sums(length), sums(length), sums(length)];
  const holidays = new Set([...city.holidays].map(dayNumber));
  const days = city.week.map(profile);
  const closed = profile(null);
  for (const stretch of offsetStretches(city.zone, from, until)) {
    const end = Math.min(length, Math.ceil((stretch.until - from) / QUARTER));
    for (let index = Math.ceil((stretch.from - from) / QUARTER); index < end; index++) {
      const local = from + index * QUARTER + stretch.offset;
      const day = Math.floor(local / 1440);
      const weights = holidays.has(day) ? closed : (days[weekdayOf(day)] ?? closed);
      const weight = weights[Math.floor((local - day * 1440) / QUARTER)] ?? NOT_ALLOWED;
      cost[index + 1] = at(cost, index) + costOf(weight);
      blocked[index + 1] = at(blocked, index) + (weight === NOT_ALLOWED ? 1 : 0);
      outside[index + 1] = at(outside, index) + (weight === 0 ? 0 : 1);
    }
  }
  return { city, cost, blocked, outside };
}

/** What lies between two sums. */
export function between(sum: Int32Array, from: number, until: number): number {
  return at(sum, until) - at(sum, from);
}

const sums = (length: number) => new Int32Array(length + 1);
const at = (sum: Int32Array, index: number) => sum[index] ?? 0;

const profiles = new Map<string, number[]>();

/** The weights of a day with these hours, a quarter-hour each; made once, since most days have the same. */
function profile(day: WorkDay): number[] {
  const key = String(day);
  const known =
    profiles.get(key) ?? Array.from({ length: QUARTERS_A_DAY }, (_, index) => weightAt(index * QUARTER, day));
  profiles.set(key, known);
  return known;
}
