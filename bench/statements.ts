import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** What the database spent on each statement since the last call, the dearest first. For `--profile`. */
export async function statementsSince(requests: number): Promise<string> {
  const rows = await db.execute<{ calls: number; plan: number; run: number; query: string }>(sql`
    select calls::int, round(total_plan_time::numeric, 1)::float8 as plan, round(total_exec_time::numeric, 1)::float8 as run,
      left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query
    from pg_stat_statements where query !~* 'pg_stat_statements|^ *(vacuum|delete from comments)' order by total_plan_time + total_exec_time desc limit 8`);
  await db.execute(sql`select pg_stat_statements_reset()`);
  return rows
    .map(
      ({ calls, plan, run, query }) =>
        `    ${(calls / requests).toFixed(2)} calls, plan ${(plan / requests).toFixed(3)}, run ${(run / requests).toFixed(3)} ms a request: ${query}`,
    )
    .join("\n");
}
