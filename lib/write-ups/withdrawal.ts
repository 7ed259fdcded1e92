import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { cityNameIn } from "@/lib/workspaces/name";
import type { Kind } from "./document";
import type { CityMark } from "./types";

/** That it was taken back, and why; nothing of what it said. */
export interface Withdrawal {
  kind: Kind;
  city: CityMark;
  at: Date;
  reason: string;
}

/**
 * For those who could read it before and cannot now: everybody if it was public, the cohort if only that read it. For all
 * others, and while the reader may read it, there is no such thing.
 */
export async function getWithdrawal(reader: Reader, id: string, locale: Locale): Promise<Withdrawal | null> {
  if (!isId(id)) return null;
  const cohorts = [...new Set((reader?.memberships ?? []).map(({ cohortId }) => cohortId))].join(",");
  const [row] = await db.execute<{ kind: Kind; city: CityMark; at: string; reason: string | null }>(sql`
    select write_ups.kind, write_ups.withdrawn_at as at, write_ups.withdrawn_reason as reason,
      json_build_object('slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city
    from ${writeUps} join workspaces c on c.id = write_ups.workspace_id
    where ${writeUps.id} = ${id} and not ${visibleTo(reader)}
      and (write_ups.withdrawn_from = 'public'
        or write_ups.withdrawn_from = 'cohort' and write_ups.cohort_id = any(string_to_array(${cohorts}, ',')))`);
  return row ? { kind: row.kind, city: row.city, at: new Date(row.at), reason: row.reason ?? "" } : null;
}
