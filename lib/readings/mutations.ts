import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { readingMarks, sessionReadings, writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { visibleTo } from "@/lib/auth/visible-to";
import { AppError } from "@/lib/errors/errors";
import { publish } from "@/lib/live/publish";
import { loadSession } from "@/lib/sessions/subjects";
import type { MarkInput } from "./schema";

/** Says that one has read what was given to read for a session, or takes it back. */
export async function markReading(actor: Actor, { id, writeUp, read }: MarkInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.note", await loadSession(actor, id));
  const [given] = await db
    .select({ id: writeUps.id })
    .from(sessionReadings)
    .innerJoin(writeUps, eq(writeUps.id, sessionReadings.writeUpId))
    .where(and(eq(sessionReadings.sessionId, session.id), eq(writeUps.id, writeUp), visibleTo(actor)));
  if (!given) throw new AppError("not_found");
  const mark = { sessionId: session.id, writeUpId: given.id, personId: actor.personId };
  return db.transaction(async (tx) => {
    const changed =
      read === "yes"
        ? await tx.insert(readingMarks).values(mark).onConflictDoNothing().returning()
        : await tx
            .delete(readingMarks)
            .where(
              and(
                eq(readingMarks.sessionId, mark.sessionId),
                eq(readingMarks.writeUpId, mark.writeUpId),
                eq(readingMarks.personId, mark.personId),
              ),
            )
            .returning();
    if (changed.length === 0) return { id: session.id };
    await record(tx, {
      actorId: actor.personId,
      action: read === "yes" ? "reading.mark" : "reading.unmark",
      cohortId: session.cohortId,
      subjectId: session.id,
      detail: { writeUp: given.id },
    });
    await publish(tx, `session:${session.id}`, { kind: "reading" });
    return { id: session.id };
  });
}
