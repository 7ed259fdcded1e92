import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, calendarFeeds, sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { actorOf } from "@/lib/auth/current";
import { limitRate } from "@/lib/auth/rate-limit";
import { hashToken } from "@/lib/auth/tokens";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { translator } from "@/lib/i18n/translator";
import { entrustedWith } from "@/lib/sessions/subjects";
import { clock } from "@/lib/time/now";
import { calendarEvent } from "./file";
import { CANCELLED_DAYS, FEED_MAX, FEED_READS, FEED_REFRESH } from "./limits";
import { writeFeed } from "./write";

/** The calendar under a secret address, under its owner's rights at this moment. Null when nobody has that address. */
export async function readFeed(token: string): Promise<{ id: string; body: string } | null> {
  const [feed] = await db
    .select({ id: calendarFeeds.id, personId: calendarFeeds.personId })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, hashToken(token)), isNull(calendarFeeds.revokedAt)));
  if (!feed) return null;
  await limitRate(`feed:${feed.id}`, FEED_READS, 600);
  const actor = await actorOf(feed.personId);
  return { id: feed.id, body: await feedOf(actor) };
}

/**
 * All sessions that concern a person: their city is invited, or they have answered. Somebody whose membership has ended
 * gets what they may still see, at last an empty calendar: a program that got no answer would keep the old one for ever.
 */
export async function feedOf(actor: Actor): Promise<string> {
  const rows = await sessionsOf(actor);
  const events = rows.map(({ session, invited, answer }) => {
    const { cohortId, status, joinUrl } = session;
    const subject = { cohortId, status, invited, entrusted: entrustedWith(session) };
    const shown = { ...session, myId: actor.personId };
    return {
      ...calendarEvent({ ...shown, joinUrl: canSession(actor, "session.join", subject) ? joinUrl : null }),
      cancelled: status === "cancelled",
      tentative: answer === "tentative" || answer === "waiting",
      free: answer === "not",
    };
  });
  return writeFeed(translator(actor.locale, "calendars")("feed.name"), FEED_REFRESH, events);
}

function sessionsOf(actor: Actor) {
  const since = new Date(clock.now().getTime() - CANCELLED_DAYS * 24 * 60 * 60 * 1000);
  const cities = actor.memberships.flatMap(({ workspaceId }) => workspaceId ?? []);
  const invited = sql<
    string[]
  >`array(select c.workspace_id from session_cities c where c.session_id = ${sessions.id} order by 1)`;
  return db
    .select({ session: sessions, invited, answer: answers.answer })
    .from(sessions)
    .leftJoin(answers, and(eq(answers.sessionId, sessions.id), eq(answers.personId, actor.personId)))
    .where(
      and(
        sessionsVisibleTo(actor),
        sql`(${sessions.status} in ('scheduled', 'live', 'held')
          or ${sessions.status} = 'cancelled' and ${sessions.stampedAt} > ${since.toISOString()}::timestamptz)`,
        sql`(${answers.answer} is not null or exists (select 1 from session_cities c where c.session_id = ${sessions.id}
          and c.workspace_id = any(string_to_array(${cities.join(",")}, ','))))`,
      ),
    )
    .orderBy(sql`${sessions.startsAt} desc`, asc(sessions.id))
    .limit(FEED_MAX);
}
