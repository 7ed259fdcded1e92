import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor, Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import type { Document, Kind } from "@/lib/write-ups/document";
import type { Reading, Requested } from "@/lib/write-ups/limits";
import { documentFor, renderDocument } from "@/lib/write-ups/reading";
import { documentsFor } from "@/lib/write-ups/released-texts";
import { compareParts } from "./compare";
import { filesThere } from "./files-there";
import { WORK } from "./limits";
import { partsOf } from "./parts";
import { asReadNow, loadPlace, revisionVisibleTo } from "./place";
import { restoredDocument } from "./restored";
import type { Comparison, LanguageDifference, RevisedWriteUp, StateName } from "./types";

type Texts = Record<string, Document>;

/** Two states of a write-up, in one language, or null when one of them does not exist for the reader. */
export async function getComparison(
  reader: Reader,
  id: string,
  { from, to, language }: { from: StateName; to: StateName; language?: string },
  locale: Locale,
): Promise<Comparison | null> {
  const place = await loadPlace(reader, id, locale);
  if (!place) return null;
  const { writeUp, now } = place;
  const [before, after] = await Promise.all([stateOf(reader, writeUp, from), stateOf(reader, writeUp, to)]);
  if (!before || !after) return null;
  // A revision that holds only what was released compares with what would have been released of the other.
  const both = before.whole && after.whole;
  const shown = (texts: Texts, one: string) => {
    const document = texts[one];
    if (!document) return null;
    return asReadNow(writeUp.reading, both ? document : documentFor("cohort", document), now);
  };
  const languages = originalFirst(writeUp.language, [...Object.keys(before.texts), ...Object.keys(after.texts)]);
  const chosen = languages.find((one) => one === language) ?? languages[0] ?? writeUp.language;
  const difference = compare(writeUp.kind, chosen, shown(before.texts, chosen), shown(after.texts, chosen), locale);
  return { writeUp, from, to, languages, difference };
}

/**
 * What an approval would change for those who read it now, for each language in which it changes something. Null before
 * anything was released, and for whoever does not write it.
 */
export async function getReleaseDifference(
  actor: Actor,
  id: string,
  target: Requested,
  locale: Locale,
): Promise<LanguageDifference[] | null> {
  const place = await loadPlace(actor, id, locale);
  if (!place?.writeUp.abilities.edit) return null;
  const { writeUp } = place;
  const released = writeUp.audience === "public" ? "public" : writeUp.audience === "cohort" ? "cohort" : null;
  if (!released) return null;
  const [work, readers] = await Promise.all([textsOf(id, "city"), textsOf(id, released)]);
  const would = documentsFor(target, writeUp.language, Object.entries(work).map(toText));
  return originalFirst(writeUp.language, [...Object.keys(work), ...Object.keys(readers)])
    .map((language) => {
      const now = readers[language];
      return compare(
        writeUp.kind,
        language,
        now ? documentFor(target, now) : null,
        would.get(language) ?? null,
        locale,
      );
    })
    .filter(({ parts }) => parts.some(({ status }) => status !== "same"));
}

/** What bringing back a revision would change in the work in hand; null for whoever may not. */
export async function getRestore(
  actor: Actor,
  id: string,
  number: number,
  locale: Locale,
): Promise<{ writeUp: RevisedWriteUp; seen: number; differences: LanguageDifference[] } | null> {
  const place = await loadPlace(actor, id, locale);
  if (!place?.writeUp.abilities.edit) return null;
  const { writeUp } = place;
  const [earlier, work, seen] = await Promise.all([stateOf(actor, writeUp, number), textsOf(id, "city"), seenOf(id)]);
  if (!earlier) return null;
  const there = await filesThere(db, Object.values(earlier.texts));
  const differences = originalFirst(writeUp.language, Object.keys(work)).flatMap((language) => {
    const [now, old] = [work[language], earlier.texts[language]];
    if (!now || !old) return [];
    return [compare(writeUp.kind, language, now, renderDocument(restoredDocument(now, old, there)), locale)];
  });
  return {
    writeUp,
    seen,
    differences: differences.filter(({ parts }) => parts.some(({ status }) => status !== "same")),
  };
}

function compare(
  kind: Kind,
  language: string,
  before: Document | null,
  after: Document | null,
  locale: Locale,
): LanguageDifference {
  const parts = (document: Document | null) => (document ? partsOf(kind, document, locale) : []);
  return { language, parts: compareParts(parts(before), parts(after), language) };
}

/** A revision as far as the reader has it, or the work in hand for its city. */
async function stateOf(reader: Reader, writeUp: RevisedWriteUp, name: StateName) {
  const isCity = writeUp.reading === "city";
  if (name === WORK) return isCity ? { texts: await textsOf(writeUp.id, "city"), whole: true } : null;
  const [row] = await db.execute<{ documents: Texts; work: Texts }>(sql`
    select r.documents, r.work from ${writeUps} join revisions r on r.write_up_id = write_ups.id
    where ${writeUps.id} = ${writeUp.id} and r.number = ${name} and ${visibleTo(reader)} and ${revisionVisibleTo(reader)}`);
  if (!row) return null;
  const whole = isCity && Object.keys(row.work).length > 0;
  return { texts: whole ? row.work : row.documents, whole };
}

/** Call only for a write-up and an audience that the reader was found to have. */
async function textsOf(id: string, audience: Reading): Promise<Texts> {
  const rows = await db.execute<{ language: string; document: Document }>(
    sql`select language, document from write_up_texts where write_up_id = ${id} and audience = ${audience}`,
  );
  return Object.fromEntries(rows.map(({ language, document }) => [language, document]));
}

async function seenOf(id: string): Promise<number> {
  const [row] = await db.execute<{ seen: number }>(
    sql`select sum(version)::int as seen from write_up_texts where write_up_id = ${id} and audience = 'city'`,
  );
  return row?.seen ?? 0;
}

function toText([language, document]: [string, Document]) {
  return { language, document };
}

function originalFirst(original: string, languages: string[]): string[] {
  return [...new Set(languages)].sort(
    (a, b) => Number(b === original) - Number(a === original) || a.localeCompare(b, "en"),
  );
}
