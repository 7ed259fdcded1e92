import "server-only";
import { LRUCache } from "lru-cache";
import { newStemmer, type Stemmer } from "snowball-stemmers";

const NAMES: Record<string, string> = {
  ...{ en: "english", it: "italian", es: "spanish", eu: "basque", nl: "dutch", pt: "portuguese" },
};
/** The languages with a stemmer. */
export const STEMMED: readonly string[] = Object.keys(NAMES);
const stemmers = new Map<string, Stemmer>();
/** A stem takes ten microseconds to find, and people use the same words. */
const known = new LRUCache<string, string>({ max: 20_000 });

/**
 * What a word has in common with its other forms, as the search in PostgreSQL has it: the same stemmers, and none for a
 * language without, such as Polish. The word is in lower case and without accents.
 */
export function stemOf(word: string, language: string): string {
  const [tag = ""] = language.split("-");
  const name = NAMES[tag];
  if (!name) return word;
  const key = `${tag} ${word}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const stemmer = stemmers.get(name) ?? newStemmer(name);
  stemmers.set(name, stemmer);
  const stem = stemmer.stem(word);
  known.set(key, stem);
  return stem;
}
