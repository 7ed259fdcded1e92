import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, workspaceOf } from "@/lib/auth/actor";
import { newId } from "@/lib/ids";
import { addTellJobs, insertNotifications, recipientsOf } from "@/lib/inbox/notify";
import type { CommentAudience } from "./limits";
import { CITY_JSON } from "./shape";
import type { SubjectRow } from "./subject";
import type { About, CommentCity } from "./types";

/** All that decides what a new comment becomes. */
export interface Ground extends SubjectRow {
  /** The comment it answers: always a top-level one. */
  parent: { id: string; audience: CommentAudience; deleted: boolean } | null;
  listeners: string[] | null;
}

interface Written extends Record<string, unknown> {
  id: string;
  at: number;
  city: CommentCity | null;
}

/**
 * The comment, its audit row, its notifications and their jobs in one statement, hence one transaction. Undefined when
 * its form key was used before, or when the write-up's audience is no longer the one in `ground`.
 */
export async function insertComment(
  actor: Actor,
  about: About,
  ground: Ground,
  comment: { markdown: string; html: string; language: string; formKey: string },
): Promise<Written | undefined> {
  const id = newId();
  const writeUpId = "writeUpId" in about ? about.writeUpId : null;
  const sessionId = "sessionId" in about ? about.sessionId : null;
  const askId = "askId" in about ? about.askId : null;
  const parentId = ground.parent?.id ?? null;
  const news = {
    kind: parentId ? ("reply" as const) : ("comment" as const),
    writeUpId,
    sessionId,
    askId,
    commentId: id,
    actorId: actor.personId,
    personIds: ground.listeners ?? [],
  };
  const told = recipientsOf(news).length > 0;
  const tell = sql`,
    told as (${insertNotifications(news, sql`exists (select 1 from new)`)}),
    jobs as (${addTellJobs(sql`told`)})`;
  const unchanged = writeUpId
    ? sql`exists (select 1 from write_ups where id = ${writeUpId} and audience = ${ground.audience})`
    : sql`true`;
  const [row] = await db.execute<Written>(sql`
    with new as (
      insert into comments (id, cohort_id, write_up_id, session_id, ask_id, parent_id, author_id, workspace_id, audience, language,
        markdown, html, form_key)
      select ${id}, ${ground.cohort_id}, ${writeUpId}, ${sessionId}, ${askId}, ${parentId}, ${actor.personId},
        ${workspaceOf(actor, ground.cohort_id)}, ${audienceOf(ground)}, ${comment.language}, ${comment.markdown},
        ${comment.html}, ${comment.formKey}
      where ${unchanged}
      on conflict (form_key) do nothing
      returning id, created_at, workspace_id),
    logged as (
      insert into audit_log (actor_id, action, cohort_id, workspace_id, subject_id, detail)
      select ${actor.personId}, 'comment.post', ${ground.cohort_id}, ${ground.workspace_id}, new.id,
        jsonb_strip_nulls(jsonb_build_object('writeUpId', ${writeUpId}::text, 'sessionId', ${sessionId}::text, 'askId', ${askId}::text)) from new)${told ? tell : sql``}
    select new.id, floor(extract(epoch from new.created_at) * 1000)::float8 as at, ${CITY_JSON} as city,
      ${told ? sql`(select count(*) from jobs)` : sql`0`} as jobs
    from new left join workspaces w on w.id = new.workspace_id`);
  return row;
}

/** What is said inside the city stays there, and so does an answer to it. */
function audienceOf({ audience, parent }: Ground): CommentAudience {
  return audience === "draft" || audience === "city" || parent?.audience === "city" ? "city" : "cohort";
}
