import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { agendaItems } from "@/db/schema";
import type { NamedCity } from "@/lib/sessions/city-name";
import type { Named } from "@/lib/sessions/types";

/** The steps in order, with when each really began and ended. */
export function stepsOf(from: Queryable, sessionId: string) {
  return from
    .select({
      id: agendaItems.id,
      minutes: agendaItems.minutes,
      startedAt: agendaItems.startedAt,
      endedAt: agendaItems.endedAt,
    })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position));
}

/**
 * Who may be asked to run a session or to take its notes: those who said they come, the people of the host city and the
 * facilitators, as long as they belong to the cohort.
 */
export async function crewOf(sessionId: string, personId: string | null = null) {
  const rows = await db.execute<{ id: string; name: string; city: NamedCity | null }>(sql`
    select distinct on (p.name, p.id) p.id, p.name, case when w.id is not null then json_build_object('name', w.name,
      'localName', w.local_name, 'languages', w.languages) end as city
    from sessions s
      join memberships m on m.cohort_id = s.cohort_id and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      join people p on p.id = m.person_id
      left join workspaces w on w.id = m.workspace_id
    where s.id = ${sessionId} and (${personId}::text is null or p.id = ${personId}) and (
      m.workspace_id = s.host_id or m.role in ('facilitator', 'admin')
      or exists (select 1 from answers a where a.session_id = s.id and a.person_id = p.id and a.answer = 'going'))
    order by p.name, p.id, m.from_at`);
  return rows.map(({ id, name, city }): Named & { city: NamedCity | null } => ({ id, name, city }));
}
