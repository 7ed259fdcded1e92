import "server-only";
import { Temporal } from "temporal-polyfill";

/** "2026-11-24T16:00": what the clock on somebody's wall shows, to the minute. It means nothing without a zone. */
export type WallTime = string;

export type Placed =
  | { ok: true; instant: Date }
  | { ok: false; reason: "gap" | "overlap"; suggestions: [before: WallTime, after: WallTime] };

const WALL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::00(?:\.0+)?)?$/;

/** Reads what a form sends, seconds allowed if they are zero; null when it is no day or hour that a calendar has. */
export function parseWall(text: string): WallTime | null {
  const [, day, time] = WALL.exec(text.trim()) ?? [];
  if (!day || !time) return null;
  try {
    return asWall(Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: "reject" }));
  } catch {
    return null;
  }
}

/**
 * The instant at which `zone` shows `wall`. Calendar programs disagree by an hour about times inside a clock change
 * (shown never, or twice), so those are refused, with the last minute before and the first after that are certain.
 * Throws RangeError when `wall` or `zone` is malformed: check with parseWall and isKnownZone first.
 */
export function wallToInstant(wall: WallTime, zone: string): Placed {
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { ok: true, instant: asDate(earlier) };

  const change = earlier.getTimeZoneTransition("next");
  if (!change) throw new RangeError(`No clock change found near ${wall} in ${zone}`);
  const until = change.toPlainDateTime();
  const from = until.subtract({ nanoseconds: change.offsetNanoseconds - offsetBefore(change) });
  // A gap runs from `from` to `until`; an overlap is the same stretch, told backwards.
  const gap = Temporal.PlainDateTime.compare(from, until) < 0;
  const [first, end] = gap ? [from, until] : [until, from];
  return {
    ok: false,
    reason: gap ? "gap" : "overlap",
    suggestions: [asWall(first.subtract({ minutes: 1 })), asWall(end)],
  };
}

/** What the clocks in `zone` show at `instant`, seconds dropped. */
export function instantToWall(instant: Date, zone: string): WallTime {
  return asWall(zoned(instant, zone).toPlainDateTime());
}

/** What the clocks in `zone` show when something that starts at `startsAt` has lasted `minutes` real minutes. */
export function endWall(startsAt: Date, minutes: number, zone: string): WallTime {
  return instantToWall(endInstant(startsAt, minutes), zone);
}

export function endInstant(startsAt: Date, minutes: number): Date {
  return asDate(Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).add({ minutes }));
}

/** The plain date ("2026-11-24") in `zone` at `instant`: what "today" and a due date mean to the people there. */
export function dateIn(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

function zoned(instant: Date, zone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

function offsetBefore(change: Temporal.ZonedDateTime): number {
  return change.subtract({ nanoseconds: 1 }).offsetNanoseconds;
}

function asWall(plain: Temporal.PlainDateTime): WallTime {
  return plain.toString({ smallestUnit: "minute" });
}

function asDate(moment: { epochMilliseconds: number }): Date {
  return new Date(moment.epochMilliseconds);
}
