import type { Document, Kind } from "@/lib/write-ups/document";
import { type Follows, translatedWords } from "./follow";
import { type PartKey, partKeys, type Word, wordsOf } from "./words";

/**
 * done · machine: nobody has read it over · open: to do · changed: the original's words are others now · new: the original
 * has gained them since
 */
export type WordState = "done" | "machine" | "open" | "changed" | "new";
export type PartState = "behind" | "machine" | "in-progress" | "not-started" | "done";

export interface TranslatedWord extends Word {
  state: WordState;
  /** The original's words when they were translated; null when they have not been. */
  was: string | null;
  /** The translation; empty when there is none. */
  translation: string;
}

export interface Part {
  key: PartKey;
  state: PartState;
  words: TranslatedWord[];
}

/** The parts that have words to translate, each with how far its translation is. `null`: not begun. */
export function partsOf(
  kind: Kind,
  original: Document,
  translation: { document: Document; follows: Follows } | null,
): Part[] {
  const translated = translation ? translatedWords(translation.document, translation.follows) : new Map();
  const words = wordsOf(original).map((word): TranslatedWord => {
    const follows = translation?.follows;
    const was = follows?.of[word.key] ?? null;
    return {
      ...word,
      was,
      state: follows ? stateOf(word, follows) : "open",
      translation: was === null ? "" : (translated.get(word.key) ?? ""),
    };
  });
  return partKeys(kind).flatMap((key) => {
    const own = words.filter(({ part }) => part === key);
    return own.length === 0 ? [] : [{ key, words: own, state: stateOfPart(own) }];
  });
}

/** How many parts of the original have changed since they were translated. */
export function behindBy(
  kind: Kind,
  original: Document,
  translation: { document: Document; follows: Follows },
): number {
  return partsOf(kind, original, translation).filter(({ state }) => state === "behind").length;
}

/** The next part to look at, after `after` if there is one, else from the start. */
export function nextPart(parts: Part[], after?: PartKey): PartKey | null {
  const at = parts.findIndex(({ key }) => key === after) + 1;
  return [...parts.slice(at), ...parts.slice(0, at)].find(({ state }) => state !== "done")?.key ?? null;
}

/** The words of a part that a machine may translate. */
export function sendable(part: Part, original: Document): TranslatedWord[] {
  const section = original.sections.find(({ key }) => key === part.key);
  if (section?.audience === "city") return [];
  const stays = new Set(original.media.filter(({ audience }) => audience === "city").map(({ id }) => id));
  return part.words.filter(
    ({ state, entry }) => (state === "open" || state === "new") && !(part.key === "media" && stays.has(entry)),
  );
}

function stateOf({ key, text }: Word, { of, open, machine }: Follows): WordState {
  const was = of[key];
  if (was === undefined) return open.includes(key) ? "open" : "new";
  if (was !== text) return "changed";
  return machine.includes(key) ? "machine" : "done";
}

function stateOfPart(words: TranslatedWord[]): PartState {
  const states = new Set(words.map(({ state }) => state));
  if (states.has("changed") || states.has("new")) return "behind";
  if (states.has("machine")) return "machine";
  if (!states.has("open")) return "done";
  return states.size === 1 ? "not-started" : "in-progress";
}
