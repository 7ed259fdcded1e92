import "server-only";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { CHANNEL, type LiveEvent } from "./events";

/**
 * Tells every open page that listens to `topic`, such as "session:<id>", on every instance. Inside a transaction nobody
 * hears of it before the commit, and nobody at all after a rollback. Kinds and ids only: each reader fetches what the id
 * stands for under their own rights.
 */
export async function publish(tx: Queryable, topic: string, event: LiveEvent): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ topic, ...event })})`);
}
