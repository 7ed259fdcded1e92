import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { votes } from "@/db/schema";
import type { Answer } from "@/lib/sessions/limits";
import { giveAnswers, mayAnswer } from "@/lib/sessions/seats";
import type { Vote } from "./limits";

const ANSWER: Record<Vote, Answer> = { yes: "going", "if-need-be": "tentative", no: "not" };

/**
 * Makes answers of the votes for the chosen option, of everybody who may still answer. Who voted first is seated first, and
 * when all seats are taken waits for one. Returns how many votes there were.
 */
export async function seatVoters(tx: Tx, sessionId: string, optionId: string): Promise<number> {
  const voted = await tx
    .select({ personId: votes.personId, vote: votes.vote })
    .from(votes)
    .where(and(eq(votes.optionId, optionId), mayAnswer(sql`${votes.personId}`, sessionId)))
    .orderBy(asc(votes.votedAt), asc(votes.personId));
  await giveAnswers(
    tx,
    sessionId,
    voted.map(({ personId, vote }) => ({ personId, answer: ANSWER[vote] })),
  );
  return voted.length;
}
