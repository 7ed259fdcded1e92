import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { sessions } from "@/db/schema";
import { before } from "./lifecycle";
import type { SessionStatus } from "./limits";

type Set = Partial<Omit<typeof sessions.$inferInsert, "id" | "status">>;

/**
 * Takes a session on to its next status, with what changes at the same moment: one conditional update, so that of two
 * clicks one wins. False when it is not where it could go on from. The first start and the first end are kept.
 */
export async function moveOn(
  tx: Queryable,
  sessionId: string,
  to: Exclude<SessionStatus, "draft">,
  set: Set = {},
): Promise<boolean> {
  const rows = await tx
    .update(sessions)
    .set({
      ...(to === "live" && { wentLiveAt: sql`coalesce(${sessions.wentLiveAt}, now())` }),
      ...(to === "held" && { heldAt: sql`coalesce(${sessions.heldAt}, now())`, stepId: null }),
      ...(to === "cancelled" && { sequence: sql`${sessions.sequence} + 1`, stampedAt: sql`now()` }),
      ...set,
      status: to,
    })
    .where(and(eq(sessions.id, sessionId), inArray(sessions.status, before(to))))
    .returning({ id: sessions.id });
  return rows.length > 0;
}
