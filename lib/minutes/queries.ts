import "server-only";
import { attendanceOf } from "@/lib/attendance/queries";
import type { Actor } from "@/lib/auth/actor";
import { commitmentsOfSession } from "@/lib/commitments/queries";
import { NOTE_KINDS } from "@/lib/notes/limits";
import { noteRows } from "@/lib/notes/rows";
import type { Note } from "@/lib/notes/types";
import { getSession } from "@/lib/sessions/queries";
import type { SessionView } from "@/lib/sessions/types";
import { amendmentsOf, minutesRow, questionsLeft } from "./rows";
import { asTold, mayName } from "./told";
import type { MinutesPart, MinutesView, Output } from "./types";

/** The minutes of a session as the actor may read them, or null: they do not exist for them. */
export async function getMinutes(actor: Actor, sessionId: string): Promise<MinutesView | null> {
  const session = await getSession(actor, sessionId);
  if (!session?.abilities.readNotes) return null;
  const [row, notes, left, commitments, attendance, amendments] = await Promise.all([
    minutesRow(session.id),
    noteRows(session.id),
    questionsLeft(session.id),
    commitmentsOfSession(actor, session.id),
    attendanceOf(actor, session),
    amendmentsOf(session.id),
  ]);
  const { run } = session.abilities;
  const locked = row?.lockedAt ? { at: row.lockedAt, by: row.lockedBy ?? "" } : null;
  return {
    session,
    summary: row && row.markdown !== "" ? row : null,
    parts: partsOf(session, notes),
    openQuestions: asTold(session, left),
    commitments,
    attendance: {
      total: attendance?.total ?? 0,
      cities: (attendance?.cities ?? []).map(({ city, present }) => ({
        city,
        count: present.length,
        names: mayName(session) ? present.map(({ name }) => name) : [],
      })),
    },
    amendments,
    locked,
    abilities: {
      write: run && locked === null,
      lock: run && locked === null && session.moment === "after" && session.status !== "live",
      amend: run && locked !== null,
    },
  };
}

/** What the form for the summary begins with: the text as it is, and its version. Null when it cannot be written. */
export async function summaryToWrite(actor: Actor, sessionId: string) {
  const session = await getSession(actor, sessionId);
  if (!session?.abilities.run) return null;
  const row = await minutesRow(session.id);
  if (row?.lockedAt) return null;
  return { session, markdown: row?.markdown ?? "", version: row?.version ?? 0, changed: row };
}

/** How far the minutes are: not begun, being written, or locked. Null for those who do not read them. */
export async function minutesState(session: SessionView): Promise<"none" | "begun" | "locked" | null> {
  if (!session.abilities.readNotes) return null;
  const row = await minutesRow(session.id);
  if (!row) return "none";
  return row.lockedAt ? "locked" : "begun";
}

/** In the order of the agenda, in each step by kind, and in each kind as they were written. */
function partsOf(session: SessionView, notes: readonly Note[]): MinutesPart[] {
  const steps: MinutesPart["step"][] = [...session.agenda.map(({ id, title }) => ({ id, title })), null];
  return steps.flatMap((step) => {
    const own = notes.filter((note) => note.stepId === (step?.id ?? null) && isThere(note));
    const outputs = NOTE_KINDS.flatMap((kind) => own.filter((note) => note.kind === kind)).map(
      ({ id, kind, body, language, author, city }): Output => ({
        id,
        kind,
        body: body.trim(),
        language,
        by: { name: author.name, city },
      }),
    );
    return outputs.length > 0 ? [{ step, outputs: asTold(session, outputs) }] : [];
  });
}

const isThere = ({ removedBy, body }: Note) => removedBy === null && body.trim() !== "";
