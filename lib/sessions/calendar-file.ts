import "server-only";
import { settings } from "@/lib/env/settings";
import { writeCalendar } from "./calendar";
import type { SessionView } from "./types";

/** A session as a file for one person's calendar; the way in stands in it only for those who may join. */
export function calendarFile(session: SessionView): string {
  const url = new URL(`/sessions/${session.id}`, settings.url).href;
  const { joinUrl, cancelledReason } = session;
  return writeCalendar({
    method: "PUBLISH",
    uid: session.uid,
    sequence: session.sequence,
    stamp: session.stampedAt,
    wallStart: session.wallStart,
    zone: session.zone,
    minutes: session.minutes,
    summary: session.title,
    description: [cancelledReason, session.purpose, joinUrl, url].filter(Boolean).join("\n\n"),
    location: joinUrl ?? undefined,
    url,
    organizer: organizer(settings.mailFrom),
    cancelled: session.status === "cancelled",
  });
}

/** "Stafeta <post@example.org>" in its parts. */
function organizer(from: string): { name: string; email: string } {
  const [, name = "", email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name || "Stafeta", email };
}
