import { ALIKE, WORDS_MAX } from "./limits";

const PIECES = /[\p{L}\p{M}\p{N}]+/gu;

/** What somebody looks for, word by word: "O'Brien, food" → ["O", "Brien", "food"]. */
export function wordsIn(q: string): string[] {
  return (q.match(PIECES) ?? []).slice(0, WORDS_MAX);
}

/** A piece of a text, and whether it is what was looked for. */
export interface Part {
  text: string;
  found: boolean;
}

/** A text with the words told apart in which one of those looked for occurs; with `alike` also those that look like one. */
export function partsFound(text: string, words: readonly string[], alike: boolean): Part[] {
  const wanted = words.map(folded).filter(Boolean);
  const isFound = (piece: string) => {
    const plain = folded(piece);
    return wanted.some((word) => fits(plain, word, wanted.length === 1) || (alike && likeness(plain, word) > ALIKE));
  };
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    if (!isFound(piece)) continue;
    if (index > at) parts.push({ text: text.slice(at, index), found: false });
    parts.push({ text: piece, found: true });
    at = index + piece.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false });
  return parts;
}

/** Of several words a single letter, such as the O of O'Brien, marks only itself. */
function fits(piece: string, word: string, alone: boolean): boolean {
  return word.length > 1 || alone ? piece.includes(word) : piece === word;
}

/** The share of three-letter runs that two words have in common, as PostgreSQL's pg_trgm counts them. */
export function likeness(one: string, other: string): number {
  const [a, b] = [runs(one), runs(other)];
  const common = [...a].filter((run) => b.has(run)).length;
  return common / (a.size + b.size - common || 1);
}

function runs(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l");
}
