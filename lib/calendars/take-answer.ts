import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, calendarAnswers, people, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import type { ReplyToken } from "@/lib/inbound/address";
import type { Incoming, Taken } from "@/lib/inbound/types";
import { answerSession } from "@/lib/sessions/answer";
import type { Answer } from "@/lib/sessions/limits";
import { clock } from "@/lib/time/now";
import { inviteAgain } from "./invite";
import { type CalendarReply, readReply } from "./reply";

const ANSWER: Partial<Record<string, Answer>> = { ACCEPTED: "going", TENTATIVE: "tentative", DECLINED: "not" };

/**
 * An answer that somebody gave in their calendar becomes their answer here, under their own rights. It counts when it came
 * to the address that only they were given, from their own address, about the session as it stands now, and is not older
 * than one that was taken already.
 */
export async function takeCalendarAnswer(tx: Tx, { id, personId }: ReplyToken, mail: Incoming): Promise<Taken> {
  const reply = mail.calendars.map(readReply).find((found) => found !== null);
  if (!reply) return { outcome: "unknown" };
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  const attendee = reply.attendees.find(({ email }) => email === mail.from);
  if (!person || !attendee || person.email !== mail.from) return { outcome: "stranger" };
  const [session] = await tx
    .select({ id: sessions.id, sequence: sessions.sequence })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.uid, reply.uid)));
  if (!session) return { outcome: "unknown", personId };
  const about = { personId, sessionId: session.id };
  const answer = ANSWER[attendee.answer];
  if (!answer || !(await isNews(tx, reply, about, session.sequence))) return { outcome: "unchanged", ...about };
  try {
    await answerSession(await actorOf(personId), { id: session.id, answer });
  } catch (error) {
    if (error instanceof AppError && error.code !== "unavailable") return { outcome: "refused", ...about };
    throw error;
  }
  await correct(tx, answer, about);
  return { outcome: "answered", ...about };
}

interface About {
  personId: string;
  sessionId: string;
}

/** Keeps the newest; false for what is older, or about a time at which the session no longer is. One after the other. */
async function isNews(tx: Tx, reply: CalendarReply, { sessionId, personId }: About, current: number): Promise<boolean> {
  const sequence = reply.sequence ?? current;
  if (sequence < current) return false;
  // A clock that is ahead must not outdo the answers that follow.
  const now = clock.now();
  const stampedAt = reply.stamp && reply.stamp < now ? reply.stamp : now;
  const values = { sessionId, personId, sequence, stampedAt };
  const kept = await tx
    .insert(calendarAnswers)
    .values(values)
    .onConflictDoUpdate({
      target: [calendarAnswers.sessionId, calendarAnswers.personId],
      set: { sequence, stampedAt },
      setWhere: sql`(${calendarAnswers.sequence}, ${calendarAnswers.stampedAt}) <= (${sequence}, ${stampedAt.toISOString()}::timestamptz)`,
    })
    .returning({ sequence: calendarAnswers.sequence });
  return kept.length > 0;
}

/** Whoever accepts when all seats are taken waits for one; their calendar thinks otherwise until it is told. */
async function correct(tx: Tx, given: Answer, { sessionId, personId }: About): Promise<void> {
  const [kept] = await tx
    .select({ answer: answers.answer })
    .from(answers)
    .where(and(eq(answers.sessionId, sessionId), eq(answers.personId, personId)));
  if (kept && kept.answer !== given) await inviteAgain(tx, sessionId, [personId]);
}
