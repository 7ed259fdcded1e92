import { Temporal } from "temporal-polyfill";
import { endInstant, instantToWall, type WallTime, wallToInstant } from "@/lib/time/wall";
import { escapeText, foldLines, mailto, quoteParameter } from "./text";
import { basicFormat, writeZone } from "./zone";

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
  /** Counts where the wall is no help: rules that changed later can put a start inside a clock change. */
  startsAt?: Date;
  summary: string;
  description?: string;
  location?: string;
  /** Absolute. */
  url?: string;
  organizer: CalendarPerson;
  /** For a file or a feed that still shows it. A mail says so with the method CANCEL. */
  cancelled?: boolean;
  /** In a feed, what its reader has answered: perhaps, or not, so that the hour stays free. */
  tentative?: boolean;
  free?: boolean;
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
 * Throws RangeError for a start inside a clock change without its instant (scheduling refuses those) and TypeError for a `url` that is none.
 */
export function writeCalendar(input: CalendarInput): string {
  const { start, end } = span(input);
  return foldLines([
    ...opening(input.method ?? "PUBLISH"),
    ...writeZone(input.zone, start, end),
    ...eventLines(input, input.method === "CANCEL", input.attendee),
    "END:VCALENDAR",
  ]);
}

/** A person's sessions as a calendar that programs read again and again. The same sessions give the same bytes. */
export function writeFeed(name: string, refresh: string, events: readonly CalendarEvent[]): string {
  const spans = new Map<string, { start: Date; end: Date }>();
  for (const event of events) {
    const { start, end } = span(event);
    const known = spans.get(event.zone) ?? { start, end };
    spans.set(event.zone, {
      start: start < known.start ? start : known.start,
      end: end > known.end ? end : known.end,
    });
  }
  return foldLines([
    ...opening("PUBLISH"),
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...[...spans].flatMap(([zone, { start, end }]) => writeZone(zone, start, end)),
    ...events.flatMap((event) => eventLines(event, false)),
    "END:VCALENDAR",
  ]);
}

function opening(method: string): string[] {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Stafeta//Learning sessions//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
  ];
}

function span({ wallStart, zone, minutes, startsAt }: CalendarEvent): { start: Date; end: Date } {
  const placed = wallToInstant(wallStart, zone);
  const start = placed.ok ? placed.instant : startsAt;
  if (!start) throw new RangeError(`${wallStart} in ${zone} lies inside a clock change`);
  return { start, end: endInstant(start, minutes) };
}

function eventLines(event: CalendarEvent, cancels: boolean, attendee?: CalendarAttendee): string[] {
  const { description, location, url, organizer, zone } = event;
  const { start, end } = span(event);
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stamp)}`,
    timeLine("DTSTART", start, zone),
    timeLine("DTEND", end, zone),
    `SUMMARY:${escapeText(event.summary)}`,
    ...optional("DESCRIPTION", description && escapeText(description)),
    ...optional("LOCATION", location && escapeText(location)),
    ...optional("URL", url && new URL(url).href),
    `ORGANIZER;CN=${quoteParameter(organizer.name)}:${mailto(organizer.email)}`,
    ...(attendee ? [attendeeLine(attendee)] : []),
    `STATUS:${cancels || event.cancelled ? "CANCELLED" : event.tentative ? "TENTATIVE" : "CONFIRMED"}`,
    ...(event.free ? ["TRANSP:TRANSPARENT"] : []),
    "END:VEVENT",
  ];
}

/**
 * DTEND and not DURATION: readers add a duration to the wall clock or to the instant, as they like.
 * A time that the wall shows twice is written in UTC, the only way to say which of the two is meant.
 */
function timeLine(name: string, instant: Date, zone: string): string {
  const wall = instantToWall(instant, zone);
  return wallToInstant(wall, zone).ok ? `${name};TZID=${zone}:${local(wall)}` : `${name}:${utc(instant)}`;
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
