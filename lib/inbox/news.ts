import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { commitments, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { commitmentsVisibleTo, readingFor, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { audibleTo } from "@/lib/comments/audible";
import type { NotificationKind } from "./limits";
import type { NewsItem } from "./types";

/** An instant as milliseconds since 1970: as text it would lose its meaning between JSON and rows. */
function millis(column: SQL): SQL {
  return sql`floor(extract(epoch from ${column}) * 1000)::float8`;
}

/** A statement with all news that the actor may know at this moment; what they lost access to is not among them. */
export function newsFor(actor: Actor, condition: SQL): SQL {
  const title = sql`(select x.title from write_up_texts x ${textOf(actor)})`;
  const language = sql`(select x.language from write_up_texts x ${textOf(actor)})`;
  return sql`
    select n.id, n.kind, n.write_up_id, n.session_id, n.commitment_id, n.comment_id, n.created_at, coalesce(n.write_up_id, n.session_id, n.commitment_id) as thing,
      ${millis(sql`n.created_at`)} as at, n.seen_at is not null as seen, p.name as actor,
      coalesce(${title}, ${sessions.title}, ${commitments.what}) as title, coalesce(${language}, ${sessions.language}, ${commitments.language}) as title_language,
      case when w.id is not null then json_build_object('code', w.code, 'name', w.name, 'accent', w.accent) end as city,
      ${writeUps.audience} as audience, case when ${readingFor(actor)} = 'city' then ${writeUps.returnedNote} end as note, ${millis(sql`${sessions.startsAt}`)} as starts_at,
      case when c.id is not null then json_build_object('html', c.html, 'markdown', c.markdown, 'language', c.language) end as comment
    from notifications n
      left join people p on p.id = n.actor_id
      left join ${writeUps} on ${writeUps.id} = n.write_up_id and ${visibleTo(actor)}
      left join ${sessions} on ${sessions.id} = n.session_id and ${sessionsVisibleTo(actor)}
      left join ${commitments} on ${commitments.id} = n.commitment_id and ${commitmentsVisibleTo(actor)}
      left join workspaces w on w.id = coalesce(${writeUps.workspaceId}, ${commitments.workspaceId})
      left join comments c on c.id = n.comment_id and c.deleted_at is null and ${audibleTo(actor, "c", sql`${writeUps.workspaceId}`)}
    where n.person_id = ${actor.personId} and num_nonnulls(${writeUps.id}, ${sessions.id}, ${commitments.id}) = 1
      and (n.comment_id is null or c.id is not null) and ${condition}`;
}

/** The text of a write-up that the actor reads: in a language of theirs, or as it was written. */
function textOf(actor: Actor): SQL {
  const wanted = actor.languages.join(",");
  return sql`where x.write_up_id = ${writeUps.id} and x.audience = ${readingFor(actor)}
    order by array_position(string_to_array(${wanted}, ','), x.language), x.language = ${writeUps.language} desc limit 1`;
}

export interface NewsRow extends Record<string, unknown> {
  id: string;
  kind: NotificationKind;
  write_up_id: string | null;
  session_id: string | null;
  commitment_id: string | null;
  comment_id: string | null;
  at: number;
  seen: boolean;
  actor: string | null;
  title: string | null;
  title_language: string | null;
  city: NewsItem["city"];
  audience: string | null;
  note: string | null;
  starts_at: number | null;
  comment: NewsItem["comment"];
}

export function newsItem(row: NewsRow): NewsItem {
  return {
    id: row.id,
    kind: row.kind,
    writeUpId: row.write_up_id,
    sessionId: row.session_id,
    commitmentId: row.commitment_id,
    commentId: row.comment_id,
    actor: row.actor ?? "Stafeta",
    at: new Date(row.at),
    seen: row.seen,
    title: row.title ?? "",
    titleLanguage: row.title_language ?? "en",
    city: row.city,
    audience: row.audience,
    note: row.note,
    startsAt: row.starts_at === null ? null : new Date(row.starts_at),
    comment: row.comment,
  };
}
