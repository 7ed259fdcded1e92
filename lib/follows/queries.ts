import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks, commitments, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { asksVisibleTo, commitmentsVisibleTo, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { FOLLOWS_LISTED, type Follow } from "./limits";
import { textFor } from "./title";
import type { Followed, Thing } from "./types";

interface Row extends Record<string, unknown> {
  follow: Follow;
  thing: Thing;
  text: string;
  language: string;
}

/** What the actor follows and has muted, the last first, as far as they may read it still. */
export async function listFollows(actor: Actor): Promise<Followed[]> {
  const { text, order } = textFor(actor);
  const rows = await db.execute<Row>(sql`
    select f.follow, json_strip_nulls(json_build_object('writeUpId', f.write_up_id, 'sessionId', f.session_id,
        'commitmentId', f.commitment_id, 'askId', f.ask_id)) as thing,
      coalesce(x.title, ${sessions.title}, ${commitments.what}, ${asks.title}) as text,
      coalesce(x.language, ${sessions.language}, ${commitments.language}, ${asks.language}) as language
    from follows f
      left join ${writeUps} on ${writeUps.id} = f.write_up_id and ${visibleTo(actor)}
      left join ${sessions} on ${sessions.id} = f.session_id and ${sessionsVisibleTo(actor)}
      left join ${commitments} on ${commitments.id} = f.commitment_id and ${commitmentsVisibleTo(actor)}
      left join ${asks} on ${asks.id} = f.ask_id and ${asksVisibleTo(actor)}
      left join lateral (select t.title, t.language from write_up_texts t where ${text} order by ${order} limit 1) x on true
    where f.person_id = ${actor.personId} and num_nonnulls(${writeUps.id}, ${sessions.id}, ${commitments.id}, ${asks.id}) = 1
    order by f.created_at desc, f.id limit ${FOLLOWS_LISTED}`);
  return rows.map(({ follow, thing, text: title, language }) => ({ follow, thing, title: { text: title, language } }));
}
