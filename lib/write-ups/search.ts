import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import { readingFor } from "@/lib/auth/visible-to";
import { filedUnder, hasWords, queryOf } from "./fitting";

/** How a search finds. */
export interface Search {
  where: SQL;
  /** Whether it is filed under what the words name. */
  filed: SQL;
  /** How well a row of `facts` fits: asked only of those that are to be listed, since it looks into the texts. */
  rank: SQL;
  /** What stands in the texts, letter for letter. */
  words: string | null;
}

const FILED_RANK = sql.raw("0.1");

/** The words in any language, and what is filed under a term that they name in any. */
export function wordsFound(reader: Reader, q: string): Search {
  const filed = filedUnder(q);
  const said = oneOf(reader, hasWords(sql`m.search`, q));
  const rank = best(sql`ts_rank(m.search, ${queryOf(q)})`);
  if (!filed) return { where: said, filed: sql`false`, rank, words: q };
  return {
    where: sql`(${said} or ${filed})`,
    filed,
    rank: sql`${rank} + case when facts.filed then ${FILED_RANK} else 0 end`,
    words: q,
  };
}

/** Titles and cards that look like what was typed. */
export function lookingAlike(reader: Reader, q: string): Search {
  const similarity = sql`word_similarity((select public.without_accents(${q})), m.fuzzy)`;
  return { where: oneOf(reader, sql`${similarity} > 0.35`), filed: sql`false`, rank: best(similarity), words: null };
}

/** Whether a text `m` that the reader reads fits, in whatever language. */
function oneOf(reader: Reader, fits: SQL): SQL {
  return sql`(write_ups.id, ${readingFor(reader)}) in (select m.write_up_id, m.audience from write_up_texts m where ${fits})`;
}

function best(rank: SQL): SQL {
  return sql`(select max(${rank}) from write_up_texts m where m.write_up_id = facts.id and m.audience = facts.audience)`;
}
