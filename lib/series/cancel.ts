import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { series } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { callOff } from "@/lib/sessions/call-off";
import { addDays } from "@/lib/time/days";
import type { Several } from "./limits";
import type { Series } from "./materialise";
import { sessionsMeant } from "./scope";

interface Cancelled {
  session: { id: string };
  scope: Several;
  reason: string;
}

/** Calls off a session with those that follow, or all that are still to come; the series ends before them. */
export async function cancelFrom(tx: Tx, actor: Actor, { session, scope, reason }: Cancelled): Promise<boolean> {
  const meant = await sessionsMeant(tx, session.id, scope);
  for (const one of meant.sessions) await callOff(tx, actor, one, reason);
  await endBefore(tx, actor, meant.series, meant.first.seriesStart);
  return true;
}

/** The last day of a series is the one before `seriesStart`: nothing later is made any more. */
export async function endBefore(tx: Tx, actor: Actor, row: Series, seriesStart: string): Promise<void> {
  const untilOn = addDays(seriesStart.slice(0, 10), -1);
  if (row.untilOn !== null && row.untilOn <= untilOn) return;
  await tx.update(series).set({ untilOn }).where(eq(series.id, row.id));
  await record(tx, {
    actorId: actor.personId,
    action: "series.end",
    cohortId: row.cohortId,
    subjectId: row.id,
    detail: { untilOn },
  });
}
