import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Nobody has to decide any more what was asked about a write-up: the news of it is done for all leads, and its mails tell nothing. */
export async function settleRequest(tx: Pick<Tx, "execute">, writeUpId: string): Promise<void> {
  await tx.execute(sql`update notifications set done_at = now(), seen_at = coalesce(seen_at, now())
    where write_up_id = ${writeUpId} and kind = 'approval-asked' and done_at is null`);
}
