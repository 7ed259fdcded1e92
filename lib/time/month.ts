import "server-only";
import { Temporal } from "temporal-polyfill";
import { dateFormat } from "@/lib/time/intl-formats";

/** "2026-12" */
export type Month = string;

/** What an address says, when it is a month that calendars of ours show. */
export function parseMonth(text: unknown): Month | null {
  const [, year] = (typeof text === "string" && /^(\d{4})-(?:0[1-9]|1[0-2])$/.exec(text)) || [];
  return year !== undefined && Number(year) >= 2000 && Number(year) <= 2100 ? String(text) : null;
}

export function monthsBeside(month: Month): { before: Month; after: Month } {
  const here = Temporal.PlainYearMonth.from(month);
  return { before: here.subtract({ months: 1 }).toString(), after: here.add({ months: 1 }).toString() };
}

/** The weeks of a month from Monday to Sunday as plain dates; null for days of the months beside it. */
export function weeksOf(month: Month): (string | null)[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const days = Array.from({ length: first.daysInMonth }, (_, day) => first.add({ days: day }).toString());
  const cells = [...Array<null>(first.dayOfWeek - 1).fill(null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  );
}

/** The instants between which the clocks of `zone` show that month: from the first, and until before the second. */
export function instantsOf(month: Month, zone: string): { from: Date; until: Date } {
  const start = (which: Month) =>
    new Date(Temporal.PlainYearMonth.from(which).toPlainDate({ day: 1 }).toZonedDateTime(zone).epochMilliseconds);
  return { from: start(month), until: start(monthsBeside(month).after) };
}

/** From Monday to Sunday: "Monday" and "Mon". */
export function weekdays(locale: string): { long: string; short: string }[] {
  return Array.from({ length: 7 }, (_, day) => {
    const instant = new Date(Date.UTC(2024, 0, 1 + day, 12)); // 1 January 2024 was a Monday
    const named = (weekday: "long" | "short") => dateFormat(locale, "UTC", { weekday }).format(instant);
    return { long: named("long"), short: named("short") };
  });
}
