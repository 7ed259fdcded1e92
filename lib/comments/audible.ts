import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";

function list(values: (string | null)[]): SQL {
  const known = [...new Set(values)].filter((value) => value !== null);
  if (known.length === 0) return sql`(null)`;
  return sql`(${sql.join(
    known.map((value) => sql`${value}`),
    sql`, `,
  )})`;
}

/**
 * The condition, for comments called `alias` on a thing that the reader may read, that keeps what they may hear: the
 * cohort's comments with a place in the cohort, a city's own only as one of its people. The public hears none.
 * `owner` is the workspace that the thing belongs to; a session belongs to none.
 */
export function audibleTo(reader: Reader, alias: "c" | "r" | "n" | "k", owner: SQL | null): SQL {
  const memberships = reader?.memberships ?? [];
  const audience = sql.raw(`${alias}.audience`);
  const own = owner ? sql` or ${owner} in ${list(memberships.map((m) => m.workspaceId))}` : sql``;
  return sql`(${sql.raw(`${alias}.cohort_id`)} in ${list(memberships.map((m) => m.cohortId))} and (${audience} = 'cohort'${own}))`;
}
