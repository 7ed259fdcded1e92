import "server-only";
import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Besides } from "./cards";
import { wordsOf } from "./filed-under";
import { hasWords, queryOf } from "./fitting";
import { isStampIn, stampOf } from "./stamp";

/** Signs of nobody's alphabet around each word that was found. */
const [START, STOP] = ["\uE000", "\uE001"];
const OPTIONS = `StartSel="${START}", StopSel="${STOP}", MaxFragments=1, MinWords=12, MaxWords=28, ShortWord=0`;

/** Of all the passages together that this process keeps. */
const CHARACTERS = 4_000_000;
/** By what was asked for, then by the stamp of the text. Null: the words stand in its title or card. */
const kept = new LRUCache<string, Map<string, string | null>>({
  maxSize: CHARACTERS,
  sizeCalculation: (passages) =>
    1 + [...passages].reduce((sum, [stamp, text]) => sum + stamp.length + (text?.length ?? 0), 0),
});
/** Of one search: its first pages. */
const PASSAGES = 400;

export interface PassageColumns {
  passage: string | null;
  passage_language: string | null;
  passage_stamp: string | null;
}

export interface Passages extends Besides {
  /** For all rows of a page: their passages, those among them that were kept. */
  of: (rows: readonly PassageColumns[]) => (string | null)[];
}

/**
 * The passage of a text that fits: of the one that is shown, or else of another language's. PostgreSQL takes half a
 * millisecond to look through a whole text, so it is given the neighbourhood, in whole words, of the first word that looks
 * like one of those asked for. What it found is kept: whoever searches goes on with the same words, adding filters.
 */
export function passagesFor(q: string): Passages {
  const [close, loose] = [beginningsIn(q, 0.8), beginningsIn(q, 0.5)];
  const before = kept.get(q) ?? new Map<string, string | null>();
  return {
    columns: sql`h.passage, h.language as passage_language, h.stamp as passage_stamp`,
    join: sql`left join lateral (
      select y.language, y.stamp, case when y.place > 0 then ts_headline(public.search_config(y.language),
          regexp_replace(substr(' ' || y.body || ' ', greatest(1, y.place - 109), 280), '^\\S*\\s+|\\s+\\S*$', '', 'g'), ${queryOf(q)}, ${OPTIONS}) end as passage
      from (select x.*, coalesce(nullif(regexp_instr(x.body, ${close}, 1, 1, 0, 'i'), 0), regexp_instr(x.body, ${loose}, 1, 1, 0, 'i')) as place
        from (select g.language, g.stamp, case when not ${isStampIn(sql`g.stamp`, before.keys())} then g.body || '' end as body
          from (select f.language, f.body, ${stampOf("f")} as stamp from write_up_texts f
            where f.write_up_id = write_ups.id and f.audience = t.audience
              and (cardinality(o.languages) = 1 and not p.filed or ${hasWords(sql`f.search`, q)})
            order by (f.language = t.language) desc, (f.language = write_ups.language) desc limit 1) g offset 0) x offset 0) y) h on true`,
    of(rows) {
      const found = new Map(before);
      for (const { passage, passage_stamp: stamp } of rows) if (stamp && !found.has(stamp)) found.set(stamp, passage);
      if (found.size > before.size) kept.set(q, new Map([...found].slice(-PASSAGES)));
      return rows.map(({ passage_stamp: stamp }) => (stamp === null ? null : (found.get(stamp) ?? null)));
    },
  };
}

const ACCENTED: Record<string, string> = {
  ...{ a: "àáâãäåą", c: "çć", e: "èéêëę", i: "ìíîï", l: "ł", n: "ñń" },
  ...{ o: "òóôõöø", s: "śš", u: "ùúûü", y: "ýÿ", z: "źżž" },
};

/** A pattern for words that begin as those asked for, with or without accents; not inside an address, which no page shows. */
function beginningsIn(q: string, share: number): string {
  const beginnings = wordsOf(q)
    .slice(0, 8)
    .map((word) => word.slice(0, Math.max(3, Math.ceil(word.length * share))))
    .map((word) => word.replace(/[aceilnosuyz]/g, (letter) => `[${letter}${ACCENTED[letter] ?? ""}]`));
  return `(?<![-/.=_])\\m(${beginnings.join("|") || "\uE002"})`;
}

export interface Part {
  text: string;
  found: boolean;
}

/** A passage as plain parts, those that were found told apart; null when the words stand in the title or the card only. */
export function partsOf(passage: string | null): Part[] | null {
  const plain = (passage ?? "")
    .replace(/\]\([^)\s]*\)?|https?:\/\/\S+/g, "")
    .replace(/[*_`#>|[\]\\]/g, "")
    .replace(/([:;,.]?)\s*\n\s*(?:[-+]\s+|\d+\.\s+)?/g, (_, sign: string) => (sign ? `${sign} ` : " · "))
    .replace(/\s+/g, " ")
    .replace(/^[ ·]+|[ ·]+$/g, "");
  if (!plain.includes(START)) return null;
  return plain.split(START).flatMap((piece, n) => {
    const [found = "", after] = n === 0 ? [undefined, piece] : piece.split(STOP);
    return [
      { text: found, found: true },
      { text: after ?? "", found: false },
    ].filter(({ text }) => text !== "");
  });
}
