import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { workspaces, writeUpAuthors, writeUps, writeUpTexts } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace, authorizeWriteUp } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { isId } from "@/lib/ids";
import { followOriginal } from "@/lib/translations/follow-original";
import { dropCopy } from "@/lib/working-copies/drop";
import { type Base, openBase } from "./base";
import { dropCrisis, placeCrisis } from "./crises";
import type { Document } from "./document";
import { emptyDocument } from "./empty-document";
import { fingerprint } from "./fingerprint";
import { putTogether, type Versioned } from "./put-together";
import { readingColumns } from "./reading";
import type { StartInput, TaskInput } from "./schema";
import { loadSubject, type Subject } from "./subject";
import type { TaskKey } from "./tasks";

/** Begins a draft that only its author reads. */
export function startWriteUp(actor: Actor, input: StartInput): Promise<Started> {
  return startWith(actor, input, emptyDocument(input.kind, input.title, input.card));
}

/** The same with what is known of it already; a quick note needs no timeline to be shared. */
export async function startWith(
  actor: Actor,
  input: Pick<StartInput, "formKey" | "workspaceId" | "kind" | "language" | "crisis">,
  document: Document,
  quickNote = false,
): Promise<Started> {
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
        quickNote,
      })
      .onConflictDoNothing({ target: writeUps.formKey })
      .returning({ id: writeUps.id, kind: writeUps.kind });
    if (!made) {
      if (crisis?.made) await dropCrisis(tx, crisis.id);
      return startedBefore(tx, actor, input.formKey);
    }
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
      detail: { kind, language, quickNote },
    });
    return made;
  });
}

interface Started {
  id: string;
  kind: Subject["kind"];
}

/** What a change may look at, and what it gives back. */
export type Change = (document: Document, context: { tx: Tx; subject: Subject }) => Document | Promise<Document>;

/**
 * Changes one part of the work in hand. When somebody else changed that part since the form was made, both changes are put
 * together; where they clash nothing is saved and the form gets both. A form that does not say what it was made from is then
 * refused as a conflict. Changes elsewhere in the write-up are no conflict. What the cohort or the public reads stays as it was
 * released. What the person had typed and not yet saved has done its work.
 */
export async function saveTask(
  actor: Actor,
  input: TaskInput & { base?: string },
  task: (subject: Subject) => TaskKey,
  change: Change,
): Promise<{ id: string; version: number; merged: boolean }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, input.id));
  const key = task(subject);
  return db.transaction(async (tx) => {
    const { texts, crisisId } = await lockTexts(tx, subject.id);
    const original = texts.find(({ language }) => language === subject.language);
    if (!original) throw new AppError("not_found");
    const mark = (document: Document, crisis: string | null) => fingerprint(subject.kind, document, crisis, key);
    const now = { document: original.document, crisisId };
    const before = mark(now.document, now.crisisId);
    const base = openBase(input.base, subject.id, key);
    const began = base && {
      document: { ...now.document, ...base.document, sections: sectionsOf(now, base) },
      crisisId: base.crisisId,
    };
    const merged = began !== null && mark(began.document, began.crisisId) !== before;
    if (!began && original.version !== input.version && input.seen !== before) throw new AppError("conflict");

    const mine = {
      document: await change(merged ? began.document : now.document, { tx, subject }),
      crisisId: null as string | null,
    };
    mine.crisisId = await crisisOf(tx, subject.id);
    const { document: changed, crisisId: crisis } = merged
      ? putTogether(
          {
            id: subject.id,
            kind: subject.kind,
            key,
            version: original.version,
            by: await lastEditor(tx, actor, subject.id, key),
          },
          began,
          mine,
          now,
        )
      : mine;
    if (crisis !== mine.crisisId)
      await tx.update(writeUps).set({ crisisId: crisis }).where(eq(writeUps.id, subject.id));
    await dropCopy(tx, { writeUpId: subject.id, personId: actor.personId, language: original.language, task: key });
    if (mark(changed, crisis) === before) return { id: subject.id, version: original.version, merged };

    await tx
      .update(writeUpTexts)
      .set({ ...readingColumns(changed), version: sql`${writeUpTexts.version} + 1`, updatedAt: sql`now()` })
      .where(textOf(subject.id, original.language));
    await followOriginal(tx, subject.id, original.document, changed);
    await tx.update(writeUps).set({ updatedAt: sql`now()` }).where(eq(writeUps.id, subject.id));
    await record(tx, {
      actorId: actor.personId,
      action: "write-up.edit",
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: { task: key },
    });
    return { id: subject.id, version: original.version + 1, merged };
  });
}

/** What the form knew of each section; of the others what they are now. */
function sectionsOf(now: Versioned, base: Base): Document["sections"] {
  const known = base.document.sections ?? [];
  const others = now.document.sections.filter(({ key }) => !known.some((section) => section.key === key));
  return [...known, ...others];
}

/** Who else changed a task last. */
async function lastEditor(tx: Tx, actor: Actor, id: string, task: TaskKey): Promise<string> {
  const [row] = await tx.execute<{ name: string }>(sql`
    select p.name from audit_log a join people p on p.id = a.actor_id
    where a.subject_id = ${id} and a.action = 'write-up.edit' and a.detail ->> 'task' = ${task} and a.actor_id <> ${actor.personId}
    order by a.id desc limit 1`);
  return row?.name ?? "";
}

async function crisisOf(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ crisisId: writeUps.crisisId }).from(writeUps).where(eq(writeUps.id, id));
  return row?.crisisId ?? null;
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
