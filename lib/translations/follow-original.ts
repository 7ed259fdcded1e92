import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { writeUps, writeUpTexts } from "@/db/schema";
import type { Document } from "@/lib/write-ups/document";
import { readingColumns } from "@/lib/write-ups/reading";
import { type Follows, followed, followsOf, type StoredTranslation } from "./follow";
import { behindBy } from "./parts";

/**
 * Takes what changed in the original over into its translations in the city's work: numbers, dates, entries and who reads
 * what at once; words stay, and their parts count as behind. Called in the transaction that changed the original, after it
 * has locked the texts, by every path that writes it and has raised its version by one.
 */
export async function followOriginal(tx: Tx, writeUpId: string, before: Document, after: Document): Promise<void> {
  const texts = await tx.execute<{ language: string } & StoredTranslation>(sql`
    select t.language, t.document, ${storedFollows} as follows, t.follows_version as "followsVersion", t.machine from write_up_texts t join write_ups w on w.id = t.write_up_id
    where t.write_up_id = ${writeUpId} and t.audience = 'city' and t.language <> w.language order by t.language for update of t`);
  if (texts.length === 0) return;
  const [original] = await tx
    .select({ kind: writeUps.kind, version: writeUpTexts.version })
    .from(writeUps)
    .innerJoin(
      writeUpTexts,
      and(
        eq(writeUpTexts.writeUpId, writeUps.id),
        eq(writeUpTexts.audience, "city"),
        eq(writeUpTexts.language, writeUps.language),
      ),
    )
    .where(eq(writeUps.id, writeUpId));
  if (!original) return;
  for (const text of texts) {
    const follows = followsOf(text, { document: before, version: original.version - 1 }, after);
    const next = followed(after, text.document, follows);
    await tx
      .update(writeUpTexts)
      .set({
        ...readingColumns(next.document),
        follows: json(next.follows),
        followsVersion: original.version - behindBy(original.kind, after, next),
      })
      .where(
        and(
          eq(writeUpTexts.writeUpId, writeUpId),
          eq(writeUpTexts.audience, "city"),
          eq(writeUpTexts.language, text.language),
        ),
      );
  }
}

/**
 * What a translation (`t`) follows; for one without a record, such as the demo's, the original that was released with the
 * version it follows, if it still is.
 */
export const storedFollows: SQL = sql`coalesce(t.follows, (select r.document from write_up_texts r
  join write_ups rw on rw.id = r.write_up_id where r.write_up_id = t.write_up_id and r.audience = 'cohort'
    and r.language = rw.language and r.version = t.follows_version))`;

export function json(follows: Follows) {
  return sql`${JSON.stringify(follows)}::text::jsonb`;
}
