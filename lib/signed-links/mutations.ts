import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails, sessions, signedLinks } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { sendSignInMail } from "@/lib/auth/email";
import { limitRate } from "@/lib/auth/rate-limit";
import { hashToken, idOfToken, tokenFor } from "@/lib/auth/tokens";
import { postComment } from "@/lib/comments/post";
import type { About, ThreadComment } from "@/lib/comments/types";
import { AppError, fieldError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { markAnswered } from "@/lib/inbox/mutations";
import { addJob } from "@/lib/jobs/queue";
import { castVote } from "@/lib/polls/mutations";
import { getPoll } from "@/lib/polls/queries";
import { answerSession } from "@/lib/sessions/answer";
import { getSession } from "@/lib/sessions/queries";
import type { SignedLinkPurpose } from "./limits";
import { type Link, readLink } from "./read";
import type { LinkAnswerInput, LinkCommentInput, LinkVoteInput, RenewLinkInput, RevokeLinkInput } from "./schema";
import { answerPathOf, thingFor } from "./thing";

const QUARTER_HOUR = 900;
const HOUR = 3600;

/** Votes as the person to whom the link was sent, on the session it is about, under the rights they have now. */
export async function voteByLink(input: LinkVoteInput): Promise<{ optionId: string }> {
  const { actor, about } = await holderOf(input.token, "vote");
  await castVote(actor, { id: sessionOf(about), vote: input.vote }, "link");
  return { optionId: input.vote.optionId };
}

export async function answerByLink(input: LinkAnswerInput): Promise<void> {
  const { actor, about } = await holderOf(input.token, "answer");
  await answerSession(actor, { id: sessionOf(about), answer: input.answer });
}

/**
 * Comments as the person to whom the link was sent, on the thing it is about and nowhere else, under the rights they have
 * now: the same verb as on the page.
 */
export async function commentByLink({ token, ...words }: LinkCommentInput): Promise<ThreadComment> {
  const { actor, about } = await holderOf(token, "comment");
  const { locale, zone } = actor;
  const comment = await postComment(actor, { ...about, ...words }, { locale, zone }, "link");
  await markAnswered(actor, about, words.parentId ?? null);
  return comment;
}

/** Takes back a link of the actor's own; somebody else's does not exist. */
export async function revokeLink(actor: Actor, { id }: RevokeLinkInput): Promise<void> {
  if ((await revoke(actor, eq(signedLinks.id, id))) === 0) throw new AppError("not_found");
}

/** Takes back all links of the actor's own that work without signing in. Returns how many. */
export function revokeLinks(actor: Actor): Promise<number> {
  return revoke(actor);
}

function revoke(actor: Actor, which?: SQL): Promise<number> {
  return db.transaction(async (tx) => {
    const revoked = await tx
      .update(signedLinks)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(signedLinks.personId, actor.personId), isNull(signedLinks.revokedAt), which))
      .returning({ id: signedLinks.id });
    const detail = { count: revoked.length };
    if (revoked.length > 0) await record(tx, { actorId: actor.personId, action: "link.revoke", detail });
    return revoked.length;
  });
}

function sessionOf(about: About): string {
  if ("sessionId" in about) return about.sessionId;
  throw fieldError("form", "links.error.gone");
}

async function holderOf(token: string, purpose: SignedLinkPurpose): Promise<{ actor: Actor; about: About }> {
  // Only what we made is counted: made-up tokens write nothing.
  if (!idOfToken("link", token)) throw fieldError("form", "links.error.gone");
  await limitRate(`link:${hashToken(token)}`, 120, QUARTER_HOUR);
  const link = await readLink(token);
  if (link.state !== "good" || link.purpose !== purpose)
    throw fieldError("form", link.state === "over" ? "links.error.over" : "links.error.gone");
  return { actor: await actorOf(link.personId), about: link.about };
}

/**
 * Sends another way in to the address of whoever this link was sent to, if they may still answer: for a vote or an answer
 * another link, and this one is taken back; for a comment a link that signs them in where they want to write. Nobody learns
 * from the answer whether there was such a link.
 */
export async function renewLink({ token, comment }: RenewLinkInput): Promise<void> {
  if (!idOfToken("link", token)) return;
  await limitRate(`link-renew:${hashToken(token)}`, 5, HOUR);
  const link = await readLink(token);
  if (link.state === "forged" || link.state === "over") return;
  const actor = await actorOf(link.personId).catch(() => null);
  if (!actor || !(await mayStill(actor, link))) return;
  if (link.purpose === "comment") {
    const path = answerPathOf(link.about, comment ?? null);
    await sendSignInMail(actor.email, tokenFor("sign-in", newId()), path);
  } else await sendAnother(actor, link, sessionOf(link.about));
}

async function sendAnother({ email, personId }: Actor, { purpose }: Link, sessionId: string): Promise<void> {
  await db.transaction(async (tx) => {
    // With the session's sequence the letter is one that its reader has asked for, and there is one for each state.
    const [mail] = await tx
      .insert(mails)
      .values({ kind: "poll", toEmail: email, personId, sessionId, sequence: sequenceOf(sessionId) })
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

async function mayStill(actor: Actor, { purpose, about }: Link): Promise<boolean> {
  if (purpose === "comment") return (await thingFor(actor, about)) !== null;
  if (purpose === "vote") return (await getPoll(actor, sessionOf(about)))?.abilities.vote ?? false;
  return (await getSession(actor, sessionOf(about)))?.abilities.answer ?? false;
}
