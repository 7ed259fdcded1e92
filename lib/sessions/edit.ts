import "server-only";
import { eq } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { changeTemplate } from "@/lib/series/edit";
import { sessionsMeant } from "@/lib/series/scope";
import { clock } from "@/lib/time/now";
import { dateIn, endInstant } from "@/lib/time/wall";
import { applyChange, differences, type Fields, fieldsOf } from "./change";
import { OPEN } from "./lifecycle";
import { dayEnds } from "./schedule-dates";
import { loadInvited, loadNoteTaker } from "./schedule-subjects";
import type { EditInput } from "./schema";
import { loadHost, loadReadings, loadSession } from "./subjects";
import { tellAbout } from "./tell";
import { moveOn } from "./transition";

type Row = typeof sessions.$inferSelect;

/**
 * Changes what a session is, but for its time; in a series, what was changed here in others of it too. `version` is the
 * state that the form was made from: of two edits one wins. A draft can be sent with the same click.
 */
export async function editSession(actor: Actor, input: EditInput): Promise<{ id: string }> {
  const { id, cohortId } = authorizeSession(actor, "session.edit", await loadSession(actor, input.id));
  const wanted = await wantedFrom(actor, cohortId, input);
  return db.transaction(async (tx) => {
    const scope = input.scope === "one" ? undefined : input.scope;
    const meant = scope && (await sessionsMeant(tx, id, scope));
    const row = await lockOpen(tx, id, input.version);
    const change = differences(await fieldsOf(tx, row), { ...wanted, seatsHeldUntil: heldUntil(input, row) });
    await applyChange(tx, actor, row, change);
    if (meant) {
      // Who takes the notes, what is read before and how long seats are held differ from one to the next.
      const { noteTakerId, readings, seatsHeldUntil, ...shared } = change;
      for (const other of meant.sessions) if (other.id !== id) await applyChange(tx, actor, other, shared);
      await changeTemplate(tx, actor, meant.series, shared);
    }
    if (input.as === "send") await announce(tx, actor, row, [...wanted.required, ...wanted.optional]);
    return { id };
  });
}

async function wantedFrom(actor: Actor, cohortId: string, input: EditInput): Promise<Omit<Fields, "seatsHeldUntil">> {
  const { title, purpose, language, mode, joinUrl, confidentiality, capacity } = input;
  const { required, optional } = await loadInvited(cohortId, input);
  await loadHost(cohortId, input.host);
  return {
    ...{ title, purpose, language, mode, joinUrl, confidentiality, capacity, required, optional },
    hostId: input.host,
    location: input.location || null,
    noteTakerId: await loadNoteTaker(cohortId, input.noteTaker),
    readings: await loadReadings(actor, cohortId, input.readings),
  };
}

async function lockOpen(tx: Tx, id: string, version: number): Promise<Row> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.id, id)).for("no key update");
  if (!row || !OPEN.includes(row.status) || row.stampedAt.getTime() !== version) throw new AppError("conflict");
  return row;
}

/** The last day on which a seat is held for each city, by the session's own clock. */
export function lastHeldDay({ seatsHeldUntil, zone }: Pick<Row, "seatsHeldUntil" | "zone">): string | null {
  return seatsHeldUntil && dateIn(endInstant(seatsHeldUntil, -1), zone);
}

/** To the end of the day that was asked for. A day that stays as it was may have passed meanwhile. */
function heldUntil({ heldUntil: day, capacity }: EditInput, row: Row): Date | null {
  if (day === null) return null;
  if (capacity === null) throw fieldError("capacity", "newSession.error.heldWithoutSeats");
  if (day === lastHeldDay(row)) return row.seatsHeldUntil;
  const until = dayEnds(day, row.zone);
  if (until <= clock.now()) throw fieldError("heldUntil", "sessions.error.past");
  if (until >= row.startsAt) throw fieldError("heldUntil", "newSession.error.heldLate");
  return until;
}

/** Sends the invitations of a session that only its facilitators knew of. */
async function announce(tx: Tx, actor: Actor, { id, cohortId, startsAt }: Row, invited: string[]): Promise<void> {
  if (startsAt <= clock.now()) throw fieldError("form", "sessions.error.sendPast");
  if (!(await moveOn(tx, id, "scheduled"))) throw new AppError("conflict");
  await record(tx, { actorId: actor.personId, action: "session.announce", cohortId, subjectId: id });
  await tellAbout(tx, actor, { id, cohortId, invited }, "session-scheduled");
}
