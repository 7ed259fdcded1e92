import "server-only";
import { fieldError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { endInstant, wallToInstant } from "@/lib/time/wall";
import type { ScheduleInput } from "./schedule-schema";
import { type Start, startFrom } from "./start";

/** The end of a day in a zone; its noon where the clocks change at midnight. */
export function dayEnds(day: string, zone: string): Date {
  const last = wallToInstant(`${day}T23:59`, zone);
  if (last.ok) return endInstant(last.instant, 1);
  const noon = wallToInstant(`${day}T12:00`, zone);
  if (noon.ok) return noon.instant;
  throw new RangeError(`${day} has no certain hour in ${zone}`);
}

/** Until when a seat is held for each city: to a day before the session, and only where seats are limited. */
export function seatsHeldUntil(input: ScheduleInput, start: Start): Date | null {
  if (input.heldUntil === null) return null;
  if (input.capacity === null) throw fieldError("capacity", "newSession.error.heldWithoutSeats");
  const until = dayEnds(input.heldUntil, start.zone);
  if (until <= clock.now()) throw fieldError("heldUntil", "sessions.error.past");
  if (until >= start.startsAt) throw fieldError("heldUntil", "newSession.error.heldLate");
  return until;
}

/** The hours to vote on, the earliest first. */
export function optionsFrom(options: readonly string[]): [Start, ...Start[]] {
  const starts = [...new Set(options)].map(optionFrom).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const [first, ...others] = starts;
  if (!first) throw fieldError("options", "newSession.error.options");
  return [first, ...others];
}

function optionFrom(slot: string): Start {
  try {
    if (slot !== "" && slot !== "other") return startFrom({ slot, date: "", time: "", zone: "" });
  } catch {
    // Whatever is wrong with one of several hours, the field says it of all.
  }
  throw fieldError("options", "newSession.error.optionWrong");
}
