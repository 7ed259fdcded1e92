import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { canWriteUp, type WriteUpSubject } from "@/lib/auth/can";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cityNameIn } from "@/lib/workspaces/name";
import type { Document, Kind } from "./document";
import type { Audience, Reading, Requested } from "./limits";
import type { CityMark, WriteUpCard, WriteUpFilters, WriteUpList, WriteUpPage } from "./types";

function isAuthor(reader: Reader): SQL {
  return reader
    ? sql`exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${reader.personId})`
    : sql`false`;
}

/** A PostgreSQL array of texts. */
function array(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}

/** The reader's language first, then the original. `languages`: most wanted first. */
function byLanguage(languages: readonly string[]): SQL {
  return languages.length === 0
    ? sql`(t.language = write_ups.language) desc`
    : sql`array_position(${array(languages)}, t.language) nulls last, (t.language = write_ups.language) desc`;
}

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
  const rows = await db.execute<{
    id: string;
    kind: Kind;
    audience: Audience;
    reading: Reading;
    cohort_id: string;
    workspace_id: string;
    city: WriteUpPage["city"];
    crisis: WriteUpPage["crisis"];
    document: Document;
    language: string;
    original_language: string;
    languages: string[];
    author: string;
    translator: string | null;
    behind: number;
    released_at: string | null;
    updated_at: string;
    requested: Requested | null;
    demo: boolean;
    is_author: boolean;
  }>(sql`
    select write_ups.id, write_ups.kind, write_ups.audience, t.audience as reading, write_ups.cohort_id, write_ups.workspace_id,
      json_build_object('id', c.id, 'slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      (select json_build_object('id', x.id, 'type', x.type, 'hazard', x.hazard) from crises x where x.id = write_ups.crisis_id) as crisis,
      t.document, t.language, write_ups.language as original_language, o.languages, p.name as author, tr.name as translator,
      greatest(coalesce(o.version - t.follows_version, 0), 0) as behind, write_ups.released_at, t.updated_at, write_ups.requested,
      h.demo, ${isAuthor(reader)} as is_author
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join cohorts h on h.id = write_ups.cohort_id
    join people p on p.id = write_ups.created_by
    join lateral (select t.* from write_up_texts t where t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}
      order by ${byLanguage(languages)} limit 1) t on true
    join lateral (select array_agg(o.language order by (o.language = write_ups.language) desc, o.language) as languages,
        max(o.version) filter (where o.language = write_ups.language) as version
      from write_up_texts o where o.write_up_id = write_ups.id and o.audience = t.audience) o on true
    left join people tr on tr.id = t.translated_by
    where write_ups.id = ${id} and ${visibleTo(reader)}`);
  const row = rows[0];
  if (!row) return null;
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
    document: row.document,
    language: row.language,
    originalLanguage: row.original_language,
    languages: row.languages,
    author: row.author,
    translator: row.translator,
    behind: row.behind,
    releasedAt: row.released_at === null ? null : new Date(row.released_at),
    updatedAt: new Date(row.updated_at),
    requested: row.requested,
    demo: row.demo,
    abilities: {
      edit: can("write-up.edit"),
      share:
        can("write-up.share-with-city") || can("write-up.ask") || can("write-up.approve") || can("write-up.unpublish"),
      comment: can("comment.post"),
      readComments: can("comment.read"),
    },
  };
}

export const LIBRARY_PAGE = 20;

function anyOf(column: SQL, values: string[] | undefined): SQL {
  return values && values.length > 0 ? sql`and ${column} = any(${array(values)})` : sql``;
}

function conditions(reader: Reader, f: WriteUpFilters): SQL {
  const ofText = (test: SQL) =>
    sql`and exists (select 1 from write_up_texts f where f.write_up_id = write_ups.id and f.audience = ${readingFor(reader)} and ${test})`;
  return sql.join(
    [
      anyOf(sql`write_ups.kind`, f.kind),
      anyOf(sql`write_ups.crisis_id`, f.crisis),
      anyOf(sql`c.slug`, f.city),
      f.maturity?.length ? ofText(sql`f.document->>'maturity' = any(${array(f.maturity)})`) : sql``,
      f.phase?.length ? ofText(sql`f.phases && ${array(f.phase)}`) : sql``,
      f.theme?.length ? ofText(sql`f.themes && ${array(f.theme)}`) : sql``,
      f.language?.length ? ofText(sql`f.language = any(${array(f.language)})`) : sql``,
    ],
    sql` `,
  );
}

