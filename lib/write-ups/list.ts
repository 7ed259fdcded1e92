import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { type CardWith, cardsFrom, toCard } from "./cards";
import {
  bitOf,
  countsOf,
  type Facets,
  type Group,
  groupsFromFacts,
  type Missing,
  namesFor,
  totalOf,
  totalWithout,
} from "./facets";
import { type Term, termsNamed } from "./filed-under";
import { MATURITY, taggedText, testsOf, textsRead } from "./fitting";
import { type FoundText, foundText, passagesOf } from "./found-text";
import type { ListFilter } from "./library-query";
import { lookingAlike, type Search, wordsFound } from "./search";
import { spelledAlike } from "./spelling";
import type { FoundWriteUp, WriteUpFilters, WriteUpList } from "./types";

export const LIBRARY_PAGE = 20;

type Wanted = WriteUpFilters & { workspaceId?: string };
interface Options {
  languages?: readonly string[];
  page?: number;
  limit?: number;
  locale?: Locale;
}
/** What else the page asks of the database, as a value in the same statement. */
interface And<T> {
  also?: SQL<T> | null;
}

/** What fits the filters and the reader may see, newest or best first, twenty to a page. */
export async function listWriteUps(
  reader: Reader,
  filters: Wanted = {},
  options: Options = {},
): Promise<WriteUpList & { fuzzy: boolean }> {
  const { rows, total, all, fuzzy } = await found(reader, filters, options, false);
  return {
    items: rows.map(({ filed, text_language, text_stamp, ...row }) => toCard(row)),
    total,
    all,
    fuzzy,
  };
}

export interface Library extends WriteUpList {
  items: FoundWriteUp[];
  /** Nothing has the words; these have some that are spelled nearly so, or their titles and cards look alike. */
  fuzzy: boolean;
  facets: Facets;
  /** What the words name besides, so that write-ups in any language are found by it. */
  terms: Term[];
  /** For each filter that is on: how many would be found without it. */
  without: Partial<Record<ListFilter, number>>;
}

/** The library's page: what is found, with the passages that fit, and what more filters would leave. One statement. */
export async function searchLibrary<T = null>(
  reader: Reader,
  filters: WriteUpFilters,
  options: Options & And<T> = {},
): Promise<Library & { also: T | null }> {
  const { rows, stems, ...list } = await found(reader, filters, options, true);
  const passages = stems ? await passagesOf(reader, rows, stems) : [];
  const items = rows.map(({ filed, text_language: found, text_stamp, ...row }, n): FoundWriteUp => {
    return {
      ...toCard(row),
      passage: passages[n] ?? null,
      passageLanguage: found ?? row.language,
      matchedIn: found === row.language ? null : found,
      filed: filed && found === null,
    };
  });
  return { items, ...list, terms: list.fuzzy ? [] : termsNamed(filters.q?.trim() ?? "").flat() };
}

type Found<T> = Pick<Library, "total" | "all" | "fuzzy" | "without" | "facets"> & {
  rows: FoundRow[];
  stems: Search["stems"] | undefined;
  also: T | null;
};

/** Words first; when nothing at all has them, words that are spelled nearly so; then titles and cards that look alike. */
async function found<T>(
  reader: Reader,
  filters: Wanted,
  options: Options & And<T>,
  inFull: boolean,
): Promise<Found<T>> {
  const q = filters.q?.trim() ?? "";
  const said = q ? wordsFound(reader, q) : null;
  const { matched, ...exact } = await run(reader, filters, options, said, inFull);
  if (matched > 0 || q.length < 3) return { ...exact, stems: said?.stems, fuzzy: false };
  for (const search of [await spelledAlike(reader, q), lookingAlike(reader, q)]) {
    if (!search) continue;
    const { matched: looking, ...alike } = await run(reader, filters, options, search, inFull);
    if (looking > 0) return { ...alike, stems: search.stems, fuzzy: true };
  }
  return { ...exact, stems: undefined, fuzzy: false };
}

