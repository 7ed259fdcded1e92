import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { commitments, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { publish } from "@/lib/live/publish";
import { asItIs } from "./as-it-is";
import { before } from "./lifecycle";
import { isAnnounced, type Movable } from "./move";
import { tellAbout } from "./tell";
import { moveOn } from "./transition";

/**
 * Cancels a session and tells those who know of it why. A draft goes for good: nobody else knew of it, and as a cancelled
 * session everybody would. False when it was cancelled or held before.
 */
export async function callOff(
  tx: Tx,
  actor: Actor,
  session: Pick<Movable, "id" | "cohortId">,
  reason: string,
): Promise<boolean> {
  const { status, invited } = await asItIs(tx, session.id);
  if (!before("cancelled").includes(status)) return false;
  if (!isAnnounced({ status })) return drop(tx, actor, session);
  if (!(await moveOn(tx, session.id, "cancelled", { cancelledReason: reason }))) return false;
  await record(tx, {
    actorId: actor.personId,
    action: "session.cancel",
    cohortId: session.cohortId,
    subjectId: session.id,
  });
  await tellAbout(tx, actor, { ...session, invited }, "session-cancelled");
  await publish(tx, `session:${session.id}`, { kind: "session" });
  return true;
}

async function drop(tx: Tx, actor: Actor, { id, cohortId }: Pick<Movable, "id" | "cohortId">): Promise<true> {
  await tx.update(commitments).set({ sessionId: null }).where(eq(commitments.sessionId, id));
  await tx.delete(sessions).where(eq(sessions.id, id));
  await record(tx, { actorId: actor.personId, action: "session.drop", cohortId, subjectId: id });
  return true;
}
