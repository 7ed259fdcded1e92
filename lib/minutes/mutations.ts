import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { amendments, minutes, people, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { publish } from "@/lib/live/publish";
import { SUMMARY_MAX } from "@/lib/notes/limits";
import { loadSession } from "@/lib/sessions/subjects";
import { whileOpen } from "@/lib/sessions/while-open";
import { renderMarkdown } from "@/lib/text/markdown";
import { mergeText } from "@/lib/write-ups/merge-text";
import type { AmendInput, LockInput, SummaryInput } from "./schema";
import { sendMinutes } from "./tell";

type Session = NonNullable<Awaited<ReturnType<typeof loadSession>>>;

/**
 * Keeps the summary. What somebody else wrote since the form was made is put together with it; where both changed the same
 * words the form comes back with their text, and the next sending is the answer.
 */
export async function saveSummary(actor: Actor, input: SummaryInput): Promise<{ id: string; merged: boolean }> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, input.id));
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const [kept] = await tx
      .select({ markdown: minutes.markdown, version: minutes.version, by: people.name })
      .from(minutes)
      .innerJoin(people, eq(people.id, minutes.updatedBy))
      .where(eq(minutes.sessionId, session.id));
    const version = kept?.version ?? 0;
    const merged = version !== input.version && kept !== undefined && kept.markdown !== input.markdown;
    const markdown = merged ? together(input, kept) : input.markdown;
    if (kept && kept.markdown === markdown) return { id: session.id, merged };
    const values = { markdown, html: renderMarkdown(markdown), updatedBy: actor.personId, version: version + 1 };
    // The row of the session is locked: nobody else writes these minutes meanwhile.
    await tx
      .insert(minutes)
      .values({ ...values, sessionId: session.id, language: session.language })
      .onConflictDoUpdate({ target: minutes.sessionId, set: { ...values, updatedAt: sql`now()` } });
    await tell(tx, actor, session, "minutes.write", { version: values.version });
    return { id: session.id, merged };
  });
}

/** Closes the minutes for good and sends them to everybody. A second click changes nothing. */
export async function lockMinutes(actor: Actor, { id }: LockInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  if (session.status !== "held") throw fieldError("form", "minutes.error.notOver");
  return db.transaction(async (tx) => {
    const [over] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, session.id), ne(sessions.status, "live")))
      .for("no key update");
    if (!over) throw fieldError("form", "minutes.error.live");
    const lock = { lockedAt: sql`now()`, lockedBy: actor.personId };
    const [locked] = await tx
      .insert(minutes)
      .values({ ...lock, sessionId: session.id, language: session.language, updatedBy: actor.personId })
      .onConflictDoUpdate({ target: minutes.sessionId, set: lock, setWhere: isNull(minutes.lockedAt) })
      .returning({ id: minutes.sessionId });
    if (!locked) return { id: session.id };
    await tell(tx, actor, session, "minutes.lock");
    await sendMinutes(tx, actor.personId, session.id);
    return { id: session.id };
  });
}

/** Puts something right after the minutes were locked: added under them, with a name and a date. */
export async function amendMinutes(actor: Actor, { id, formKey, amendment }: AmendInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  return db.transaction(async (tx) => {
    const [locked] = await tx.select({ at: minutes.lockedAt }).from(minutes).where(eq(minutes.sessionId, session.id));
    if (!locked?.at) throw new AppError("conflict");
    const [made] = await tx
      .insert(amendments)
      .values({
        sessionId: session.id,
        authorId: actor.personId,
        language: session.language,
        body: amendment,
        formKey,
      })
      .onConflictDoNothing()
      .returning({ id: amendments.id });
    if (made) await tell(tx, actor, session, "minutes.amend", { amendment: made.id });
    return { id: session.id };
  });
}

/** Two changes as one text. What clashes goes back to the form, with what it needs to answer. */
function together(input: SummaryInput, kept: { markdown: string; version: number; by: string }): string {
  const { text, clash } = mergeText(input.base, input.markdown, kept.markdown);
  if (!clash && text.length <= SUMMARY_MAX) return text;
  throw new AppError("conflict", {
    values: { version: String(kept.version), base: kept.markdown, theirs: kept.markdown, changedBy: kept.by },
  });
}

async function tell(
  tx: Tx,
  actor: Actor,
  session: Session,
  action: string,
  detail: Record<string, string | number> = {},
) {
  const { id: subjectId, cohortId } = session;
  await record(tx, { actorId: actor.personId, action, cohortId, subjectId, detail });
  await publish(tx, `session:${subjectId}`, { kind: "minutes" });
}
