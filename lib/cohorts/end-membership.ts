import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { memberships } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { RIGHTS } from "@/lib/live/events";
import { publish } from "@/lib/live/publish";
import { leaveSeats } from "@/lib/sessions/seats";
import { forgetCopies } from "@/lib/working-copies/drop";
import { isCurrent } from "./current";
import { lockPlace } from "./lock";
import { endAction } from "./place-actions";

const columns = {
  id: memberships.id,
  personId: memberships.personId,
  role: memberships.role,
  cohortId: memberships.cohortId,
  workspaceId: memberships.workspaceId,
};
type Row = Pick<typeof memberships.$inferSelect, keyof typeof columns>;

/** Ends a membership now: the person's next request has no access through it. One that is over does not exist. */
export async function endMembership(
  actor: Actor,
  membershipId: string,
): Promise<{ workspaceId: string | null; cohortId: string }> {
  const [found] = await db
    .select(columns)
    .from(memberships)
    .where(and(eq(memberships.id, membershipId), isCurrent()));
  if (!found) throw new AppError("not_found");
  const membership = authorizePlace(actor, endAction(found.role), found);
  await db.transaction(async (tx) => {
    await lockPlace(tx, membership);
    if (membership.personId === actor.personId) await refuseLast(tx, membership);
    const ended = await tx
      .update(memberships)
      .set({ untilAt: sql`greatest(now(), ${memberships.fromAt})`, endedBy: actor.personId })
      .where(and(eq(memberships.id, membership.id), isCurrent()))
      .returning({ id: memberships.id });
    if (ended.length === 0) throw new AppError("conflict");
    await leaveSeats(tx, membership);
    await publish(tx, RIGHTS, { kind: "ended", id: membership.personId });
    if (membership.workspaceId !== null) await forgetCopies(tx, membership.personId, membership.workspaceId);
    await record(tx, {
      actorId: actor.personId,
      action: "membership.end",
      cohortId: membership.cohortId,
      workspaceId: membership.workspaceId,
      subjectId: membership.id,
      detail: { role: membership.role, personId: membership.personId },
    });
  });
  return { workspaceId: membership.workspaceId, cohortId: membership.cohortId };
}

/** A city keeps a lead and a cohort an admin: the last one hands over before leaving. */
async function refuseLast(tx: Tx, { role, cohortId, workspaceId, personId }: Row): Promise<void> {
  if (role !== "lead" && role !== "admin") return;
  const [other] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.cohortId, cohortId),
        sql`${memberships.workspaceId} is not distinct from ${workspaceId}`,
        eq(memberships.role, role),
        ne(memberships.personId, personId),
        // Not now(): that is when this transaction began, before it waited for whoever left first.
        sql`(${memberships.untilAt} is null or ${memberships.untilAt} > clock_timestamp())`,
      ),
    )
    .limit(1);
  if (!other) throw fieldError("form", `cohort.error.last-${role}`);
}
