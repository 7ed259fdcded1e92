import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { workspaces, writeUpAuthors, writeUps, writeUpTexts } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace, authorizeWriteUp } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { isId } from "@/lib/ids";
import { dropCrisis, placeCrisis } from "./crises";
import type { Document } from "./document";
import { emptyDocument } from "./empty-document";
import { fingerprint } from "./fingerprint";
import { readingColumns } from "./reading";
import type { StartInput, TaskInput } from "./schema";
import { loadSubject, type Subject } from "./subject";
import type { TaskKey } from "./tasks";

/** Begins a draft that only its author reads. */
export async function startWriteUp(actor: Actor, input: StartInput): Promise<{ id: string; kind: Subject["kind"] }> {
  const { kind, language } = input;
  const place = await loadPlace(actor, input.workspaceId);
  const { cohortId, workspaceId } = authorizePlace(actor, "write-up.create", place);
  return db.transaction(async (tx) => {
    const crisis = kind === "case" ? await placeCrisis(tx, actor, input.crisis) : null;
    const [made] = await tx
      .insert(writeUps)
      .values({
        cohortId,
        workspaceId,
        kind,
        language,
        crisisId: crisis?.id ?? null,
        createdBy: actor.personId,
        formKey: input.formKey,
      })
      .onConflictDoNothing({ target: writeUps.formKey })
      .returning({ id: writeUps.id, kind: writeUps.kind });
    if (!made) {
      if (crisis?.made) await dropCrisis(tx, crisis.id);
      return startedBefore(tx, actor, input.formKey);
    }
    const document = emptyDocument(kind, input.title, input.card);
    await tx.insert(writeUpAuthors).values({ writeUpId: made.id, personId: actor.personId });
    await tx
      .insert(writeUpTexts)
      .values({ writeUpId: made.id, audience: "city", language, ...readingColumns(document) });
    await record(tx, {
      actorId: actor.personId,
      action: "write-up.create",
      cohortId,
      workspaceId,
      subjectId: made.id,
      detail: { kind, language },
    });
    return made;
  });
}

/** What a change may look at, and what it gives back. */
export type Change = (document: Document, context: { tx: Tx; subject: Subject }) => Document | Promise<Document>;

/**
 * Changes one part of the work in hand. Refused as a conflict when somebody else changed that part since the form was made;
 * changes elsewhere in the write-up are no conflict. What the cohort or the public reads stays as it was released.
 */
export async function saveTask(
  actor: Actor,
  input: TaskInput,
  task: (subject: Subject) => TaskKey,
  change: Change,
): Promise<{ id: string; version: number }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, input.id));
  const key = task(subject);
  return db.transaction(async (tx) => {
    const { texts, crisisId } = await lockTexts(tx, subject.id);
    const original = texts.find(({ language }) => language === subject.language);
    if (!original) throw new AppError("not_found");
    const mark = (document: Document, crisis: string | null) => fingerprint(subject.kind, document, crisis, key);
    const before = mark(original.document, crisisId);
    if (original.version !== input.version && input.seen !== before) throw new AppError("conflict");

    const changed = await change(original.document, { tx, subject });
    const [now] = await tx.select({ crisisId: writeUps.crisisId }).from(writeUps).where(eq(writeUps.id, subject.id));
    if (mark(changed, now?.crisisId ?? null) === before) return { id: subject.id, version: original.version };

    await tx
      .update(writeUpTexts)
      .set({ ...readingColumns(changed), version: sql`${writeUpTexts.version} + 1`, updatedAt: sql`now()` })
      .where(textOf(subject.id, original.language));
    await followAudiences(
      tx,
      subject.id,
      changed,
      texts.filter((text) => text !== original),
    );
    await tx.update(writeUps).set({ updatedAt: sql`now()` }).where(eq(writeUps.id, subject.id));
    await record(tx, {
      actorId: actor.personId,
      action: "write-up.edit",
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: { task: key },
    });
    return { id: subject.id, version: original.version + 1 };
  });
}

/** The city's texts in every language, locked with their write-up: first the write-up, then the texts, as everywhere. */
export async function lockTexts(tx: Tx, id: string) {
  const [row] = await tx
    .select({ audience: writeUps.audience, crisisId: writeUps.crisisId, requested: writeUps.requested })
    .from(writeUps)
    .where(eq(writeUps.id, id))
    .for("no key update");
  if (!row) throw new AppError("not_found");
  const texts = await tx
    .select({
      language: writeUpTexts.language,
      document: writeUpTexts.document,
      version: writeUpTexts.version,
      translatedBy: writeUpTexts.translatedBy,
      followsVersion: writeUpTexts.followsVersion,
    })
    .from(writeUpTexts)
    .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city")))
    .orderBy(writeUpTexts.language)
    .for("update");
  return { ...row, texts };
}

function textOf(id: string, language: string) {
  return and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city"), eq(writeUpTexts.language, language));
}

/** Who may read a section is one decision for all languages. */
async function followAudiences(
  tx: Tx,
  id: string,
  original: Document,
  others: { language: string; document: Document }[],
) {
  const wanted = new Map(original.sections.map(({ key, audience }) => [key, audience]));
  for (const { language, document } of others) {
    const sections = document.sections.map((section) => ({
      ...section,
      audience: wanted.get(section.key) ?? section.audience,
    }));
    if (sections.every((section, index) => section.audience === document.sections[index]?.audience)) continue;
    await tx
      .update(writeUpTexts)
      .set(readingColumns({ ...document, sections }))
      .where(textOf(id, language));
  }
}

async function loadPlace(actor: Actor, workspaceId: string) {
  const mine = actor.memberships.find((membership) => membership.workspaceId === workspaceId);
  if (!isId(workspaceId) || !mine) return null;
  const [row] = await db
    .select({ workspaceId: workspaces.id, cohortId: workspaces.cohortId })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return row ?? null;
}

/** A form that was sent twice: the draft it made the first time. */
async function startedBefore(tx: Tx, actor: Actor, formKey: string) {
  const [row] = await tx
    .select({ id: writeUps.id, kind: writeUps.kind })
    .from(writeUps)
    .where(and(eq(writeUps.formKey, formKey), eq(writeUps.createdBy, actor.personId)));
  if (!row) throw new AppError("conflict");
  return row;
}
