import type { WorkDay, WorkWeek } from "@/lib/fair-hours/limits";
import type { Locale } from "@/lib/i18n/locales";
import { dateFormat } from "@/lib/time/intl-formats";
import { noonOf } from "./noon";

/** "Monday" for 0 to "Sunday" for 6. */
export function weekdayName(index: number, locale: Locale): string {
  // 5 January 1970 was a Monday.
  return dateFormat(locale, "UTC", { weekday: "long" }).format((4 + index) * 86_400_000);
}

/** Whether a plain date falls on a day off of the week. */
export function isFreeWeekday(week: WorkWeek, date: string): boolean {
  return !week[(noonOf(date).getUTCDay() + 6) % 7];
}

export interface Run {
  /** First and last weekday, the same for one alone. */
  from: number;
  to: number;
  hours: WorkDay;
}

/** The week as stretches of days with the same hours: Monday to Friday, Saturday and Sunday. */
export function runsOf(week: WorkWeek): Run[] {
  const runs: Run[] = [];
  for (const [index, hours] of week.entries()) {
    const last = runs.at(-1);
    if (last && last.hours?.join() === hours?.join()) last.to = index;
    else runs.push({ from: index, to: index, hours });
  }
  return runs;
}
