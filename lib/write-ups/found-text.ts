import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Besides } from "./cards";
import { array, textsRead } from "./fitting";
import { type Part, type PlainText, passageIn, plainText } from "./passage";
import type { Search } from "./search";
import { stampOf } from "./stamp";

/** Of all the texts together that this process keeps, each as it is and folded. */
const CHARACTERS = 24_000_000;
const kept = new LRUCache<string, PlainText>({
  maxSize: CHARACTERS,
  sizeCalculation: ({ text }) => 1 + 2 * text.length,
});

/** The text of a result that has the words: its language, and what stands for it as it is now. Null: its tags fit only. */
export interface FoundText {
  text_language: string | null;
  text_stamp: string | null;
}

/** The text that is shown when the query finds it, or else that of another language. */
export function foundText(query: SQL | null): Besides {
  if (query === null) return { columns: sql`null as text_language, null as text_stamp`, join: sql`` };
  return {
    columns: sql`h.language as text_language, h.stamp as text_stamp`,
    join: sql`left join lateral (select f.language, ${stampOf("f")} as stamp from write_up_texts f
      where f.write_up_id = write_ups.id and f.audience = t.audience
        and (cardinality(o.languages) = 1 and not p.filed or f.search @@ ${query})
      order by (f.language = t.language) desc, (f.language = write_ups.language) desc limit 1) h on true`,
  };
}

/** For each result the passage of its text that has the words with these stems. */
export async function passagesOf(
  reader: Reader,
  results: readonly (FoundText & { id: string })[],
  stems: Search["stems"],
): Promise<(Part[] | null)[]> {
  const fresh = await fetched(
    reader,
    results.filter(({ text_stamp: stamp }) => stamp !== null && !kept.has(stamp)),
  );
  return results.map(({ id, text_language: language, text_stamp: stamp }) => {
    if (language === null || stamp === null) return null;
    const text = fresh.get(id) ?? kept.get(stamp);
    return text ? passageIn(text, language, stems(language)) : null;
  });
}

interface TextRow extends Record<string, unknown> {
  id: string;
  stamp: string;
  body: string;
}

/** By write-up, what the reader may read still. It may have changed since; then it is the newer one. */
async function fetched(reader: Reader, of: readonly (FoundText & { id: string })[]): Promise<Map<string, PlainText>> {
  if (of.length === 0) return new Map();
  const rows = await db.execute<TextRow>(sql`
    select write_ups.id, ${stampOf("t")} as stamp, t.body from ${writeUps} join ${textsRead(reader)}
      join unnest(${array(of.map(({ id }) => id))}, ${array(of.map((one) => one.text_language ?? ""))}) w (id, language)
        on w.id = write_ups.id and w.language = t.language
    where ${visibleTo(reader)}`);
  return new Map(
    rows.map(({ id, stamp, body }) => {
      const text = plainText(body);
      kept.set(stamp, text);
      return [id, text];
    }),
  );
}

/** For the bench, which compares with somebody who keeps nothing. */
export function forgetTexts(): void {
  kept.clear();
}
