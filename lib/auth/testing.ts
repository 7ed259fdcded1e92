import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { clock } from "@/lib/time/now";
import { RATES, type Rated } from "./rate-limit";

/** For tests: somebody has done it as often as one may, in this window and the next. */
export async function useUp(personId: string, what: Rated): Promise<void> {
  const { most, seconds } = RATES[what];
  const window = Math.floor(clock.now().getTime() / 1000 / seconds);
  await db.execute(sql`insert into rate_limits (key, window_start, count)
    select ${`${what}:${personId}`}, to_timestamp((${window}::int + n) * ${seconds}::int), ${most}::int
    from generate_series(0, 1) n`);
}
