import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessionCities, sessions } from "@/db/schema";
import { canSession } from "@/lib/auth/can";
import type { TopicKind } from "@/lib/live/topics";
import { statusAt } from "@/lib/sessions/moment";
import { entrustedWith } from "@/lib/sessions/subjects";
import { clock } from "@/lib/time/now";
import { noteRows } from "./rows";
import type { NoteView } from "./types";
import { noteView } from "./view";

/** That something about a session has changed: its step, its answers, its agenda. */
export const sessionTopic: TopicKind = { audience: (id) => audienceOf(id, "session.read") };

/** The shared notes as they are typed, and who has them open. */
export const notesTopic: TopicKind = {
  audience: (id) => audienceOf(id, "session.read-notes"),
  presence: true,
  async content(id, events) {
    const ids = [...new Set(events.flatMap((event) => event.id ?? []))];
    const [rows, [session]] = await Promise.all([
      noteRows(id, ids),
      db
        .select({
          startsAt: sessions.startsAt,
          endsAt: sessions.endsAt,
          status: sessions.status,
          confidentiality: sessions.confidentiality,
        })
        .from(sessions)
        .where(eq(sessions.id, id)),
    ]);
    const place = session && { ...session, status: statusAt(session, clock.now()) };
    return (view) =>
      ({ kind: "notes", notes: place ? rows.map((row) => noteView(row, place, view)) : [] }) satisfies NotesNews;
  },
};

export interface NotesNews {
  kind: "notes";
  notes: NoteView[];
}

async function audienceOf(id: string, action: "session.read" | "session.read-notes") {
  const [row] = await db
    .select({
      cohortId: sessions.cohortId,
      status: sessions.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      noteTakerId: sessions.noteTakerId,
      runnerId: sessions.runnerId,
    })
    .from(sessions)
    .where(eq(sessions.id, id));
  if (!row) return () => false;
  const invited = await db
    .select({ id: sessionCities.workspaceId })
    .from(sessionCities)
    .where(eq(sessionCities.sessionId, id));
  const subject = {
    cohortId: row.cohortId,
    status: statusAt(row, clock.now()),
    invited: invited.map((city) => city.id),
    entrusted: entrustedWith(row),
  };
  return (actor: Parameters<typeof canSession>[0]) => canSession(actor, action, subject);
}
