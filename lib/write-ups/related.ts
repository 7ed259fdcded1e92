import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cardsOf, cardsValue } from "./cards";
import { taggedText } from "./fitting";
import type { WriteUpCard } from "./types";

interface Options {
  languages: readonly string[];
  locale: Locale;
  limit: number;
}

/** Which are near changes slowly, and is asked for with each page. Whether the reader may see them is asked each time. */
const known = new LRUCache<string, string[]>({ max: 2_000, ttl: 10 * 60_000 });

/**
 * What somebody who reads these write-ups may want to read beside them: the same crisis counts most, then themes in common,
 * then the same kind; of another city before the same one. Without any, the newest. Two statements.
 */
export async function relatedWriteUps(
  reader: Reader,
  ids: readonly string[],
  options: Options,
): Promise<WriteUpCard[]> {
  const { languages, locale, limit } = options;
  const key = keyOf(reader, ids, limit);
  const near = known.get(key) ?? (await nearest(reader, ids, limit));
  known.set(key, near, { noUpdateTTL: true });
  return cardsOf(reader, near, languages, locale);
}

/** The same as a value for another statement, for `cardsIn`; null while it is not known which are near. */
export function relatedValue(
  reader: Reader,
  ids: readonly string[],
  { languages, locale, limit }: Options,
): SQL | null {
  const near = known.get(keyOf(reader, ids, limit));
  return near ? cardsValue(reader, near, languages, locale) : null;
}

function keyOf(reader: Reader, ids: readonly string[], limit: number): string {
  const places = reader?.memberships.map(({ cohortId, workspaceId }) => `${cohortId}/${workspaceId}`).sort() ?? [];
  return JSON.stringify([ids, limit, places]);
}

async function nearest(reader: Reader, ids: readonly string[], limit: number): Promise<string[]> {
  const given = sql`string_to_array(${ids.join(",")}, ',')`;
  const found = await db.execute<{ id: string }>(sql`
    with given as materialized (
      select write_ups.crisis_id, write_ups.kind, write_ups.workspace_id, t.themes from ${writeUps}
      join ${taggedText(reader)}
      where write_ups.id = any(${given}) and ${visibleTo(reader)}
    ), scored as (
      select write_ups.id, write_ups.released_at, write_ups.updated_at,
        (select max(4 * (g.crisis_id is not distinct from write_ups.crisis_id and g.crisis_id is not null)::int
            + 2 * (select count(*) from unnest(t.themes) theme where theme = any(g.themes)))
          from given g) as near,
        (select max((g.kind = write_ups.kind)::int + (g.workspace_id <> write_ups.workspace_id)::int) from given g) as like_it
      from ${writeUps}
      join ${taggedText(reader)}
      where ${visibleTo(reader)} and write_ups.audience in ('cohort', 'public') and write_ups.id <> all(${given})
    )
    select id from scored where near > 0 or near is null
    order by near desc nulls last, like_it desc nulls last, coalesce(released_at, updated_at) desc, id limit ${limit}`);
  return found.map(({ id }) => id);
}
