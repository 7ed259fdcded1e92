import "server-only";
import { eq, max } from "drizzle-orm";
import { db } from "@/db/client";
import { pollOptions, polls } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { fieldError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { askForVotes } from "./ask";
import { endOfDay } from "./deadline";
import { REMIND_HOURS } from "./limits";
import type { ExtendInput, RemindInput } from "./schema";
import { loadPolled, lockOpenPoll, lockPoll } from "./subjects";
import { notVoted } from "./voters";

/** Lets people vote until the end of another day, by the clock of whoever says so. */
export async function extendPoll(actor: Actor, input: ExtendInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.edit", await loadPolled(actor, input.id));
  const closesAt = endOfDay(input.until, actor.zone, "until");
  if (closesAt <= clock.now()) throw fieldError("until", "polls.error.deadlinePast");
  return db.transaction(async (tx) => {
    const poll = await lockPoll(tx, session.id, "no key update");
    const [last] = await tx
      .select({ at: max(pollOptions.startsAt) })
      .from(pollOptions)
      .where(eq(pollOptions.pollId, poll.id));
    if (last?.at && closesAt > last.at) throw fieldError("until", "polls.error.deadlineAfterLast");
    await tx.update(polls).set({ closesAt }).where(eq(polls.id, poll.id));
    await record(tx, {
      actorId: actor.personId,
      action: "poll.extend",
      cohortId: session.cohortId,
      subjectId: session.id,
      detail: { from: poll.closesAt.toISOString(), closesAt: closesAt.toISOString() },
    });
    return { id: session.id };
  });
}

/** Writes once more to those who have not voted, at most once a day to each. */
export async function remindVoters(actor: Actor, input: RemindInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.edit", await loadPolled(actor, input.id));
  return db.transaction(async (tx) => {
    await lockOpenPoll(tx, session.id, "no key update");
    const before = new Date(clock.now().getTime() - REMIND_HOURS * 3_600_000);
    const waited = await notVoted(tx, session.id);
    const due = waited.filter(({ personId }) => personId !== actor.personId);
    if (due.length === 0) throw fieldError("form", "polls.error.nobodyMissing");
    const personIds = due
      .filter(({ remindedAt }) => remindedAt === null || remindedAt <= before)
      .map(({ personId }) => personId);
    if (personIds.length === 0) throw fieldError("form", "polls.error.reminded");
    await askForVotes(tx, { kind: "poll-reminder", sessionId: session.id, actorId: actor.personId, personIds });
    await record(tx, {
      actorId: actor.personId,
      action: "poll.remind",
      cohortId: session.cohortId,
      subjectId: session.id,
      detail: { people: personIds.length },
    });
    return { id: session.id };
  });
}
