import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { ReadText } from "@/lib/passages/read";
import { byLanguage } from "@/lib/write-ups/cards";
import type { CommentRow, View } from "./shape";
import type { About } from "./types";

/** The text of a write-up that the reader reads, if one of the comments is about a passage of it. */
export async function readTextFor(
  reader: Actor,
  about: About,
  rows: readonly CommentRow[],
  view: View,
): Promise<ReadText | null> {
  if (!("writeUpId" in about) || rows.every(({ passage }) => passage === null)) return null;
  const languages = [view.locale, ...reader.languages, "en"];
  const [text] = await db.execute<ReadText & Record<string, unknown>>(sql`
    select t.language, t.document->'sections' as sections from ${writeUps}
    join lateral (select t.* from write_up_texts t where t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}
      order by ${byLanguage(languages)} limit 1) t on true
    where write_ups.id = ${about.writeUpId} and ${visibleTo(reader)}`);
  return text ?? null;
}
