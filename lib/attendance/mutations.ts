import "server-only";
import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { attendance } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { publish } from "@/lib/live/publish";
import { loadSession } from "@/lib/sessions/subjects";
import { whileOpen } from "@/lib/sessions/while-open";
import { clock } from "@/lib/time/now";
import { GUESTS_MAX } from "./limits";
import { guestsOf } from "./rows";
import type { CheckInInput, GuestInput, StrikeInput, TickInput } from "./schema";
import { mayCheckIn } from "./window";

interface Done {
  id: string;
}
type Session = NonNullable<Awaited<ReturnType<typeof loadSession>>>;

/** "I am here", or not after all: from when the doors open until half a day after the end. */
export async function checkIn(actor: Actor, { id, here }: CheckInInput): Promise<Done> {
  const session = authorizeSession(actor, "session.note", await loadSession(actor, id));
  if (!mayCheckIn(session, clock.now())) throw fieldError("form", "attendance.error.closed");
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const changed =
      here === "yes" ? await add(tx, actor, session, [actor.personId]) : await strike(tx, session, [actor.personId]);
    if (changed > 0) await tell(tx, actor, session, here === "yes" ? "attendance.check-in" : "attendance.check-out");
    return { id: session.id };
  });
}

/** Ticks who was there. What others changed since the page was made stays. */
export async function tickAttendance(actor: Actor, { id, there, was }: TickInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  const added = there.filter((person) => !was.includes(person));
  const struck = was.filter((person) => !there.includes(person));
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const came = await add(tx, actor, session, added);
    const went = await strike(tx, session, struck);
    if (came + went > 0) await tell(tx, actor, session, "attendance.tick", { added: came, removed: went });
    return { id: session.id };
  });
}

/** Writes down somebody who has no account. The same name in the same city is one entry. */
export async function addGuest(actor: Actor, { id, name, city }: GuestInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  if (city && !session.invited.includes(city)) throw fieldError("city", "errors.field.invalid");
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const [known] = await tx
      .select({
        all: count(),
        same: sql<number>`count(*) filter (where ${attendance.name} = ${name} and ${attendance.workspaceId} is not distinct from ${city})::int`,
      })
      .from(attendance)
      .where(eq(attendance.sessionId, session.id));
    if (known && known.same > 0) return { id: session.id };
    if (known && known.all >= GUESTS_MAX) throw fieldError("name", "attendance.error.tooMany");
    await tx.insert(attendance).values({ sessionId: session.id, name, workspaceId: city, recordedBy: actor.personId });
    await tell(tx, actor, session, "attendance.add-guest");
    return { id: session.id };
  });
}

/** Takes back a name that was written down. A second click changes nothing. */
export async function strikeGuest(actor: Actor, { id, entry }: StrikeInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const struck = await tx
      .delete(attendance)
      .where(and(eq(attendance.id, entry), eq(attendance.sessionId, session.id), isNull(attendance.personId)))
      .returning({ id: attendance.id });
    if (struck.length > 0) await tell(tx, actor, session, "attendance.strike-guest");
    return { id: session.id };
  });
}

/** With the invited city that each belongs to now. People who have nothing to do with the session are refused. */
async function add(tx: Tx, actor: Actor, session: Session, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0;
  const guests = new Map((await guestsOf(tx, session.id, personIds)).map((guest) => [guest.id, guest]));
  if (personIds.some((id) => !guests.has(id) && id !== actor.personId)) throw new AppError("invalid");
  const added = await tx
    .insert(attendance)
    .values(
      personIds.map((personId) => ({
        sessionId: session.id,
        personId,
        workspaceId: guests.get(personId)?.workspace_id ?? null,
        recordedBy: actor.personId,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: attendance.id });
  return added.length;
}

async function strike(tx: Tx, session: Session, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0;
  const struck = await tx
    .delete(attendance)
    .where(and(eq(attendance.sessionId, session.id), inArray(attendance.personId, [...personIds])))
    .returning({ id: attendance.id });
  return struck.length;
}

async function tell(tx: Tx, actor: Actor, session: Session, action: string, detail: Record<string, number> = {}) {
  const { id: subjectId, cohortId } = session;
  await record(tx, { actorId: actor.personId, action, cohortId, subjectId, detail });
  await publish(tx, `session:${subjectId}`, { kind: "attendance" });
}
