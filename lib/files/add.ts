import "server-only";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { files, workspaces } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { actorOf } from "@/lib/auth/current";
import { limitRate } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors/errors";
import { isId, newId } from "@/lib/ids";
import { loadSubject, type Subject } from "@/lib/write-ups/subject";
import { type Incoming, withIncoming } from "./incoming";
import { type FileKind, keepsPromise, kindOf } from "./kinds";
import { FILES_PER_HOUR, type FileSize, isRefusal, type Refusal } from "./limits";
import { safeName } from "./name";
import { encodedFile, encodePicture, sha256Of } from "./pictures";
import { usageOf } from "./queries";
import { fileStore, keyOf } from "./store";

interface Wanted {
  writeUpId: string;
  /** Sending one form twice keeps one file. */
  formKey: string;
}

/**
 * Keeps the file of a form with a write-up. It stands in no text yet: for that it needs words first. Says why when it does
 * not take it. Who may not, and what has no room, is refused before the file is read.
 */
export async function addFile(
  actor: Actor,
  { writeUpId, formKey }: Wanted,
  request: Request,
): Promise<{ fileId: string } | Refusal> {
  if (!isId(writeUpId)) throw new AppError("not_found");
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, writeUpId));
  if (!isId(formKey)) throw new AppError("invalid");
  if (await hasSentMany(actor)) return "too-many";
  const { used, quota } = await usageOf(subject.workspaceId);
  if (used >= quota) return "quota";
  return withIncoming(request, async (incoming) => {
    // On a slow line it took minutes to come: whoever left the city meanwhile adds nothing to it any more.
    const now = await actorOf(actor.personId);
    const still = authorizeWriteUp(now, "write-up.edit", await loadSubject(now, writeUpId));
    return keepFile(now, still, formKey, incoming);
  });
}

/** The same for a file that is on this machine already, such as one of an import. It lies in a folder of its own. */
export async function keepFile(actor: Actor, subject: Subject, formKey: string, incoming: Incoming) {
  const kind = await lookedAt(incoming);
  if (isRefusal(kind)) return kind;
  if (!keepsPromise(kind, incoming.name)) return "other-name";
  const sizes = kind.kind === "picture" ? await encodePicture(incoming.path, incoming.folder) : [];
  if (isRefusal(sizes)) return sizes;

  const id = newId();
  const parts = partsOf(id, incoming, sizes);
  const store = fileStore();
  try {
    for (const { key, path, bytes } of parts) await store.put(key, createReadStream(path), bytes);
    const kept = await enter(actor, subject, formKey, id, incoming, kind, sizes);
    if (isRefusal(kept) || kept.fileId !== id) await removeAll();
    return kept;
  } catch (error) {
    await removeAll();
    throw error;
  }

  function removeAll() {
    return Promise.allSettled(parts.map(({ key }) => store.remove(key)));
  }
}

async function hasSentMany(actor: Actor): Promise<boolean> {
  try {
    await limitRate(`files:${actor.personId}`, FILES_PER_HOUR, 3600);
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === "too_many") return true;
    throw error;
  }
}

async function lookedAt({ path, bytes }: Incoming): Promise<FileKind | Refusal> {
  const file = await open(path);
  try {
    return await kindOf(file, bytes);
  } finally {
    await file.close();
  }
}

/** What goes into the store. Of a picture not the original: it says where it was taken, and by which phone. */
function partsOf(id: string, { path, bytes, folder }: Incoming, sizes: FileSize[]) {
  if (sizes.length === 0) return [{ key: keyOf(id), path, bytes }];
  return sizes.map((size) => ({
    key: keyOf(id, size.width),
    path: encodedFile(folder, size.width),
    bytes: size.bytes,
  }));
}

/** The row, under a lock of the city, so that two files at once cannot both take the last room. */
async function enter(
  actor: Actor,
  subject: Subject,
  formKey: string,
  id: string,
  incoming: Incoming,
  kind: FileKind,
  sizes: FileSize[],
): Promise<{ fileId: string } | Refusal> {
  const isPicture = kind.kind === "picture";
  const bytes = isPicture ? (sizes[0]?.bytes ?? 0) : incoming.bytes;
  const takes = isPicture ? sizes.reduce((sum, size) => sum + size.bytes, 0) : bytes;
  return db.transaction(async (tx) => {
    await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.id, subject.workspaceId))
      .for("no key update");
    const [before] = await tx
      .select({ fileId: files.id })
      .from(files)
      .where(and(eq(files.formKey, formKey), eq(files.createdBy, actor.personId), eq(files.writeUpId, subject.id)));
    if (before) return before;
    const { used, quota } = await usageOf(subject.workspaceId, tx);
    if (used + takes > quota) return "quota";
    const row = {
      id,
      workspaceId: subject.workspaceId,
      writeUpId: subject.id,
      kind: kind.kind,
      name: isPicture ? safeName(incoming.name, ["webp"], kind.endings) : safeName(incoming.name, kind.endings),
      mediaType: isPicture ? "image/webp" : kind.mediaType,
      bytes,
      sha256: isPicture ? await sha256Of(encodedFile(incoming.folder, sizes[0]?.width ?? 0)) : incoming.sha256,
      sizes,
      createdBy: actor.personId,
      formKey,
    };
    const [made] = await tx.insert(files).values(row).onConflictDoNothing({ target: files.formKey }).returning();
    if (!made) throw new AppError("conflict");
    await record(tx, {
      actorId: actor.personId,
      action: "file.add",
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: { fileId: id, kind: kind.kind, bytes },
    });
    return { fileId: id };
  });
}
