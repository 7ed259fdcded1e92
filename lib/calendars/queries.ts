import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { calendarFeeds } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";

/** Since when the actor's secret address works, or null. The address itself is not kept. */
export async function feedSince(actor: Actor): Promise<Date | null> {
  const [feed] = await db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.personId, actor.personId), isNull(calendarFeeds.revokedAt)));
  return feed?.createdAt ?? null;
}
