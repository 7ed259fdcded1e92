import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Reader } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cityNameIn } from "@/lib/workspaces/name";
import type { Document, Kind } from "./document";
import { array } from "./fitting";
import type { Audience } from "./limits";
import type { CityMark, WriteUpCard } from "./types";

export type CardRow = {
  id: string;
  kind: Kind;
  audience: Audience;
  city: CityMark;
  title: string;
  card: string;
  language: string;
  original_language: string;
  languages: string[];
  behind: number;
  phases: string[];
  started_on: string | null;
  figures: Document["observations"];
  released_at: string | null;
};

/** A row of `cardsFrom`, with what was asked for besides. */
export type CardWith<T> = CardRow & T;

interface Wish {
  reader: Reader;
  /** Most wanted first. */
  languages: readonly string[];
  locale: Locale;
}

/** The write-ups with these ids as they stand in a list, in the order given, each in the best of `languages`. */
export async function cardsOf(
  reader: Reader,
  ids: readonly string[],
  languages: readonly string[],
  locale: Locale,
): Promise<WriteUpCard[]> {
  if (ids.length === 0) return [];
  const rows = await db.execute<CardRow>(inOrder(reader, ids, languages, locale));
  return rows.map(toCard);
}

/** The same as a value for another statement, for `cardsIn`. */
export function cardsValue(reader: Reader, ids: readonly string[], languages: readonly string[], locale: Locale): SQL {
  return sql`(select json_agg(listed) from (${inOrder(reader, ids, languages, locale)}) listed)`;
}

/** The cards of a `cardsValue`. */
export function cardsIn(value: CardRow[] | null): WriteUpCard[] {
  return value?.map(toCard) ?? [];
}

function inOrder(reader: Reader, ids: readonly string[], languages: readonly string[], locale: Locale): SQL {
  const from = sql`unnest(${array(ids)}) with ordinality p (id, place)`;
  return sql`${cardsFrom(from, { reader, languages, locale })} where ${visibleTo(reader)} order by p.place`;
}

/**
 * Reads cards, as a statement that conditions and an order can be added to: of the ids in `p`, which `from` names and which
 * the reader may see. With its schema, since in a list `write_ups` is already less than the table.
 */
export function cardsFrom(from: SQL, { reader, languages, locale }: Wish, besides?: Besides): SQL {
  return sql`
    select write_ups.id, write_ups.kind, write_ups.audience, write_ups.language as original_language, write_ups.released_at,
      json_build_object('slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      t.language, t.title, t.card, t.phases, t.started_on, t.figures,
      greatest(coalesce(o.version - t.follows_version, 0), 0) as behind, o.languages
      ${besides ? sql`, ${besides.columns}` : sql``}
    from ${from}
    join public.write_ups on write_ups.id = p.id
    join workspaces c on c.id = write_ups.workspace_id
    join lateral (select t.* from write_up_texts t where t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}
      order by ${byLanguage(languages)} limit 1) t on true
    join lateral (select array_agg(o.language order by (o.language = write_ups.language) desc, o.language) as languages,
        max(o.version) filter (where o.language = write_ups.language) as version
      from write_up_texts o where o.write_up_id = write_ups.id and o.audience = t.audience) o on true
    ${besides?.join ?? sql``}`;
}

/** What a list asks for besides the cards. */
export interface Besides {
  columns: SQL;
  join: SQL;
}

export function toCard({ original_language, started_on, released_at, ...row }: CardRow): WriteUpCard {
  return {
    ...row,
    originalLanguage: original_language,
    startedOn: started_on,
    releasedAt: released_at === null ? null : new Date(released_at),
  };
}

/** The reader's language first, then the original. `languages`: most wanted first. */
export function byLanguage(languages: readonly string[]): SQL {
  return languages.length === 0
    ? sql`(t.language = write_ups.language) desc`
    : sql`array_position(${array(languages)}, t.language) nulls last, (t.language = write_ups.language) desc`;
}
