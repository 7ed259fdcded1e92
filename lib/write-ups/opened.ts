import "server-only";
import { sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import type { Asked } from "@/lib/comments/asked";
import { type Thread, type ThreadRow, threadBeside, threadValue } from "@/lib/comments/queries";
import type { View } from "@/lib/comments/shape";
import { type CardRow, cardsIn } from "./cards";
import { getWriteUpWith } from "./queries";
import { relatedValue, relatedWriteUps } from "./related";
import type { WriteUpCard, WriteUpPage } from "./types";

/** What the page of a write-up reads. */
export interface Opened {
  writeUp: WriteUpPage;
  /** Null when the reader reads no comments there. */
  thread: Thread | null;
  related: WriteUpCard[];
}

const RELATED = 3;
const NOTHING = sql`null::json`;

/**
 * A write-up in the best of `languages`, its thread as the address `query` asks for it, and what is near; null when it does
 * not exist for the reader. One statement once it is known which are near.
 */
export async function openWriteUp(
  reader: Reader,
  id: string,
  languages: readonly string[],
  query: Asked,
  view: View,
): Promise<Opened | null> {
  const about = { writeUpId: id };
  const near = { languages: [view.locale, ...(reader?.languages ?? [])], locale: view.locale, limit: RELATED };
  const related = relatedValue(reader, [id], near);
  const found = await getWriteUpWith<{ thread: ThreadRow | null; related: CardRow[] | null }>(
    reader,
    id,
    languages,
    view.locale,
    sql`json_build_object('thread', ${reader ? threadValue(reader, about, query) : NOTHING}, 'related', ${related ?? NOTHING})`,
  );
  if (!found) return null;
  const { writeUp, besides } = found;
  const text = { language: writeUp.language, sections: writeUp.document.sections };
  return {
    writeUp,
    thread: await threadBeside(besides.thread, reader, about, query, view, text),
    related: related ? cardsIn(besides.related) : await relatedWriteUps(reader, [id], near),
  };
}
