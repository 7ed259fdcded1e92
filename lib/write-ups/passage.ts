import { stemOf } from "@/lib/text/stem";
import { SMALL, wordsOf } from "./filed-under";

/** A text as people read it, and the same in lower case without accents, letter for letter. */
export interface PlainText {
  text: string;
  folded: string;
}

export interface Part {
  text: string;
  found: boolean;
}

interface Hit {
  start: number;
  end: number;
  stem: string;
}

/** How much a passage shows of what stands before and after its words, and from the first of these to the last, in characters. */
const [BEFORE, AFTER, SPAN] = [90, 110, 140];
const LETTERS = /[\p{L}\p{N}]+/uy;
const LETTER = /[\p{L}\p{N}]/u;

/** Without the signs of Markdown and without addresses; lines and points follow one another. */
export function plainText(markdown: string): PlainText {
  const text = markdown
    .replace(/\]\([^)\s]*\)?|https?:\/\/\S+/g, "")
    .replace(/[*_`#>|[\]\\]/g, "")
    .replace(/([:;,.]?)\s*\n\s*(?:[-+]\s+|\d+\.\s+)?/g, (_, sign: string) => (sign ? `${sign} ` : " · "))
    .replace(/\s+/g, " ")
    .replace(/^[ ·]+|[ ·]+$/g, "");
  return { text, folded: text.replace(/[\u0080-\uffff]/g, folded).toLowerCase() };
}

/** One character for one, so that places stay the same. */
function folded(letter: string): string {
  const [plain = letter] = wordsOf(letter);
  return plain.length > 0 ? plain.charAt(0) : letter;
}

/**
 * The first passage with the most words of these stems, in any of their forms, those told apart; null when none of them
 * stands in the text.
 */
export function passageIn({ text, folded }: PlainText, language: string, stems: ReadonlySet<string>): Part[] | null {
  const hits = hitsIn(folded, language, stems);
  const best = densest(hits);
  if (!best) return null;
  const start = beginning(text, best.start);
  const end = ending(text, best.end);
  const parts: Part[] = [];
  let place = start;
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue;
    parts.push({ text: text.slice(place, hit.start), found: false });
    parts.push({ text: text.slice(hit.start, hit.end), found: true });
    place = hit.end;
  }
  parts.push({ text: text.slice(place, end), found: false });
  return parts.filter((part) => part.text !== "");
}

/** Only words that begin as the stem does are looked at closely: its last letters may be others ("citi" of "city"). */
function hitsIn(folded: string, language: string, stems: ReadonlySet<string>): Hit[] {
  const hits: Hit[] = [];
  for (const stem of stems) {
    const head = stem.slice(0, Math.max(2, stem.length - 2));
    for (let at = folded.indexOf(head); at >= 0; at = folded.indexOf(head, at + head.length)) {
      if (at > 0 && LETTER.test(folded.charAt(at - 1))) continue;
      LETTERS.lastIndex = at;
      const word = LETTERS.exec(folded)?.[0] ?? "";
      if (stemOf(word, language) === stem) hits.push({ start: at, end: at + word.length, stem });
    }
  }
  return hits.sort((one, other) => one.start - other.start);
}

function densest(hits: readonly Hit[]): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null;
  let most = 0;
  for (const [n, { start }] of hits.entries()) {
    const stems = new Set<string>();
    for (const hit of hits.slice(n)) {
      if (hit.end - start > SPAN && stems.size > 0) break;
      stems.add(hit.stem);
      if (stems.size <= most) continue;
      most = stems.size;
      best = { start, end: hit.end };
    }
  }
  return best;
}

/** Where the sentence begins, or else a word. */
function beginning(text: string, at: number): number {
  const from = at - BEFORE;
  if (from <= 0) return 0;
  const before = text.slice(from, at);
  const sentence = Math.max(...[". ", "! ", "? ", "· "].map((sign) => before.lastIndexOf(sign)));
  return sentence >= 0 ? from + sentence + 2 : from + before.indexOf(" ") + 1;
}

function ending(text: string, at: number): number {
  const to = at + AFTER;
  if (to >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", to);
  return blank > at ? blank : at;
}

/** The words that a search looks for, without those it excludes. */
export function wordsAsked(q: string): string[] {
  const words = wordsOf(q.replace(/(^|\s)-("[^"]*"?|\S+)/g, " ")).slice(0, 8);
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length > 0 ? telling : words;
}
