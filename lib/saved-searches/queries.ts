import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { savedSearches } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { filtersIn, queryString } from "@/lib/write-ups/library-query";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { sharedSince, toldUnseen } from "./fresh";
import type { Kept, SavedSearch } from "./types";

/** The searches that the actor keeps, in the order in which they began, with what is new in each. Two statements. */
export async function listSavedSearches(actor: Actor): Promise<SavedSearch[]> {
  const rows = await db
    .select({ id: savedSearches.id, query: savedSearches.query, mail: savedSearches.mail })
    .from(savedSearches)
    .where(eq(savedSearches.personId, actor.personId))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id));
  if (rows.length === 0) return [];
  const searches = rows.map(({ query, ...row }) => ({ ...row, filters: filtersIn(query) }));
  const counts = searches.map(({ id, filters }) => {
    const since = sql`(select s.checked_at from saved_searches s where s.id = ${id})`;
    return sql`select ${id} as id, (select count(*)::int from (${sharedSince(actor, filters, since)} union ${toldUnseen(actor, filters)}) x) as fresh`;
  });
  const found = await db.execute<{ id: string; fresh: number }>(sql.join(counts, sql` union all `));
  const fresh = new Map(found.map((row) => [row.id, row.fresh]));
  return searches.map((search) => ({ ...search, fresh: fresh.get(search.id) ?? 0 }));
}

/** What the library says of the actor's searches, as a value in its statement. */
export function keptSearches(actor: Actor, filters: WriteUpFilters): SQL<Kept> {
  return sql`(select json_build_object('count', count(*), 'this', coalesce(bool_or(s.query = ${queryString(filters)}), false))
    from saved_searches s where s.person_id = ${actor.personId})`;
}
