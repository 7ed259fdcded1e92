import "server-only";
import { and, exists, gt, inArray, lt, lte, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/time/now";
import { endInstant } from "@/lib/time/wall";
import { settleSeats } from "./seats";
import { moveOn } from "./transition";

/** Some go on talking after the end, and whoever runs a session may close it late. */
const AFTER_MINUTES = 12 * 60;

/** Nightly: sessions that nobody ended are held, so that the ledger and the commitments of their cities count them. */
export async function closeOver(): Promise<void> {
  const over = await db
    .select({ id: sessions.id, cohortId: sessions.cohortId, endsAt: sessions.endsAt })
    .from(sessions)
    .where(
      and(
        inArray(sessions.status, ["scheduled", "live"]),
        lt(sessions.endsAt, endInstant(clock.now(), -AFTER_MINUTES)),
      ),
    );
  for (const { id, cohortId, endsAt } of over)
    await db.transaction(async (tx) => {
      if (!(await moveOn(tx, id, "held", { heldAt: endsAt }))) return;
      await record(tx, { actorId: null, action: "session.hold", cohortId, subjectId: id });
    });
}

/** Hourly: where seats are no longer held for cities, those who wait get them. */
export async function releaseSeats(): Promise<void> {
  const now = clock.now();
  const waited = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        lte(sessions.seatsHeldUntil, now),
        notInArray(sessions.status, ["cancelled", "held"]),
        gt(sessions.endsAt, now),
        exists(
          db
            .select({ one: sql`1` })
            .from(answers)
            .where(sql`${answers.sessionId} = ${sessions.id} and ${answers.answer} = 'waiting'`),
        ),
      ),
    );
  for (const { id } of waited) await db.transaction((tx) => settleSeats(tx, id));
}
