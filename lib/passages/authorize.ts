import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import { AppError } from "@/lib/errors/errors";
import type { Reading } from "@/lib/write-ups/limits";
import { type Anchor, anchorFrom } from "./anchor";
import { find } from "./find";
import { folded } from "./folded";
import type { GivenPassage } from "./schema";
import { wordsOf } from "./words";

interface Texts extends Record<string, unknown> {
  reading: Reading;
  read: string | null;
  shared: string | null;
}

/**
 * The anchor of the passage that a form means, if its words stand in what the actor reads now. `inside`: they stand in the
 * city's own text only, so a comment on them stays in the city; it would tell them to others.
 */
export async function authorizeAnchor(
  actor: Actor,
  writeUpId: string,
  given: GivenPassage,
): Promise<{ anchor: Anchor; inside: boolean }> {
  const html = sql`(select s->>'html' from jsonb_array_elements(t.document->'sections') s where s->>'key' = ${given.section})`;
  const text = (audience: ReturnType<typeof sql>) => sql`(select ${html} from write_up_texts t
    where t.write_up_id = write_ups.id and t.language = ${given.language} and t.audience = ${audience})`;
  const [texts] = await db.execute<Texts>(sql`
    select ${readingFor(actor)} as reading, ${text(readingFor(actor))} as read, ${text(sql`'cohort'`)} as shared
    from ${writeUps} where ${writeUps.id} = ${writeUpId} and ${visibleTo(actor)}`);
  if (!texts) throw new AppError("not_found");
  const read = texts.read === null ? null : standing(given, texts.read);
  if (!read) {
    // The form that comes back is about the whole.
    throw new AppError("invalid", { fields: { markdown: { key: "passages.error.changed" } }, values: { passage: "" } });
  }
  if (texts.reading !== "city") return { anchor: read, inside: false };
  const shared = texts.shared === null || given.inside ? null : standing(read, texts.shared);
  return shared?.quote === read.quote ? { anchor: shared, inside: false } : { anchor: read, inside: true };
}

/** The anchor in a section's HTML of words that stand there as they were given, but for blanks. */
function standing(given: Anchor, html: string): Anchor | null {
  const { text } = wordsOf(html);
  const asked = {
    ...given,
    quote: blankless(given.quote).trim(),
    before: blankless(given.before),
    after: blankless(given.after),
  };
  const found = find(asked, text);
  if (!found || folded(text.slice(found.start, found.end)) !== folded(asked.quote)) return null;
  return anchorFrom(given, text, found.start, found.end);
}

const blankless = (words: string) => words.normalize("NFC").replace(/\s+/g, " ");
