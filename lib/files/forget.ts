import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { FileSize, MediaKind } from "./limits";
import { namedSomewhere } from "./queries";
import { fileStore, keyOf } from "./store";

/** Days that a file may wait for its words. */
const WAITS_DAYS = 14;

/**
 * Removes a file's bytes when no text and no revision names it; does nothing while one does. The row says first that they
 * are gone: from then on nobody is given an address, whatever becomes of the store.
 */
export async function forgetFile(fileId: string): Promise<void> {
  const gone = await db.transaction(async (tx) => {
    // The lock of every change to the texts: nobody names the file while we look.
    await tx.execute(sql`
      select w.id from write_ups w join files f on f.write_up_id = w.id where f.id = ${fileId} for no key update of w`);
    const [row] = await tx.execute<{ kind: MediaKind; sizes: FileSize[] }>(sql`
      update files f set removed_at = coalesce(f.removed_at, now())
      where f.id = ${fileId} and (f.removed_at is not null or not ${namedSomewhere}) returning f.kind, f.sizes`);
    return row;
  });
  if (!gone) return;
  const keys = gone.kind === "picture" ? gone.sizes.map(({ width }) => keyOf(fileId, width)) : [keyOf(fileId)];
  const store = fileStore();
  for (const key of keys) await store.remove(key);
}

/** Nightly: the files that nothing names any more, however that came about, and those that never got their words. */
export async function forgetUnnamedFiles(): Promise<void> {
  const rows = await db.execute<{ id: string }>(sql`
    select f.id from files f
    where f.removed_at is null and f.created_at < now() - make_interval(days => ${WAITS_DAYS}) and not ${namedSomewhere}`);
  for (const { id } of rows) await forgetFile(id);
}