/** Words in any language; when no word fits, titles and cards that look alike. */
function searched(reader: Reader, q: string, fuzzy: boolean): SQL {
  const query = sql`(select public.search_query(${q}))`;
  const words = sql`(select public.without_accents(${q}))`;
  const [rank, fits] = fuzzy
    ? [sql`word_similarity(${words}, m.fuzzy)`, sql`word_similarity(${words}, m.fuzzy) > 0.35`]
    : [sql`ts_rank(m.search, ${query})`, sql`m.search @@ ${query}`];
  return sql`join (select m.write_up_id, max(${rank}) as rank from write_up_texts m join ${writeUps} on write_ups.id = m.write_up_id
      where m.audience = ${readingFor(reader)} and ${fits} group by 1) m on m.write_up_id = write_ups.id`;
}

/** The library as the reader may see it: what fits the filters, newest or best first, twenty to a page. */
export async function listWriteUps(
  reader: Reader,
  filters: WriteUpFilters & { workspaceId?: string } = {},
  options: { languages?: readonly string[]; page?: number; limit?: number; locale?: Locale } = {},
): Promise<WriteUpList & { fuzzy: boolean }> {
  const q = filters.q?.trim() ?? "";
  const found = await run(reader, filters, options, q, false);
  if (found.total > 0 || q.length < 3) return { ...found, fuzzy: false };
  const alike = await run(reader, filters, options, q, true);
  return { ...alike, fuzzy: alike.total > 0 };
}

async function run(
  reader: Reader,
  filters: WriteUpFilters & { workspaceId?: string },
  {
    languages = [],
    page = 1,
    limit = LIBRARY_PAGE,
    locale = "en",
  }: { languages?: readonly string[]; page?: number; limit?: number; locale?: Locale },
  q: string,
  fuzzy: boolean,
): Promise<WriteUpList> {
  const rows = await db.execute<{
    id: string | null;
    kind: Kind;
    audience: Audience;
    city: CityMark;
    title: string;
    card: string;
    language: string;
    original_language: string;
    languages: string[];
    behind: number;
    phases: string[];
    started_on: string | null;
    figures: Document["observations"];
    released_at: string | null;
    total: number;
    everything: number;
  }>(sql`
    with page as (
      select write_ups.id, write_ups.kind, write_ups.audience, write_ups.language, write_ups.released_at, write_ups.updated_at,
        c.slug, c.code, ${cityNameIn(locale)} as name, c.accent, ${readingFor(reader)} as reading, ${q ? sql`m.rank` : sql`0`} as rank,
        count(*) over () as total
      from ${writeUps}
      join workspaces c on c.id = write_ups.workspace_id
      ${q ? searched(reader, q, fuzzy) : sql``}
      where ${visibleTo(reader)} ${filters.workspaceId ? sql`and write_ups.workspace_id = ${filters.workspaceId}` : sql``}
        ${conditions(reader, filters)}
      order by rank desc, coalesce(write_ups.released_at, write_ups.updated_at) desc, write_ups.id
      limit ${limit} offset ${(page - 1) * limit}
    ), fitting as (
      select write_ups.*, write_ups.language as original_language, t.language as text_language from page write_ups
      join lateral (select t.language from write_up_texts t where t.write_up_id = write_ups.id and t.audience = write_ups.reading
        order by ${byLanguage(languages)} limit 1) t on true
    )
    select e.everything, f.id, f.kind, f.audience, f.original_language, f.released_at, f.text_language as language, f.total,
      json_build_object('slug', f.slug, 'code', f.code, 'name', f.name, 'accent', f.accent) as city,
      t.title, t.card, t.phases, t.document->>'startedOn' as started_on,
      jsonb_path_query_array(t.document, '$.observations[*] ? (@.onCard == true)') as figures,
      greatest(coalesce(o.version - t.follows_version, 0), 0) as behind, o.languages
    from (select count(*)::int as everything from ${writeUps}
      where ${visibleTo(reader)} ${filters.workspaceId ? sql`and write_ups.workspace_id = ${filters.workspaceId}` : sql``}) e
    left join fitting f on true
    left join write_up_texts t on t.write_up_id = f.id and t.audience = f.reading and t.language = f.text_language
    left join lateral (select array_agg(o.language order by (o.language = f.original_language) desc, o.language) as languages,
        max(o.version) filter (where o.language = f.original_language) as version
      from write_up_texts o where o.write_up_id = f.id and o.audience = f.reading) o on true
    order by f.rank desc, coalesce(f.released_at, f.updated_at) desc, f.id`);
  const items = rows.flatMap((row): WriteUpCard[] =>
    row.id === null
      ? []
      : [
          {
            id: row.id,
            kind: row.kind,
            audience: row.audience,
            city: row.city,
            title: row.title,
            card: row.card,
            language: row.language,
            originalLanguage: row.original_language,
            languages: row.languages,
            behind: row.behind,
            phases: row.phases,
            startedOn: row.started_on,
            figures: row.figures,
            releasedAt: row.released_at === null ? null : new Date(row.released_at),
          },
        ],
  );
  return { items, total: items.length === 0 ? 0 : Number(rows[0]?.total ?? 0), all: rows[0]?.everything ?? 0 };
}
