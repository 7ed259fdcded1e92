import "server-only";
import type { Actor, Reader } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import type { View } from "@/lib/comments/shape";
import { getPoll } from "@/lib/polls/queries";
import { getSession } from "@/lib/sessions/queries";
import { type Link, readLink } from "./read";
import { getTalk } from "./talk";
import { answerPathOf } from "./thing";
import type { LinkPage } from "./types";

const ENDED: LinkPage = { kind: "gone", why: "ended", session: null };

/**
 * Reads a link and what it leads to. Whatever its person may not know now is not in it. `commentId` is the comment that the
 * mail told of.
 */
export async function getLinkPage(
  token: string,
  commentId: string | null = null,
  view: Partial<View> = {},
): Promise<LinkPage> {
  const link = await readLink(token);
  if (link.state === "forged") return { kind: "gone", why: "forged", session: null };
  const actor = await actorOf(link.personId).catch(() => null);
  if (!actor) return ENDED;
  if (link.purpose === "comment") {
    const talk = await getTalk(actor, link.about, commentId, { locale: actor.locale, zone: actor.zone, ...view });
    if (!talk) return ENDED;
    return link.state === "good" ? talk : { kind: "gone", why: link.state, session: null };
  }
  return sessionPage(actor, link, link.state);
}

async function sessionPage(
  actor: Actor,
  { about, purpose }: Link,
  state: "good" | "expired" | "revoked" | "over",
): Promise<LinkPage> {
  const session = "sessionId" in about ? await getSession(actor, about.sessionId) : null;
  if (!session) return ENDED;
  if (state !== "good") return { kind: "gone", why: state, session: state === "over" ? session : null };
  if (purpose === "vote") {
    const poll = await getPoll(actor, session.id);
    return poll ? { kind: "vote", name: actor.name, poll } : ENDED;
  }
  return session.abilities.answer ? { kind: "answer", name: actor.name, session } : ENDED;
}

/** Where a link to a comment leads somebody who is signed in as the person it was sent to: they need no link. */
export async function straightPath(reader: Reader, token: string, commentId: string | null): Promise<string | null> {
  if (!reader) return null;
  const link = await readLink(token);
  if (link.state === "forged" || link.purpose !== "comment" || link.personId !== reader.personId) return null;
  return answerPathOf(link.about, commentId);
}
