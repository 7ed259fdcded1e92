import "server-only";
import { settings } from "@/lib/env/settings";
import type { SessionView } from "@/lib/sessions/types";
import { organizerFor } from "./organizer";
import { type CalendarAttendee, type CalendarEvent, writeCalendar } from "./write";

/** A session as a file for one person's calendar. */
export function calendarFile(session: SessionView): string {
  return writeCalendar({ ...calendarEvent(session), cancelled: session.status === "cancelled" });
}

/** A session as the message that puts it into one person's calendar, moves it there or takes it out. */
export function calendarMessage(
  session: SessionView,
  method: "REQUEST" | "CANCEL",
  attendee: CalendarAttendee,
  stamp: Date,
): string {
  return writeCalendar({ ...calendarEvent(session), stamp, method, attendee });
}

type Shown = Pick<
  SessionView,
  | "id"
  | "uid"
  | "sequence"
  | "stampedAt"
  | "wallStart"
  | "zone"
  | "startsAt"
  | "minutes"
  | "title"
  | "purpose"
  | "joinUrl"
  | "location"
  | "cancelledReason"
  | "myId"
>;

/** The way in stands in it only for those who may join: `joinUrl` is null for all others. */
export function calendarEvent(session: Shown): CalendarEvent {
  const url = new URL(`/sessions/${session.id}`, settings.url).href;
  const { joinUrl, cancelledReason, location } = session;
  return {
    uid: session.uid,
    sequence: session.sequence,
    stamp: session.stampedAt,
    wallStart: session.wallStart,
    zone: session.zone,
    startsAt: session.startsAt,
    minutes: session.minutes,
    summary: session.title,
    description: [cancelledReason, session.purpose, joinUrl, url].filter(Boolean).join("\n\n"),
    location: location ?? joinUrl ?? undefined,
    url,
    organizer: organizerFor(session.id, session.myId),
  };
}
