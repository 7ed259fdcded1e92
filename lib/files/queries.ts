import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { canWriteUp } from "@/lib/auth/can";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import type { Audience } from "@/lib/write-ups/limits";
import type { FileSize, MediaKind } from "./limits";
import { places } from "./places";

export interface StoredFile {
  id: string;
  kind: MediaKind;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** Of a picture, widest first. */
  sizes: FileSize[];
}

/** A text of the file's own write-up that shows it. */
function shows(text: SQL): SQL {
  return sql`${text} @> jsonb_build_object('media', jsonb_build_array(jsonb_build_object('fileId', f.id)))`;
}

/**
 * A file for somebody who reads a text that shows it, or who may edit its write-up; else null. A text shows files of its own
 * write-up only: naming another's opens nothing.
 */
export async function getFile(reader: Reader, id: string): Promise<StoredFile | null> {
  if (!isId(id)) return null;
  const [row] = await db.execute<{
    id: string;
    kind: MediaKind;
    name: string;
    media_type: string;
    bytes: number;
    sha256: string;
    sizes: FileSize[];
    cohort_id: string;
    workspace_id: string;
    audience: Audience;
    is_author: boolean;
    is_shown: boolean;
  }>(sql`
    select f.id, f.kind, f.name, f.media_type, f.bytes, f.sha256, f.sizes, write_ups.cohort_id, write_ups.workspace_id,
      write_ups.audience,
      exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${reader?.personId ?? null}) as is_author,
      exists (select 1 from write_up_texts t where t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}
        and ${shows(sql`t.document`)}) as is_shown
    from files f join ${writeUps} on write_ups.id = f.write_up_id
    where f.id = ${id} and f.removed_at is null and ${visibleTo(reader)}`);
  if (!row) return null;
  const { cohort_id: cohortId, workspace_id: workspaceId, audience, is_author: isAuthor, is_shown: isShown } = row;
  if (!isShown && !canWriteUp(reader, "write-up.edit", { cohortId, workspaceId, audience, isAuthor })) return null;
  const { kind, name, media_type: mediaType, bytes, sha256, sizes } = row;
  return { id: row.id, kind, name, mediaType, bytes, sha256, sizes };
}

/** The condition that some text or some revision names the file `f`. */
export const namedSomewhere: SQL = sql`(
  exists (select 1 from write_up_texts t where t.write_up_id = f.write_up_id
    and (${shows(sql`t.document`)} or ${shows(sql`t.follows`)}))
  or exists (select 1 from revisions r
    cross join lateral (select d.value from jsonb_each(r.documents) d union all select w.value from jsonb_each(r.work) w) d
    where r.write_up_id = f.write_up_id and ${shows(sql`d.value`)}))`;

export interface KeptFile {
  id: string;
  kind: MediaKind;
  name: string;
  bytes: number;
  sizes: FileSize[];
  /** Whether some text or some revision shows it; else it still waits for its words. */
  named: boolean;
}

/** The files of a write-up that the reader was let in to edit, newest last. */
export async function filesOf(writeUpId: string): Promise<KeptFile[]> {
  return db.execute<KeptFile & Record<string, unknown>>(sql`
    select f.id, f.kind, f.name, f.bytes, f.sizes, ${namedSomewhere} as named from files f
    where f.write_up_id = ${writeUpId} and f.removed_at is null order by f.created_at, f.id`);
}

/** How much a city's files take, and how much they may, in bytes. */
export async function usageOf(workspaceId: string, tx: Queryable = db): Promise<{ used: number; quota: number }> {
  const [row] = await tx.execute<{ used: string }>(sql`
    select coalesce(sum(case when f.kind = 'picture'
        then (select sum((s ->> 'bytes')::bigint) from jsonb_array_elements(f.sizes) s) else f.bytes end), 0) as used
    from files f where f.workspace_id = ${workspaceId} and f.removed_at is null`);
  return { used: Number(row?.used ?? 0), quota: places.quota };
}
