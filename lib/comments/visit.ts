import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor, Reader } from "@/lib/auth/actor";
import { newId } from "@/lib/ids";
import { audibleTo } from "./audible";
import { MANY, VISIT_MINUTES } from "./limits";
import type { About } from "./types";

const LASTS = sql.raw(`interval '${VISIT_MINUTES} minutes'`);

export interface VisitColumns {
  /** Until when the reader was here, as milliseconds since 1970; null when they never were. */
  since: number | null;
  fresh_count: number;
  fresh_id: string | null;
  visit_due: boolean;
}

/** A join that brings `visit`: since when things are new to the person. A visit lasts until they stay away for a while. */
export function visitOf(personId: string | null, about: About): SQL {
  const since = sql`case when v.last_at > now() - ${LASTS} then v.new_since else v.last_at end`;
  return sql`left join lateral (
    select ${since} as from_at, v.last_at, floor(extract(epoch from ${since}) * 1000)::float8 as since
    from visits v where v.person_id = ${personId} and ${sql.join(columnsOf(about).map(theSame), sql` and `)}) visit on true`;
}

/**
 * A join that brings `fresh`: what others said since then, counted no further than anybody cares, and the first of it.
 * In the order of the indexes comments_in_…, so that no more is read than is counted.
 */
export function freshTo(reader: Reader, owner: SQL | null, key: SQL): SQL {
  return sql`left join lateral (
    select count(*)::int as fresh_count, (array_agg(k.id order by k.created_at, k.id))[1] as fresh_id, max(k.created_at) as latest
    from (select n.id, n.created_at from comments n
      where n.created_at > visit.from_at and n.${key} and n.author_id <> ${reader?.personId ?? null}
        and n.deleted_at is null and n.hidden_at is null and ${audibleTo(reader, "n", owner)}
      order by n.created_at limit ${number(MANY + 1)}) k) fresh on true`;
}

/** Whether the visit must be written down: it is their first, or something was said since the one that is. */
export function visitDue(): SQL {
  return sql`(visit.last_at is null or fresh.latest > visit.last_at or fresh.fresh_count > ${number(MANY)})`;
}

/** Writes down that the actor is here now. */
export async function noteVisit(actor: Actor, about: About): Promise<void> {
  const [writeUpId, sessionId, askId] = columnsOf(about).map(([, id]) => id);
  await db.execute(sql`
    insert into visits as v (id, person_id, write_up_id, session_id, ask_id, new_since, last_at)
    values (${newId()}, ${actor.personId}, ${writeUpId}, ${sessionId}, ${askId}, now(), now())
    on conflict (person_id, write_up_id, session_id, ask_id) do update
      set new_since = case when v.last_at > now() - ${LASTS} then v.new_since else v.last_at end, last_at = now()`);
}

/**
 * The actor has seen what came while their page was open, up to this comment: it is not new to them when they come again.
 * What was `marked` as new when the page came stays so for as long as the visit lasts, and the rest with it.
 */
export async function lengthenVisit(actor: Actor, commentId: string, marked: boolean): Promise<void> {
  const same = ["write_up_id", "session_id", "ask_id"].map((column) =>
    sql.raw(`v.${column} is not distinct from c.${column}`),
  );
  await db.execute(sql`
    update visits v set last_at = c.created_at, new_since = ${marked ? sql`v.new_since` : sql`c.created_at`}
    from comments c left join write_ups w on w.id = c.write_up_id
    where c.id = ${commentId} and v.person_id = ${actor.personId} and v.last_at < c.created_at
      and ${audibleTo(actor, "c", sql`w.workspace_id`)} and ${sql.join(same, sql` and `)}`);
}

/** Each column of a thing with its id; all but one have none. */
function columnsOf(about: About): [column: string, id: string | null][] {
  return [
    ["write_up_id", "writeUpId" in about ? about.writeUpId : null],
    ["session_id", "sessionId" in about ? about.sessionId : null],
    ["ask_id", "askId" in about ? about.askId : null],
  ];
}

function theSame([column, id]: [string, string | null]): SQL {
  return id === null ? sql.raw(`v.${column} is null`) : sql`v.${sql.raw(column)} = ${id}`;
}

/** A number that does not change is part of the statement: with a parameter PostgreSQL would not know how little is read. */
export function number(value: number): SQL {
  return sql.raw(String(value));
}
