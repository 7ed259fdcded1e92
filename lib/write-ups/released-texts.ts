import "server-only";
import { and, eq, inArray, isNotNull, max, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { revisions, writeUps, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { fieldError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import type { Document } from "./document";
import { type Reading, type Requested, TIMELINE_MIN } from "./limits";
import type { lockTexts } from "./mutations";
import { closer, documentFor, readingColumns } from "./reading";
import type { Subject } from "./subject";

type Texts = Awaited<ReturnType<typeof lockTexts>>["texts"];

/** One number for the state of all languages: it rises with each change of any of them. */
export function stateOf(texts: readonly { version: number }[]): number {
  return texts.reduce((sum, { version }) => sum + version, 0);
}

/** Without a timeline other cities cannot compare a case. A quick note is shared in the middle of it, without one. */
export async function requireTimeline(tx: Tx, subject: Subject, texts: Texts): Promise<void> {
  if (subject.kind !== "case" || hasTimeline(subject, texts)) return;
  const [row] = await tx.select({ quick: writeUps.quickNote }).from(writeUps).where(eq(writeUps.id, subject.id));
  if (!row?.quick)
    throw fieldError("target", "sharing.error.timeline", { min: TIMELINE_MIN, count: entries(subject, texts) });
}

/** Whether it is a case in full, not only a quick note of one. */
export function hasTimeline(subject: Subject, texts: Texts): boolean {
  return entries(subject, texts) >= TIMELINE_MIN;
}

function entries(subject: Subject, texts: Texts): number {
  return texts.find(({ language }) => language === subject.language)?.document.timeline.length ?? 0;
}

/**
 * What an audience reads, by language. Who reads a section or a file is decided in the original, whose language is given; a
 * translation that came from elsewhere can only keep something closer, and shows no file that the original does not have.
 */
export function documentsFor(
  audience: Requested,
  originalLanguage: string,
  texts: readonly { language: string; document: Document }[],
): Map<string, Document> {
  const original = texts.find(({ language }) => language === originalLanguage)?.document;
  const sections = new Map(original?.sections.map((section) => [section.key, section.audience]));
  return new Map(
    texts.map(({ language, document }) => {
      const decided = {
        ...document,
        sections: document.sections.map((section) => ({
          ...section,
          audience: closer(section.audience, sections.get(section.key) ?? section.audience),
        })),
        media: document.media.flatMap((one) => {
          const same = original?.media.filter(({ fileId }) => fileId === one.fileId) ?? [one];
          const audiences = same.map((media) => media.audience);
          return audiences.length > 0 ? [{ ...one, audience: audiences.reduce(closer, one.audience) }] : [];
        }),
      };
      return [language, documentFor(audience, decided)];
    }),
  );
}

/**
 * Pins the texts as the next revision: what the cohort reads of them, if they are released, and apart from it the city's
 * work in full. Call with the write-up locked, so that no number is given twice.
 */
export async function pin(
  tx: Tx,
  actor: Actor,
  subject: Pick<Subject, "id" | "language">,
  audience: Reading,
  texts: readonly { language: string; document: Document }[],
  restoredFrom: number | null = null,
): Promise<string> {
  const [last] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.writeUpId, subject.id));
  const id = newId();
  await tx.insert(revisions).values({
    id,
    writeUpId: subject.id,
    number: (last?.number ?? 0) + 1,
    audience,
    documents: audience === "city" ? {} : Object.fromEntries(documentsFor("cohort", subject.language, texts)),
    work: Object.fromEntries(texts.map(({ language, document }) => [language, document])),
    restoredFrom,
    createdBy: actor.personId,
  });
  return id;
}

/** What was taken back is in no history of those who lost it: its revisions are narrowed with it, for good. */
export async function narrowRevisions(tx: Tx, id: string, from: Requested[], to: Reading): Promise<void> {
  await tx
    .update(revisions)
    .set({ audience: to })
    .where(and(eq(revisions.writeUpId, id), inArray(revisions.audience, from)));
}

export async function writeReadings(tx: Tx, subject: Subject, target: Requested, texts: Texts): Promise<void> {
  await dropReadings(tx, subject.id, ["cohort", "public"]);
  const machines = await machinesOf(tx, subject.id);
  const audiences: Requested[] = target === "public" ? ["cohort", "public"] : ["cohort"];
  for (const audience of audiences) {
    const documents = documentsFor(audience, subject.language, texts);
    await tx.insert(writeUpTexts).values(
      texts.map(({ language, document, ...row }) => ({
        writeUpId: subject.id,
        audience,
        language,
        ...readingColumns(documents.get(language) ?? document),
        translatedBy: row.translatedBy,
        followsVersion: row.followsVersion,
        machine: machines.get(language) ?? null,
        // So that one sees whether the draft moved on, and how far a translation is behind.
        version: row.version,
      })),
    );
  }
}

/** Which languages a service translated, and nobody has read over yet. */
async function machinesOf(tx: Tx, id: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .select({ language: writeUpTexts.language, machine: writeUpTexts.machine })
    .from(writeUpTexts)
    .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city"), isNotNull(writeUpTexts.machine)));
  return new Map(rows.map(({ language, machine }) => [language, machine]));
}

export function dropReadings(tx: Tx, id: string, audiences: Requested[]) {
  return tx.delete(writeUpTexts).where(and(eq(writeUpTexts.writeUpId, id), inArray(writeUpTexts.audience, audiences)));
}

/** Whether the draft moved on since it was released. */
export async function hasChanged(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.execute<{ changed: boolean }>(sql`
    select exists (select 1 from write_up_texts c
      left join write_up_texts r on r.write_up_id = c.write_up_id and r.language = c.language and r.audience = 'cohort'
      where c.write_up_id = ${id} and c.audience = 'city' and c.version is distinct from r.version) as changed`);
  return row?.changed ?? false;
}
