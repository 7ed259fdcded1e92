import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails, sessions, signedLinks } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { limitRate } from "@/lib/auth/rate-limit";
import { hashToken, idOfToken } from "@/lib/auth/tokens";
import { fieldError } from "@/lib/errors/errors";
import { addJob } from "@/lib/jobs/queue";
import { castVote } from "@/lib/polls/mutations";
import { getPoll } from "@/lib/polls/queries";
import { answerSession } from "@/lib/sessions/answer";
import { getSession } from "@/lib/sessions/queries";
import type { SignedLinkPurpose } from "./limits";
import { type Link, readLink } from "./read";
import type { LinkAnswerInput, LinkVoteInput, RenewLinkInput } from "./schema";

const QUARTER_HOUR = 900;
const HOUR = 3600;

/** Votes as the person to whom the link was sent, on the session it is about, under the rights they have now. */
export async function voteByLink(input: LinkVoteInput): Promise<{ optionId: string }> {
  const { actor, sessionId } = await holderOf(input.token, "vote");
  await castVote(actor, { id: sessionId, vote: input.vote }, "link");
  return { optionId: input.vote.optionId };
}

export async function answerByLink(input: LinkAnswerInput): Promise<void> {
  const { actor, sessionId } = await holderOf(input.token, "answer");
  await answerSession(actor, { id: sessionId, answer: input.answer });
}

async function holderOf(token: string, purpose: SignedLinkPurpose): Promise<{ actor: Actor; sessionId: string }> {
  // Only what we made is counted: made-up tokens write nothing.
  if (!idOfToken("link", token)) throw fieldError("form", "links.error.gone");
  await limitRate(`link:${hashToken(token)}`, 120, QUARTER_HOUR);
  const link = await readLink(token);
  if (link.state !== "good" || link.purpose !== purpose)
    throw fieldError("form", link.state === "over" ? "links.error.over" : "links.error.gone");
  return { actor: await actorOf(link.personId), sessionId: link.sessionId };
}

/**
 * Sends another link to the address of whoever this one was sent to, if they may still answer, and takes this one back.
 * Nobody learns from the answer whether there was such a link.
 */
export async function renewLink({ token }: RenewLinkInput): Promise<void> {
  if (!idOfToken("link", token)) return;
  await limitRate(`link-renew:${hashToken(token)}`, 5, HOUR);
  const link = await readLink(token);
  if (link.state === "forged" || link.state === "over") return;
  const actor = await actorOf(link.personId).catch(() => null);
  if (!actor || !(await mayStill(actor, link))) return;
  const { personId, sessionId, purpose } = link;
  await db.transaction(async (tx) => {
    // With the session's sequence the letter is one that its reader has asked for, and there is one for each state.
    const [mail] = await tx
      .insert(mails)
      .values({ kind: "poll", toEmail: actor.email, personId, sessionId, sequence: sequenceOf(sessionId) })
      .onConflictDoNothing()
      .returning({ id: mails.id });
    if (!mail) return;
    await addJob(tx, "send-mail", { mailId: mail.id }, { key: `mail:${mail.id}` });
    await tx
      .update(signedLinks)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(signedLinks.personId, personId),
          eq(signedLinks.sessionId, sessionId),
          eq(signedLinks.purpose, purpose),
          isNull(signedLinks.revokedAt),
        ),
      );
    await record(tx, { actorId: personId, action: "link.renew", subjectId: sessionId, detail: { purpose } });
  });
}

function sequenceOf(sessionId: string) {
  return sql`(select ${sessions.sequence} from ${sessions} where ${sessions.id} = ${sessionId})`;
}

async function mayStill(actor: Actor, { purpose, sessionId }: Link): Promise<boolean> {
  if (purpose === "vote") return (await getPoll(actor, sessionId))?.abilities.vote ?? false;
  return (await getSession(actor, sessionId))?.abilities.answer ?? false;
}
