import "server-only";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";

const CURRENT = sql`m.from_at <= now() and (m.until_at is null or m.until_at > now())`;

/** Who answers for a commitment: the person named, as long as they belong to the city, else its leads and officials. */
export async function answerable(tx: Queryable, workspaceId: string, personId: string | null): Promise<string[]> {
  if (personId && (await belongsTo(tx, personId, workspaceId))) return [personId];
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct m.person_id from memberships m
    where m.workspace_id = ${workspaceId} and m.role in ('lead', 'official') and ${CURRENT}`);
  return rows.map((row) => row.person_id);
}

export async function belongsTo(tx: Queryable, personId: string, workspaceId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from memberships m where m.person_id = ${personId} and m.workspace_id = ${workspaceId} and ${CURRENT} limit 1`);
  return rows.length > 0;
}
