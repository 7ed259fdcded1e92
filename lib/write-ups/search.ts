import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { readingFor } from "@/lib/auth/visible-to";
import { filedUnder, hasWords, queryOf } from "./fitting";

/** How a search finds: a join that may find nothing, a condition on what it found, a rank, and whether it was filed under it. */
export interface Search {
  join: SQL;
  where: SQL;
  rank: SQL;
  filed: SQL;
  /** The languages of the texts that have the words. */
  foundIn: SQL;
}

const FILED_RANK = 0.1;

/** The words in any language, and what is filed under a term that they name in any. */
export function wordsFound(reader: Reader, q: string): Search {
  const filed = filedUnder(q);
  const join = sql`left join (select m.write_up_id, max(ts_rank(m.search, ${queryOf(q)})) as rank, string_agg(m.language, ',') as found_in
      from write_up_texts m join ${writeUps} on write_ups.id = m.write_up_id
      where m.audience = ${readingFor(reader)} and ${hasWords(sql`m.search`, q)} group by 1) m on m.write_up_id = write_ups.id`;
  const foundIn = sql`m.found_in`;
  // Without a term the join has to find: said as a condition, so that PostgreSQL may begin with it.
  if (!filed) return { join, foundIn, where: sql`m.write_up_id is not null`, rank: sql`m.rank`, filed: sql`false` };
  return {
    join,
    foundIn,
    where: sql`(m.write_up_id is not null or ${filed})`,
    rank: sql`coalesce(m.rank, 0) + case when ${filed} then ${sql.raw(String(FILED_RANK))} else 0 end`,
    filed,
  };
}

/** Titles and cards that look like what was typed. */
export function lookingAlike(reader: Reader, q: string): Search {
  const similarity = sql`word_similarity((select public.without_accents(${q})), m.fuzzy)`;
  return {
    join: sql`join (select m.write_up_id, max(${similarity}) as rank
      from write_up_texts m join ${writeUps} on write_ups.id = m.write_up_id
      where m.audience = ${readingFor(reader)} and ${similarity} > 0.35 group by 1) m on m.write_up_id = write_ups.id`,
    where: sql`true`,
    rank: sql`m.rank`,
    filed: sql`false`,
    foundIn: sql`null`,
  };
}
