import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { clock } from "@/lib/time/now";
import { calledAbroad } from "@/lib/workspaces/name";
import { awayUntil } from "./away";
import { ALIKE, PEOPLE_PAGE } from "./limits";
import { BY_ROLE, CITY_JSON, cohortsRead, textList } from "./parts";
import type { DirectoryEntry, DirectoryFilter, DirectoryFilters, DirectoryPage } from "./types";
import { wordsIn } from "./words";

/** A filter's place in `misses`: the sum of the filters that a person does not pass. */
const BITS: Record<DirectoryFilter, number> = { q: 1, city: 2, language: 4, away: 8 };
const bit = (name: DirectoryFilter) => sql.raw(String(BITS[name]));
const passing = (name: DirectoryFilter) => sql`misses & ~${bit(name)} = 0`;

interface Row extends Record<string, unknown> {
  items: DirectoryEntry[] | null;
  total: number;
  all: number;
  alike: boolean;
  without: DirectoryPage["without"];
  cities: DirectoryPage["cities"] | null;
  languages: DirectoryPage["languages"] | null;
}

const NOBODY: DirectoryPage = {
  items: [],
  total: 0,
  all: 0,
  alike: false,
  without: { q: 0, city: 0, language: 0, away: 0 },
  cities: [],
  languages: [],
};

/**
 * Everybody with a current membership in the actor's cohorts who fits, best first, else by name; with what one would find
 * with other filters. Others do not exist. One statement.
 */
export async function listPeople(actor: Actor, filters: DirectoryFilters, page = 1): Promise<DirectoryPage> {
  const cohorts = cohortsRead(actor);
  if (cohorts.length === 0) return NOBODY;
  const words = filters.q === undefined ? null : wordsIn(filters.q);
  const [row] = await db.execute<Row>(sql`
    with people_here as materialized (${peopleOf(cohorts, words !== null)}),
      tried as materialized (select h.*, ${tried(words)} from people_here h),
      known_words as materialized (select distinct string_to_table(plain_name || ' ' || plain_text, ' ') as word from people_here),
      near as materialized (select ${nearWords(words)}),
      judged as materialized (select t.*, l.rank, ${missesOf(filters)} as misses
        from tried t cross join lateral (${rankOf(words)}) l)
    select
      (select json_agg(json_build_object('id', id, 'name', name, 'languages', languages, 'expertise', expertise,
          'awayUntil', away_until, 'places', ${placesOf(cohorts)}) order by place) from (
        select *, row_number() over (order by rank desc, plain_name, id) as place from judged where misses = 0
        order by place limit ${PEOPLE_PAGE} offset ${(page - 1) * PEOPLE_PAGE}) found) as items,
      (select count(*)::int from judged where misses = 0) as total,
      (select count(*)::int from judged) as "all",
      not ${SOME_EXACT} and exists (select 1 from judged where misses & 1 = 0) as alike,
      (select json_build_object(${without()}) from judged) as without,
      (select json_agg(c.city::jsonb || jsonb_build_object('count', c.n) order by c.longitude) from (
        select ${CITY_JSON} as city, w.longitude, count(j.id) filter (where ${passing("city")}) as n
        from workspaces w left join judged j on w.slug = any(j.slugs)
        where w.cohort_id = any(${textList(cohorts)}) group by w.id) c) as cities,
      (select json_agg(json_build_object('language', l.language, 'count', l.n)) from (
        select language, count(*) filter (where ${passing("language")}) as n
        from judged cross join unnest(languages) language group by language) l) as languages`);
  if (!row) return NOBODY;
  return { ...row, items: row.items ?? [], cities: row.cities ?? [], languages: row.languages ?? [] };
}

/** Everybody there; with the words of their city and of what they know only when something is looked for. */
function peopleOf(cohorts: readonly string[], forWords: boolean): SQL {
  const text = forWords ? sql`public.without_accents(held.towns || p.expertise)` : sql`''`;
  return sql`select p.id, p.name, p.languages, p.expertise, ${awayUntil("p", clock.now())} as away_until, held.slugs,
      public.without_accents(p.name) as plain_name, ${text} as plain_text
    from people p join (
      select m.person_id, array_agg(w.slug) as slugs,
        coalesce(string_agg(concat_ws(' ', w.name, w.local_name, ${calledAbroad(sql`w.name`)}, ''), ''), '') as towns
      from memberships m left join workspaces w on w.id = m.workspace_id where ${heldIn(cohorts)}
      group by m.person_id) held on held.person_id = p.id`;
}

