import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { calendarFeeds } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { limitRate } from "@/lib/auth/rate-limit";
import { hashToken, newToken } from "@/lib/auth/tokens";
import { absolute } from "@/lib/mail/letter";
import { FEEDS_AN_HOUR } from "./limits";

/** Makes a secret address for the actor's sessions, in place of the one before. It can be read only here. */
export async function makeFeed(actor: Actor): Promise<{ url: string }> {
  await limitRate(`feeds:${actor.personId}`, FEEDS_AN_HOUR, 3600);
  const token = newToken();
  await db.transaction(async (tx) => {
    // Two at once: the second waits here and then ends the address of the first.
    await tx.execute(sql`select 1 from people where id = ${actor.personId} for no key update`);
    await tx.update(calendarFeeds).set({ revokedAt: sql`now()` }).where(mine(actor));
    await tx.insert(calendarFeeds).values({ personId: actor.personId, tokenHash: hashToken(token) });
    await record(tx, { actorId: actor.personId, action: "calendar-feed.make", subjectId: actor.personId });
  });
  return { url: absolute(`/calendar/${token}.ics`) };
}

/** Ends the secret address. A second time changes nothing. */
export async function endFeed(actor: Actor): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(calendarFeeds)
      .set({ revokedAt: sql`now()` })
      .where(mine(actor))
      .returning({ id: calendarFeeds.id });
    if (ended.length > 0)
      await record(tx, { actorId: actor.personId, action: "calendar-feed.end", subjectId: actor.personId });
  });
}

function mine(actor: Actor) {
  return and(eq(calendarFeeds.personId, actor.personId), isNull(calendarFeeds.revokedAt));
}
