import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Longer than any job of ours takes. */
const ABANDONED_SECONDS = 300;

/**
 * Gives back to the queue what a worker had begun when its process was killed; by itself the queue would wait for four
 * hours. A job may so run twice, never not at all.
 */
export async function releaseAbandoned(olderThanSeconds = ABANDONED_SECONDS): Promise<void> {
  await db.execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs where locked_at < now() - make_interval(secs => ${olderThanSeconds})
    having count(*) > 0`);
}
