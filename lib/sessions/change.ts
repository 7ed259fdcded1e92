import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, sessionCities, sessionReadings, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inviteAgain, withdrawInvitations } from "@/lib/calendars/invite";
import { fieldError } from "@/lib/errors/errors";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { notify } from "@/lib/inbox/notify";
import { publish } from "@/lib/live/publish";
import { isAnnounced } from "./move";
import { forgetUninvited, settleSeats } from "./seats";
import { membersOf, tellAbout } from "./tell";

type Row = typeof sessions.$inferSelect;

/** What can be changed of a session besides its time. */
export interface Fields
  extends Pick<
    Row,
    | "title"
    | "purpose"
    | "language"
    | "hostId"
    | "mode"
    | "location"
    | "joinUrl"
    | "confidentiality"
    | "capacity"
    | "seatsHeldUntil"
    | "noteTakerId"
  > {
  required: string[];
  optional: string[];
  readings: string[];
}
export type Change = Partial<Fields>;

/** What the session is now; cities in a fixed order, so that two of these can be compared. */
export async function fieldsOf(tx: Tx, row: Row): Promise<Fields> {
  const cities = await tx
    .select({ id: sessionCities.workspaceId, required: sessionCities.required })
    .from(sessionCities)
    .where(eq(sessionCities.sessionId, row.id));
  const readings = await tx
    .select({ id: sessionReadings.writeUpId })
    .from(sessionReadings)
    .where(eq(sessionReadings.sessionId, row.id))
    .orderBy(asc(sessionReadings.position));
  const { title, purpose, language, hostId, mode, location, joinUrl, confidentiality, capacity } = row;
  return {
    ...{ title, purpose, language, hostId, mode, location, joinUrl, confidentiality, capacity },
    ...{ seatsHeldUntil: row.seatsHeldUntil, noteTakerId: row.noteTakerId },
    required: inOrder(cities.filter((city) => city.required).map(({ id }) => id)),
    optional: inOrder(cities.filter((city) => !city.required).map(({ id }) => id)),
    readings: readings.map(({ id }) => id),
  };
}

/** The fields of `wanted` that are not as they are `now`. */
export function differences(now: Fields, wanted: Fields): Change {
  const changed = Object.entries({
    ...wanted,
    required: inOrder(wanted.required),
    optional: inOrder(wanted.optional),
  }).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name as keyof Fields]));
  return Object.fromEntries(changed) as Change;
}

/**
 * Writes a change, with everything that follows from it: seats, what the hour costs each city, the word to whoever is newly
 * invited or no longer so, and to all others when they have another place to go to. Of the rest calendars hear quietly.
 */
export async function applyChange(tx: Tx, actor: Actor, row: Row, change: Change): Promise<void> {
  const { required, optional, readings, ...columns } = change;
  if (Object.keys(change).length === 0) return;
  if (change.capacity) await refuseBelow(tx, row.id, change.capacity);
  const elsewhere = "mode" in change || "location" in change;
  const moved = elsewhere || "joinUrl" in change;
  await tx
    .update(sessions)
    .set({ ...columns, stampedAt: sql`now()`, ...(moved && { sequence: sql`${sessions.sequence} + 1` }) })
    .where(eq(sessions.id, row.id));
  if (readings) await setReadings(tx, row.id, readings);
  const before = await citiesOfRow(tx, row.id);
  const after = await setCities(tx, row, change);
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const goneFrom = removed.length > 0 ? await membersOf(tx, removed) : [];
  const forgotten = removed.length > 0 ? await forgetUninvited(tx, row.id) : [];
  await settleSeats(tx, row.id);
  if (required || optional) await reckonBurdens(tx, row.id);
  await record(tx, {
    actorId: actor.personId,
    action: "session.edit",
    cohortId: row.cohortId,
    subjectId: row.id,
    detail: { fields: Object.keys(change).sort().join(" ") },
  });
  await publish(tx, `session:${row.id}`, { kind: "session" });
  if (!isAnnounced(row) || row.status === "polling") return;

  const kept = after.filter((id) => before.includes(id));
  const about = { id: row.id, cohortId: row.cohortId, invited: kept };
  const keptPeople = [...(await membersOf(tx, kept)), ...(await goingAlong(tx, row.id))];
  if (elsewhere) await tellAbout(tx, actor, about, "session-moved");
  else if (SHOWN.some((name) => name in change)) await inviteAgain(tx, row.id, keptPeople);
  const newcomers = (await membersOf(tx, added)).filter((id) => !keptPeople.includes(id));
  const news = { kind: "session-scheduled", sessionId: row.id, actorId: actor.personId } as const;
  await notify(tx, { ...news, personIds: newcomers, mailed: true });
  await inviteAgain(tx, row.id, newcomers);
  const gone = [...goneFrom, ...forgotten].filter((id) => !keptPeople.includes(id) && !newcomers.includes(id));
  await withdrawInvitations(tx, row.id, gone);
}

/** What a calendar shows of a session, besides its time and where it is. */
const SHOWN = ["title", "purpose", "language", "hostId", "joinUrl"] as const;

async function refuseBelow(tx: Tx, sessionId: string, capacity: number): Promise<void> {
  const count = await tx.$count(answers, and(eq(answers.sessionId, sessionId), eq(answers.answer, "going")));
  if (count > capacity) throw fieldError("capacity", "seats.error.below", { count });
}

async function setReadings(tx: Tx, sessionId: string, readings: readonly string[]): Promise<void> {
  await tx.delete(sessionReadings).where(eq(sessionReadings.sessionId, sessionId));
  if (readings.length > 0)
    await tx
      .insert(sessionReadings)
      .values(readings.map((writeUpId, position) => ({ sessionId, writeUpId, position })));
}

/** The cities as they are then. Those that stay keep their rows. */
async function setCities(tx: Tx, { id: sessionId, cohortId }: Row, { required, optional }: Change): Promise<string[]> {
  if (required || optional) {
    const now = await tx.select().from(sessionCities).where(eq(sessionCities.sessionId, sessionId));
    const needed = required ?? now.filter((city) => city.required).map((city) => city.workspaceId);
    const welcome = optional ?? now.filter((city) => !city.required).map((city) => city.workspaceId);
    const wanted = new Map([...welcome.map((id) => [id, false] as const), ...needed.map((id) => [id, true] as const)]);
    const off = now.map((city) => city.workspaceId).filter((id) => !wanted.has(id));
    if (off.length > 0)
      await tx
        .delete(sessionCities)
        .where(and(eq(sessionCities.sessionId, sessionId), inArray(sessionCities.workspaceId, off)));
    await tx
      .insert(sessionCities)
      .values([...wanted].map(([workspaceId, must]) => ({ sessionId, cohortId, workspaceId, required: must })))
      .onConflictDoUpdate({
        target: [sessionCities.sessionId, sessionCities.workspaceId],
        set: { required: sql`excluded.required` },
      });
  }
  return citiesOfRow(tx, sessionId);
}

async function citiesOfRow(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: sessionCities.workspaceId })
    .from(sessionCities)
    .where(eq(sessionCities.sessionId, sessionId));
  return rows.map(({ id }) => id);
}

/** Those who come or may come: some of them belong to no city. */
async function goingAlong(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: answers.personId })
    .from(answers)
    .where(and(eq(answers.sessionId, sessionId), inArray(answers.answer, ["going", "tentative", "waiting"])));
  return rows.map(({ id }) => id);
}

const inOrder = (ids: readonly string[]) => [...ids].sort();
