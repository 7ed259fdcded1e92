import "server-only";
import type { Tx } from "@/db/client";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { publish } from "@/lib/live/publish";
import { isAnnounced, type Movable } from "./move";
import { tellAbout } from "./tell";
import { moveOn } from "./transition";

/** Cancels a session and tells those who know of it why. False when it was cancelled or held before. */
export async function callOff(
  tx: Tx,
  actor: Actor,
  session: Omit<Movable, "minutes" | "startsAt">,
  reason: string,
): Promise<boolean> {
  if (!(await moveOn(tx, session.id, "cancelled", { cancelledReason: reason }))) return false;
  await record(tx, {
    actorId: actor.personId,
    action: "session.cancel",
    cohortId: session.cohortId,
    subjectId: session.id,
  });
  if (isAnnounced(session)) await tellAbout(tx, actor, session, "session-cancelled");
  await publish(tx, `session:${session.id}`, { kind: "session" });
  return true;
}
