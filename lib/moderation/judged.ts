import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asks, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { asksVisibleTo, readingFor, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { audibleTo } from "@/lib/comments/audible";
import { CITY_JSON } from "@/lib/comments/shape";
import { abilitiesOn, type SubjectRow } from "@/lib/comments/subject";
import { thingOf } from "@/lib/comments/types";
import { moderationAbilities } from "./abilities";
import type { AppealDecision, ReportReason } from "./limits";
import { moderatedByOthers, SAID } from "./moderators";
import type { Judged } from "./types";

/** An instant as milliseconds since 1970: as text it would lose its meaning between JSON and rows. */
export function millis(column: SQL): SQL {
  return sql`floor(extract(epoch from ${column}) * 1000)::float8`;
}

/** A row of `judgedStatement`. */
export interface JudgedRow extends SubjectRow {
  id: string;
  kind: Judged["kind"];
  write_up_id: string | null;
  session_id: string | null;
  ask_id: string | null;
  title: string;
  title_language: string;
  author_id: string;
  author: string;
  city: Judged["city"];
  html: string;
  language: string;
  comment_audience: "city" | "cohort";
  at: number;
  deleted: boolean;
  hidden_at: number | null;
  hidden_by: string | null;
  hidden_by_name: string | null;
  hidden_reason: string | null;
  my_report: { reason: ReportReason; at: number; decision: "hidden" | "kept" | null } | null;
  waiting: number;
  decides: boolean;
  appeal: {
    id: string;
    note: string;
    at: number;
    decision: AppealDecision | null;
    answer: string | null;
    by: string | null;
  } | null;
}

/** Whether a report or an appeal called `alias` is about `c`. */
function isAbout(alias: "r" | "a"): SQL {
  return sql.raw(`(${alias}.comment_id = c.id or ${alias}.ask_id = c.id)`);
}

/** What the actor may read of comments and asks `c`, one statement. `columns` and `join` add to it. */
export function judgedStatement(actor: Actor, rest: { columns?: SQL; join?: SQL; where: SQL; end?: SQL }): SQL {
  const text = (column: string) => sql`(select x.${sql.raw(column)} from write_up_texts x
    where x.write_up_id = ${writeUps.id} and x.audience = ${readingFor(actor)}
    order by x.language = ${actor.locale} desc, x.language = ${writeUps.language} desc limit 1)`;
  return sql`
    select c.id, c.kind, c.write_up_id, c.session_id, c.ask_id, c.author_id, p.name as author, ${CITY_JSON} as city, c.html, c.language,
      c.audience as comment_audience, ${millis(sql`c.created_at`)} as at, c.deleted_at is not null as deleted,
      ${millis(sql`c.hidden_at`)} as hidden_at, c.hidden_by, hider.name as hidden_by_name, c.hidden_reason,
      c.cohort_id, coalesce(${writeUps.workspaceId}, ${asks.toWorkspaceId}) as workspace_id, ${writeUps.audience} as audience,
      ${sessions.status} as status, ${asks.askerId} as asker_id, ${asks.hiddenAt} is not null as ask_hidden,
      exists (select 1 from write_up_authors a where a.write_up_id = ${writeUps.id} and a.person_id = ${actor.personId}) as is_author,
      coalesce(${text("title")}, ${sessions.title}, ${asks.title}, '') as title,
      coalesce(${text("language")}, ${sessions.language}, ${asks.language}, 'en') as title_language,
      (select json_build_object('reason', r.reason, 'at', ${millis(sql`r.created_at`)}, 'decision', r.decision) from reports r
        where ${isAbout("r")} and r.reporter_id = ${actor.personId}) as my_report,
      (select count(*)::int from reports r where ${isAbout("r")} and r.decided_at is null) as waiting,
      (select json_build_object('id', a.id, 'note', a.note, 'at', ${millis(sql`a.created_at`)}, 'decision', a.decision,
          'answer', a.answer, 'by', q.name) from appeals a left join people q on q.id = a.decided_by
        where ${isAbout("a")} and a.created_at >= c.hidden_at order by a.created_at desc limit 1) as appeal,
      (c.hidden_by is distinct from ${actor.personId} or not ${moderatedByOthers(actor)}) as decides
      ${rest.columns ? sql`, ${rest.columns}` : sql``}
    from ${SAID} c join people p on p.id = c.author_id
      left join workspaces w on w.id = c.workspace_id
      left join people hider on hider.id = c.hidden_by
      left join ${writeUps} on ${writeUps.id} = c.write_up_id and ${visibleTo(actor)}
      left join ${sessions} on ${sessions.id} = c.session_id and ${sessionsVisibleTo(actor)}
      left join ${asks} on ${asks.id} = c.ask_id and ${asksVisibleTo(actor)}
      ${rest.join ?? sql``}
    where num_nonnulls(${writeUps.id}, ${sessions.id}, ${asks.id}) = 1
      and ${audibleTo(actor, "c", sql`${writeUps.workspaceId}`)} and ${rest.where} ${rest.end ?? sql``}`;
}

/** What the actor may do where comments stand, or with the ask itself. */
export function abilitiesAt(actor: Actor, row: JudgedRow): { read: boolean; moderate: boolean; report: boolean } {
  const on = abilitiesOn(actor, row);
  if (row.kind === "comment") return on;
  const ask = { cohortId: row.cohort_id, workspaceId: row.workspace_id, ownerId: row.author_id };
  return {
    read: on.read,
    moderate: canPlace(actor, "ask.moderate", ask),
    report: canPlace(actor, "ask.report", ask),
  };
}

/** The row as its reader may know it. Null when they may not read what is said there. */
export function judgedOf(actor: Actor, row: JudgedRow): Judged | null {
  const about = thingOf({ writeUpId: row.write_up_id, sessionId: row.session_id, askId: row.ask_id });
  const on = abilitiesAt(actor, row);
  if (!about || !on.read) return null;
  const hidden = row.hidden_at !== null;
  const mine = row.author_id === actor.personId;
  const insider = on.moderate || mine;
  const told = insider || (!hidden && !row.deleted);
  const appealed = row.appeal !== null;
  return {
    id: row.id,
    kind: row.kind,
    about,
    thing: { title: row.title, language: row.title_language },
    author: told ? row.author : null,
    mine,
    city: told ? row.city : null,
    html: told && !row.deleted ? row.html : null,
    language: row.language,
    at: new Date(row.at),
    hidden:
      insider && row.hidden_at !== null
        ? { at: new Date(row.hidden_at), by: row.hidden_by_name ?? "", reason: row.hidden_reason ?? "" }
        : null,
    gone: row.deleted ? "deleted" : hidden ? "hidden" : null,
    myReport: row.my_report && { ...row.my_report, at: new Date(row.my_report.at) },
    waiting: on.moderate ? row.waiting : 0,
    appeal: insider && row.appeal ? { ...row.appeal, at: new Date(row.appeal.at) } : null,
    decides: on.moderate && row.decides,
    abilities: moderationAbilities(actor, on, { authorId: row.author_id, deleted: row.deleted, hidden, appealed }),
  };
}
