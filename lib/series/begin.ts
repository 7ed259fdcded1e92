import "server-only";
import type { Tx } from "@/db/client";
import { series } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { insertOccurrence } from "./insert";
import { materialise } from "./materialise";
import { place } from "./occurrences";

type Row = typeof series.$inferInsert;

/** What a series is begun with; everything in it has been checked, and its first start lies ahead. */
export interface NewSeries
  extends Pick<
    Row,
    "cohortId" | "rhythm" | "wallStart" | "zone" | "minutes" | "rotates" | "spread" | "skipsHolidays" | "template"
  > {
  untilOn: string | null;
  /** What to read before the first one. */
  readings: readonly string[];
  /** The form it was made from: the first session carries it too. */
  formKey: string;
}

/**
 * Begins a series: its first session, at the hour that was chosen, and those of the weeks ahead that already stand in the
 * calendar. Tells everybody who is invited. Null when the same form made one before.
 */
export async function beginSeries(
  tx: Tx,
  actor: Actor,
  given: NewSeries,
): Promise<{ seriesId: string; sessionId: string } | null> {
  const { readings, formKey, ...values } = given;
  const [made] = await tx
    .insert(series)
    .values({ ...values, formKey, createdBy: actor.personId })
    .onConflictDoNothing()
    .returning();
  if (!made) return null;
  await record(tx, {
    actorId: actor.personId,
    action: "series.begin",
    cohortId: made.cohortId,
    subjectId: made.id,
    detail: { rhythm: made.rhythm, rotates: made.rotates },
  });
  const seriesStart = made.wallStart;
  const first = { ...place(seriesStart, made.zone), seriesStart, readings, formKey };
  const sessionId = await insertOccurrence(tx, actor, made, first);
  if (sessionId === null) return null;
  await materialise(tx, actor, made);
  return { seriesId: made.id, sessionId };
}
