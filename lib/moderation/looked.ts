import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { LookedAgain } from "./types";

/** What a statement gives for `lookedJson`. */
export type LookedRow = Omit<LookedAgain, "restored"> & { decision: "restored" | "kept" };

/**
 * What came of the last request for another look, for the author of what is hidden or shown again now. `about` is a
 * condition on appeals `a`.
 */
export function lookedJson(about: SQL, hiddenAt: SQL): SQL {
  return sql`(select json_build_object('by', q.name, 'answer', l.answer, 'decision', l.decision) from (
      select a.* from appeals a where ${about} and a.decided_at is not null order by a.decided_at desc limit 1) l
    join people q on q.id = l.decided_by
    where (${hiddenAt} is null) = (l.decision = 'restored') and (${hiddenAt} is null or l.created_at >= ${hiddenAt}))`;
}

export function lookedOf(row: LookedRow | null): LookedAgain | null {
  return row && { by: row.by, answer: row.answer, restored: row.decision === "restored" };
}
