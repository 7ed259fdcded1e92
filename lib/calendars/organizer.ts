import "server-only";
import { settings } from "@/lib/env/settings";
import { replyAddress } from "@/lib/inbound/address";
import type { CalendarPerson } from "./write";

/**
 * Who invites, as a calendar understands it: the programme, never a person. The same in every message about a session, or
 * a calendar would not recognise it. Where answers can come back by mail it is the address that they come to.
 */
export function organizerFor(sessionId: string, personId: string): CalendarPerson {
  const [, name = "", email = settings.mailFrom] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(settings.mailFrom) ?? [];
  return { name: name || "Stafeta", email: replyAddress({ kind: "calendar", id: sessionId, personId }) ?? email };
}
