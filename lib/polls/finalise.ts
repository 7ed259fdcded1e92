import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { pollOptions, polls, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { publish } from "@/lib/live/publish";
import { asItIs } from "@/lib/sessions/as-it-is";
import { tellAbout } from "@/lib/sessions/tell";
import { clock } from "@/lib/time/now";
import { endInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";
import type { FinaliseInput } from "./schema";
import { seatVoters } from "./seat-voters";
import { loadPolled } from "./subjects";

/**
 * Decides the vote: the session takes place then, votes become answers, everybody invited hears of it. One transaction
 * that only the first of two clicks wins; the others change nothing.
 */
export async function finalisePoll(actor: Actor, input: FinaliseInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.edit", await loadPolled(actor, input.id));
  return db.transaction(async (tx) => {
    const { invited } = await asItIs(tx, session.id);
    const [option] = await tx
      .select({
        id: pollOptions.id,
        wallStart: pollOptions.wallStart,
        zone: pollOptions.zone,
        startsAt: pollOptions.startsAt,
      })
      .from(pollOptions)
      .where(and(eq(pollOptions.id, input.option), eq(pollOptions.pollId, session.pollId)));
    if (!option) throw new AppError("not_found");
    const [decided] = await tx
      .update(polls)
      .set({ finalisedAt: sql`now()`, finalisedBy: actor.personId, chosenId: option.id })
      .where(and(eq(polls.id, session.pollId), isNull(polls.finalisedAt)))
      .returning({ id: polls.id });
    if (!decided) return decidedBefore(tx, session.id, option.id);
    if (option.startsAt <= clock.now()) throw fieldError("form", "polls.error.optionGone");
    await schedule(tx, session, option);
    const people = await seatVoters(tx, session.id, option.id);
    await reckonBurdens(tx, session.id);
    await record(tx, {
      actorId: actor.personId,
      action: "poll.finalise",
      cohortId: session.cohortId,
      subjectId: session.id,
      detail: { option: option.id, startsAt: option.startsAt.toISOString(), answers: people },
    });
    await tellAbout(tx, actor, { ...session, invited }, "session-scheduled");
    await publish(tx, `session:${session.id}`, { kind: "session" });
    return { id: session.id };
  });
}

interface Chosen {
  wallStart: string;
  zone: string;
  startsAt: Date;
}

async function schedule(tx: Tx, { id, minutes }: { id: string; minutes: number }, chosen: Chosen): Promise<void> {
  const { wallStart, zone, startsAt } = chosen;
  const [scheduled] = await tx
    .update(sessions)
    .set({
      status: "scheduled",
      wallStart,
      zone,
      startsAt,
      endsAt: endInstant(startsAt, minutes),
      zoneRules: zoneRulesVersion(),
      sequence: sql`${sessions.sequence} + 1`,
      stampedAt: sql`now()`,
    })
    .where(and(eq(sessions.id, id), eq(sessions.status, "polling")))
    .returning({ id: sessions.id });
  if (!scheduled) throw new AppError("conflict");
}

async function decidedBefore(tx: Tx, sessionId: string, optionId: string): Promise<{ id: string }> {
  const [same] = await tx
    .select({ id: polls.sessionId })
    .from(polls)
    .where(and(eq(polls.sessionId, sessionId), eq(polls.chosenId, optionId)));
  if (!same) throw new AppError("conflict");
  return same;
}
