import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { fieldsOf } from "./change";
import { lastHeldDay } from "./edit";
import { statusAt } from "./moment";
import type { SessionToEdit } from "./types";

/** Null for those who may not edit it, as for one that is not there. */
export async function sessionToEdit(actor: Actor, id: string): Promise<SessionToEdit | null> {
  if (!isId(id)) return null;
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, id), sessionsVisibleTo(actor)));
    if (!row) return null;
    const { seatsHeldUntil, ...fields } = await fieldsOf(tx, row);
    const { cohortId, seriesId } = row;
    const status = statusAt(row, clock.now());
    const invited = [...fields.required, ...fields.optional];
    if (!canSession(actor, "session.edit", { cohortId, status, invited })) return null;
    return { ...fields, id, cohortId, status, seriesId, version: row.stampedAt.getTime(), heldOn: lastHeldDay(row) };
  });
}
