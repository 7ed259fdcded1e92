import "server-only";
import { actorOf } from "@/lib/auth/current";
import { getPoll } from "@/lib/polls/queries";
import { getSession } from "@/lib/sessions/queries";
import { readLink } from "./read";
import type { LinkPage } from "./types";

/** Reads a link and what it leads to. Whatever its person may not know now is not in it. */
export async function getLinkPage(token: string): Promise<LinkPage> {
  const link = await readLink(token);
  if (link.state === "forged") return { kind: "gone", why: "forged", session: null };
  const actor = await actorOf(link.personId).catch(() => null);
  const session = actor && (await getSession(actor, link.sessionId));
  if (!actor || !session) return { kind: "gone", why: "ended", session: null };
  if (link.state !== "good") return { kind: "gone", why: link.state, session: link.state === "over" ? session : null };
  if (link.purpose === "vote") {
    const poll = await getPoll(actor, link.sessionId);
    return poll ? { kind: "vote", name: actor.name, poll } : { kind: "gone", why: "ended", session: null };
  }
  if (!session.abilities.answer) return { kind: "gone", why: "ended", session: null };
  return { kind: "answer", name: actor.name, session };
}
