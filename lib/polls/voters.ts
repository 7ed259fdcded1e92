import "server-only";
import { sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { mayAnswer } from "@/lib/sessions/seats";
import type { Vote } from "./limits";

/** Who is asked: everybody who belongs at this moment to a city that the session invites. */
export async function peopleAsked(tx: Queryable, sessionId: string): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct m.person_id from memberships m join session_cities c on c.workspace_id = m.workspace_id
    where c.session_id = ${sessionId} and m.from_at <= now() and (m.until_at is null or m.until_at > now())`);
  return rows.map((row) => row.person_id);
}

export interface Waited {
  personId: string;
  zone: string;
  remindedAt: Date | null;
}

/** Of them, whoever has not voted on any option yet, and when they were last reminded. */
export async function notVoted(tx: Queryable, sessionId: string): Promise<Waited[]> {
  const rows = await tx.execute<{ person_id: string; zone: string; reminded: number | null }>(sql`
    select p.id as person_id, p.zone,
      (select extract(epoch from max(n.created_at))::float8 from notifications n
        where n.person_id = p.id and n.session_id = ${sessionId} and n.kind = 'poll-reminder') as reminded
    from people p
    where p.id in (select m.person_id from memberships m join session_cities c on c.workspace_id = m.workspace_id
        where c.session_id = ${sessionId} and m.from_at <= now() and (m.until_at is null or m.until_at > now()))
      and not exists (select 1 from votes v join polls on polls.id = v.poll_id
        where polls.session_id = ${sessionId} and v.person_id = p.id)
    order by p.id`);
  return rows.map((row) => ({
    personId: row.person_id,
    zone: row.zone,
    remindedAt: row.reminded === null ? null : new Date(row.reminded * 1000),
  }));
}

export interface Cast {
  optionId: string;
  personId: string;
  name: string;
  vote: Vote;
  /** The invited cities that the voter belongs to now; none for a facilitator. */
  cityIds: string[];
}

interface CastRow extends Record<string, unknown> {
  option_id: string;
  person_id: string;
  name: string;
  vote: Vote;
  city_ids: string[];
}

/** Every vote of somebody who may still answer, in the order in which they were given. */
export async function votesCast(sessionId: string): Promise<Cast[]> {
  const rows = await db.execute<CastRow>(sql`
    select v.option_id, v.person_id, p.name, v.vote, array(select c.workspace_id from session_cities c join memberships m
        on m.workspace_id = c.workspace_id and m.person_id = v.person_id and m.from_at <= now()
        and (m.until_at is null or m.until_at > now())
      where c.session_id = ${sessionId}) as city_ids
    from votes v join polls on polls.id = v.poll_id join people p on p.id = v.person_id
    where polls.session_id = ${sessionId} and ${mayAnswer(sql`v.person_id`, sessionId)}
    order by v.voted_at, v.person_id`);
  return rows.map((row) => ({
    optionId: row.option_id,
    personId: row.person_id,
    name: row.name,
    vote: row.vote,
    cityIds: row.city_ids,
  }));
}

/** Who is asked, once for each of their cities. */
export async function peopleByCity(sessionId: string) {
  const rows = await db.execute<{ person_id: string; name: string; workspace_id: string }>(sql`
    select distinct p.id as person_id, p.name, m.workspace_id
    from memberships m join session_cities c on c.workspace_id = m.workspace_id join people p on p.id = m.person_id
    where c.session_id = ${sessionId} and m.from_at <= now() and (m.until_at is null or m.until_at > now())
    order by p.name, p.id`);
  return rows.map((row) => ({ personId: row.person_id, name: row.name, workspaceId: row.workspace_id }));
}
