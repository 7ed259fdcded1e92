import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { GONE_SECONDS } from "./limits";

/** Says that a person has a task open. To be a `with` part of a statement whose part `mine` names the write-up. */
export function arrives(personId: string, task: string): SQL {
  return sql`insert into editors (write_up_id, person_id, task, seen_at) select id, ${personId}, ${task}, now() from mine
    on conflict (write_up_id, person_id) do update set task = excluded.task, seen_at = now()`;
}

/** Who else has the write-up open, as JSON: those of its city who were heard of within the minute. */
export function othersIn(writeUp: SQL, personId: string, task: string): SQL {
  return sql`coalesce((select json_agg(json_build_object('name', p.name, 'here', e.task = ${task}) order by e.task = ${task} desc, p.name)
    from editors e join people p on p.id = e.person_id
    where e.write_up_id = ${writeUp} and e.person_id <> ${personId} and e.seen_at > now() - make_interval(secs => ${GONE_SECONDS})
      and exists (select 1 from memberships m join write_ups w on w.workspace_id = m.workspace_id
        where w.id = e.write_up_id and m.person_id = e.person_id and m.from_at <= now() and (m.until_at is null or m.until_at > now()))), '[]'::json)`;
}
