import "server-only";
import { fieldError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { daysBetween, parsePartialDate } from "@/lib/time/partial-date";
import { dateIn } from "@/lib/time/wall";
import { DUE_YEARS_MAX } from "./limits";

/** A due date as somebody typed it: a day from today on, by the clock of the city whose it is. */
export function dueFrom(typed: string, zone: string): string {
  if (typed === "") throw fieldError("due", "commitments.error.dueMissing");
  const day = parsePartialDate(typed);
  if (day?.length !== 10) throw fieldError("due", "commitments.error.due");
  const ahead = daysBetween(dateIn(clock.now(), zone), day) ?? 0;
  if (ahead < 0) throw fieldError("due", "commitments.error.duePast");
  if (ahead > DUE_YEARS_MAX * 366) throw fieldError("due", "commitments.error.dueFar", { years: DUE_YEARS_MAX });
  return day;
}
