import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { commitments, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { readingFor, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { CITY_COMMITMENTS, COMMITMENTS_PAGE, type CommitmentStatus, SOON_DAYS } from "./limits";
import { DOER, readCommitments } from "./rows";
import type { Commitment, CommitmentFilters, CommitmentStep, CommitmentView } from "./types";

const BY_DAY = sql`${commitments.dueOn}, ${commitments.id}`;
const OPEN = sql`${commitments.closedAt} is null`;

/** All that the cities of the actor's cohorts said they would do, what is due first, a page at a time. */
export async function listCommitments(
  actor: Actor,
  filters: CommitmentFilters,
  after?: string,
): Promise<{ items: Commitment[]; after: string | null }> {
  const status = filters.status ?? "open";
  const rows = await readCommitments(
    actor,
    sql`${status === "open" ? OPEN : sql`${commitments.status} = ${status}`}
      and ${filters.city ? sql`w.slug = ${filters.city}` : sql`true`}
      and ${isId(after) ? sql`(${BY_DAY}) > (select k.due_on, k.id from commitments k where k.id = ${after})` : sql`true`}`,
    BY_DAY,
    COMMITMENTS_PAGE + 1,
  );
  const items = rows.slice(0, COMMITMENTS_PAGE);
  return { items, after: rows.length > COMMITMENTS_PAGE ? (items.at(-1)?.id ?? null) : null };
}

/** What was taken on in a session. */
export function commitmentsOfSession(actor: Actor, sessionId: string): Promise<Commitment[]> {
  return readCommitments(actor, sql`${commitments.sessionId} = ${sessionId}`, BY_DAY, 100);
}

/**
 * What comes back in a session: all that its cities took on before it and had not done or dropped when it began. Nothing
 * falls out of this list by itself.
 */
export function carriedTo(actor: Actor, session: { id: string; startsAt: Date }): Promise<Commitment[]> {
  const start = sql`${session.startsAt.toISOString()}::timestamptz`;
  return readCommitments(
    actor,
    sql`${commitments.workspaceId} in (select sc.workspace_id from session_cities sc where sc.session_id = ${session.id})
      and ${commitments.sessionId} is distinct from ${session.id}
      and ${commitments.createdAt} < ${start} and (${OPEN} or ${commitments.closedAt} > ${start})`,
    BY_DAY,
    100,
  );
}

/** What stands on a session's page: what comes back, what is taken on, and for which cities the actor may do so. */
export async function sessionCommitments(actor: Actor, session: { id: string; startsAt: Date }) {
  const [carried, made, cities] = await Promise.all([
    carriedTo(actor, session),
    commitmentsOfSession(actor, session.id),
    citiesToCommit(actor, session.id),
  ]);
  return { carried, made, cities };
}

/** A city's own, what is still to do first, then what was done. */
export function commitmentsOfCity(actor: Actor, workspaceId: string): Promise<Commitment[]> {
  return readCommitments(
    actor,
    sql`${commitments.workspaceId} = ${workspaceId}`,
    sql`(${OPEN}) desc, case when ${OPEN} then ${commitments.dueOn} end, ${commitments.closedAt} desc, ${commitments.id}`,
    CITY_COMMITMENTS,
  );
}

/** What waits for this person: their own, and what their city took on while nobody is named and they lead it. */
export async function commitmentsToDo(actor: Actor): Promise<Commitment[]> {
  const leads = actor.memberships.filter(({ role }) => role === "lead").flatMap(({ workspaceId }) => workspaceId ?? []);
  const soon = new Date(clock.now().getTime() + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  return readCommitments(
    actor,
    sql`${OPEN} and ${commitments.dueOn} <= ${soon} and (${DOER} = ${actor.personId}
      or (${DOER} is null and ${commitments.workspaceId} = any(string_to_array(${leads.join(",")}, ','))))`,
    BY_DAY,
    10,
  );
}

interface MoreRow extends Record<string, unknown> {
  cohort_id: string;
  workspace_id: string;
  doer: string | null;
  evidence: string;
  version: number;
  created_at: string;
  created_by: string;
  write_up: CommitmentView["writeUp"];
  steps: (Omit<CommitmentStep, "at" | "status"> & { at: string; status: CommitmentStatus })[];
  people: CommitmentView["people"];
}

/** One with its history, or null: it does not exist for the actor. */
export async function getCommitment(actor: Actor, id: string): Promise<CommitmentView | null> {
  if (!isId(id)) return null;
  const [[commitment], [more]] = await Promise.all([
    readCommitments(actor, sql`${commitments.id} = ${id}`, BY_DAY, 1),
    db.execute<MoreRow>(sql`
      select ${commitments.cohortId}, ${commitments.workspaceId}, ${DOER} as doer, ${commitments.evidence},
        ${commitments.version}, ${commitments.createdAt},
        (select name from people where id = ${commitments.createdBy}) as created_by,
        (select json_build_object('id', ${writeUps.id}, 'title', x.title, 'language', x.language) from ${writeUps}
          join write_up_texts x on x.write_up_id = ${writeUps.id} and x.audience = ${readingFor(actor)}
          where ${writeUps.id} = ${commitments.writeUpId} and ${visibleTo(actor)}
          order by x.language = ${writeUps.language} desc limit 1) as write_up,
        (select coalesce(json_agg(json_build_object('id', n.id, 'at', n.created_at, 'by', p.name, 'status', n.status,
            'body', n.body, 'language', n.language) order by n.created_at, n.id), '[]')
          from commitment_news n join people p on p.id = n.person_id where n.commitment_id = ${commitments.id}) as steps,
        (select coalesce(json_agg(distinct jsonb_build_object('id', p.id, 'name', p.name)), '[]')
          from memberships m join people p on p.id = m.person_id where m.workspace_id = ${commitments.workspaceId}
            and m.from_at <= now() and (m.until_at is null or m.until_at > now())) as people
      from ${commitments} where ${commitments.id} = ${id}`),
  ]);
  if (!commitment || !more) return null;
  const place = { cohortId: more.cohort_id, workspaceId: more.workspace_id, ownerId: more.doer ?? undefined };
  return {
    ...commitment,
    evidence: more.evidence,
    version: more.version,
    createdAt: new Date(more.created_at),
    createdBy: more.created_by,
    writeUp: more.write_up,
    steps: more.steps.map((step) => ({ ...step, at: new Date(step.at) })),
    people: more.people.toSorted((a, b) => a.name.localeCompare(b.name)),
    abilities: { update: canPlace(actor, "commitment.update", place) },
  };
}

/** The cities for which the actor may take something on: their own, or all of a session's for who facilitates. */
export async function citiesToCommit(actor: Actor, sessionId: string): Promise<Commitment["city"][]> {
  const rows = await db.execute<{ cohort_id: string; city: Commitment["city"] } & Record<string, unknown>>(sql`
    select sessions.cohort_id, json_build_object('id', w.id, 'slug', w.slug, 'code', w.code, 'name', w.name,
      'localName', w.local_name, 'languages', w.languages, 'accent', w.accent) as city
    from sessions join session_cities sc on sc.session_id = sessions.id join workspaces w on w.id = sc.workspace_id
    where sessions.id = ${sessionId} and ${sessionsVisibleTo(actor)} order by w.longitude, w.id`);
  return rows
    .filter(({ cohort_id, city }) => canPlace(actor, "commitment.make", { cohortId: cohort_id, workspaceId: city.id }))
    .map(({ city }) => city);
}
