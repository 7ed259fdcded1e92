import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { PLACE_RULES } from "@/lib/auth/can";
import { newId } from "@/lib/ids";
import { BY_NAME, type NotificationKind } from "./limits";

/** Something that happened, to be told to `personIds`. About exactly one thing: a write-up, a session, a commitment or an ask. */
export interface News {
  kind: NotificationKind;
  writeUpId?: string | null;
  sessionId?: string | null;
  commitmentId?: string | null;
  askId?: string | null;
  commentId?: string | null;
  /** The comment is heard in the write-up's city only. */
  inside?: boolean;
  /** Null when nobody did it: a day that came. */
  actorId: string | null;
  personIds: readonly string[];
  /** A letter of its own tells of it, so that no mail about news does. */
  mailed?: boolean;
}

/** So that several news at once make one mail. */
const TELL_IN_SECONDS = 5;

/** Nobody is told of what they did themselves, or twice. In one order for all, so that two writers cannot deadlock. */
export function recipientsOf({ personIds, actorId }: Pick<News, "personIds" | "actorId">): string[] {
  return [...new Set(personIds)].filter((id) => id !== actorId).sort();
}

/**
 * A part of a `with` that inserts the notifications, but for those who have muted the thing or may not read it: not even
 * the count of their Inbox tells of it. `given` is a condition, such as that the comment is new.
 */
export function insertNotifications(news: News, given: SQL = sql`true`): SQL {
  const people = recipientsOf(news);
  return sql`
    insert into notifications (id, person_id, kind, write_up_id, session_id, commitment_id, ask_id, comment_id, actor_id, mailed_at)
    select told.id, told.person_id, ${news.kind}, ${news.writeUpId ?? null}, ${news.sessionId ?? null}, ${news.commitmentId ?? null},
      ${news.askId ?? null}, ${news.commentId ?? null}, ${news.actorId}, ${news.mailed ? sql`now()` : sql`null`}
    from unnest(string_to_array(${people.map(newId).join(",")}, ','), string_to_array(${people.join(",")}, ','))
      as told (id, person_id)
    where ${given} and ${mayKnow(news)}${BY_NAME.includes(news.kind) ? sql`` : sql` and not ${muted(news)}`}
    returning person_id`;
}

function muted(news: News): SQL {
  return sql`exists (select 1 from follows f where f.person_id = told.person_id and f.follow = 'mute' and ${isAbout(news)})`;
}

function isAbout({ writeUpId, sessionId, commitmentId, askId }: News): SQL {
  if (writeUpId) return sql`f.write_up_id = ${writeUpId}`;
  if (sessionId) return sql`f.session_id = ${sessionId}`;
  return askId ? sql`f.ask_id = ${askId}` : sql`f.commitment_id = ${commitmentId ?? null}`;
}

/** Whether the thing is there for the person at this moment, and the comment too: `newsFor` says the same of what they read. */
function mayKnow({ writeUpId, sessionId, commitmentId, askId, commentId, inside }: News): SQL {
  const belongs = sql`m.person_id = told.person_id and m.cohort_id = x.cohort_id and m.from_at <= now()
    and (m.until_at is null or m.until_at > now())`;
  if (!writeUpId) {
    const thing = sessionId ? sql`sessions` : askId ? sql`asks` : sql`commitments`;
    const shown = askId ? sql` and (x.hidden_at is null or ${READS_HIDDEN})` : sql``;
    return sql`exists (select 1 from ${thing} x join memberships m on ${belongs}
      where x.id = ${sessionId ?? askId ?? commitmentId ?? null}${shown})`;
  }
  const peers = inside ? sql`false` : sql`m.id is not null and x.audience in ('cohort', 'public')`;
  const anyone = commentId ? sql`false` : sql`x.audience = 'public'`;
  return sql`exists (select 1 from write_ups x left join memberships m on ${belongs}
    where x.id = ${writeUpId} and (m.workspace_id = x.workspace_id or ${peers} or ${anyone}) and (x.audience <> 'draft'
      or exists (select 1 from write_up_authors a where a.write_up_id = x.id and a.person_id = told.person_id)))`;
}

/** Whether somebody with membership `m` is there for a hidden ask `x`: the rule "ask.read-hidden". */
const READS_HIDDEN = sql.join(
  PLACE_RULES["ask.read-hidden"].map((relation) => {
    if (relation === "self") return sql`x.asker_id = told.person_id`;
    const own = relation === "lead" ? sql` and m.workspace_id = x.to_workspace_id` : sql``;
    return sql`m.role = ${relation}${own}`;
  }),
  sql` or `,
);

/** Adds the job that mails the inserted notifications, for each row of `from`: in one order for all kinds of news together. */
export function addTellJobs(from: SQL): SQL {
  return sql`
    select graphile_worker.add_job('tell-person', payload := json_build_object('personId', person_id),
      job_key := 'tell:' || person_id, run_at := now() + make_interval(secs => ${TELL_IN_SECONDS}),
      job_key_mode := 'preserve_run_at', max_attempts := 12)
    from (select person_id from ${from} order by person_id) sorted`;
}

/** Puts news into inboxes and sees to the mail, inside the transaction of the change it tells of. One statement. */
export async function notify(tx: Queryable, news: News): Promise<void> {
  if (recipientsOf(news).length === 0) return;
  const insert = insertNotifications(news);
  await tx.execute(news.mailed ? insert : sql`with told as (${insert}) ${addTellJobs(sql`told`)}`);
}
