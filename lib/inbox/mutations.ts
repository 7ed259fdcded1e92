import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { newsFor } from "./news";

type Thing = { writeUpId: string } | { sessionId: string } | { commitmentId: string };

/** Whoever opens a thing has seen what was new about it. */
export async function markSeen(actor: Actor, thing: Thing): Promise<void> {
  if (actor.unseen === 0) return;
  await db
    .update(notifications)
    .set({ seenAt: sql`now()` })
    .where(and(eq(notifications.personId, actor.personId), isThing(thing), isNull(notifications.seenAt)));
}

function isThing(thing: Thing) {
  if ("writeUpId" in thing) return eq(notifications.writeUpId, thing.writeUpId);
  if ("sessionId" in thing) return eq(notifications.sessionId, thing.sessionId);
  return eq(notifications.commitmentId, thing.commitmentId);
}

export async function markAllSeen(actor: Actor): Promise<void> {
  await db
    .update(notifications)
    .set({ seenAt: sql`now()` })
    .where(and(eq(notifications.personId, actor.personId), isNull(notifications.seenAt)));
}

/** News of things that the actor lost access to: the Inbox does not show them, so they must not count as new. */
export async function forgetHidden(actor: Actor): Promise<void> {
  if (actor.unseen === 0) return;
  await db.execute(sql`update notifications set seen_at = now() where person_id = ${actor.personId} and seen_at is null
    and id not in (select id from (${newsFor(actor, sql`n.seen_at is null`)}) known)`);
}
