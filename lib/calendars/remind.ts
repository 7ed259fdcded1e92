import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { JUST_TOLD, REMIND_BEFORE, REMINDERS, type Reminder } from "./limits";

/** Every few minutes: reminds everybody whose session is a day or an hour away. */
export async function remindAll(): Promise<void> {
  for (const kind of REMINDERS) await remind(kind, clock.now());
}

interface Due extends Record<string, unknown> {
  session_id: string;
  person_id: string;
}

/** One reminder for each person, kind and start: when a session has moved, they get another. */
async function remind(kind: Reminder, now: Date): Promise<void> {
  const due = [...(await db.execute<Due>(whoIsDue(kind, now)))];
  if (due.length === 0) return;
  const list = (values: readonly string[]) => sql`string_to_array(${values.join(",")}, ',')`;
  await db.execute(sql`
    with due as (
      select * from unnest(${list(due.map((row) => row.session_id))}, ${list(due.map((row) => row.person_id))},
        ${list(due.map(newId))}, ${list(due.map(newId))}) as d (session_id, person_id, news_id, mail_id)),
    fresh as (
      insert into reminders (session_id, person_id, kind, starts_at)
      select d.session_id, d.person_id, ${kind}, s.starts_at from due d join sessions s on s.id = d.session_id
      order by d.session_id, d.person_id
      on conflict do nothing returning session_id, person_id),
    told as (
      insert into notifications (id, person_id, kind, session_id, mailed_at)
      select d.news_id, d.person_id, 'session-reminder', d.session_id, now() from due d join fresh using (session_id, person_id)),
    queued as (
      insert into mails (id, kind, to_email, person_id, session_id, created_at)
      select d.mail_id, 'reminder', p.email, p.id, d.session_id, ${now.toISOString()}::timestamptz
      from due d join fresh using (session_id, person_id) join people p on p.id = d.person_id
      returning id)
    select graphile_worker.add_job('send-mail', payload := json_build_object('mailId', id), job_key := 'mail:' || id,
      job_key_mode := 'preserve_run_at', max_attempts := 12)
    from queued`);
}

/**
 * Those who come or may come; the day before also the members of the invited cities who have said nothing. `m` is a
 * membership that holds now.
 */
function whoIsDue(kind: Reminder, now: Date) {
  const at = (milliseconds: number) => sql`${new Date(now.getTime() + milliseconds).toISOString()}::timestamptz`;
  const from = kind === "day" ? REMIND_BEFORE.hour : 0;
  const silent = sql`a.answer is null and exists (select 1 from session_cities c
    where c.session_id = s.id and c.workspace_id = m.workspace_id)`;
  return sql`
    select distinct s.id as session_id, m.person_id
    from sessions s
      join memberships m on m.cohort_id = s.cohort_id and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      left join answers a on a.session_id = s.id and a.person_id = m.person_id
    where s.status = 'scheduled' and s.starts_at > ${at(from)} and s.starts_at <= ${at(REMIND_BEFORE[kind])}
      ${kind === "day" ? sql`and s.stamped_at <= ${at(-JUST_TOLD)}` : sql``}
      and (a.answer in ('going', 'tentative') ${kind === "day" ? sql`or ${silent}` : sql``})
      and not exists (select 1 from reminders r where r.session_id = s.id and r.person_id = m.person_id and r.kind = ${kind}
        and r.starts_at = s.starts_at)
    order by s.id, m.person_id
    limit 2000`;
}
