import "server-only";
import { and, count, eq, gt, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { pollOptions, votes } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession, canSession } from "@/lib/auth/can";
import { fieldError } from "@/lib/errors/errors";
import { publish } from "@/lib/live/publish";
import { mayAnswer } from "@/lib/sessions/seats";
import { startFrom } from "@/lib/sessions/start";
import { clock } from "@/lib/time/now";
import { OPTIONS_MAX, SUGGESTIONS_MAX, type Vote } from "./limits";
import type { SuggestInput, VoteInput } from "./schema";
import { standAtEarliest } from "./stand";
import { loadPolled, lockOpenPoll } from "./subjects";

/**
 * Says of one option whether one can come then. The last word counts, until the deadline. `by` says how the actor came: from
 * a page, signed in, or by a link in a mail.
 */
export async function castVote(actor: Actor, input: VoteInput, by: "page" | "link" = "page"): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.answer", await loadPolled(actor, input.id));
  const { optionId, vote } = input.vote;
  return db.transaction(async (tx) => {
    const poll = await lockOpenPoll(tx, session.id, "share");
    const [option] = await tx
      .select({ id: pollOptions.id })
      .from(pollOptions)
      .where(
        and(
          eq(pollOptions.id, optionId),
          eq(pollOptions.pollId, poll.id),
          gt(pollOptions.startsAt, clock.now()),
          // A membership may have ended since the request began.
          mayAnswer(sql`${actor.personId}`, session.id),
        ),
      );
    if (!option) throw fieldError("form", "polls.error.optionGone");
    if (await writeVote(tx, { pollId: poll.id, optionId, personId: actor.personId, vote })) {
      await record(tx, {
        actorId: actor.personId,
        action: "poll.vote",
        cohortId: session.cohortId,
        subjectId: session.id,
        detail: { option: optionId, vote, by },
      });
      await publish(tx, `session:${session.id}`, { kind: "vote" });
    }
    return { id: session.id };
  });
}

/** Adds another time, for which whoever suggests it has said yes. */
export async function suggestOption(actor: Actor, { id, ...when }: SuggestInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.answer", await loadPolled(actor, id));
  const start = startFrom(when);
  return db.transaction(async (tx) => {
    const poll = await lockOpenPoll(tx, session.id, "no key update");
    if (start.startsAt < poll.closesAt) throw fieldError("date", "polls.error.beforeDeadline");
    const [there] = await tx
      .select({ all: count(), mine: count(sql`case when ${pollOptions.suggestedBy} = ${actor.personId} then 1 end`) })
      .from(pollOptions)
      .where(eq(pollOptions.pollId, poll.id));
    if ((there?.all ?? 0) >= OPTIONS_MAX) throw fieldError("form", "polls.error.tooMany", { max: OPTIONS_MAX });
    if ((there?.mine ?? 0) >= SUGGESTIONS_MAX && !canSession(actor, "session.edit", session))
      throw fieldError("form", "polls.error.enough", { max: SUGGESTIONS_MAX });
    const [option] = await tx
      .insert(pollOptions)
      .values({ pollId: poll.id, ...start, suggestedBy: actor.personId })
      .onConflictDoNothing()
      .returning({ id: pollOptions.id });
    if (!option) throw fieldError("date", "polls.error.there");
    await writeVote(tx, { pollId: poll.id, optionId: option.id, personId: actor.personId, vote: "yes" });
    await standAtEarliest(tx, session.id);
    await record(tx, {
      actorId: actor.personId,
      action: "poll.suggest",
      cohortId: session.cohortId,
      subjectId: session.id,
      detail: { option: option.id, startsAt: start.startsAt.toISOString() },
    });
    await publish(tx, `session:${session.id}`, { kind: "vote" });
    return { id: session.id };
  });
}

/** Whether anything changed by it. */
async function writeVote(
  tx: Tx,
  row: { pollId: string; optionId: string; personId: string; vote: Vote },
): Promise<boolean> {
  const [changed] = await tx
    .insert(votes)
    .values(row)
    .onConflictDoUpdate({
      target: [votes.optionId, votes.personId],
      set: { vote: row.vote, votedAt: sql`now()` },
      setWhere: ne(votes.vote, row.vote),
    })
    .returning({ vote: votes.vote });
  return changed !== undefined;
}
