import { daysBetween } from "@/lib/time/partial-date";
import { REVIEW_DAYS } from "./limits";

/** More than a year after the city last said that it is right. `today`: a day such as 2026-11-23. */
export function isStale({ confirmedOn }: { confirmedOn: string | null }, today: string): boolean {
  return confirmedOn !== null && (daysBetween(confirmedOn, today) ?? 0) > REVIEW_DAYS;
}
