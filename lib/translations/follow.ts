import { renderMarkdown } from "@/lib/text/markdown";
import type { Document } from "@/lib/write-ups/document";
import { mapWords, wordsOf } from "./words";

/**
 * What a translation follows. A translation holds words only: everything else is the original's, always. These four tell,
 * word by word, what has been translated and from what, so that "behind" is computed and nothing is ever thrown away.
 */
export interface Follows {
  /** The original's words as they were when they were translated, by place. */
  of: Record<string, string>;
  /** Places that a translator has seen and left for later: to do, but no change of the original. */
  open: string[];
  /** Translated words whose place the original has lost. They come back with it. */
  kept: Record<string, string>;
  /** Places that a machine translated and nobody has read over. */
  machine: string[];
}

/** A translation that begins: everything is to do. */
export function begin(original: Document): Follows {
  return { of: {}, open: wordsOf(original).map(({ key }) => key), kept: {}, machine: [] };
}

/** Every word of it has been translated from this original. */
export function complete(original: Document): Follows {
  const words = wordsOf(original);
  return { of: Object.fromEntries(words.map(({ key, text }) => [key, text])), open: [], kept: {}, machine: [] };
}

/** A translation as it is stored in the city's work. */
export interface StoredTranslation {
  document: Document;
  /** Null, or only the original that it follows, when it came from elsewhere, such as an import or the demo. */
  follows: Follows | Document | null;
  followsVersion: number | null;
  machine: string | null;
}

/**
 * What a stored translation follows. Words that its record does not know, since they were imported or restored, count as
 * translated from an original that nobody knows: "" in `of`, so that they are kept and somebody looks at them.
 */
export function followsOf(
  { document, follows, followsVersion, machine }: StoredTranslation,
  original: { document: Document; version: number },
  now: Document = original.document,
): Follows {
  const known = recordOf();
  const originals = [original.document, now].map((one) => new Map(wordsOf(one).map(({ key, text }) => [key, text])));
  const strange = wordsOf(document).filter(
    ({ key, text }) =>
      !Object.hasOwn(known.of, key) &&
      !Object.hasOwn(known.kept, key) &&
      originals.every((one) => one.get(key) !== text),
  );
  return { ...known, of: { ...known.of, ...Object.fromEntries(strange.map(({ key }) => [key, ""])) } };

  function recordOf(): Follows {
    if (follows !== null && "of" in follows) return follows;
    const isCurrent = followsVersion !== null && followsVersion >= original.version;
    const found = isCurrent ? original.document : follows;
    const record = found ? complete(found) : { of: {}, open: [], kept: {}, machine: [] };
    return machine === null ? record : { ...record, machine: wordsOf(document).map(({ key }) => key) };
  }
}

/** The translated words of a translation, by place, with those that have no place at the moment. */
export function translatedWords(translation: Document, follows: Follows): Map<string, string> {
  const placed = wordsOf(translation).flatMap(({ key, text }): [string, string][] =>
    Object.hasOwn(follows.of, key) && !Object.hasOwn(follows.kept, key) ? [[key, text]] : [],
  );
  return new Map([...Object.entries(follows.kept), ...placed]);
}

/**
 * The translation of `original` with these words: its structure, numbers, dates, sources and readers, and its own words
 * where nobody has translated them yet.
 */
export function followed(
  original: Document,
  translation: Document,
  follows: Follows,
  words: Map<string, string> = translatedWords(translation, follows),
): { document: Document; follows: Follows } {
  const placed = new Set<string>();
  const html = new Map([...translation.sections, ...original.sections].map((one) => [one.markdown, one.html]));
  const document = mapWords(original, (text, { key }) => {
    const word = words.get(key);
    if (!word) return text;
    placed.add(key);
    return word;
  });
  const sections = document.sections.map((section) => ({
    ...section,
    html: html.get(section.markdown) ?? renderMarkdown(section.markdown),
  }));
  const kept = Object.fromEntries([...words].filter(([key]) => !placed.has(key)));
  return { document: { ...document, sections }, follows: { ...follows, kept } };
}
