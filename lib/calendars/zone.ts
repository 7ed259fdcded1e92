import { Temporal } from "temporal-polyfill";
import { type ClockChange, clockChanges, offsetSeconds } from "@/lib/time/clock-changes";

/**
 * A VTIMEZONE from the changes that really take place in the year before `start` and the year after `end`: no recurrence
 * rules, since the rules of a zone are only ever known for the years that have been decided.
 * Daylight time is the larger offset of these years, so Dublin is written the conventional way (its summer time is
 * DAYLIGHT, though Irish law calls it standard). No TZNAME: "IST" would mean three things.
 */
export function writeZone(zone: string, start: Date, end: Date): string[] {
  const from = inYears(start, -1);
  const changes = clockChanges(zone, from, inYears(end, 1));
  const before = offsetSeconds(zone, from);
  const standard = Math.min(before, ...changes.map((change) => change.after));
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...observance({ at: from, before, after: before }, standard),
    ...changes.flatMap((change) => observance(change, standard)),
    "END:VTIMEZONE",
  ];
}

function observance({ at, before, after }: ClockChange, standard: number): string[] {
  const name = after > standard ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${name}`,
    // The onset is told by the clocks as they stood before it: 02:00 for the change to 03:00.
    `DTSTART:${clockAt(at, before)}`,
    `TZOFFSETFROM:${utcOffset(before)}`,
    `TZOFFSETTO:${utcOffset(after)}`,
    `END:${name}`,
  ];
}

function clockAt(instant: Date, offset: number): string {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).add({ seconds: offset });
  return basicFormat(there.toString({ smallestUnit: "second" })).slice(0, 15);
}

/** "2026-11-24T16:00:00Z" as iCalendar writes it: 20261124T160000Z. */
export function basicFormat(iso: string): string {
  return iso.replace(/[-:]/g, "");
}

function utcOffset(seconds: number): string {
  const {
    hours,
    minutes,
    seconds: rest,
  } = Temporal.Duration.from({ seconds: Math.abs(seconds) }).round({
    largestUnit: "hours",
  });
  const digits = [hours, minutes, ...(rest ? [rest] : [])].map((part) => String(part).padStart(2, "0"));
  return `${seconds < 0 ? "-" : "+"}${digits.join("")}`;
}

function inYears(instant: Date, years: number): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO("UTC");
  return new Date(there.add({ years }).epochMilliseconds);
}
