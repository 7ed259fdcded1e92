import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import type { WriteUpSubject } from "@/lib/auth/can";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Kind } from "./document";
import type { Audience, Requested } from "./limits";

/** A write-up as far as its rules need it. */
export interface Subject extends WriteUpSubject {
  id: string;
  kind: Kind;
  language: string;
  crisisId: string | null;
  requested: Requested | null;
  requestedBy: string | null;
  authorIds: string[];
}

/** Null when it does not exist for the reader. */
export async function loadSubject(reader: Reader, id: string): Promise<Subject | null> {
  const [row] = await db.execute<{
    id: string;
    cohort_id: string;
    workspace_id: string;
    kind: Kind;
    audience: Audience;
    language: string;
    crisis_id: string | null;
    requested: Requested | null;
    requested_by: string | null;
    author_ids: string[] | null;
  }>(sql`
    select write_ups.id, write_ups.cohort_id, write_ups.workspace_id, write_ups.kind, write_ups.audience, write_ups.language,
      write_ups.crisis_id, write_ups.requested, write_ups.requested_by,
      (select array_agg(a.person_id) from write_up_authors a where a.write_up_id = write_ups.id) as author_ids
    from ${writeUps} where ${writeUps.id} = ${id} and ${visibleTo(reader)}`);
  if (!row) return null;
  const authorIds = row.author_ids ?? [];
  return {
    id: row.id,
    cohortId: row.cohort_id,
    workspaceId: row.workspace_id,
    kind: row.kind,
    audience: row.audience,
    language: row.language,
    crisisId: row.crisis_id,
    requested: row.requested,
    requestedBy: row.requested_by,
    authorIds,
    isAuthor: reader !== null && authorIds.includes(reader.personId),
  };
}
