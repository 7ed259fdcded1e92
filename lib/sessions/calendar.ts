import { Temporal } from "temporal-polyfill";
import { escapeText, foldLines, mailto, quoteParameter } from "@/lib/sessions/calendar-text";
import { basicFormat, writeZone } from "@/lib/sessions/calendar-zone";
import { endInstant, instantToWall, type WallTime, wallToInstant } from "@/lib/time/wall";

export type CalendarPerson = { name: string; email: string };

export type CalendarAttendee = CalendarPerson & {
  optional?: boolean;
  /** What they have already answered; a changed text must not reset it in their calendar. */
  answer?: "NEEDS-ACTION" | "ACCEPTED" | "TENTATIVE" | "DECLINED";
};

export type CalendarEvent = {
  /** Constant for ever, as is the organiser: together they are how a calendar recognises the event. */
  uid: string;
  /** Rises with time, length, place or status. */
  sequence: number;
  /** When this revision was written. Stored with it, never the present: the same revision gives the same bytes. */
  stamp: Date;
  wallStart: WallTime;
  zone: string;
  minutes: number;
  summary: string;
  description?: string;
  location?: string;
  /** Absolute. */
  url?: string;
  organizer: CalendarPerson;
  /** For a file or a feed that still shows it. A mail says so with the method CANCEL. */
  cancelled?: boolean;
};

/** A publication names no attendee, an invitation exactly one (RFC 5546; a guest list is nobody else's business). */
export type CalendarInput = CalendarEvent &
  (
    | { method?: "PUBLISH"; attendee?: undefined }
    | { method: "REQUEST"; attendee: CalendarAttendee }
    | { method: "CANCEL"; attendee?: CalendarAttendee }
  );

/**
 * One session as an iCalendar file (RFC 5545): UTF-8, CRLF, folded.
 * Throws RangeError for a start inside a clock change (scheduling refuses those) and TypeError for a `url` that is none.
 */
export function writeCalendar(input: CalendarInput): string {
  const start = wallToInstant(input.wallStart, input.zone);
  if (!start.ok) throw new RangeError(`${input.wallStart} in ${input.zone} lies inside a clock change`);
  const end = endInstant(start.instant, input.minutes);

  return foldLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Stafeta//Learning sessions//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${input.method ?? "PUBLISH"}`,
    ...writeZone(input.zone, start.instant, end),
    "BEGIN:VEVENT",
    `UID:${escapeText(input.uid)}`,
    `SEQUENCE:${input.sequence}`,
    `DTSTAMP:${utc(input.stamp)}`,
    `DTSTART;TZID=${input.zone}:${local(input.wallStart)}`,
    endLine(end, input.zone),
    `SUMMARY:${escapeText(input.summary)}`,
    ...optional("DESCRIPTION", input.description && escapeText(input.description)),
    ...optional("LOCATION", input.location && escapeText(input.location)),
    ...optional("URL", input.url && new URL(input.url).href),
    `ORGANIZER;CN=${quoteParameter(input.organizer.name)}:${mailto(input.organizer.email)}`,
    ...(input.attendee ? [attendeeLine(input.attendee)] : []),
    `STATUS:${input.method === "CANCEL" || input.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
}

/**
 * DTEND and not DURATION: readers add a duration to the wall clock or to the instant, as they like.
 * An end that the wall shows twice is written in UTC, the only way to say which of the two is meant.
 */
function endLine(end: Date, zone: string): string {
  const wall = instantToWall(end, zone);
  return wallToInstant(wall, zone).ok ? `DTEND;TZID=${zone}:${local(wall)}` : `DTEND:${utc(end)}`;
}

function attendeeLine({ name, email, optional: mayMiss, answer = "NEEDS-ACTION" }: CalendarAttendee): string {
  const role = mayMiss ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT";
  const parameters = `CUTYPE=INDIVIDUAL;ROLE=${role};PARTSTAT=${answer};RSVP=TRUE;CN=${quoteParameter(name)}`;
  return `ATTENDEE;${parameters}:${mailto(email)}`;
}

function optional(name: string, value: string | undefined): string[] {
  return value ? [`${name}:${value}`] : [];
}

function local(wall: WallTime): string {
  return `${basicFormat(wall)}00`;
}

function utc(instant: Date): string {
  return basicFormat(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ smallestUnit: "second" }));
}
