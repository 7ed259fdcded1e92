import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, workingCopies, writeUps } from "@/db/schema";

export interface CopyKey {
  writeUpId: string;
  personId: string;
  language: string;
  task: string;
}

/** Room for the saves that are still on their way when a copy is done with. */
export const AFTERWARDS = 1000;

/**
 * What was typed is saved, or thrown away: its words are gone. The row stays without them and with a serial so high that a save
 * which was on its way cannot bring them back.
 */
export async function dropCopy(tx: Pick<Tx, "update">, key: CopyKey): Promise<void> {
  await tx
    .update(workingCopies)
    .set({ fields: [], serial: sql`${workingCopies.serial} + ${AFTERWARDS}`, updatedAt: sql`now()` })
    .where(
      and(
        eq(workingCopies.writeUpId, key.writeUpId),
        eq(workingCopies.personId, key.personId),
        eq(workingCopies.language, key.language),
        eq(workingCopies.task, key.task),
      ),
    );
}

/** What a form was about is gone, and with it what anybody typed there. */
export async function forgetForm(tx: Pick<Tx, "delete">, writeUpId: string, task: string): Promise<void> {
  await tx.delete(workingCopies).where(and(eq(workingCopies.writeUpId, writeUpId), eq(workingCopies.task, task)));
}

/** Somebody has left a city: what they typed there and did not save is deleted, unless they belong to it in another role too. */
export async function forgetCopies(tx: Pick<Tx, "delete">, personId: string, workspaceId: string): Promise<void> {
  await tx.delete(workingCopies).where(sql`${workingCopies.personId} = ${personId}
    and ${workingCopies.writeUpId} in (select ${writeUps.id} from ${writeUps} where ${writeUps.workspaceId} = ${workspaceId})
    and not exists (select 1 from ${memberships} where ${memberships.personId} = ${personId}
      and ${memberships.workspaceId} = ${workspaceId} and (${memberships.untilAt} is null or ${memberships.untilAt} > now()))`);
}
