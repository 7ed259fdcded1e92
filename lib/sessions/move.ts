import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema";
import { fitAgenda } from "@/lib/agenda/fit-agenda";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { publish } from "@/lib/live/publish";
import { endInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";
import { asItIs } from "./as-it-is";
import { OPEN } from "./lifecycle";
import { type SessionStatus, UNANNOUNCED } from "./limits";
import type { Start } from "./start";
import { tellAbout } from "./tell";

export interface Movable {
  id: string;
  cohortId: string;
  minutes: number;
  startsAt: Date;
}

/** Gives a session another time or length and tells those who know of it. False when it is no longer open, or not as `given`. */
export async function setTime(
  tx: Tx,
  actor: Actor,
  session: Movable,
  { wallStart, zone, startsAt, minutes }: Start & { minutes: number },
  given?: SQL,
): Promise<boolean> {
  const { status, invited } = await asItIs(tx, session.id);
  const [moved] = await tx
    .update(sessions)
    .set({
      ...{ wallStart, zone, startsAt, minutes },
      endsAt: endInstant(startsAt, minutes),
      zoneRules: zoneRulesVersion(),
      sequence: sql`${sessions.sequence} + 1`,
      stampedAt: sql`now()`,
    })
    .where(and(eq(sessions.id, session.id), inArray(sessions.status, [...OPEN]), given))
    .returning({ id: sessions.id });
  if (!moved) return false;
  if (minutes !== session.minutes) await fitAgenda(tx, session, minutes);
  await reckonBurdens(tx, session.id);
  await record(tx, {
    actorId: actor.personId,
    action: "session.reschedule",
    cohortId: session.cohortId,
    subjectId: session.id,
    detail: { from: session.startsAt.toISOString(), startsAt: startsAt.toISOString(), minutes },
  });
  if (isAnnounced({ status })) await tellAbout(tx, actor, { ...session, invited }, "session-moved");
  await publish(tx, `session:${session.id}`, { kind: "session" });
  return true;
}

/** Whether others than its facilitators know of it. */
export function isAnnounced({ status }: { status: SessionStatus }): boolean {
  return !UNANNOUNCED.some((unannounced) => unannounced === status);
}
