import "server-only";
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { series, sessionCities, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { fieldError } from "@/lib/errors/errors";
import { callOff } from "@/lib/sessions/call-off";
import { OPEN } from "@/lib/sessions/lifecycle";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { materialise } from "./materialise";
import { getSeries } from "./queries";
import type { EndInput } from "./schema";

/**
 * Says on which day a series ends. Sessions after it that stand in the calendar are called off or kept, as chosen; with a
 * later day than before more are made.
 */
export async function endSeries(actor: Actor, input: EndInput): Promise<{ id: string }> {
  const visible = await getSeries(actor, input.id);
  const [found] = visible ? await db.select().from(series).where(eq(series.id, input.id)) : [];
  const { id, cohortId } = authorizePlace(actor, "session.schedule", found ? { ...found, workspaceId: null } : null);
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(series).where(eq(series.id, id)).for("no key update");
    const untilOn = input.lastOn;
    if (!row || untilOn === null) throw fieldError("lastOn", "series.error.lastOnMissing");
    if (untilOn < dateIn(clock.now(), row.zone)) throw fieldError("lastOn", "series.error.lastOnPast");
    await tx.update(series).set({ untilOn }).where(eq(series.id, id));
    await record(tx, { actorId: actor.personId, action: "series.end", cohortId, subjectId: id, detail: { untilOn } });
    const later = input.later === "cancel" ? await sessionsAfter(tx, id, untilOn) : [];
    if (later.length > 0 && input.reason === "") throw fieldError("reason", "sessions.error.reasonMissing");
    for (const session of later) await callOff(tx, actor, session, input.reason);
    await materialise(tx, actor, { ...row, untilOn });
    return { id };
  });
}

function sessionsAfter(tx: Tx, seriesId: string, day: string) {
  return tx
    .select({
      id: sessions.id,
      cohortId: sessions.cohortId,
      status: sessions.status,
      invited: sql<string[]>`array(select c.workspace_id from ${sessionCities} c where c.session_id = sessions.id)`,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.seriesId, seriesId),
        gt(sessions.seriesStart, `${day}T99`),
        inArray(sessions.status, [...OPEN]),
        gt(sessions.startsAt, clock.now()),
      ),
    )
    .orderBy(sessions.id);
}
