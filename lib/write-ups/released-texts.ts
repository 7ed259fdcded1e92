import "server-only";
import { and, eq, inArray, max, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { revisions, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { fieldError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import type { Document } from "./document";
import { type Requested, TIMELINE_MIN } from "./limits";
import type { lockTexts } from "./mutations";
import { documentFor, readingColumns } from "./reading";
import type { Subject } from "./subject";

type Texts = Awaited<ReturnType<typeof lockTexts>>["texts"];

/** One number for the state of all languages: it rises with each change of any of them. */
export function stateOf(texts: readonly { version: number }[]): number {
  return texts.reduce((sum, { version }) => sum + version, 0);
}

/** Without a timeline other cities cannot compare a case. */
export function requireTimeline(subject: Subject, texts: Texts): void {
  if (subject.kind !== "case") return;
  const count = texts.find(({ language }) => language === subject.language)?.document.timeline.length ?? 0;
  if (count < TIMELINE_MIN) throw fieldError("target", "sharing.error.timeline", { min: TIMELINE_MIN, count });
}

/** What an audience reads, by language. Who reads a section is decided in the original. */
function documentsFor(audience: Requested, subject: Subject, texts: Texts): Map<string, Document> {
  const original = texts.find(({ language }) => language === subject.language);
  const decided = new Map(original?.document.sections.map((section) => [section.key, section.audience]));
  return new Map(
    texts.map(({ language, document }) => {
      const sections = document.sections.map((section) => ({
        ...section,
        audience: decided.get(section.key) ?? section.audience,
      }));
      return [language, documentFor(audience, { ...document, sections })];
    }),
  );
}

/** A revision holds what the cohort reads: what stays in the city is in no history either. */
export async function pin(tx: Tx, actor: Actor, subject: Subject, audience: Requested, texts: Texts): Promise<string> {
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
    documents: Object.fromEntries(documentsFor("cohort", subject, texts)),
    createdBy: actor.personId,
  });
  return id;
}

export async function writeReadings(tx: Tx, subject: Subject, target: Requested, texts: Texts): Promise<void> {
  await dropReadings(tx, subject.id, ["cohort", "public"]);
  const audiences: Requested[] = target === "public" ? ["cohort", "public"] : ["cohort"];
  for (const audience of audiences) {
    const documents = documentsFor(audience, subject, texts);
    await tx.insert(writeUpTexts).values(
      texts.map(({ language, document, ...row }) => ({
        writeUpId: subject.id,
        audience,
        language,
        ...readingColumns(documents.get(language) ?? document),
        translatedBy: row.translatedBy,
        followsVersion: row.followsVersion,
        // So that one sees whether the draft moved on, and how far a translation is behind.
        version: row.version,
      })),
    );
  }
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
