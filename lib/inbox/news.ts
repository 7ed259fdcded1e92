import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asks, commitments, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { readingFor } from "@/lib/auth/visible-to";
import { audibleTo } from "@/lib/comments/audible";
import { CITY_JSON } from "@/lib/comments/shape";
import { abilitiesOn, type SubjectRow } from "@/lib/comments/subject";
import type { Follow } from "@/lib/follows/limits";
import { textFor } from "@/lib/follows/title";
import type { Anchor } from "@/lib/passages/anchor";
import { passageFor } from "@/lib/passages/read";
import { knownNews, THING } from "./known";
import type { NotificationKind } from "./limits";
import type { NewsItem, Words } from "./types";

/** An instant as milliseconds since 1970: as text it would lose its meaning between JSON and rows. */
function millis(column: SQL): SQL {
  return sql`floor(extract(epoch from ${column}) * 1000)::float8`;
}

/**
 * A statement with all news that the actor may know at this moment, with what it takes to tell them. `inFull` is for mails,
 * which also say what is answered, and from which cities people are.
 */
export function newsFor(actor: Actor, condition: SQL, inFull = false): SQL {
  const anchor = sql`coalesce(c.passage, r.passage)`;
  return sql`
    select n.id, n.kind, n.write_up_id, n.session_id, n.commitment_id, n.ask_id, n.comment_id, n.created_at,
      ${THING} as thing, coalesce(c.parent_id, c.id) as root_id,
      ${millis(sql`n.created_at`)} as at, n.seen_at is not null as seen,
      whose.name as actor,
      coalesce(x.title, ${sessions.title}, ${commitments.what}, ${asks.title}) as title,
      coalesce(x.language, ${sessions.language}, ${commitments.language}, ${asks.language}) as title_language, x.card,
      case when place.id is not null then json_build_object('code', place.code, 'name', place.name,
        'localName', place.local_name, 'languages', place.languages, 'accent', place.accent) end as city,
      ${writeUps.audience} as audience, ${noteFor(actor)} as note, ${millis(sql`${sessions.startsAt}`)} as starts_at,
      ${millis(sql`${asks.dueAt}`)} as due_at,
      case when n.kind = 'session-moved' then (select a.detail ->> 'from' from audit_log a
        where a.cohort_id = ${sessions.cohortId} and a.at = n.created_at and a.subject_id = ${sessions.id} limit 1) end as moved_from,
      case when c.id is not null then ${wordsOf("c")}
        when n.comment_id is null and ${asks.markdown} <> '' then json_build_object('html', ${asks.html},
          'markdown', ${asks.markdown}, 'language', ${asks.language}) end as comment,
      ${inFull ? sql`${ANSWERED} as answered, ${WHOSE_CITY} as whose_city` : sql`null as answered`},
      ${asks.id} is not null and n.actor_id is distinct from ${asks.askerId} as answers,
      ${anchor} as anchor, case when ${anchor} is not null then json_build_object('language', x.language,
        'html', jsonb_path_query_first(x.document, '$.sections[*] ? (@.key == $key)', jsonb_build_object('key', ${anchor} -> 'section')) ->> 'html') end as read,
      coalesce(c.hidden_at, ${asks.hiddenAt}) is null as restored,
      (select f.follow from follows f where f.person_id = n.person_id and ${THING} in (f.write_up_id, f.session_id, f.commitment_id, f.ask_id)) as follow,
      json_build_object('cohort_id', coalesce(${writeUps.cohortId}, ${sessions.cohortId}, ${asks.cohortId}),
        'workspace_id', coalesce(${writeUps.workspaceId}, ${asks.toWorkspaceId}), 'audience', ${writeUps.audience},
        'is_author', true, 'status', ${sessions.status}, 'asker_id', ${asks.askerId},
        'ask_hidden', ${asks.hiddenAt} is not null) as subject
    ${knownNews(actor, condition, { joins: about(actor) })}`;
}

/** The text `x` of a write-up that the actor reads, in a language of theirs or as it was written; the comment `r` that is answered; people and city. */
function about(actor: Actor): SQL {
  const { text, order } = textFor(actor);
  return sql`
    left join lateral (select t.title, t.language, t.card, t.document from write_up_texts t
      where ${text} order by ${order} limit 1) x on true
    left join comments r on r.id = c.parent_id and r.deleted_at is null and r.hidden_at is null
      and ${audibleTo(actor, "r", sql`${writeUps.workspaceId}`)}
    left join people whose on whose.id = n.actor_id
    left join workspaces place on place.id = coalesce(${writeUps.workspaceId}, ${commitments.workspaceId}, ${asks.toWorkspaceId})`;
}

