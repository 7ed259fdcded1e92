import "server-only";
import { dayNumber } from "@/lib/time/days";
import { instantOf, offsetStretches } from "@/lib/time/offsets";
import { type CityHours, cityHours, QUARTER } from "./city-hours";
import type { Search } from "./types";

/** All starts that may be looked at, and the hours of every city around them. */
export interface Grid {
  zone: string;
  minutes: number;
  /** The first quarter-hour, in minutes since 1970; the cities' sums begin with it. */
  base: number;
  /** How many quarter-hours a session takes; one that is begun counts whole. */
  quarters: number;
  starts: GridStart[];
  hours: CityHours[];
}

/** In minutes since 1970: an instant, and what clocks in the search's zone show then. */
export interface GridStart {
  at: number;
  wall: number;
}

const DAY = 1440;
/** No clock is further from UTC. */
const FARTHEST = 15 * 60;
export const STEP = 30;

/** Starts inside a clock change of the search's zone are left out: calendar programs disagree about them. */
export function grid({ cities, from, until, zone, minutes, step = STEP, earliest }: Search): Grid {
  const [first, end] = [dayNumber(from) * DAY, (dayNumber(until) + 1) * DAY];
  const stretches = offsetStretches(zone, first - FARTHEST, end + FARTHEST);
  const soonest = earliest.getTime() / 60_000;
  const starts: GridStart[] = [];
  for (let wall = first; wall < end; wall += step) {
    const at = instantOf(wall, stretches);
    if (at !== null && at >= soonest) starts.push({ at, wall });
  }
  const quarters = Math.ceil(minutes / QUARTER);
  const base = first - FARTHEST;
  const last = end + FARTHEST + quarters * QUARTER;
  return { zone, minutes, base, quarters, starts, hours: cities.map((city) => cityHours(city, base, last)) };
}

/** The place of a start in the sums of the cities. */
export function placeOf(table: Grid, start: GridStart): number {
  return Math.floor((start.at - table.base) / QUARTER);
}
