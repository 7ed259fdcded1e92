import "server-only";
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import type { PortableFileContent } from "@/lib/exports/format";
import { keepFile } from "@/lib/files/add";
import { isRefusal } from "@/lib/files/limits";
import { places } from "@/lib/files/places";
import { getFile, type StoredFile } from "@/lib/files/queries";
import { newId } from "@/lib/ids";
import { readingColumns } from "@/lib/write-ups/reading";
import { loadSubject } from "@/lib/write-ups/subject";
import type { Taken } from "./mutations";

/**
 * Keeps the files that came with write-ups, looked at like any other file, and puts them into the texts that show them. Gives
 * the number of those that were not taken: without content, or refused.
 */
export async function keepFiles(
  actor: Actor,
  taken: readonly Taken[],
  files: readonly PortableFileContent[],
): Promise<number> {
  const byId = new Map(files.map((file) => [file.id, file]));
  let left = 0;
  for (const one of taken) {
    const named = new Set(one.writeUp.texts.flatMap(({ document }) => document.media.map(({ fileId }) => fileId)));
    if (named.size === 0) continue;
    const kept = new Map<string, StoredFile>();
    for (const id of named) {
      const file = await keepOne(actor, one, byId.get(id));
      if (file) kept.set(id, file);
      else left += 1;
    }
    await show(one, kept);
  }
  return left;
}

async function keepOne(actor: Actor, { id, key }: Taken, file: PortableFileContent | undefined) {
  if (!file?.data) return null;
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, id));
  const content = Buffer.from(file.data, "base64");
  const folder = path.join(places.incoming, newId());
  const place = path.join(folder, "as-sent");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(place, content, { mode: 0o600 });
    const sha256 = createHash("sha256").update(content).digest("hex");
    const incoming = { folder, path: place, name: file.name, bytes: content.length, sha256 };
    const kept = await keepFile(actor, subject, `${key}-${file.id}`, incoming);
    return isRefusal(kept) ? null : getFile(actor, kept.fileId);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each language shows the same files with its own words, and only what the file turned out to be. */
async function show({ id, writeUp }: Taken, kept: ReadonlyMap<string, StoredFile>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from write_ups where id = ${id} for no key update`);
    for (const { language, document } of writeUp.texts) {
      const media = document.media.flatMap(({ url: _, ...one }) => {
        const file = kept.get(one.fileId);
        const [widest] = file?.sizes ?? [];
        return file
          ? [
              {
                ...one,
                fileId: file.id,
                kind: file.kind,
                width: widest?.width ?? null,
                height: widest?.height ?? null,
                size: file.bytes,
              },
            ]
          : [];
      });
      const where = and(
        eq(writeUpTexts.writeUpId, id),
        eq(writeUpTexts.audience, "city"),
        eq(writeUpTexts.language, language),
      );
      const [row] = await tx.select({ document: writeUpTexts.document }).from(writeUpTexts).where(where).for("update");
      if (row && row.document.media.length === 0 && media.length > 0)
        await tx
          .update(writeUpTexts)
          .set(readingColumns({ ...row.document, media }))
          .where(where);
    }
  });
}
