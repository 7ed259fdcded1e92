import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import { readingFor } from "@/lib/auth/visible-to";
import { stemOf } from "@/lib/text/stem";
import { filedUnder, queryOf } from "./fitting";
import { wordsAsked } from "./passage";

/** How a search finds. */
export interface Search {
  where: SQL;
  /** Whether it is filed under what the words name. */
  filed: SQL;
  /** How well a row of `facts` fits: asked only of those that are to be listed, since it looks into the texts. */
  rank: SQL;
  /** What the texts are asked for; null when only titles and cards are looked at. */
  query: SQL | null;
  /** The stems that passages are marked by, in a language. */
  stems: (language: string) => ReadonlySet<string>;
}

const FILED_RANK = sql.raw("0.1");

/** The words in any language, and what is filed under a term that they name in any. */
export function wordsFound(reader: Reader, q: string): Search {
  const filed = filedUnder(q);
  const asked = wordsAsked(q);
  const said = withQuery(reader, queryOf(q), (language) => new Set(asked.map((word) => stemOf(word, language))));
  if (!filed) return said;
  return {
    ...said,
    where: sql`(${said.where} or ${filed})`,
    filed,
    rank: sql`${said.rank} + case when facts.filed then ${FILED_RANK} else 0 end`,
  };
}

/** Texts that a query of PostgreSQL finds. */
export function withQuery(reader: Reader, query: SQL, stems: Search["stems"]): Search {
  return {
    where: oneOf(reader, sql`m.search @@ ${query}`),
    filed: sql`false`,
    rank: best(sql`ts_rank(m.search, ${query})`),
    query,
    stems,
  };
}

/** Titles and cards that look like what was typed. */
export function lookingAlike(reader: Reader, q: string): Search {
  const similarity = sql`word_similarity((select public.without_accents(${q})), m.fuzzy)`;
  return {
    where: oneOf(reader, sql`${similarity} > 0.35`),
    filed: sql`false`,
    rank: best(similarity),
    query: null,
    stems: () => new Set(),
  };
}

/** Whether a text `m` that the reader reads fits, in whatever language. */
function oneOf(reader: Reader, fits: SQL): SQL {
  return sql`(write_ups.id, ${readingFor(reader)}) in (select m.write_up_id, m.audience from write_up_texts m where ${fits})`;
}

function best(rank: SQL): SQL {
  return sql`(select max(${rank}) from write_up_texts m where m.write_up_id = facts.id and m.audience = facts.audience)`;
}
