import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks, commitments, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { asksVisibleTo, commitmentsVisibleTo, readingFor, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import type { Thing, Title } from "./types";

/** What a thing is called for an actor who may read it; null for everybody else. */
export async function titleOf(actor: Actor, thing: Thing): Promise<Title | null> {
  const [row] = await db.execute<{ text: string; language: string }>(statement(actor, thing));
  return row ?? null;
}

function statement(actor: Actor, thing: Thing): SQL {
  if ("writeUpId" in thing) {
    const { text, order } = textFor(actor);
    return sql`select t.title as text, t.language from ${writeUps} join write_up_texts t on ${text}
      where ${writeUps.id} = ${thing.writeUpId} and ${visibleTo(actor)} order by ${order} limit 1`;
  }
  if ("sessionId" in thing)
    return sql`select ${sessions.title} as text, ${sessions.language} as language from ${sessions}
      where ${sessions.id} = ${thing.sessionId} and ${sessionsVisibleTo(actor)}`;
  if ("askId" in thing)
    return sql`select ${asks.title} as text, ${asks.language} as language from ${asks}
      where ${asks.id} = ${thing.askId} and ${asksVisibleTo(actor)}`;
  return sql`select ${commitments.what} as text, ${commitments.language} as language from ${commitments}
    where ${commitments.id} = ${thing.commitmentId} and ${commitmentsVisibleTo(actor)}`;
}

/** How to find, among the texts `t` of a write-up, the one that the actor reads: in a language of theirs, or as it was written. */
export function textFor(actor: Actor): { text: SQL; order: SQL } {
  const wanted = actor.languages.join(",");
  return {
    text: sql`t.write_up_id = ${writeUps.id} and t.audience = ${readingFor(actor)}`,
    order: sql`array_position(string_to_array(${wanted}, ','), t.language), t.language = ${writeUps.language} desc`,
  };
}