type FoundRow = CardWith<FoundText & { filed: boolean }>;

interface Row extends Record<string, unknown> {
  found: FoundRow[] | null;
  /** Left out when it is the sum of the groups. */
  everything?: number;
  groups: (Missing | Group)[] | null;
  translations?: Record<string, number> | null;
  cities?: Facets["cities"] | null;
  crises?: Facets["crises"] | null;
  also: unknown;
}

async function run<T>(
  reader: Reader,
  filters: Wanted,
  { languages = [], locale = "en", page = 1, limit = LIBRARY_PAGE, also }: Options & And<T>,
  search: Search | null,
  inFull: boolean,
) {
  const inPlace = filters.workspaceId ? sql`and write_ups.workspace_id = ${filters.workspaceId}` : sql``;
  const tests = testsOf(filters);
  const misses = tests.map(({ name, test }) => sql`case when ${test} then 0 else ${sql.raw(String(bitOf(name)))} end`);
  // The tags stand in the texts: a list without filters and counts need not look at them.
  const tagged = tests.length > 0 || search !== null ? sql`join ${taggedText(reader)}` : sql``;
  const text = foundText(inFull ? (search?.query ?? null) : null);
  const besides = { columns: sql`p.filed, ${text.columns}`, join: text.join };
  // Inside, `write_ups` is what the reader may see and nothing else, whatever is counted.
  const rows = await db.execute<Row>(sql`
    with write_ups as materialized (
      select id, cohort_id, workspace_id, kind, audience, crisis_id, language, released_at, updated_at from ${writeUps} where ${visibleTo(reader)} ${inPlace}
    ), facts as materialized (
      select write_ups.id, coalesce(write_ups.released_at, write_ups.updated_at) as newest,
        ${inFull ? GROUPED_BY : sql`true as original`},
        ${search ? sql`t.audience, ${search.filed}` : sql`false`} as filed,
        ${misses.length > 0 ? sql.join(misses, sql` | `) : sql`0`} as misses
      from ${writeUps}
      ${inFull ? sql`join ${textsRead(reader)}` : tagged}
      ${search ? sql`where ${search.where}` : sql``}
    ), page as (
      select id, filed, ${search?.rank ?? sql`0`} as rank, newest from facts where original and misses = 0
      order by rank desc, newest desc, id limit ${limit} offset ${(page - 1) * limit}
    )
    select ${also ?? sql`null`} as also, (select json_agg(c) from (${cardsFrom(sql`page p`, { reader, languages, locale }, besides)} order by p.rank desc, p.newest desc, p.id) c) as found,
      ${search ? sql`(select count(*)::int from ${writeUps}) as everything,` : sql``}
      ${inFull ? sql`${groupsFromFacts()}, ${namesFor(locale)}` : sql`(select json_agg(g) from (select misses, count(*) as n from facts group by misses) g) as groups`}`);
  const row = rows[0];
  const listed = row?.found ?? [];
  const groups = row?.groups ?? [];
  const matched = totalOf(groups);
  return {
    rows: listed,
    also: (row?.also ?? null) as T | null,
    total: totalOf(groups.filter(({ misses }) => misses === 0)),
    matched,
    all: row?.everything ?? matched,
    without: Object.fromEntries(tests.map(({ name }) => [name, totalWithout(name, groups)])),
    facets: {
      counts: countsOf(groups.filter(isGroup), row?.translations ?? {}),
      cities: row?.cities ?? [],
      crises: row?.crises ?? [],
    },
  };
}

const GROUPED_BY = sql`write_ups.kind, write_ups.crisis_id, write_ups.workspace_id,
  t.phases, t.themes, ${MATURITY} as maturity, t.language, t.language = write_ups.language as original`;

function isGroup(group: Missing | Group): group is Group {
  return "kind" in group;
}
