import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { readingFor } from "@/lib/auth/visible-to";
import { type Term, termsNamed } from "./filed-under";
import { LISTS, type ListFilter } from "./library-query";
import type { WriteUpFilters } from "./types";

/** A PostgreSQL array of texts. */
export function array(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}

/** What is filtered by, over `write_ups` and `t`, its text in the language it was written in. */
export const MATURITY = sql`t.maturity`;
const TESTS: Record<ListFilter, (values: SQL) => SQL> = {
  kind: (values) => sql`write_ups.kind = any(${values})`,
  phase: (values) => sql`t.phases && ${values}`,
  crisis: (values) => sql`coalesce(write_ups.crisis_id = any(${values}), false)`,
  theme: (values) => sql`t.themes && ${values}`,
  city: (values) => sql`write_ups.workspace_id in (select c.id from workspaces c where c.slug = any(${values}))`,
  language: (values) => sql`exists (select 1 from write_up_texts l
    where l.write_up_id = write_ups.id and l.audience = t.audience and l.language = any(${values}))`,
  maturity: (values) => sql`coalesce(${MATURITY} = any(${values}), false)`,
};

/** What the reader reads of a write-up, in all its languages. */
export function textsRead(reader: Reader): SQL {
  return sql`write_up_texts t on t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}`;
}

/** The text that tags are read from; a translation has the tags of its original. */
export function taggedText(reader: Reader): SQL {
  return sql`${textsRead(reader)} and t.language = write_ups.language`;
}

/** Each filter that is on, with its condition. */
export function testsOf(filters: WriteUpFilters): { name: ListFilter; test: SQL }[] {
  return LISTS.flatMap((name) => {
    const values = filters[name];
    return values?.length ? [{ name, test: TESTS[name](array(values)) }] : [];
  });
}

/** Whether a text has the words, in any language's grammar; nothing that somebody types raises an error. */
export function hasWords(search: SQL, q: string): SQL {
  return sql`${search} @@ ${queryOf(q)}`;
}
export function queryOf(q: string): SQL {
  return sql`(select public.search_query(${q}))`;
}

/** Whether it is filed under what the words name, in whatever language; null when they name nothing. */
export function filedUnder(q: string): SQL | null {
  const groups = termsNamed(q);
  if (groups.length === 0) return null;
  return sql`(${sql.join(
    groups.map((group) => oneOf(group)),
    sql` and `,
  )})`;
}

function oneOf(group: Term[]): SQL {
  const keys = (vocabulary: Term["vocabulary"]) =>
    group.filter((term) => term.vocabulary === vocabulary).map(({ key }) => key);
  const [themes, crises] = [keys("theme"), keys("crisisType")];
  const parts = [
    ...(themes.length > 0 ? [sql`t.themes && ${array(themes)}`] : []),
    ...(crises.length > 0
      ? [sql`coalesce(write_ups.crisis_id in (select x.id from crises x where x.type = any(${array(crises)})), false)`]
      : []),
  ];
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** The write-ups that fit a search: what comes after `from` and `where`. Without what the reader may see; add that. */
export function fitting(reader: Reader, filters: WriteUpFilters): { from: SQL; where: SQL } {
  const q = filters.q?.trim();
  const filed = q ? filedUnder(q) : null;
  const words = q
    ? [
        sql`exists (select 1 from write_up_texts m where m.write_up_id = write_ups.id and m.audience = t.audience
          and ${hasWords(sql`m.search`, q)})`,
        ...(filed ? [filed] : []),
      ]
    : [];
  const tests = testsOf(filters).map(({ test }) => test);
  const all = words.length > 0 ? [...tests, sql`(${sql.join(words, sql` or `)})`] : tests;
  return {
    from: sql`${writeUps} join ${taggedText(reader)}`,
    where: all.length > 0 ? sql.join(all, sql` and `) : sql`true`,
  };
}
