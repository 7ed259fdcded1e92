import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems, minutes, people, sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { isId } from "@/lib/ids";
import type { View } from "@/lib/live/topics";
import { doorsOpen, momentOf } from "@/lib/sessions/moment";
import { loadSession } from "@/lib/sessions/subjects";
import { clock } from "@/lib/time/now";
import { noteRows } from "./rows";
import type { NotesPage } from "./types";
import { noteView } from "./view";

/** The notes of a session as one reader sees them, or null: they do not exist for them. */
export async function getNotes(actor: Actor, sessionId: string, view: View): Promise<NotesPage | null> {
  const session = isId(sessionId) ? await loadSession(actor, sessionId) : null;
  if (!session || !canSession(actor, "session.read-notes", session)) return null;
  const [rows, steps, [more], [lock]] = await Promise.all([
    noteRows(sessionId),
    stepsOf(sessionId),
    db
      .select({ title: sessions.title, stepId: sessions.stepId, noteTaker: people.name })
      .from(sessions)
      .leftJoin(people, eq(people.id, sessions.noteTakerId))
      .where(eq(sessions.id, sessionId)),
    db
      .select({ at: minutes.lockedAt })
      .from(minutes)
      .where(and(eq(minutes.sessionId, sessionId), isNotNull(minutes.lockedAt))),
  ]);
  const now = clock.now();
  const locked = lock !== undefined;
  const may = (action: "session.note" | "session.run") => !locked && canSession(actor, action, session);
  return {
    sessionId,
    title: more?.title ?? "",
    steps,
    stepId: more?.stepId ?? null,
    language: session.language,
    notes: rows.map((note) => noteView(note, session, view, actor.personId)).filter((note) => isShown(note, locked)),
    me: actor.personId,
    noteTaker: more?.noteTaker ?? null,
    abilities: { write: may("session.note"), correct: may("session.run") },
    locked,
    live: !locked && session.status !== "cancelled" && (doorsOpen(session, now) || momentOf(session, now) !== "before"),
  };
}

/** What was removed leaves a trace until the minutes are locked; an empty note is one that somebody is about to write. */
function isShown({ body, removedBy }: { body: string; removedBy: string | null }, locked: boolean): boolean {
  return removedBy === null ? body !== "" : !locked;
}

function stepsOf(sessionId: string) {
  return db
    .select({ id: agendaItems.id, title: agendaItems.title })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position));
}
