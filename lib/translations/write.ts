import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { writeUps, writeUpTexts } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import type { Document } from "@/lib/write-ups/document";
import { lockTexts } from "@/lib/write-ups/mutations";
import { readingColumns } from "@/lib/write-ups/reading";
import type { Subject } from "@/lib/write-ups/subject";
import { begin, type Follows, followed, followsOf, type StoredTranslation } from "./follow";
import { json, storedFollows } from "./follow-original";
import { behindBy } from "./parts";

export interface Locked {
  original: { document: Document; version: number };
  /** Null: not begun. */
  translation: { document: Document; follows: Follows; version: number; machine: string | null } | null;
}

/** The original and one translation of it as they stand, locked until the transaction ends. */
export async function lockTranslation(tx: Tx, subject: Subject, language: string): Promise<Locked> {
  const { texts } = await lockTexts(tx, subject.id);
  const original = texts.find((text) => text.language === subject.language);
  const row = texts.find((text) => text.language === language);
  if (!original || language === subject.language) throw new AppError("not_found");
  if (!row) return { original, translation: null };
  const [kept] = await tx.execute<Pick<StoredTranslation, "follows" | "machine">>(sql`
    select ${storedFollows} as follows, t.machine from write_up_texts t
    where t.write_up_id = ${subject.id} and t.audience = 'city' and t.language = ${language}`);
  const stored = { ...row, follows: kept?.follows ?? null, machine: kept?.machine ?? null };
  return { original, translation: { ...stored, follows: followsOf(stored, original) } };
}

/** Puts words in their places, and what they follow beside them. */
export async function writeTranslation(
  tx: Tx,
  actor: Actor,
  { subject, language, locked }: { subject: Subject; language: string; locked: Locked },
  change: { words: Map<string, string>; follows: Follows; machine?: string; by: string | null },
  detail: Record<string, string | number>,
): Promise<void> {
  const { original, translation } = locked;
  const next = followed(original.document, translation?.document ?? original.document, change.follows, change.words);
  const behind = behindBy(subject.kind, original.document, next);
  const columns = {
    ...readingColumns(next.document),
    follows: json(next.follows),
    followsVersion: original.version - behind,
    machine: next.follows.machine.length > 0 ? (change.machine ?? translation?.machine ?? null) : null,
  };
  await tx
    .insert(writeUpTexts)
    .values({ writeUpId: subject.id, audience: "city", language, translatedBy: change.by, ...columns })
    .onConflictDoUpdate({
      target: [writeUpTexts.writeUpId, writeUpTexts.audience, writeUpTexts.language],
      set: {
        ...columns,
        translatedBy: sql`coalesce(${writeUpTexts.translatedBy}, ${change.by})`,
        version: sql`${writeUpTexts.version} + 1`,
        updatedAt: sql`now()`,
      },
    });
  await tx.update(writeUps).set({ updatedAt: sql`now()` }).where(eq(writeUps.id, subject.id));
  await record(tx, {
    actorId: actor.personId,
    action: change.machine ? "translation.fill" : "translation.save",
    cohortId: subject.cohortId,
    workspaceId: subject.workspaceId,
    subjectId: subject.id,
    detail: { language, ...detail },
  });
}

/** A fresh copy of what a translation follows, to change. */
export function followsToChange({ original, translation }: Locked): Follows {
  return structuredClone(translation?.follows ?? begin(original.document));
}
