import "server-only";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { agendaItems, notes } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { type Actor, workspaceOf } from "@/lib/auth/actor";
import { authorizeSession, canSession } from "@/lib/auth/can";
import { limitRate } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import { publish } from "@/lib/live/publish";
import type { View } from "@/lib/live/topics";
import { loadSession } from "@/lib/sessions/subjects";
import { whileOpen } from "@/lib/sessions/while-open";
import { KEEPS_A_MINUTE, NOTES_EACH_MAX } from "./limits";
import { mergeNote } from "./merge";
import { noteRows } from "./rows";
import type { KeepNoteInput, RemoveNoteInput } from "./schema";
import type { KeptNote } from "./types";
import { noteView } from "./view";

type Session = NonNullable<Awaited<ReturnType<typeof loadSession>>>;
type Row = typeof notes.$inferSelect;

/**
 * Keeps what somebody has typed so far: a new note, or a change of one, which is put together with what others changed
 * meanwhile. Words that do not go together become a note of their own. The log has that a note was begun, and that somebody
 * else corrected it; not each stroke.
 */
export async function keepNote(actor: Actor, input: KeepNoteInput, view: View): Promise<KeptNote> {
  const session = authorizeSession(actor, "session.note", await loadSession(actor, input.session));
  await limitRate(`notes:${actor.personId}`, KEEPS_A_MINUTE, 60);
  const aside = await db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    if (await begin(tx, actor, session, input)) return false;
    return change(tx, actor, session, input);
  });
  const rows = await noteRows(session.id, [input.id, input.aside]);
  const note = rows.find(({ id }) => id === input.id);
  const other = aside ? rows.find(({ id }) => id === input.aside) : undefined;
  if (!note) throw new AppError("not_found");
  return {
    note: noteView(note, session, view, actor.personId),
    aside: other ? noteView(other, session, view, actor.personId) : null,
    body: note.body,
  };
}

/** Takes a note away: its words go for good, and who did it stays until the minutes are locked. A second click changes nothing. */
export async function removeNote(actor: Actor, input: RemoveNoteInput): Promise<{ session: string }> {
  const session = authorizeSession(actor, "session.note", await loadSession(actor, input.session));
  await db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const note = await lockNote(tx, actor, session, input.id);
    if (note.deletedAt) return;
    await tx
      .update(notes)
      .set({
        body: "",
        deletedAt: sql`now()`,
        updatedAt: sql`now()`,
        updatedBy: actor.personId,
        version: note.version + 1,
      })
      .where(eq(notes.id, note.id));
    await log(tx, actor, session, "note.remove");
    await tell(tx, session, note.id);
  });
  return { session: session.id };
}

/** False when the note is there already. */
async function begin(tx: Tx, actor: Actor, session: Session, input: KeepNoteInput): Promise<boolean> {
  if (input.step !== null) await requireStep(tx, session, input.step);
  const [made] = await tx
    .insert(notes)
    .values({
      id: input.id,
      sessionId: session.id,
      agendaItemId: input.step,
      kind: input.kind,
      authorId: actor.personId,
      workspaceId: workspaceOf(actor, session.cohortId),
      language: input.language,
      body: input.body,
    })
    .onConflictDoNothing()
    .returning({ id: notes.id });
  if (!made) return false;
  const own = and(eq(notes.sessionId, session.id), eq(notes.authorId, actor.personId));
  const [written] = await tx.select({ many: count() }).from(notes).where(own);
  if ((written?.many ?? 0) > NOTES_EACH_MAX) throw new AppError("too_many", { retryAfter: 3600 });
  await log(tx, actor, session, "note.write");
  await tell(tx, session, made.id);
  return true;
}

/** Whether the words went aside. */
async function change(tx: Tx, actor: Actor, session: Session, input: KeepNoteInput): Promise<boolean> {
  const note = await lockNote(tx, actor, session, input.id);
  // Somebody took it away meanwhile: the answer says so, and the words stay with whoever typed them.
  if (note.deletedAt) return false;
  const { body, aside } = mergeNote(input, note.body);
  if (aside) await putAside(tx, actor, session, input);
  const { step: agendaItemId, kind, language } = input;
  const same = note.agendaItemId === agendaItemId && note.kind === kind && note.language === language;
  if (body === note.body && same) return aside;
  await tx
    .update(notes)
    .set({
      agendaItemId,
      kind,
      language,
      body,
      version: note.version + 1,
      updatedAt: sql`now()`,
      updatedBy: actor.personId,
    })
    .where(eq(notes.id, note.id));
  const changer = note.updatedBy ?? note.authorId;
  if (changer !== actor.personId) await log(tx, actor, session, "note.change");
  await tell(tx, session, note.id);
  return aside;
}

/** The words that clash, as a note of whoever typed them. Sent again, they are the same note. */
async function putAside(tx: Tx, actor: Actor, session: Session, input: KeepNoteInput): Promise<void> {
  if (await begin(tx, actor, session, { ...input, id: input.aside })) return;
  const own = and(eq(notes.id, input.aside), eq(notes.sessionId, session.id), eq(notes.authorId, actor.personId));
  const [kept] = await tx
    .update(notes)
    .set({ body: input.body, version: sql`${notes.version} + 1`, updatedAt: sql`now()` })
    .where(and(own, isNull(notes.deletedAt)))
    .returning({ id: notes.id });
  if (!kept) throw new AppError("conflict");
  await tell(tx, session, kept.id);
}

/** Its author's, or anybody's for who runs the session or takes its notes. A note elsewhere does not exist. */
async function lockNote(tx: Tx, actor: Actor, session: Session, id: string): Promise<Row> {
  const [note] = await tx
    .select()
    .from(notes)
    .where(and(eq(notes.id, id), eq(notes.sessionId, session.id)))
    .for("update");
  if (!note) throw new AppError("not_found");
  if (note.authorId !== actor.personId && !canSession(actor, "session.run", session)) throw new AppError("forbidden");
  return note;
}

async function requireStep(tx: Tx, session: Session, id: string): Promise<void> {
  const [step] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.id, id), eq(agendaItems.sessionId, session.id)));
  if (!step) throw fieldError("step", "notes.error.step");
}

/** About the session, not the note: "use it, don't name it" holds for who reads the log too. */
function log(tx: Tx, actor: Actor, { id, cohortId }: Session, action: string): Promise<void> {
  return record(tx, { actorId: actor.personId, action, cohortId, subjectId: id });
}

function tell(tx: Tx, session: Session, id: string): Promise<void> {
  return publish(tx, `notes:${session.id}`, { kind: "note", id });
}
