import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors/errors";
import { followThing } from "@/lib/follows/mutations";
import { aboutThing } from "@/lib/follows/sql";
import type { Thing } from "@/lib/follows/types";
import { knownNews } from "./known";
import { getNews } from "./queries";
import type { TendGroupInput } from "./schema";
import type { NewsItem } from "./types";

/** Whoever opens a thing has seen what was new about it. */
export async function markSeen(actor: Actor, thing: Thing): Promise<void> {
  if (actor.unseen === 0) return;
  await db.execute(sql`update notifications n set seen_at = now()
    where n.person_id = ${actor.personId} and ${aboutThing("n", thing)} and n.seen_at is null`);
}

/**
 * Whoever answers by mail or by a link has seen what they answer, and what came before it in that conversation; or the
 * question itself, where they answer no comment. The rest stays new: they did not open the thing.
 */
export async function markAnswered(actor: Actor, thing: Thing, commentId: string | null): Promise<void> {
  if (actor.unseen === 0 || (commentId === null && !("askId" in thing))) return;
  const upTo = sql`select c.id from comments c join comments k on k.id = ${commentId}
    where coalesce(c.parent_id, c.id) = coalesce(k.parent_id, k.id) and (c.created_at, c.id) <= (k.created_at, k.id)`;
  await db.execute(sql`update notifications n set seen_at = now()
    where n.person_id = ${actor.personId} and ${aboutThing("n", thing)} and n.seen_at is null
      and ${commentId === null ? sql`n.comment_id is null` : sql`n.comment_id in (${upTo})`}`);
}

export async function markAllSeen(actor: Actor): Promise<void> {
  await limitPerson(actor, "tend-news");
  await db
    .update(notifications)
    .set({ seenAt: sql`now()` })
    .where(and(eq(notifications.personId, actor.personId), isNull(notifications.seenAt)));
}

/** News of things that the actor lost access to: the Inbox does not show them, so they must not count as new. */
export async function forgetHidden(actor: Actor): Promise<void> {
  if (actor.unseen === 0) return;
  await db.execute(sql`update notifications set seen_at = now() where person_id = ${actor.personId} and seen_at is null
    and id not in (select n.id ${knownNews(actor, sql`n.seen_at is null`)})`);
}

/** What a reader does with one group of their Inbox; what is named is the newest of its news that they saw. Tells back what it was. */
export async function tendGroup(actor: Actor, input: TendGroupInput): Promise<Tended> {
  const [did, id] = wish(input);
  const item = await getNews(actor, id);
  if (!item) throw new AppError("not_found");
  await limitPerson(actor, "tend-news");
  if (did === "done") await putAway(actor, item);
  else if (did === "back") await putBack(actor, item);
  else await followThing(actor, thingOf(item), did === "mute" ? "mute" : null);
  return { did, id };
}

export interface Tended {
  did: "done" | "back" | "mute" | "hear";
  id: string;
}

function wish(input: TendGroupInput): [Tended["did"], string] {
  if ("done" in input) return ["done", input.done];
  if ("back" in input) return ["back", input.back];
  return "mute" in input ? ["mute", input.mute] : ["hear", input.hear];
}

export function thingOf({ writeUpId, sessionId, commitmentId, askId }: NewsItem): Thing {
  if (writeUpId) return { writeUpId };
  if (sessionId) return { sessionId };
  return askId ? { askId } : { commitmentId: commitmentId ?? "" };
}

/** All that was there when its reader looked; what came since stays. */
async function putAway({ personId }: Actor, item: NewsItem): Promise<void> {
  await db.execute(sql`update notifications n set done_at = now(), seen_at = coalesce(n.seen_at, now())
    where n.person_id = ${personId} and ${aboutThing("n", thingOf(item))} and n.done_at is null
      and (n.created_at, n.id) <= (select k.created_at, k.id from notifications k where k.id = ${item.id})`);
}

/** All that was put away together with it. */
async function putBack({ personId }: Actor, item: NewsItem): Promise<void> {
  await db.execute(sql`update notifications n set done_at = null
    where n.person_id = ${personId} and ${aboutThing("n", thingOf(item))}
      and n.done_at = (select k.done_at from notifications k where k.id = ${item.id})`);
}
