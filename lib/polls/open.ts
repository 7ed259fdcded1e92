import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { pollOptions, polls, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import type { Start } from "@/lib/sessions/start";
import { loadSession } from "@/lib/sessions/subjects";
import { clock } from "@/lib/time/now";
import { askForVotes } from "./ask";
import { usualDeadline } from "./deadline";
import { OPTIONS_MAX, OPTIONS_MIN } from "./limits";
import { standAtEarliest } from "./stand";
import { peopleAsked } from "./voters";

interface Opening {
  sessionId: string;
  options: readonly Start[];
  /** Until when one may vote; null means a usual time. */
  closesAt: Date | null;
}

/**
 * Opens the vote on when a session takes place, which has the status polling already, and asks everybody in its cities.
 * Throws a field error under "options" or "closesAt" for what cannot be.
 */
export async function openPoll(tx: Tx, actor: Actor, { sessionId, options, closesAt }: Opening): Promise<string> {
  const now = clock.now();
  checkOptions(options, now);
  const until = closesAt ?? usualDeadline(options, now, actor.zone);
  checkDeadline(until, options, now);
  const [poll] = await tx
    .insert(polls)
    .values({ sessionId, closesAt: until, createdBy: actor.personId })
    .onConflictDoNothing()
    .returning({ id: polls.id });
  if (!poll) throw new AppError("conflict");
  await tx
    .insert(pollOptions)
    .values(options.map(({ wallStart, zone, startsAt }) => ({ pollId: poll.id, wallStart, zone, startsAt })));
  await standAtEarliest(tx, sessionId);
  const [session] = await tx.select({ cohortId: sessions.cohortId }).from(sessions).where(eq(sessions.id, sessionId));
  await record(tx, {
    actorId: actor.personId,
    action: "poll.open",
    cohortId: session?.cohortId,
    subjectId: sessionId,
    detail: { options: options.length, closesAt: until.toISOString() },
  });
  const personIds = await peopleAsked(tx, sessionId);
  await askForVotes(tx, { kind: "poll-opened", sessionId, actorId: actor.personId, personIds });
  return poll.id;
}

/** Puts a session that is a draft, or that had a time already, to the vote. A second click changes nothing. */
export async function beginPoll(actor: Actor, opening: Opening): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.edit", await loadSession(actor, opening.sessionId));
  if (session.status === "polling") return { id: session.id };
  return db.transaction(async (tx) => {
    const [begun] = await tx
      .update(sessions)
      .set({ status: "polling", sequence: sql`${sessions.sequence} + 1`, stampedAt: sql`now()` })
      .where(and(eq(sessions.id, session.id), inArray(sessions.status, ["draft", "proposed", "scheduled"])))
      .returning({ id: sessions.id });
    if (!begun) throw new AppError("conflict");
    // A vote that was decided before makes room; its audit rows stay.
    await tx.delete(polls).where(and(eq(polls.sessionId, session.id), isNotNull(polls.finalisedAt)));
    await openPoll(tx, actor, opening);
    return { id: session.id };
  });
}

function checkOptions(options: readonly Start[], now: Date): void {
  const starts = options.map(({ startsAt }) => startsAt.getTime());
  if (starts.length < OPTIONS_MIN) throw fieldError("options", "polls.error.tooFew", { min: OPTIONS_MIN });
  if (starts.length > OPTIONS_MAX) throw fieldError("options", "polls.error.tooMany", { max: OPTIONS_MAX });
  if (new Set(starts).size < starts.length) throw fieldError("options", "polls.error.twice");
  if (starts.some((start) => start <= now.getTime())) throw fieldError("options", "polls.error.past");
}

export function checkDeadline(closesAt: Date, options: readonly { startsAt: Date }[], now: Date): void {
  if (closesAt <= now) throw fieldError("closesAt", "polls.error.deadlinePast");
  const first = Math.min(...options.map(({ startsAt }) => startsAt.getTime()));
  if (closesAt.getTime() > first) throw fieldError("closesAt", "polls.error.deadlineLate");
}
