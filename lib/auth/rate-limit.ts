import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { AppError } from "@/lib/errors/errors";

/** Counts one use of `key` and refuses with `too_many` beyond `limit` in a window of `seconds`. Shared by all instances. */
export async function limitRate(key: string, limit: number, seconds: number): Promise<void> {
  const rows = await db.execute<{ count: number; left: number }>(sql`
    insert into rate_limits (key, window_start, count)
    values (${key}, to_timestamp(floor(extract(epoch from now()) / ${seconds}) * ${seconds}), 1)
    on conflict (key, window_start) do update set count = rate_limits.count + 1
    returning count, ceil(${seconds} - extract(epoch from now() - window_start))::int as left`);
  const row = rows[0];
  if (row && row.count > limit) throw new AppError("too_many", { retryAfter: Math.max(1, row.left) });
}
