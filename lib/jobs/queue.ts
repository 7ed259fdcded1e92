import "server-only";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";

/** Every job, with what it needs: ids only. */
export interface Jobs {
  "send-mail": { mailId: string };
  "tell-person": { personId: string };
  "look-for-all": Record<string, never>;
  "look-for-person": { personId: string };
  "forget-file": { fileId: string };
  "ask-about-commitments": Record<string, never>;
  "gather-news": Record<string, never>;
  remind: Record<string, never>;
  "read-mailbox": Record<string, never>;
  "release-abandoned": Record<string, never>;
  "tend-polls": Record<string, never>;
  "tend-asks": Record<string, never>;
  "materialise-series": Record<string, never>;
  "recheck-clocks": Record<string, never>;
  "close-over": Record<string, never>;
  "release-seats": Record<string, never>;
  tidy: Record<string, never>;
}

/**
 * Adds a job in the caller's transaction: it runs if and only if the change is committed. Jobs with the same key that have
 * not started yet become one.
 */
export async function addJob<N extends keyof Jobs>(
  tx: Queryable,
  name: N,
  payload: Jobs[N],
  options: { key?: string; inSeconds?: number } = {},
) {
  await tx.execute(sql`
    select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::text::json, job_key := ${options.key ?? null},
      run_at := now() + make_interval(secs => ${options.inSeconds ?? 0}), job_key_mode := 'preserve_run_at', max_attempts := 12)`);
}
