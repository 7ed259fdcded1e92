import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { settleRequest } from "@/lib/inbox/settle";
import type { TakeBackInput } from "./sharing-schema";
import { loadSubject, type Subject } from "./subject";

/**
 * Takes back what was asked of the leads. They find nothing to decide any more, and a mail that has not gone tells them
 * nothing. Whoever comes after their decision hears of a conflict; the second click finds it done.
 */
export async function takeRequestBack(actor: Actor, input: TakeBackInput): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.ask", await loadSubject(actor, input.id));
  return db.transaction(async (tx) => {
    const [taken] = await tx
      .update(writeUps)
      .set({ requested: null, requestedBy: null, requestedAt: null })
      .where(and(eq(writeUps.id, subject.id), eq(writeUps.requested, input.target)))
      .returning({ id: writeUps.id });
    if (!taken) {
      if (await wasTakenBack(tx, subject)) return { id: subject.id };
      throw new AppError("conflict");
    }
    await settleRequest(tx, subject.id);
    await record(tx, {
      actorId: actor.personId,
      action: "write-up.withdraw",
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: { target: input.target },
    });
    return { id: subject.id };
  });
}

/** Whether nothing has happened to the request since somebody took it back. */
async function wasTakenBack(tx: Tx, { id, workspaceId }: Subject): Promise<boolean> {
  const [last] = await tx.execute<{ action: string }>(sql`
    select a.action from audit_log a where a.workspace_id = ${workspaceId} and a.subject_id = ${id}
      and a.action in ('write-up.ask', 'write-up.withdraw', 'write-up.approve', 'write-up.give-back', 'write-up.narrow', 'write-up.unpublish')
    order by a.id desc limit 1`);
  return last?.action === "write-up.withdraw";
}
