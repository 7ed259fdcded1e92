import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { files, writeUps, writeUpTexts } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { AppError, type FieldErrors } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { addJob } from "@/lib/jobs/queue";
import { followOriginal } from "@/lib/translations/follow-original";
import { dropCopy, forgetForm } from "@/lib/working-copies/drop";
import { fileTask } from "@/lib/working-copies/file-task";
import type { Document, Media } from "@/lib/write-ups/document";
import { lockTexts } from "@/lib/write-ups/mutations";
import { readingColumns } from "@/lib/write-ups/reading";
import { loadSubject, type Subject } from "@/lib/write-ups/subject";
import { MEDIA_MAX } from "./limits";
import { markOf, moved, translated, withWords } from "./media";
import { namedSomewhere } from "./queries";
import type { MoveInput, RemoveInput, WordsInput } from "./schema";

interface Place {
  id: string;
  fileId: string;
}
type Row = typeof files.$inferSelect;
type Change = (document: Document, file: Row) => Media[];

/** Says what a file is, and so puts it into the text. Refused when somebody else changed these words meanwhile. */
export function describeFile(actor: Actor, input: WordsInput): Promise<{ id: string }> {
  const change: Change = (document, file) => {
    requireWords(input, file);
    if (markOf(document, file.id) !== input.seen) throw new AppError("conflict");
    if (document.media.length >= MEDIA_MAX && input.seen === "") throw new AppError("conflict");
    const { caption, alt, credit, licence, audience } = input;
    const [widest] = file.sizes;
    const entry = {
      id: newId(),
      fileId: file.id,
      kind: file.kind,
      width: widest?.width ?? null,
      height: widest?.height ?? null,
      size: file.bytes,
    };
    return withWords(document.media, entry, {
      caption,
      alt: file.kind === "picture" ? alt : "",
      credit,
      licence,
      audience,
    });
  };
  const task = fileTask(input.fileId);
  return changeMedia(actor, input, change, (tx, { id, language }) =>
    dropCopy(tx, { writeUpId: id, personId: actor.personId, language, task }),
  );
}

export function moveFile(actor: Actor, input: MoveInput): Promise<{ id: string }> {
  return changeMedia(actor, input, (document, file) => moved(document.media, file.id, input.to === "up" ? -1 : 1));
}

/**
 * Takes a file out of the text in hand. What was released shows it until the lead shares again; its bytes go when no text
 * and no revision names it any more.
 */
export function removeFile(actor: Actor, input: RemoveInput): Promise<{ id: string }> {
  return changeMedia(
    actor,
    input,
    (document, file) => document.media.filter(({ fileId }) => fileId !== file.id),
    async (tx, { id }) => {
      await forgetForm(tx, id, fileTask(input.fileId));
      await tx.execute(
        sql`update files f set removed_at = now() where f.id = ${input.fileId} and f.removed_at is null and not ${namedSomewhere}`,
      );
      await addJob(tx, "forget-file", { fileId: input.fileId }, { key: `forget-file:${input.fileId}` });
    },
    "file.remove",
  );
}

/** One change of the list of files, in the original and in every translation, under the locks of every other change. */
async function changeMedia(
  actor: Actor,
  { id, fileId }: Place,
  change: Change,
  also?: (tx: Tx, subject: Subject) => Promise<void>,
  verb: "write-up.edit" | "file.remove" = "write-up.edit",
): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, id));
  return db.transaction(async (tx) => {
    const { texts } = await lockTexts(tx, subject.id);
    const original = texts.find(({ language }) => language === subject.language);
    const [file] = await tx
      .select()
      .from(files)
      .where(and(eq(files.id, fileId), eq(files.writeUpId, subject.id), isNull(files.removedAt)))
      .for("update");
    if (!original || !file) throw new AppError("not_found");
    const before = original.document.media;
    const after = change(original.document, file);
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      for (const text of texts) {
        const isOriginal = text === original;
        const media = isOriginal ? after : translated(text.document.media, before, after);
        await tx
          .update(writeUpTexts)
          .set({
            ...readingColumns({ ...text.document, media }),
            ...(isOriginal ? { version: sql`${writeUpTexts.version} + 1`, updatedAt: sql`now()` } : {}),
          })
          .where(
            and(
              eq(writeUpTexts.writeUpId, subject.id),
              eq(writeUpTexts.audience, "city"),
              eq(writeUpTexts.language, text.language),
            ),
          );
      }
      await followOriginal(tx, subject.id, original.document, { ...original.document, media: after });
      await tx.update(writeUps).set({ updatedAt: sql`now()` }).where(eq(writeUps.id, subject.id));
    }
    await also?.(tx, subject);
    await record(tx, {
      actorId: actor.personId,
      action: verb,
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: verb === "file.remove" ? { fileId } : { task: "files", fileId },
    });
    return { id: subject.id };
  });
}

/** A picture needs words for those who do not see it, and whose it is; a document needs a name to click on. */
function requireWords(input: WordsInput, { kind }: Row): void {
  const fields: FieldErrors = {};
  if (kind === "picture") {
    if (input.alt === "") fields.alt = { key: "files.error.alt" };
    if (input.credit === "") fields.credit = { key: "files.error.credit" };
    if (input.licence === "") fields.licence = { key: "files.error.licence" };
  } else if (input.caption === "") fields.caption = { key: "files.error.caption" };
  if (Object.keys(fields).length > 0) throw new AppError("invalid", { fields });
}
