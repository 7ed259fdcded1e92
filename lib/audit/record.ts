import "server-only";
import type { Queryable } from "@/db/client";
import { auditLog } from "@/db/schema";

export interface AuditEntry {
  actorId: string | null;
  /** The verb as in the permission table, such as "write-up.approve". */
  action: string;
  cohortId?: string | null;
  workspaceId?: string | null;
  subjectId?: string | null;
  /** Ids and codes, never a person's text. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes the audit row of a change, inside the change's own transaction. */
export async function record(tx: Queryable, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values(entry);
}
