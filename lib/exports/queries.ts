import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cityNameIn } from "@/lib/workspaces/name";
import type { ReadableText, ReadableWriteUp } from "./types";

type Row = Omit<ReadableWriteUp, "revision" | "updatedAt" | "texts" | "quickNote"> & {
  quick_note: boolean;
  revision: number | null;
  released_at: string | null;
  updated_at: string;
  texts: ReadableText[];
};

/**
 * The write-ups with these ids as the reader may read them, in the order of the ids. What they may not read is left out.
 * One statement.
 */
export async function readWriteUps(
  reader: Reader,
  ids: readonly string[],
  locale: Locale = "en",
): Promise<ReadableWriteUp[]> {
  if (ids.length === 0) return [];
  const list = sql`string_to_array(${ids.join(",")}, ',')`;
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    select write_ups.id, write_ups.kind, write_ups.audience, ${readingFor(reader)} as reading, write_ups.language, write_ups.quick_note,
      h.demo, write_ups.released_at, r.number as revision,
      json_build_object('slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      (select json_build_object('id', x.id, 'type', x.type, 'hazard', x.hazard) from crises x where x.id = write_ups.crisis_id) as crisis,
      o.texts, o.updated_at
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join cohorts h on h.id = write_ups.cohort_id
    left join revisions r on r.id = write_ups.released_revision_id
    join lateral (select max(t.updated_at) as updated_at, json_agg(json_build_object('language', t.language, 'document', t.document,
          'machine', t.machine, 'behind', greatest(coalesce(v.version - t.follows_version, 0), 0))
          order by (t.language = write_ups.language) desc, t.language) as texts
        from write_up_texts t
        left join write_up_texts v on v.write_up_id = t.write_up_id and v.audience = t.audience and v.language = write_ups.language
        where t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}) o on o.texts is not null
    where write_ups.id = any(${list}) and ${visibleTo(reader)}
    order by array_position(${list}, write_ups.id)`);
  return rows.flatMap(({ quick_note, revision, released_at, updated_at, texts: [first, ...others], ...row }) =>
    first
      ? [
          {
            ...row,
            quickNote: quick_note,
            revision:
              row.reading !== "city" && revision !== null && released_at !== null
                ? { number: revision, releasedAt: new Date(released_at) }
                : null,
            updatedAt: new Date(updated_at),
            texts: [first, ...others],
          },
        ]
      : [],
  );
}

/** What everybody may read, newest first: for feeds and for search engines. */
export async function listPublic(limit: number): Promise<{ id: string; updatedAt: Date; languages: string[] }[]> {
  const rows = await db.execute<{ id: string; updated_at: string; languages: string[] }>(sql`
    select write_ups.id, max(t.updated_at) as updated_at,
      array_agg(t.language order by (t.language = write_ups.language) desc, t.language) as languages
    from ${writeUps} join write_up_texts t on t.write_up_id = write_ups.id and t.audience = ${readingFor(null)}
    where ${visibleTo(null)} group by write_ups.id, write_ups.released_at
    order by max(t.updated_at) desc, write_ups.id limit ${limit}`);
  return rows.map(({ id, updated_at, languages }) => ({ id, updatedAt: new Date(updated_at), languages }));
}
