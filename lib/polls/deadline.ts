import "server-only";
import { fieldError } from "@/lib/errors/errors";
import { dayEnds } from "@/lib/sessions/schedule-dates";
import type { Start } from "@/lib/sessions/start";
import { parsePartialDate } from "@/lib/time/partial-date";
import { dateIn } from "@/lib/time/wall";
import { USUAL_DAYS } from "./limits";

const DAY = 86_400_000;

/**
 * The end of the day in a week; earlier when the first option is near: the day before it, but never less than half the time
 * that is left to it.
 */
export function usualDeadline(options: readonly Pick<Start, "startsAt">[], now: Date, zone: string): Date {
  const first = Math.min(...options.map(({ startsAt }) => startsAt.getTime()));
  const half = now.getTime() + (first - now.getTime()) / 2;
  const raw = new Date(Math.min(now.getTime() + USUAL_DAYS * DAY, Math.max(first - DAY, half)));
  const evening = dayEnds(dateIn(raw, zone), zone);
  return evening.getTime() <= first ? evening : raw;
}

/** The end of a day as somebody typed it, on the clocks of `zone`. Throws a field error for what is no day. */
export function endOfDay(typed: string, zone: string, field: string): Date {
  const day = parsePartialDate(typed);
  if (day?.length !== 10) throw fieldError(field, typed === "" ? "polls.error.untilMissing" : "sessions.error.date");
  return dayEnds(day, zone);
}
