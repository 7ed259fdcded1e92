import "server-only";
import { addDays, addMonths, dateOfDay, dayNumber, weekdayOf } from "@/lib/time/days";
import { type WallTime, wallToInstant } from "@/lib/time/wall";
import type { Rhythm } from "./limits";

export interface Pattern {
  rhythm: Rhythm;
  /** The first one, in `zone`. */
  wallStart: WallTime;
  zone: string;
  /** The last day on which one may fall. */
  untilOn: string | null;
}

export interface Placed {
  wallStart: WallTime;
  startsAt: Date;
  /** The clocks never show the hour it should have, or show it twice: it begins at the nearest minute that is certain. */
  shifted: boolean;
}

export interface Occurrence extends Placed {
  /** The start that the pattern gives, which tells one occurrence from the others for ever. */
  seriesStart: WallTime;
}

const EVERY = { weekly: 7, fortnightly: 14 } as const;

/** The start of the nth occurrence, counted from 0. Monthly: the same weekday of the same week, a fifth one as the last. */
export function nthStart({ rhythm, wallStart }: Pattern, n: number): WallTime {
  const [day = "", time = ""] = wallStart.split("T");
  const date = rhythm === "monthly" ? sameWeekday(day, n) : addDays(day, n * EVERY[rhythm]);
  return `${date}T${time}`;
}

/** The starts from `fromOn` to `throughOn`, both days included, with the number of each. */
export function startsBetween(
  pattern: Pattern,
  fromOn: string,
  throughOn: string,
): { n: number; seriesStart: WallTime }[] {
  const last = pattern.untilOn !== null && pattern.untilOn < throughOn ? pattern.untilOn : throughOn;
  const found: { n: number; seriesStart: WallTime }[] = [];
  for (let n = 0; ; n++) {
    const seriesStart = nthStart(pattern, n);
    const day = seriesStart.slice(0, 10);
    if (day > last) return found;
    if (day >= fromOn) found.push({ n, seriesStart });
  }
}

/** What the pattern gives between two days, each in its place on the clock. */
export function occurrences(pattern: Pattern, fromOn: string, throughOn: string): Occurrence[] {
  return startsBetween(pattern, fromOn, throughOn).map(({ seriesStart }) => ({
    seriesStart,
    ...place(seriesStart, pattern.zone),
  }));
}

/** The instant of a start; inside a change of the clocks, the nearest minute of which every calendar says the same. */
export function place(wall: WallTime, zone: string): Placed {
  const placed = wallToInstant(wall, zone);
  if (placed.ok) return { wallStart: wall, startsAt: placed.instant, shifted: false };
  const [before, after] = placed.suggestions;
  const nearest = minutesBetween(before, wall) < minutesBetween(wall, after) ? before : after;
  const certain = wallToInstant(nearest, zone);
  if (!certain.ok) throw new RangeError(`No certain minute near ${wall} in ${zone}`);
  return { wallStart: nearest, startsAt: certain.instant, shifted: true };
}

/** 1 for the first Tuesday of a month; 5 is said as "the last". */
export function weekOfMonth(date: string): number {
  return Math.ceil(Number(date.slice(8)) / 7);
}

/** The number of the pattern's occurrence with this start, or -1. */
export function numberOf(pattern: Pattern, seriesStart: WallTime): number {
  const day = seriesStart.slice(0, 10);
  return (
    startsBetween({ ...pattern, untilOn: null }, day, day).find((start) => start.seriesStart === seriesStart)?.n ?? -1
  );
}

function sameWeekday(first: string, months: number): string {
  const weekday = weekdayOf(dayNumber(first));
  const month = addMonths(`${first.slice(0, 7)}-01`, months);
  const begins = dayNumber(month);
  const week = weekOfMonth(first);
  const day = begins + ((weekday - weekdayOf(begins) + 7) % 7) + (week - 1) * 7;
  return dateOfDay(dateOfDay(day).slice(0, 7) === month.slice(0, 7) ? day : day - 7);
}

function minutesBetween(from: WallTime, to: WallTime): number {
  const minute = (wall: WallTime) =>
    dayNumber(wall.slice(0, 10)) * 1440 + Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14));
  return minute(to) - minute(from);
}
