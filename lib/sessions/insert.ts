import "server-only";
import type { Tx } from "@/db/client";
import { agendaItems, sessionCities, sessionReadings, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { settings } from "@/lib/env/settings";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import type { FormatStep } from "@/lib/formats/types";
import { newId } from "@/lib/ids";
import { endInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";

type Row = typeof sessions.$inferInsert;
/** What a new session is made from; everything in it has been checked. */
export type NewSession = Omit<Row, "id" | "uid" | "endsAt" | "zoneRules"> & {
  required: readonly string[];
  optional: readonly string[];
  readings: readonly string[];
  steps: readonly FormatStep[];
};

/**
 * Writes a session with its cities, agenda and readings, what its hour costs each city, and its audit row. Tells nobody:
 * see `tellAbout`. Null when a session was made from the same form, or for the same day of a series, before.
 */
export async function insertSession(tx: Tx, given: NewSession): Promise<string | null> {
  const { required, optional, readings, steps, ...row } = given;
  const { cohortId, startsAt, minutes } = row;
  const id = newId();
  const [made] = await tx
    .insert(sessions)
    .values({
      ...row,
      id,
      endsAt: endInstant(startsAt, minutes),
      zoneRules: zoneRulesVersion(),
      uid: `${id}@${settings.url.hostname}`,
    })
    .onConflictDoNothing()
    .returning({ id: sessions.id });
  if (!made) return null;

  await tx
    .insert(sessionCities)
    .values([
      ...required.map((workspaceId) => ({ sessionId: id, cohortId, workspaceId, required: true })),
      ...optional.map((workspaceId) => ({ sessionId: id, cohortId, workspaceId, required: false })),
    ]);
  if (steps.length > 0)
    await tx.insert(agendaItems).values(steps.map((step, position) => ({ ...step, sessionId: id, position })));
  if (readings.length > 0)
    await tx
      .insert(sessionReadings)
      .values(readings.map((writeUpId, position) => ({ sessionId: id, writeUpId, position })));
  await reckonBurdens(tx, id);
  await record(tx, {
    actorId: row.createdBy,
    action: "session.schedule",
    cohortId,
    subjectId: id,
    detail: { format: row.format, cities: required.length + optional.length, startsAt: startsAt.toISOString() },
  });
  return id;
}
