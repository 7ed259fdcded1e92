import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { emailInput } from "@/lib/text/input";
import { keptName } from "./kept-name";
import type { Composed } from "./letter";
import type { MailKind } from "./limits";
import { messageOf } from "./message";
import { deliver } from "./transport";

export type Mail = typeof mails.$inferSelect;
/** Writes a letter of one kind, as its recipient may read it now. */
export type Composer = (mail: Mail) => Promise<Composed>;

/**
 * Writes a queued mail as its recipient may read it now, and sends it. Marked as sent only after it was accepted: a crash
 * in between sends it twice, under the same message id, and never loses it.
 */
export async function sendMail(mailId: string, composers: Record<MailKind, Composer>): Promise<void> {
  const waiting = and(eq(mails.id, mailId), isNull(mails.sentAt), isNull(mails.droppedReason));
  const [queued] = await db.select().from(mails).where(waiting);
  if (!queued) return;
  const deliverable = emailInput.safeParse(queued.toEmail).success;
  const composed = deliverable ? await composers[queued.kind](queued) : { dropped: "address" };
  try {
    await db.transaction(async (tx) => {
      const [mail] = await tx.select().from(mails).where(waiting).for("update", { skipLocked: true });
      if (!mail) return;
      const dropped = "dropped" in composed ? composed.dropped : await composed.inTurn?.(tx);
      if ("dropped" in composed || dropped) {
        await tx.update(mails).set({ droppedReason: dropped }).where(waiting);
        return;
      }
      await deliver(messageOf(mail, composed.letter), keptName(mail));
      await tx
        .update(mails)
        .set({ sentAt: sql`now()`, attempts: sql`${mails.attempts} + 1` })
        .where(waiting);
    });
  } catch (error) {
    await db
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1` })
      .where(eq(mails.id, mailId));
    throw error;
  }
}
