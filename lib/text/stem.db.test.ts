import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import en from "@/lib/i18n/messages/en.json";
import it from "@/lib/i18n/messages/it.json";
import { CRISIS_WORDS, THEME_WORDS } from "@/lib/write-ups/terms-elsewhere";
import { stemOf } from "./stem";

const elsewhere = [THEME_WORDS, CRISIS_WORDS];

/** Those of which PostgreSQL's search has another stem than ours; what it leaves out, such as "the", is not compared. */
async function different(language: string, texts: unknown): Promise<{ all: number; other: string[] }> {
  const plain = JSON.stringify(texts).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = JSON.stringify([...new Set(plain.match(/(?<![\w{])[a-z]{2,}(?!\w)/g))]);
  const rows = await db.execute<{ word: string; stem: string }>(sql`
    select word, lexeme as stem from jsonb_array_elements_text(${words}::text::jsonb) word,
      unnest(to_tsvector(public.search_config(${language}), word))`);
  return {
    all: rows.length,
    other: rows.filter(({ word, stem }) => stemOf(word, language) !== stem).map((r) => r.word),
  };
}

test.each([
  ["en", en, 2_000],
  ["it", it, 2_000],
  ["es", elsewhere, 200],
  ["eu", elsewhere, 200],
  ["nl", elsewhere, 200],
  ["pt-BR", elsewhere, 200],
  ["pl", elsewhere, 200],
])("what the search finds in %s is what is marked in a passage", async (language, texts, atLeast) => {
  const { all, other } = await different(language, texts);
  expect(all).toBeGreaterThan(atLeast);
  expect(other.length, other.join(" ")).toBeLessThanOrEqual(all / 500);
});
