import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, files, writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { fileStore, keyOf } from "@/lib/files/store";
import type { DeleteDraftInput } from "./schema";
import { loadSubject } from "./subject";

/** Deletes a draft for good, with what was said about it. What somebody else has been given to read is never deleted. */
export async function deleteDraft(actor: Actor, { id }: DeleteDraftInput): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, id));
  if (subject.audience !== "draft") throw new AppError("conflict");
  const keys = await db.transaction(async (tx) => {
    const [still] = await tx
      .select({ id: writeUps.id })
      .from(writeUps)
      .where(and(eq(writeUps.id, subject.id), eq(writeUps.audience, "draft")))
      .for("update");
    if (!still) throw new AppError("conflict");
    const held = await tx
      .select({ id: files.id, sizes: files.sizes })
      .from(files)
      .where(eq(files.writeUpId, subject.id));
    await tx.delete(comments).where(eq(comments.writeUpId, subject.id));
    await tx.delete(writeUps).where(eq(writeUps.id, subject.id));
    if (subject.crisisId !== null)
      await tx.execute(sql`
        delete from crises x where x.id = ${subject.crisisId} and x.id <> 'covid-19'
          and not exists (select 1 from write_ups w where w.crisis_id = x.id)`);
    await record(tx, {
      actorId: actor.personId,
      action: "write-up.delete",
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: { kind: subject.kind },
    });
    return held.flatMap((file) => [keyOf(file.id), ...file.sizes.map(({ width }) => keyOf(file.id, width))]);
  });
  // Without its row a file has no address any more, whatever becomes of the store.
  const store = fileStore();
  await Promise.allSettled(keys.map((key) => store.remove(key)));
  return { id: subject.id };
}
