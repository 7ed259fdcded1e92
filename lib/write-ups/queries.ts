import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { canWriteUp, type WriteUpSubject } from "@/lib/auth/can";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cityNameIn } from "@/lib/workspaces/name";
import { byLanguage } from "./cards";
import type { Document, Kind } from "./document";
import { askDocument } from "./documents";
import type { Audience, Reading, Requested } from "./limits";
import { stampOf } from "./stamp";
import type { WriteUpPage } from "./types";

export { LIBRARY_PAGE, listWriteUps } from "./list";

function isAuthor(reader: Reader): SQL {
  return reader
    ? sql`exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${reader.personId})`
    : sql`false`;
}

type WriteUpRow = {
  id: string;
  kind: Kind;
  audience: Audience;
  reading: Reading;
  cohort_id: string;
  workspace_id: string;
  city: WriteUpPage["city"];
  crisis: WriteUpPage["crisis"];
  /** Null when this process holds it under its stamp. */
  document: Document | null;
  stamp: string;
  language: string;
  original_language: string;
  languages: string[];
  author: string;
  translator: string | null;
  behind: number;
  released_at: string | null;
  updated_at: string;
  confirmed_on: string | null;
  quick_note: boolean;
  machine: string | null;
  requested: Requested | null;
  demo: boolean;
  is_author: boolean;
  has_asks: boolean;
  has_passages: boolean;
  has_news: boolean;
};

/**
 * One write-up as the reader may read it, in the best of `languages`, or null when it does not exist for them. One
 * statement.
 */
export async function getWriteUp(
  reader: Reader,
  id: string,
  languages: readonly string[],
  locale: Locale = "en",
): Promise<WriteUpPage | null> {
  const asked = askDocument(id);
  const [row] = await db.execute<WriteUpRow>(statement(asked.column, reader, id, languages, locale));
  return row ? toPage(row, asked.documentOf(row.stamp, row.document), reader) : null;
}

/** The same with the value of `besides` in the same statement: what else is read with it costs no further way there. */
export async function getWriteUpWith<T>(
  reader: Reader,
  id: string,
  languages: readonly string[],
  locale: Locale,
  besides: SQL,
): Promise<{ writeUp: WriteUpPage; besides: T } | null> {
  const asked = askDocument(id);
  const [row] = await db.execute<WriteUpRow & { besides: T }>(
    statement(asked.column, reader, id, languages, locale, besides),
  );
  return row ? { writeUp: toPage(row, asked.documentOf(row.stamp, row.document), reader), besides: row.besides } : null;
}

function statement(
  document: SQL,
  reader: Reader,
  id: string,
  languages: readonly string[],
  locale: Locale,
  besides = sql`null`,
): SQL {
  return sql`
    select write_ups.id, write_ups.kind, write_ups.audience, t.audience as reading, write_ups.cohort_id, write_ups.workspace_id,
      json_build_object('id', c.id, 'slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      (select json_build_object('id', x.id, 'type', x.type, 'hazard', x.hazard) from crises x where x.id = write_ups.crisis_id) as crisis,
      ${document} as document, t.stamp, t.language, write_ups.language as original_language, o.languages, p.name as author, tr.name as translator,
      greatest(coalesce(o.version - t.follows_version, 0), 0) as behind, write_ups.released_at, t.updated_at, write_ups.requested,
      coalesce(write_ups.reviewed_on, write_ups.released_at::date)::text as confirmed_on, write_ups.quick_note, t.machine, h.demo, ${isAuthor(reader)} as is_author,
      exists (select 1 from asks k where k.write_up_id = write_ups.id and k.attached_at is not null and k.hidden_at is null) as has_asks,
      exists (select 1 from comments k where k.write_up_id = write_ups.id and k.passage is not null) as has_passages,
      exists (select 1 from notifications n where n.person_id = ${reader?.personId ?? null} and n.write_up_id = write_ups.id
        and n.seen_at is null) as has_news,
      ${besides} as besides
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join cohorts h on h.id = write_ups.cohort_id
    join people p on p.id = write_ups.created_by
    join lateral (select t.*, ${stampOf("t")} as stamp from write_up_texts t where t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}
      order by ${byLanguage(languages)} limit 1) t on true
    join lateral (select array_agg(o.language order by (o.language = write_ups.language) desc, o.language) as languages,
        max(o.version) filter (where o.language = write_ups.language) as version
      from write_up_texts o where o.write_up_id = write_ups.id and o.audience = t.audience) o on true
    left join people tr on tr.id = t.translated_by
    where write_ups.id = ${id} and ${visibleTo(reader)}`;
}

function toPage(row: WriteUpRow, document: Document, reader: Reader): WriteUpPage {
  const subject: WriteUpSubject = {
    cohortId: row.cohort_id,
    workspaceId: row.workspace_id,
    audience: row.audience,
    isAuthor: row.is_author,
  };
  const can = (action: Parameters<typeof canWriteUp>[1]) => canWriteUp(reader, action, subject);
  return {
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    reading: row.reading,
    city: row.city,
    crisis: row.crisis,
    document,
    language: row.language,
    originalLanguage: row.original_language,
    languages: row.languages,
    author: row.author,
    translator: row.translator,
    behind: row.behind,
    releasedAt: row.released_at === null ? null : new Date(row.released_at),
    updatedAt: new Date(row.updated_at),
    confirmedOn: row.confirmed_on,
    quickNote: row.quick_note,
    machine: row.machine,
    requested: row.requested,
    demo: row.demo,
    hasAsks: row.has_asks,
    hasPassages: row.has_passages,
    hasNews: row.has_news,
    abilities: {
      edit: can("write-up.edit"),
      share:
        can("write-up.share-with-city") || can("write-up.ask") || can("write-up.approve") || can("write-up.unpublish"),
      comment: can("comment.post"),
      readComments: can("comment.read"),
    },
  };
}
