import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minutes } from "@/db/schema";
import { fieldError } from "@/lib/errors/errors";

/**
 * Refuses when the minutes of the session are locked; else nobody locks them before this transaction ends. For every
 * write to what the minutes show: notes, attendance, the summary, answered questions.
 */
export async function whileOpen(tx: Tx, sessionId: string): Promise<void> {
  await tx.execute(sql`select 1 from sessions where id = ${sessionId} for no key update`);
  const [locked] = await tx
    .select({ at: minutes.lockedAt })
    .from(minutes)
    .where(and(eq(minutes.sessionId, sessionId), isNotNull(minutes.lockedAt)));
  if (locked) throw fieldError("form", "minutes.error.locked");
}
