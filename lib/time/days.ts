import "server-only";
import { Temporal } from "temporal-polyfill";

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** The plain date as a number of days from 1 January 1970, a Thursday. Throws RangeError when there is no such day. */
export function dayNumber(date: string): number {
  return EPOCH.until(Temporal.PlainDate.from(date, { overflow: "reject" }), { largestUnit: "days" }).days;
}

export function dateOfDay(day: number): string {
  return EPOCH.add({ days: day }).toString();
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day `months` later, or the last of that month when it is shorter. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** 0 for a Monday, 6 for a Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
