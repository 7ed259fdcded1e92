import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canWriteUp } from "@/lib/auth/can";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Audience } from "./limits";

export interface WriteUpTask {
  id: string;
  kind: "approve" | "finish";
  title: string;
  language: string;
  /** Who asks for an approval. */
  by: string;
  since: Date;
}

/** Write-ups that wait for this person: requests their city's lead decides, and drafts of their own. Oldest request first. */
export async function listWriteUpTasks(actor: Actor): Promise<WriteUpTask[]> {
  const rows = await db.execute<{
    id: string;
    audience: Audience;
    cohort_id: string;
    workspace_id: string;
    requested: string | null;
    title: string;
    language: string;
    by: string | null;
    since: string;
    is_author: boolean;
  }>(sql`
    select write_ups.id, write_ups.audience, write_ups.cohort_id, write_ups.workspace_id, write_ups.requested, t.title, t.language,
      p.name as by, coalesce(write_ups.requested_at, t.updated_at) as since,
      exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${actor.personId}) as is_author
    from ${writeUps}
    join write_up_texts t on t.write_up_id = write_ups.id and t.audience = 'city' and t.language = write_ups.language
    left join people p on p.id = write_ups.requested_by
    where ${visibleTo(actor)} and (write_ups.requested is not null or write_ups.audience = 'draft')
    order by write_ups.requested_at nulls last, t.updated_at desc
    limit 20`);
  return rows.flatMap((row): WriteUpTask[] => {
    const subject = {
      cohortId: row.cohort_id,
      workspaceId: row.workspace_id,
      audience: row.audience,
      isAuthor: row.is_author,
    };
    const task = { id: row.id, title: row.title, language: row.language, by: row.by ?? "", since: new Date(row.since) };
    if (row.requested !== null)
      return canWriteUp(actor, "write-up.approve", subject) ? [{ ...task, kind: "approve" }] : [];
    return row.is_author ? [{ ...task, kind: "finish" }] : [];
  });
}
