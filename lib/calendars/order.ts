import "server-only";
import { sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { Mail } from "@/lib/mail/send";

/** Whether the person has had an earlier invitation to the same session, so that this one moves it. */
export async function toldBefore({ sessionId, personId, sequence }: Mail): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from mails where session_id = ${sessionId} and person_id = ${personId}
    and kind = 'calendar-request' and sequence < ${sequence} and sent_at is not null limit 1`);
  return rows.length > 0;
}

/**
 * Why a message must not reach a calendar any more, or null. Messages of one session to one person go out one after the
 * other, so that an invitation never arrives behind the cancellation that came after it.
 */
export async function whyVoid(tx: Queryable, { id, sessionId, personId }: Mail): Promise<string | null> {
  const turn = `calendar:${sessionId}:${personId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const [row] = await tx.execute<{ superseded: boolean }>(sql`
    select later.id is not null or m.kind = 'calendar-request'
      and (s.sequence <> m.sequence or s.status not in ('scheduled', 'live')) as superseded
    from mails m join sessions s on s.id = m.session_id
      left join mails later on later.session_id = m.session_id and later.person_id = m.person_id and later.sequence is not null
        and later.id <> m.id and later.created_at > m.created_at
    where m.id = ${id} limit 1`);
  return row?.superseded === false ? null : "superseded";
}
