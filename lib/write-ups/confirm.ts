import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { idInput } from "@/lib/text/input";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { loadSubject } from "./subject";

export const ConfirmInput = z.strictObject({ id: idInput });

/** The city says that what is written is still right. Readers see the day; the text stays as it is. */
export async function confirmWriteUp(actor: Actor, input: z.infer<typeof ConfirmInput>): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, input.id));
  const today = dateIn(clock.now(), actor.zone);
  return db.transaction(async (tx) => {
    await tx
      .update(writeUps)
      .set({ reviewedOn: sql`greatest(${writeUps.reviewedOn}, ${today}::date)` })
      .where(eq(writeUps.id, subject.id));
    await record(tx, {
      actorId: actor.personId,
      action: "write-up.confirm",
      cohortId: subject.cohortId,
      workspaceId: subject.workspaceId,
      subjectId: subject.id,
      detail: { on: today },
    });
    return { id: subject.id };
  });
}
