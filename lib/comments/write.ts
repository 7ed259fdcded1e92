import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, workspaceOf } from "@/lib/auth/actor";
import { countUse, RATES } from "@/lib/auth/rate-limit";
import { newId } from "@/lib/ids";
import { addTellJobs, insertNotifications, type News, recipientsOf } from "@/lib/inbox/notify";
import { CHANNEL } from "@/lib/live/events";
import type { Anchor } from "@/lib/passages/anchor";
import type { PlateCity } from "@/lib/sessions/city-name";
import type { CalledHere } from "./call";
import type { CommentAudience } from "./limits";
import { CITY_JSON } from "./shape";
import type { SubjectRow } from "./subject";
import { SAID, talkTopic } from "./talk";
import type { About } from "./types";

/** All that decides what a new comment becomes. */
export interface Ground extends SubjectRow {
  /** The comment it answers: always a top-level one. */
  parent: { id: string; audience: CommentAudience; closed: boolean } | null;
  listeners: string[] | null;
}

/** How somebody came to say it: on a page, signed in, in answer to a mail, or by a link in one. */
export type CameBy = "page" | "mail" | "link";

/** What is said, ready to be written down. */
export interface Words {
  markdown: string;
  html: string;
  language: string;
  formKey: string;
  passage: Anchor | null;
  audience: CommentAudience;
  called: CalledHere[];
  by: CameBy;
}

interface Written extends Record<string, unknown> {
  id: string;
  at: number;
  city: PlateCity | null;
}

/**
 * The comment, whom it calls, its audit row, its notifications and their jobs, and the word to the open pages in one
 * statement, hence one transaction. Undefined when its form key was used before, or when what is in `ground` holds no more.
 * Its moment has no more digits than travel to a browser, which thus puts comments in the same order as the database.
 */
export async function insertComment(
  actor: Actor,
  about: About,
  ground: Ground,
  comment: Words,
): Promise<Written | undefined> {
  const id = newId();
  const writeUpId = "writeUpId" in about ? about.writeUpId : null;
  const sessionId = "sessionId" in about ? about.sessionId : null;
  const askId = "askId" in about ? about.askId : null;
  const parentId = ground.parent?.id ?? null;
  const rate = countUse(`comment:${actor.personId}`, RATES.comment.seconds);
  const news = newsOf(actor, about, id, ground, comment);
  const live = JSON.stringify({ topic: talkTopic(about), kind: SAID, id });
  const [row] = await db.execute<Partial<Written> & { used: number }>(sql`
    with used as (${rate.insert}),
    new as (
      insert into comments (id, cohort_id, write_up_id, session_id, ask_id, parent_id, author_id, workspace_id, audience, language,
        markdown, html, passage, form_key, created_at)
      select ${id}, ${ground.cohort_id}, ${writeUpId}, ${sessionId}, ${askId}, ${parentId}, ${actor.personId},
        ${workspaceOf(actor, ground.cohort_id)}, ${comment.audience}, ${comment.language}, ${comment.markdown},
        ${comment.html}, ${comment.passage && JSON.stringify(comment.passage)}::text::jsonb, ${comment.formKey}, date_trunc('milliseconds', now())
      where ${holds(writeUpId, askId, parentId, ground)} and (select count from used) <= ${RATES.comment.most}
      on conflict (form_key) do nothing
      returning id, created_at, workspace_id),
    logged as (
      insert into audit_log (actor_id, action, cohort_id, workspace_id, subject_id, detail)
      select ${actor.personId}, 'comment.post', ${ground.cohort_id}, ${ground.workspace_id}, new.id,
        jsonb_strip_nulls(jsonb_build_object('writeUpId', ${writeUpId}::text, 'sessionId', ${sessionId}::text, 'askId', ${askId}::text, 'by', ${comment.by}::text)) from new),
    said as (select pg_notify(${CHANNEL}, ${live}) from new)${calls(comment.called)}${tells(news)}
    select new.id, floor(extract(epoch from new.created_at) * 1000)::float8 as at, ${CITY_JSON} as city, used.count as used,
      (select count(*) from said) as said, ${news.length > 0 ? sql`(select count(*) from jobs)` : sql`0`} as jobs
    from used left join new on true left join workspaces w on w.id = new.workspace_id`);
  if (row && row.used > RATES.comment.most) throw rate.refusal;
  const { id: made, at, city = null } = row ?? {};
  return made && at ? { id: made, at, city } : undefined;
}

/** The condition that what was read before still holds: who hears what is said there, and that it can be answered. */
function holds(writeUpId: string | null, askId: string | null, parentId: string | null, { audience }: Ground): SQL {
  const heard = writeUpId
    ? sql`exists (select 1 from write_ups where id = ${writeUpId} and audience = ${audience})`
    : askId
      ? sql`exists (select 1 from asks where id = ${askId} and hidden_at is null)`
      : sql`true`;
  if (!parentId) return heard;
  return sql`${heard} and exists (select 1 from comments k where k.id = ${parentId} and k.deleted_at is null and k.hidden_at is null)`;
}

/** Whoever is called by name hears of that alone. */
function newsOf(actor: Actor, about: About, commentId: string, ground: Ground, comment: Words): News[] {
  const thing = { ...about, commentId, inside: comment.audience === "city", actorId: actor.personId };
  const called = comment.called.flatMap(({ personIds }) => personIds);
  const listeners = (ground.listeners ?? []).filter((personId) => !called.includes(personId));
  const all: News[] = [
    { ...thing, kind: "mention", personIds: called },
    { ...thing, kind: ground.parent ? "reply" : "comment", personIds: listeners },
  ];
  return all.filter((news) => recipientsOf(news).length > 0);
}

function calls(called: CalledHere[]): SQL {
  if (called.length === 0) return sql``;
  const rows = called.map(
    ({ kind, id }) => sql`(${newId()}, ${kind === "person" ? id : null}::text, ${kind === "city" ? id : null}::text)`,
  );
  return sql`,
    calls as (insert into comment_mentions (id, comment_id, person_id, workspace_id)
      select k.id, new.id, k.person_id, k.workspace_id from new cross join (values ${sql.join(rows, sql`, `)}) as k (id, person_id, workspace_id))`;
}

/** A part of the `with` for each kind of news, and one with the jobs that mail them. */
function tells(all: News[]): SQL {
  if (all.length === 0) return sql``;
  const name = (n: number) => sql.raw(`told${n}`);
  const parts = all.map(
    (news, n) => sql`${name(n)} as (${insertNotifications(news, sql`exists (select 1 from new)`)})`,
  );
  const told = all.map((_, n) => sql`select person_id from ${name(n)}`);
  return sql`,
    ${sql.join(parts, sql`, `)},
    jobs as (${addTellJobs(sql`(${sql.join(told, sql` union all `)}) told`)})`;
}

/** What is said inside the city stays there, and so does an answer to it. */
export function audienceOf({ audience, parent }: Pick<Ground, "audience" | "parent">): CommentAudience {
  return audience === "draft" || audience === "city" || parent?.audience === "city" ? "city" : "cohort";
}
