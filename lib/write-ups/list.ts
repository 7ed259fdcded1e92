import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cardsOf } from "./cards";
import { bitOf, countsFromFacts, type Facets, facetsFrom, GROUPED, namesFor, passing } from "./facets";
import { type Term, termsNamed } from "./filed-under";
import { MATURITY, taggedText, testsOf } from "./fitting";
import type { ListFilter } from "./library-query";
import { partsOf, passagesFor } from "./passage";
import { lookingAlike, type Search, wordsFound } from "./search";
import type { FoundWriteUp, WriteUpFilters, WriteUpList } from "./types";

export const LIBRARY_PAGE = 20;

type Wanted = WriteUpFilters & { workspaceId?: string };
interface Options {
  languages?: readonly string[];
  page?: number;
  limit?: number;
  locale?: Locale;
}

/** What fits the filters and the reader may see, newest or best first, twenty to a page. */
export async function listWriteUps(
  reader: Reader,
  filters: Wanted = {},
  { languages = [], locale = "en", ...page }: Options = {},
): Promise<WriteUpList & { fuzzy: boolean }> {
  const { ids, total, all, fuzzy } = await found(reader, filters, page);
  return { items: await cardsOf(reader, ids, languages, locale), total, all, fuzzy };
}

export interface Library extends WriteUpList {
  items: FoundWriteUp[];
  /** Nothing has the words; these titles and cards look alike. */
  fuzzy: boolean;
  facets: Facets;
  /** What the words name besides, so that write-ups in any language are found by it. */
  terms: Term[];
  /** For each filter that is on: how many would be found without it. */
  without: Partial<Record<ListFilter, number>>;
}

/** The library's page: what is found, with the passages that fit, and what more filters would leave. Two statements. */
export async function searchLibrary(
  reader: Reader,
  filters: WriteUpFilters,
  { languages = [], locale = "en", ...page }: Options = {},
): Promise<Library> {
  const q = filters.q?.trim() ?? "";
  const { ids, filed, foundIn, total, all, fuzzy, without, facets } = await found(reader, filters, page, locale);
  const passages = q && !fuzzy ? passagesFor(q, foundIn) : undefined;
  const cards = await cardsOf(reader, ids, languages, locale, passages);
  const items = cards.map(({ passage, passage_language, ...card }): FoundWriteUp => {
    const elsewhere = passage_language !== null && passage_language !== card.language;
    return {
      ...card,
      passage: partsOf(passage),
      passageLanguage: passage_language ?? card.language,
      matchedIn: elsewhere ? passage_language : null,
      filed: filed.includes(card.id) && passage_language === null,
    };
  });
  return { items, total, all, fuzzy, facets, without, terms: fuzzy ? [] : termsNamed(q).flat() };
}

type Found = Pick<Library, "total" | "all" | "fuzzy" | "without" | "facets"> & {
  ids: string[];
  filed: string[];
  /** For each id the languages of the texts that have the words, with a comma between. */
  foundIn: string[];
};

/** Words first; when nothing at all has them, what looks alike. */
async function found(reader: Reader, filters: Wanted, page: Options, facetsIn?: Locale): Promise<Found> {
  const q = filters.q?.trim() ?? "";
  const exact = await run(reader, filters, page, q ? wordsFound(reader, q) : null, facetsIn);
  if (exact.matched > 0 || q.length < 3) return { ...exact, fuzzy: false };
  const alike = await run(reader, filters, page, lookingAlike(reader, q), facetsIn);
  return { ...alike, fuzzy: alike.matched > 0 };
}

interface Row extends Record<string, unknown> {
  ids: { id: string; filed: boolean; foundIn: string | null }[] | null;
  total: number;
  matched: number;
  everything: number;
  without: Record<string, number>;
  counts: Record<ListFilter, Record<string, number> | null> | null;
  cities: Facets["cities"] | null;
  crises: Facets["crises"] | null;
}

async function run(
  reader: Reader,
  filters: Wanted,
  { page = 1, limit = LIBRARY_PAGE }: Options,
  search: Search | null,
  facetsIn: Locale | undefined,
) {
  const inPlace = filters.workspaceId ? sql`and write_ups.workspace_id = ${filters.workspaceId}` : sql``;
  const tests = testsOf(filters);
  // The tags stand in the texts: a list without filters and counts need not look at them.
  const tagged = facetsIn !== undefined || tests.length > 0 || search !== null;
  const misses = tests.map(({ name, test }) => sql`case when ${test} then 0 else ${sql.raw(String(bitOf(name)))} end`);
  const without = tests.flatMap(({ name }) => [
    sql`${sql.raw(`'${name}'`)}`,
    sql`(select coalesce(sum(n), 0)::int from groups where ${passing(name)})`,
  ]);
  const grouped = facetsIn ? GROUPED : sql`misses`;
  const rows = await db.execute<Row>(sql`
    with facts as materialized (
      select write_ups.id, coalesce(write_ups.released_at, write_ups.updated_at) as newest,
        ${tagged ? sql`write_ups.kind, write_ups.crisis_id, write_ups.workspace_id, t.audience as reading, t.phases, t.themes,` : sql``}
        ${facetsIn ? sql`${MATURITY} as maturity,` : sql``}
        ${search?.rank ?? sql`0`} as rank, ${search?.filed ?? sql`false`} as filed, ${search?.foundIn ?? sql`null`} as found_in,
        ${misses.length > 0 ? sql.join(misses, sql` | `) : sql`0`} as misses
      from ${writeUps}
      ${tagged ? sql`join ${taggedText(reader)}` : sql``}
      ${search?.join ?? sql``}
      where ${visibleTo(reader)} ${inPlace} ${search ? sql`and ${search.where}` : sql``}
    ), groups as materialized (
      select ${grouped}, count(*) as n from facts group by ${grouped}
    ), page as (
      select id, filed, found_in, rank, newest from facts where misses = 0
      order by rank desc, newest desc, id limit ${limit} offset ${(page - 1) * limit}
    )
    select (select json_agg(json_build_object('id', id, 'filed', filed, 'foundIn', found_in) order by rank desc, newest desc, id) from page) as ids,
      (select coalesce(sum(n), 0)::int from groups where misses = 0) as total,
      (select coalesce(sum(n), 0)::int from groups) as matched,
      ${search ? sql`(select count(*)::int from ${writeUps} where ${visibleTo(reader)} ${inPlace})` : sql`(select coalesce(sum(n), 0)::int from groups)`} as everything,
      json_build_object(${sql.join(without, sql`, `)}) as without
      ${facetsIn ? sql`, ${countsFromFacts()} as counts, ${namesFor(reader, facetsIn)}` : sql``}`);
  const row = rows[0];
  const ids = row?.ids ?? [];
  return {
    ids: ids.map(({ id }) => id),
    filed: ids.filter(({ filed }) => filed).map(({ id }) => id),
    foundIn: ids.map(({ foundIn }) => foundIn ?? ""),
    total: row?.total ?? 0,
    matched: row?.matched ?? 0,
    all: row?.everything ?? 0,
    without: row?.without ?? {},
    facets: facetsFrom({ counts: row?.counts ?? null, cities: row?.cities ?? null, crises: row?.crises ?? null }),
  };
}
