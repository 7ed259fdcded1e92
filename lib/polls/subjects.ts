import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { polls, sessionCities, sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { fieldError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";

/**
 * The session that a poll is about, as its rules need it; null when there is no poll for the actor. Its status is that of
 * the row: an option that has passed does not make the vote over.
 */
export async function loadPolled(actor: Actor, sessionId: string) {
  const [row] = await db
    .select({
      id: sessions.id,
      cohortId: sessions.cohortId,
      status: sessions.status,
      minutes: sessions.minutes,
      pollId: polls.id,
      closesAt: polls.closesAt,
      finalisedAt: polls.finalisedAt,
    })
    .from(sessions)
    .innerJoin(polls, eq(polls.sessionId, sessions.id))
    .where(and(eq(sessions.id, sessionId), sessionsVisibleTo(actor)));
  if (!row) return null;
  const invited = await db
    .select({ id: sessionCities.workspaceId })
    .from(sessionCities)
    .where(eq(sessionCities.sessionId, sessionId));
  return { ...row, invited: invited.map((city) => city.id) };
}

/**
 * The poll while nobody has decided it, with its session's row locked: shared by those who vote, alone for those who
 * change what is voted on. Throws when it is decided or called off.
 */
export async function lockPoll(tx: Tx, sessionId: string, strength: "share" | "no key update") {
  await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, sessionId)).for(strength);
  const [poll] = await tx
    .select({ id: polls.id, closesAt: polls.closesAt })
    .from(polls)
    .innerJoin(sessions, eq(sessions.id, polls.sessionId))
    .where(and(eq(polls.sessionId, sessionId), isNull(polls.finalisedAt), eq(sessions.status, "polling")));
  if (!poll) throw fieldError("form", "polls.error.over");
  return poll;
}

/** The same for votes, which count until the deadline only. */
export async function lockOpenPoll(tx: Tx, sessionId: string, strength: "share" | "no key update") {
  const poll = await lockPoll(tx, sessionId, strength);
  if (poll.closesAt <= clock.now()) throw fieldError("form", "polls.error.closed");
  return poll;
}
