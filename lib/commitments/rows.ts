import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { commitments } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { commitmentsVisibleTo, sessionsVisibleTo } from "@/lib/auth/visible-to";
import { clock } from "@/lib/time/now";
import { daysBetween } from "@/lib/time/partial-date";
import { dateIn } from "@/lib/time/wall";
import type { CommitmentStatus } from "./limits";
import type { Commitment } from "./types";

interface Row extends Record<string, unknown> {
  id: string;
  what: string;
  language: string;
  city: Commitment["city"] & { zone: string };
  person: Commitment["person"];
  due_on: string;
  status: CommitmentStatus;
  carried: number;
  made_in: Commitment["madeIn"];
  closed_at: string | null;
}

/** The person named, as long as they belong to the city whose commitment it is. */
export const DOER = sql`(select m.person_id from memberships m where m.person_id = ${commitments.personId}
  and m.workspace_id = ${commitments.workspaceId} and m.from_at <= now() and (m.until_at is null or m.until_at > now()) limit 1)`;

/**
 * The held sessions that invited the commitment's city while it was open, without the one in which it was made. A cancelled
 * one did not take place; one whose end has passed has, whatever its row says yet.
 */
function carried(now: Date): SQL {
  return sql`(select count(*)::int from sessions s join session_cities sc on sc.session_id = s.id
    where sc.workspace_id = ${commitments.workspaceId} and s.starts_at > ${commitments.createdAt}
      and s.id is distinct from ${commitments.sessionId} and s.status in ('scheduled', 'live', 'held')
      and s.ends_at <= ${now.toISOString()}::timestamptz
      and (${commitments.closedAt} is null or s.starts_at < ${commitments.closedAt}))`;
}

/** The commitments that the actor may read and that fit a condition, over `commitments`. One statement. */
export async function readCommitments(actor: Actor, where: SQL, order: SQL, limit: number): Promise<Commitment[]> {
  const now = clock.now();
  const rows = await db.execute<Row>(sql`
    select ${commitments.id}, ${commitments.what}, ${commitments.language}, ${commitments.dueOn}::text as due_on,
      ${commitments.status}, ${commitments.closedAt}, ${carried(now)} as carried,
      json_build_object('id', w.id, 'slug', w.slug, 'code', w.code, 'name', w.name, 'localName', w.local_name,
        'languages', w.languages, 'accent', w.accent, 'zone', w.zone) as city,
      (select json_build_object('id', p.id, 'name', p.name) from people p where p.id = ${DOER}) as person,
      (select json_build_object('id', sessions.id, 'title', sessions.title, 'language', sessions.language) from sessions
        where sessions.id = ${commitments.sessionId} and ${sessionsVisibleTo(actor)}) as made_in
    from ${commitments} join workspaces w on w.id = ${commitments.workspaceId}
    where ${commitmentsVisibleTo(actor)} and ${where} order by ${order} limit ${limit}`);
  return rows.map((row) => shape(row, actor, now));
}

function shape(row: Row, actor: Actor, now: Date): Commitment {
  const { zone, ...city } = row.city;
  const late = row.closed_at === null ? (daysBetween(row.due_on, dateIn(now, zone)) ?? 0) : 0;
  const leads = actor.memberships.some(({ role, workspaceId }) => role === "lead" && workspaceId === city.id);
  return {
    id: row.id,
    what: row.what,
    language: row.language,
    city,
    person: row.person,
    dueOn: row.due_on,
    daysLate: Math.max(0, late),
    status: row.status,
    carried: row.carried,
    madeIn: row.made_in,
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    mine: row.person ? row.person.id === actor.personId : leads,
  };
}
