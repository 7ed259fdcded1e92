import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { polls, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/time/now";
import { instantToWall } from "@/lib/time/wall";
import { askForVotes } from "./ask";
import { REMINDER_HOURS } from "./limits";
import { standAtEarliest } from "./stand";
import { notVoted, type Waited } from "./voters";

/** Hours in which somebody reads a mail at once, by their own clock. */
const AWAKE = { from: 8, until: 21 };
const HOUR = 3_600_000;

/** Hourly: reminds those who have not voted, and lets each session stand at an option that is still to come. */
export async function tendPolls(): Promise<void> {
  const open = await db
    .select({ id: sessions.id })
    .from(polls)
    .innerJoin(sessions, eq(sessions.id, polls.sessionId))
    .where(and(isNull(polls.finalisedAt), eq(sessions.status, "polling")))
    .orderBy(sessions.id);
  for (const { id } of open) await tendPoll(id);
}

async function tendPoll(sessionId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [session] = await tx
      .select({ cohortId: sessions.cohortId })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.status, "polling")))
      .for("no key update");
    if (!session) return;
    await standAtEarliest(tx, sessionId);
    const now = clock.now();
    const [poll] = await tx
      .select({ createdAt: polls.createdAt, closesAt: polls.closesAt })
      .from(polls)
      .where(and(eq(polls.sessionId, sessionId), isNull(polls.finalisedAt), gt(polls.closesAt, now)));
    if (!poll) return;
    const waited = await notVoted(tx, sessionId);
    const personIds = waited.filter((one) => isDue(one, poll, now)).map(({ personId }) => personId);
    if (personIds.length === 0) return;
    await askForVotes(tx, { kind: "poll-reminder", sessionId, actorId: null, personIds });
    await record(tx, {
      actorId: null,
      action: "poll.remind-due",
      cohortId: session.cohortId,
      subjectId: sessionId,
      detail: { people: personIds.length },
    });
  });
}

interface Deadline {
  createdAt: Date;
  closesAt: Date;
}

/**
 * Each stretch before the deadline brings one reminder, in the reader's daytime; none to whoever was asked or reminded
 * within it already.
 */
export function isDue({ zone, remindedAt }: Pick<Waited, "zone" | "remindedAt">, poll: Deadline, now: Date): boolean {
  const left = poll.closesAt.getTime() - now.getTime();
  const hours = REMINDER_HOURS.findLast((before) => left <= before * HOUR);
  const hour = Number(instantToWall(now, zone).slice(11, 13));
  if (left <= 0 || hours === undefined || hour < AWAKE.from || hour >= AWAKE.until) return false;
  const began = new Date(poll.closesAt.getTime() - hours * HOUR);
  return poll.createdAt < began && (remindedAt === null || remindedAt < began);
}
