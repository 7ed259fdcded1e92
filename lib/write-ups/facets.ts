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

/** Write-ups that miss the same filters, counted together: `misses` is the sum of their bits. */
export interface Missing {
  n: number;
  misses: number;
}

/** Write-ups that are alike in all of this, counted together. */
export interface Group extends Missing {
  kind: string;
  crisis: string | null;
  city: string | null;
  maturity: string | null;
  language: string;
  phases: string[];
  /** Of all of them, one after the other, with a comma between. */
  themes: string;
}

/** What `countsOf` counts, from `facts`, a row for each text: its groups, and the translations by language. */
export function groupsFromFacts(): SQL {
  return sql`(select json_agg(g) from (
      select count(*) as n, misses, kind, crisis_id as crisis, (select c.slug from workspaces c where c.id = workspace_id) as city,
        maturity, language, phases, string_agg(array_to_string(themes, ','), ',') as themes
      from facts where original group by misses, kind, crisis_id, workspace_id, maturity, language, phases) g) as groups,
    (select json_object_agg(language, n) from (
      select language, count(*) filter (where id in (select id from facts where original and ${passing("language")})) as n
      from facts where not original group by language) l) as translations`;
}

/** Without what is chosen of the same kind. */
const passing = (name: ListFilter) => sql`misses & ~${sql.raw(String(bitOf(name)))} = 0`;
const passes = ({ misses }: Missing, name: ListFilter) => (misses & ~bitOf(name)) === 0;

export function totalOf(groups: readonly Missing[]): number {
  return groups.reduce((sum, { n }) => sum + n, 0);
}

export function totalWithout(name: ListFilter, groups: readonly Missing[]): number {
  return totalOf(groups.filter((group) => passes(group, name)));
}

/** For each filter how many there are of each value. */
export function countsOf(groups: readonly Group[], translations: Record<string, number>): Facets["counts"] {
  const counts = Object.fromEntries(LISTS.map((name) => [name, {}])) as Facets["counts"];
  const add = (name: ListFilter, value: string | null, n: number) => {
    if (value && n > 0) counts[name][value] = (counts[name][value] ?? 0) + n;
  };
  for (const group of groups) {
    const { n, phases, themes } = group;
    for (const name of ["kind", "crisis", "city", "maturity", "language"] as const)
      if (passes(group, name)) add(name, group[name], n);
    if (passes(group, "phase")) for (const phase of phases) add("phase", phase, n);
    if (passes(group, "theme")) for (const theme of themes.split(",")) add("theme", theme, 1);
  }
  for (const [language, n] of Object.entries(translations)) add("language", language, n);
  return counts;
}

/** The cities and crises of all that the reader may read: their names are not in the messages. */
export function namesFor(locale: Locale): SQL {
  return sql`
    (select json_agg(json_build_object('slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) order by c.longitude)
      from workspaces c where c.id in (select workspace_id from ${writeUps})) as cities,
    (select json_agg(json_build_object('id', x.id, 'type', x.type) order by x.id)
      from crises x where x.id in (select crisis_id from ${writeUps})) as crises`;
}

/** The names alone, for searches that are told in words. */
export async function listNames(reader: Reader, locale: Locale): Promise<Pick<Facets, "cities" | "crises">> {
  const rows = await db.execute<{ cities: CityMark[] | null; crises: Facets["crises"] | null }>(
    sql`with write_ups as (select workspace_id, crisis_id from ${writeUps} where ${visibleTo(reader)}) select ${namesFor(locale)}`,
  );
  return { cities: rows[0]?.cities ?? [], crises: rows[0]?.crises ?? [] };
}