function heldIn(cohorts: readonly string[]): SQL {
  return sql`m.cohort_id = any(${textList(cohorts)}) and m.from_at <= now() and (m.until_at is null or m.until_at > now())`;
}

function placesOf(cohorts: readonly string[]): SQL {
  return sql`(select json_agg(json_build_object('role', m.role, 'city', case when w.id is not null then ${CITY_JSON} end)
      order by w.longitude nulls last, ${BY_ROLE})
    from memberships m left join workspaces w on w.id = m.workspace_id where m.person_id = found.id and ${heldIn(cohorts)})`;
}

const SOME_EXACT = sql`(select exists (select 1 from tried where exact))`;
const plain = (word: string) => sql`(select public.without_accents(${word}))`;
const joined = (parts: SQL[], by: SQL) => (parts.length > 0 ? sql.join(parts, by) : sql`0`);

/** Whether every word occurs in somebody's name, their city's or in what they may be asked about, and how well. */
function tried(words: readonly string[] | null): SQL {
  if (words === null) return sql`true as exact, 0 as exact_rank`;
  const hits = words.map(hit);
  return sql`least(${joined(hits, sql`, `)}) > 0 as exact, ${joined(hits, sql` + `)} as exact_rank`;
}

/** A name that begins so before a name that has it somewhere, before what somebody knows. */
function hit(word: string): SQL {
  return sql`case when strpos(' ' || h.plain_name, ' ' || ${plain(word)}) > 0 then 3
    when strpos(h.plain_name, ${plain(word)}) > 0 then 2 when strpos(h.plain_text, ${plain(word)}) > 0 then 1 else 0 end`;
}

/** The rank of whoever has the words; when nobody does, of whoever has words like them: only then is that reckoned. */
function rankOf(words: readonly string[] | null): SQL {
  const like = (words ?? []).map((_, n) => sql.raw(`x.like_${n}`));
  return sql`select case when ${SOME_EXACT} then case when t.exact then t.exact_rank end else (
      select case when least(${joined(like, sql`, `)}) > 0 then ${joined(like, sql` + `)} end
      from (select ${joined((words ?? []).map(likeness), sql`, `)} offset 0) x) end as rank`;
}

/** Whether somebody has a word that is like the `n`th one looked for; in a name it counts twice. */
function likeness(_word: string, n: number): SQL {
  const near = sql.raw(`(select near_${n} from near)`);
  return sql`case when string_to_array(t.plain_name, ' ') && ${near} then 2
    when string_to_array(t.plain_text, ' ') && ${near} then 1 else 0 end as ${sql.raw(`like_${n}`)}`;
}

/**
 * For each word looked for those like it, of all the words that anybody uses; one of three letters or fewer is like those
 * that hold it. Comparing with everybody's text itself takes fifty times as long.
 */
function nearWords(words: readonly string[] | null): SQL {
  const near = (words ?? []).map((word, n) => {
    const isLike =
      word.length <= 3
        ? sql`strpos(k.word, ${plain(word)}) > 0`
        : sql`word_similarity(${plain(word)}, k.word) > ${sql.raw(String(ALIKE))}`;
    return sql`array(select k.word from known_words k where ${isLike}) as ${sql.raw(`near_${n}`)}`;
  });
  return joined(near, sql`, `);
}

function missesOf({ city, language, away }: DirectoryFilters): SQL {
  const failing = (name: DirectoryFilter, passes: SQL | null) =>
    passes === null ? sql`0` : sql`case when ${passes} then 0 else ${bit(name)} end`;
  const tests = [
    failing("q", sql`l.rank is not null`),
    failing("city", city ? sql`${city} = any(t.slugs)` : null),
    failing("language", language ? sql`${language} = any(t.languages)` : null),
    failing("away", away ? sql`t.away_until is ${away === "away" ? sql`not null` : sql`null`}` : null),
  ];
  return sql.join(tests, sql` + `);
}

function without(): SQL {
  const names = Object.keys(BITS) as DirectoryFilter[];
  return sql.join(
    names.map((name) => sql`${sql.raw(`'${name}'`)}, count(*) filter (where ${passing(name)})`),
    sql`, `,
  );
}
