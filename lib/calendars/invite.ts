import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { newId } from "@/lib/ids";

type CalendarMail = "calendar-request" | "calendar-cancel";

/**
 * Queues one message for each person's calendar about the session as it stands now, inside the transaction of the change.
 * However often it is called, a person gets one for each state of the session. One statement.
 */
export function sendToCalendars(tx: Queryable, kind: CalendarMail, sessionId: string, personIds: readonly string[]) {
  return queue(tx, kind, sessionId, personIds, sql`do nothing`);
}

/** Once more for the same state: for somebody who got a seat, or whose city was invited later. */
export function inviteAgain(tx: Queryable, sessionId: string, personIds: readonly string[]): Promise<void> {
  return queue(tx, "calendar-request", sessionId, personIds, AS_NEW);
}

/** For those who are no longer invited, while the session goes on for others. */
export function withdrawInvitations(tx: Queryable, sessionId: string, personIds: readonly string[]): Promise<void> {
  return queue(tx, "calendar-cancel", sessionId, personIds, AS_NEW);
}

// A new id, since the message's own id is made from it: mail systems throw away what they have seen.
const AS_NEW = sql`do update set id = excluded.id, to_email = excluded.to_email, created_at = now(), sent_at = null,
  dropped_reason = null, attempts = 0`;

async function queue(tx: Queryable, kind: CalendarMail, sessionId: string, given: readonly string[], orElse: SQL) {
  // In one order for all, so that two writers cannot deadlock.
  const people = [...new Set(given)].sort();
  if (people.length === 0) return;
  await tx.execute(sql`
    with queued as (
      insert into mails (id, kind, to_email, person_id, session_id, sequence)
      select told.id, ${kind}, p.email, p.id, s.id, s.sequence
      from unnest(string_to_array(${people.map(newId).join(",")}, ','), string_to_array(${people.join(",")}, ','))
        as told (id, person_id)
        join people p on p.id = told.person_id join sessions s on s.id = ${sessionId}
      order by p.id
      on conflict (session_id, person_id, sequence, kind) where sequence is not null ${orElse}
      returning id)
    select graphile_worker.add_job('send-mail', payload := json_build_object('mailId', id), job_key := 'mail:' || id,
      job_key_mode := 'preserve_run_at', max_attempts := 12)
    from queued`);
}
