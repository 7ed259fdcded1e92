import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { files } from "@/db/schema";
import type { Document } from "@/lib/write-ups/document";

/** Of the files that the documents show, those whose bytes are still there. */
export async function filesThere(tx: Queryable, documents: Document[]): Promise<Set<string>> {
  const ids = documents.flatMap(({ media }) => media.map(({ fileId }) => fileId));
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), isNull(files.removedAt)));
  return new Set(rows.map(({ id }) => id));
}