/** What the city's lead wrote is for the city; why something was hidden, and the answer to an appeal, for its author. */
function noteFor(actor: Actor): SQL {
  return sql`case n.kind when 'returned' then case when ${readingFor(actor)} = 'city' then ${writeUps.returnedNote} end
    when 'hidden' then coalesce(c.hidden_reason, ${asks.hiddenReason})
    when 'appeal-decided' then (select a.answer from appeals a where a.decided_at = n.created_at
      and (a.comment_id = n.comment_id or n.comment_id is null and a.ask_id = n.ask_id) limit 1) end`;
}

function wordsOf(alias: "c" | "r", more = sql``): SQL {
  const own = (column: string) => sql.raw(`${alias}.${column}`);
  return sql`json_build_object('html', ${own("html")}, 'markdown', ${own("markdown")}, 'language', ${own("language")}${more})`;
}

const ANSWERED = sql`case when r.id is not null
  then ${wordsOf(
    "r",
    sql`, 'author', (select answered.name from people answered where answered.id = r.author_id), 'city', ${cityWhere(sql`r.workspace_id`)}`,
  )} end`;

/** Of what somebody says the city they said it for, as beside it on the page; else the one they speak for. */
const WHOSE_CITY = cityWhere(sql`case when c.author_id = n.actor_id then c.workspace_id else (
  select m.workspace_id from memberships m where m.person_id = n.actor_id and m.workspace_id is not null
    and m.cohort_id = coalesce(${writeUps.cohortId}, ${sessions.cohortId}, ${commitments.cohortId}, ${asks.cohortId})
    and m.from_at <= now() and (m.until_at is null or m.until_at > now()) order by m.from_at, m.id limit 1) end`);

function cityWhere(id: SQL): SQL {
  return sql`(select ${CITY_JSON} from workspaces w where w.id = ${id})`;
}

export interface NewsRow extends Record<string, unknown> {
  id: string;
  kind: NotificationKind;
  write_up_id: string | null;
  session_id: string | null;
  commitment_id: string | null;
  ask_id: string | null;
  comment_id: string | null;
  root_id: string | null;
  at: number;
  seen: boolean;
  actor: string | null;
  whose_city?: NewsItem["actorCity"];
  title: string | null;
  title_language: string | null;
  card: string | null;
  city: NewsItem["city"];
  audience: string | null;
  note: string | null;
  starts_at: number | null;
  due_at: number | null;
  moved_from: string | null;
  comment: Words | null;
  answered: NewsItem["answered"];
  answers: boolean;
  anchor: Anchor | null;
  read: { language: string; html: string | null } | null;
  restored: boolean;
  follow: Follow | null;
  subject: SubjectRow;
}

export function newsItem(actor: Actor, row: NewsRow): NewsItem {
  return {
    id: row.id,
    kind: row.kind,
    writeUpId: row.write_up_id,
    sessionId: row.session_id,
    commitmentId: row.commitment_id,
    askId: row.ask_id,
    commentId: row.comment_id,
    rootId: row.root_id,
    actor: row.actor ?? "Stafeta",
    actorCity: row.whose_city ?? null,
    at: new Date(row.at),
    seen: row.seen,
    title: row.title ?? "",
    titleLanguage: row.title_language ?? "en",
    card: row.card,
    city: row.city,
    audience: row.audience,
    note: row.note,
    startsAt: row.starts_at === null ? null : new Date(row.starts_at),
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    movedFrom: row.moved_from === null ? null : new Date(row.moved_from),
    comment: row.comment,
    answered: row.answered,
    passage: passageOf(row),
    answers: row.answers,
    restored: row.restored,
    mayAnswer: abilitiesOn(actor, row.subject).post,
    follow: row.follow,
  };
}

/** A section that the reader's text has not got is not looked into: then the passage says nothing but that there is one. */
function passageOf({ anchor, read }: NewsRow): NewsItem["passage"] {
  if (!anchor || !read) return null;
  const sections = read.html === null ? [] : [{ key: anchor.section, html: read.html }];
  return passageFor(anchor, { language: read.language, sections });
}
