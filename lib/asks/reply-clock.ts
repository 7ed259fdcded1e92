import "server-only";
import type { WorkWeek } from "@/lib/fair-hours/limits";
import { dateOfDay, weekdayOf } from "@/lib/time/days";
import { offsetStretches } from "@/lib/time/offsets";

/** When a city works. */
export interface WorkingTime {
  zone: string;
  week: WorkWeek;
  /** "2026-04-25": days off besides those of the week, by the city's own calendar. */
  holidays: ReadonlySet<string>;
}

const DAY = 1440;
const LOOK_AHEAD = 14 * DAY;
/** A city that does not work within a year does not answer. */
const LOOKED_MAX = 366 * DAY;

/**
 * The moment at which a city has worked `minutes` since `from`: never in its night, on its free days, or before its morning.
 * The hour that a clock change takes or gives counts as the people there live it. Null when it does not work so long within
 * a year.
 */
export function addWorkingMinutes(city: WorkingTime, from: Date, minutes: number): Date | null {
  const start = minuteOf(from);
  let missing = minutes;
  for (let since = start; since < start + LOOKED_MAX; since += LOOK_AHEAD) {
    for (const [begins, ends] of workingStretches(city, since, since + LOOK_AHEAD)) {
      if (ends - begins >= missing) return new Date((begins + missing) * 60_000);
      missing -= ends - begins;
    }
  }
  return null;
}

/** How many minutes a city works from `from` to `until`; 0 when `until` comes first. */
export function workingMinutesBetween(city: WorkingTime, from: Date, until: Date): number {
  let worked = 0;
  if (until <= from) return worked;
  for (const [begins, ends] of workingStretches(city, minuteOf(from), minuteOf(until))) worked += ends - begins;
  return worked;
}

/** The first whole minute that has not begun yet. */
function minuteOf(instant: Date): number {
  return Math.ceil(instant.getTime() / 60_000);
}

/** The stretches in which a city works, in order; in minutes since 1970, the end not part of it. */
function* workingStretches(city: WorkingTime, from: number, until: number): Generator<[begins: number, ends: number]> {
  for (const stretch of offsetStretches(city.zone, from, until)) {
    const [first, end] = [stretch.from + stretch.offset, stretch.until + stretch.offset];
    for (let day = Math.floor(first / DAY); day * DAY < end; day++) {
      const hours = city.week[weekdayOf(day)];
      if (!hours || city.holidays.has(dateOfDay(day))) continue;
      const begins = Math.max(first, day * DAY + hours[0]);
      const ends = Math.min(end, day * DAY + hours[1]);
      if (begins < ends) yield [begins - stretch.offset, ends - stretch.offset];
    }
  }
}
