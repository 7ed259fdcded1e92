import "server-only";
import { isDeepStrictEqual } from "node:util";
import { and, desc, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { revisions, writeUps, writeUpTexts } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { followOriginal } from "@/lib/translations/follow-original";
import type { Document } from "@/lib/write-ups/document";
import { lockTexts } from "@/lib/write-ups/mutations";
import { readingColumns, renderDocument } from "@/lib/write-ups/reading";
import { pin, stateOf } from "@/lib/write-ups/released-texts";
import { loadSubject } from "@/lib/write-ups/subject";
import { filesThere } from "./files-there";
import { restoredDocument } from "./restored";
import type { RestoreInput } from "./schema";

/**
 * Puts an earlier revision in the place of the work in hand, in every language that both have. The work in hand is pinned
 * first and so is what comes of it; what the cohort or the public reads stays until the lead approves. A second click finds
 * it done.
 */
export async function restoreRevision(actor: Actor, input: RestoreInput): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, input.id));
  return db.transaction(async (tx) => {
    const { texts } = await lockTexts(tx, subject.id);
    const [revision, last] = await Promise.all([revisionOf(tx, subject.id, input.number), lastOf(tx, subject.id)]);
    if (!revision) throw new AppError("not_found");
    const pinned = last !== null && isDeepStrictEqual(last.work, byLanguage(texts));
    if (stateOf(texts) !== input.seen) {
      if (pinned && last.restoredFrom === input.number) return { id: subject.id };
      throw new AppError("conflict");
    }
    const earlier = Object.keys(revision.work).length > 0 ? revision.work : revision.documents;
    const there = await filesThere(tx, Object.values(earlier));
    const restored = texts.map((text) => {
      const old = earlier[text.language];
      return { ...text, document: old ? renderDocument(restoredDocument(text.document, old, there)) : text.document };
    });
    const changed = restored.filter(
      ({ document, language }) =>
        !isDeepStrictEqual(document, texts.find((one) => one.language === language)?.document),
    );
    if (changed.length === 0) return { id: subject.id };

    if (!pinned) await pin(tx, actor, subject, "city", texts);
    for (const { language, document } of changed) await replace(tx, subject.id, language, document);
    const [before, after] = [texts, restored].map((all) => all.find(({ language }) => language === subject.language));
    if (before && after) await followOriginal(tx, subject.id, before.document, after.document);
    await tx.update(writeUps).set({ updatedAt: sql`now()` }).where(eq(writeUps.id, subject.id));
    const { texts: now } = await lockTexts(tx, subject.id);
    await pin(tx, actor, subject, "city", now, input.number);
    await record(tx, {
      actorId: actor.personId,
      action: "write-up.restore",
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: { revision: input.number },
    });
    return { id: subject.id };
  });
}

type Texts = { language: string; document: Document }[];

function byLanguage(texts: Texts): Record<string, Document> {
  return Object.fromEntries(texts.map(({ language, document }) => [language, document]));
}

async function revisionOf(tx: Tx, id: string, number: number) {
  const [row] = await tx
    .select({ documents: revisions.documents, work: revisions.work })
    .from(revisions)
    .where(and(eq(revisions.writeUpId, id), eq(revisions.number, number)));
  return row ?? null;
}

async function lastOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({ restoredFrom: revisions.restoredFrom, work: revisions.work })
    .from(revisions)
    .where(eq(revisions.writeUpId, id))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row ?? null;
}

function replace(tx: Tx, id: string, language: string, document: Document) {
  return tx
    .update(writeUpTexts)
    .set({ ...readingColumns(document), version: sql`${writeUpTexts.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city"), eq(writeUpTexts.language, language)));
}
