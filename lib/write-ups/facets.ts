import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cityNameIn } from "@/lib/workspaces/name";
import type { CityMark } from "./types";

export interface Facets {
  cities: CityMark[];
  crises: { id: string; type: string }[];
  languages: string[];
  phases: string[];
}

/** What the library can be filtered by: only what stands on something the reader may read. One statement. */
export async function listFacets(reader: Reader, locale: Locale = "en"): Promise<Facets> {
  const rows = await db.execute<{ facets: { [K in keyof Facets]: Facets[K] | null } }>(sql`
    with readable as materialized (
      select write_ups.id, write_ups.workspace_id, write_ups.crisis_id, ${readingFor(reader)} as reading
      from ${writeUps} where ${visibleTo(reader)})
    select json_build_object(
      'cities', (select json_agg(json_build_object('slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) order by c.longitude)
        from workspaces c where c.id in (select workspace_id from readable)),
      'crises', (select json_agg(json_build_object('id', x.id, 'type', x.type) order by x.id)
        from crises x where x.id in (select crisis_id from readable)),
      'languages', (select json_agg(l.language) from (select distinct t.language from write_up_texts t
        join readable r on r.id = t.write_up_id and r.reading = t.audience) l),
      'phases', (select json_agg(distinct phase) from (select distinct t.phases from write_up_texts t
        join readable r on r.id = t.write_up_id and r.reading = t.audience) p, unnest(p.phases) phase)) as facets`);
  const found = rows[0]?.facets;
  return {
    cities: found?.cities ?? [],
    crises: found?.crises ?? [],
    languages: found?.languages ?? [],
    phases: found?.phases ?? [],
  };
}
