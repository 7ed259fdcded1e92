import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import { STEMMED, stemOf } from "@/lib/text/stem";
import { array, textsRead } from "./fitting";
import { wordsAsked } from "./passage";
import { type Search, withQuery } from "./search";

/** The texts with words that are spelled nearly as each one that was typed; null when there are none for one of them. */
export async function spelledAlike(reader: Reader, q: string): Promise<Search | null> {
  const asked = wordsAsked(q);
  if (asked.length === 0) return null;
  const near = await nearest(reader, asked);
  const found = asked.map((_, n) => near.filter((word) => word.n === n));
  if (found.some((words) => words.length === 0)) return null;
  const query = found.map((words) => `(${words.map(({ stem }) => quoted(stem)).join(" | ")})`).join(" & ");
  return withQuery(
    reader,
    sql`(select ${query}::tsquery)`,
    (language) => new Set(near.filter((word) => word.language === tagOf(language)).map(({ stem }) => stem)),
  );
}

interface Near extends Record<string, unknown> {
  /** Which of the words that were asked for. */
  n: number;
  language: string;
  stem: string;
}

/** Longer ones are no words. */
const LONGEST = 60;

/** For each word those closest to it in the texts that the reader reads, compared by their stems, of the same first letter. */
async function nearest(reader: Reader, asked: readonly string[]): Promise<Near[]> {
  const stems = asked.flatMap((word, n) =>
    ["", ...STEMMED].map((language) => ({ n, language, stem: stemOf(word, language).slice(0, LONGEST) })),
  );
  const initials = [...new Set(stems.map(({ stem }) => [...stem][0] ?? ""))];
  return db.execute<Near>(sql`
    with words as materialized (
      select distinct split_part(t.language, '-', 1) as language, w.stem
      from ${writeUps} join ${textsRead(reader)} cross join unnest(tsvector_to_array(t.search)) w (stem)
      where ${visibleTo(reader)} and left(w.stem, 1) = any(${array(initials)}) and length(w.stem) <= ${sql.raw(String(LONGEST))}
    ), near as (
      select a.n::int, x.language, x.stem, a.most, public.levenshtein_less_equal(x.stem, a.stem, a.most::int) as distance
      from words x join unnest(${array(stems.map(({ n }) => String(n)))}, ${array(stems.map(({ language }) => language))},
          ${array(stems.map(({ stem }) => stem))}, ${array(stems.map(({ stem }) => String(mistakesIn(stem))))}) a (n, language, stem, most)
        on a.language = case when x.language = any(${array(STEMMED)}) then x.language else '' end
    )
    select n, language, stem from (select *, min(distance) over (partition by n) as least from near where distance <= most::int) n
    where distance = least`);
}

/** How many letters may be wrong, too many or missing. */
function mistakesIn({ length }: string): number {
  return length < 4 ? 0 : length < 6 ? 1 : 2;
}

/** A word as tsquery reads it. */
function quoted(stem: string): string {
  return `'${stem.replace(/['\\]/g, "$&$&")}'`;
}

function tagOf(language: string): string {
  return language.split("-")[0] ?? "";
}
