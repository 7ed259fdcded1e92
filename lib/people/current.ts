import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Whether a person belongs to a cohort at this moment, for any statement that has both at hand: only then does their name
 * lead to their page. Whoever has left stays a name.
 */
export function isStillThere(personId: SQL, cohortId: SQL): SQL<boolean> {
  return sql`exists (select 1 from memberships here where here.person_id = ${personId} and here.cohort_id = ${cohortId}
    and here.from_at <= now() and (here.until_at is null or here.until_at > now()))`;
}
