import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { attendance, people } from "@/db/schema";

/** Everybody who was there, in the order in which they were written down. */
export function presentAt(sessionId: string) {
  return db
    .select({
      id: attendance.id,
      personId: attendance.personId,
      name: sql<string>`coalesce(${people.name}, ${attendance.name})`,
      workspaceId: attendance.workspaceId,
    })
    .from(attendance)
    .leftJoin(people, eq(people.id, attendance.personId))
    .where(eq(attendance.sessionId, sessionId))
    .orderBy(asc(attendance.recordedAt), asc(attendance.id));
}

export interface Guest extends Record<string, unknown> {
  id: string;
  name: string;
  workspace_id: string | null;
  coming: boolean;
}

/**
 * Who may have been there: the people of the invited cities, those who said that they come and the facilitators, each with
 * the invited city they belong to, if any. Whoever has left the cohort since is not among them.
 */
export function guestsOf(from: Queryable, sessionId: string, personIds: readonly string[] | null = null) {
  const asked = personIds === null ? sql`true` : sql`m.person_id = any(string_to_array(${personIds.join(",")}, ','))`;
  return from.execute<Guest>(sql`
    select distinct on (p.name, p.id) p.id, p.name, c.workspace_id, coalesce(a.answer = 'going', false) as coming
    from sessions s
      join memberships m on m.cohort_id = s.cohort_id and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      join people p on p.id = m.person_id
      left join session_cities c on c.session_id = s.id and c.workspace_id = m.workspace_id
      left join answers a on a.session_id = s.id and a.person_id = p.id
    where s.id = ${sessionId} and ${asked}
      and (c.workspace_id is not null or a.answer = 'going' or m.role in ('facilitator', 'admin'))
    order by p.name, p.id, c.workspace_id nulls last`);
}
