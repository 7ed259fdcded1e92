import "server-only";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { newId } from "@/lib/ids";
import { notify, recipientsOf } from "@/lib/inbox/notify";

interface Question {
  kind: "poll-opened" | "poll-reminder";
  sessionId: string;
  /** Null when nobody did it: a day that came. */
  actorId: string | null;
  personIds: readonly string[];
}

/** Asks people for their votes: a line in the Inbox, and the poll's own letter in place of the mail about news. */
export async function askForVotes(tx: Queryable, question: Question): Promise<void> {
  const people = recipientsOf(question);
  if (people.length === 0) return;
  await notify(tx, { ...question, mailed: true });
  await tx.execute(sql`
    with queued as (
      insert into mails (id, kind, to_email, person_id, session_id)
      select told.id, 'poll', p.email, p.id, ${question.sessionId}
      from unnest(string_to_array(${people.map(newId).join(",")}, ','), string_to_array(${people.join(",")}, ','))
        as told (id, person_id) join people p on p.id = told.person_id
      returning id)
    select graphile_worker.add_job('send-mail', payload := json_build_object('mailId', id), job_key := 'mail:' || id,
      job_key_mode := 'preserve_run_at', max_attempts := 12)
    from queued`);
}
