import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import { fitting } from "@/lib/write-ups/fitting";
import type { WriteUpFilters } from "@/lib/write-ups/types";

/** What somebody shared themselves is no news to them: what they wrote, or approved as lead. */
function notMine({ personId }: Actor): SQL {
  return sql`write_ups.created_by <> ${personId}
    and not exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${personId})
    and not exists (select 1 from revisions r where r.id = write_ups.released_revision_id and r.created_by = ${personId})`;
}

/** Write-ups that fit and were shared after `since`, as a statement: their ids. */
export function sharedSince(actor: Actor, filters: WriteUpFilters, since: SQL): SQL {
  const { from, where } = fitting(actor, filters);
  return sql`select write_ups.id from ${from}
    where ${visibleTo(actor)} and ${where} and write_ups.released_at > ${since} and ${notMine(actor)}`;
}

/** Write-ups that fit and of which the actor was told but has not looked yet. */
export function toldUnseen(actor: Actor, filters: WriteUpFilters): SQL {
  const { from, where } = fitting(actor, filters);
  return sql`select write_ups.id from ${from} where ${visibleTo(actor)} and ${where} and exists (select 1 from notifications n
    where n.write_up_id = write_ups.id and n.person_id = ${actor.personId} and n.kind = 'found' and n.seen_at is null)`;
}
