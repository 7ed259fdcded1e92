import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/lib/ids";
import { insertNotifications } from "@/lib/inbox/notify";

/**
 * The minutes go to everybody who was invited, who came or who meant to, and still belongs to the cohort: an entry in
 * their Inbox and one mail of its own.
 */
export async function sendMinutes(tx: Tx, actorId: string, sessionId: string): Promise<void> {
  const rows = await tx.execute<{ id: string; email: string }>(sql`
    select distinct p.id, p.email
    from sessions s
      join memberships m on m.cohort_id = s.cohort_id and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      join people p on p.id = m.person_id
    where s.id = ${sessionId} and p.id <> ${actorId} and (
      exists (select 1 from session_cities c where c.session_id = s.id and c.workspace_id = m.workspace_id)
      or exists (select 1 from answers a where a.session_id = s.id and a.person_id = p.id and a.answer <> 'not')
      or exists (select 1 from attendance t where t.session_id = s.id and t.person_id = p.id)
      or p.id in (s.runner_id, s.note_taker_id))
    order by p.id`);
  if (rows.length === 0) return;
  const personIds = rows.map(({ id }) => id);
  await tx.execute(insertNotifications({ kind: "minutes", sessionId, actorId, personIds }));
  // Their mail is the minutes themselves: no news that minutes are there.
  await tx.execute(
    sql`update notifications set mailed_at = now() where session_id = ${sessionId} and kind = 'minutes' and mailed_at is null`,
  );
  const list = (values: readonly string[]) => sql`string_to_array(${values.join(",")}, ',')`;
  await tx.execute(sql`
    with queued as (
      insert into mails (id, kind, to_email, person_id, session_id)
      select told.id, 'minutes', told.email, told.person_id, ${sessionId}
      from unnest(${list(rows.map(newId))}, ${list(rows.map(({ email }) => email))}, ${list(personIds)}) as told (id, email, person_id)
      returning id)
    select graphile_worker.add_job('send-mail', payload := json_build_object('mailId', id), job_key := 'mail:' || id,
      job_key_mode := 'preserve_run_at', max_attempts := 12)
    from queued`);
}
