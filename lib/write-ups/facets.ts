import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cityNameIn } from "@/lib/workspaces/name";
import { LISTS, type ListFilter } from "./library-query";
import type { CityMark } from "./types";

/**
 * What the library can be filtered by: only what stands on something the reader may read. Each value with how many
 * write-ups one would find with it; what is chosen of the same kind does not count, since one may choose several.
 */
export interface Facets {
  counts: Record<ListFilter, Record<string, number>>;
  /** By name: of all that the reader may read, whatever is searched for. */
  cities: CityMark[];
  crises: { id: string; type: string }[];
}

/** A filter's place in `misses`: the sum of the filters that a write-up does not pass. */
export function bitOf(name: ListFilter): number {
  return 1 << LISTS.indexOf(name);
}

/** The columns of `facts` in which many write-ups are alike: they are counted once, by what they miss, in `groups`. */
export const GROUPED = sql`kind, crisis_id, workspace_id, maturity, phases, misses`;

/** Without what is chosen of the same kind. */
export function passing(name: ListFilter): SQL {
  return sql`misses & ~${sql.raw(String(bitOf(name)))} = 0`;
}

const inGroups = (name: ListFilter, value: SQL, from = sql`groups`) =>
  asObject(sql`select ${value} as value, sum(n) as n from ${from} where ${passing(name)} group by 1`);
const asObject = (counts: SQL) => sql`(select json_object_agg(value, n) from (${counts}) v where value is not null)`;

/** The counts as one JSON object, from `facts` (a row for each write-up that has the words) and their `groups`. */
export function countsFromFacts(): SQL {
  const slug = sql`(select c.slug from workspaces c where c.id = workspace_id)`;
  // Few combinations of themes stand for many write-ups: they are counted first and taken apart then.
  const themes = sql`(select themes, misses, count(*) as n from facts group by 1, 2) t, unnest(themes) theme`;
  return sql`json_build_object(
    'kind', ${inGroups("kind", sql`kind`)},
    'phase', ${inGroups("phase", sql`phase`, sql`groups, unnest(phases) phase`)},
    'crisis', ${inGroups("crisis", sql`crisis_id`)},
    'theme', ${inGroups("theme", sql`theme`, themes)},
    'city', ${inGroups("city", slug)},
    'language', ${asObject(sql`select l.language as value, count(*) as n from facts
      join write_up_texts l on l.write_up_id = facts.id and l.audience = facts.reading where ${passing("language")} group by 1`)},
    'maturity', ${inGroups("maturity", sql`maturity`)})`;
}

/** The cities and crises of all that the reader may read: their names are not in the messages. */
export function namesFor(reader: Reader, locale: Locale): SQL {
  return sql`
    (select json_agg(json_build_object('slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) order by c.longitude)
      from workspaces c where c.id in (select write_ups.workspace_id from ${writeUps} where ${visibleTo(reader)})) as cities,
    (select json_agg(json_build_object('id', x.id, 'type', x.type) order by x.id)
      from crises x where x.id in (select write_ups.crisis_id from ${writeUps} where ${visibleTo(reader)})) as crises`;
}

export function facetsFrom(row: {
  counts: Partial<Record<ListFilter, Record<string, number> | null>> | null;
  cities: CityMark[] | null;
  crises: Facets["crises"] | null;
}): Facets {
  const counts = Object.fromEntries(LISTS.map((name) => [name, row.counts?.[name] ?? {}]));
  return { counts: counts as Facets["counts"], cities: row.cities ?? [], crises: row.crises ?? [] };
}

/** The names alone, for searches that are told in words. */
export async function listNames(reader: Reader, locale: Locale): Promise<Pick<Facets, "cities" | "crises">> {
  const rows = await db.execute<{ cities: CityMark[] | null; crises: Facets["crises"] | null }>(
    sql`select ${namesFor(reader, locale)}`,
  );
  return { cities: rows[0]?.cities ?? [], crises: rows[0]?.crises ?? [] };
}
