import { diff3Merge } from "node-diff3";

/** Above this many words in one paragraph that both changed, comparing them costs more than showing both. */
const WORDS_MAX = 2000;

type Region = { ok?: string[]; conflict?: { a: string[]; o: string[]; b: string[] } };

export interface MergedText {
  /** Both changes; where they clash, the first one's words stand. */
  text: string;
  clash: boolean;
}

/**
 * Two changes of one text put together: by lines, and inside lines that both changed by words. Nothing is dropped: what cannot
 * be put together is a clash.
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine, clash: false };
  if (mine === base) return { text: theirs, clash: false };
  let clash = false;
  const regions = threeWay(lines(base), lines(mine), lines(theirs)).flatMap(({ ok, conflict }) => {
    if (!conflict) return ok ?? [];
    const inside = byWords(conflict.o.join(""), conflict.a.join(""), conflict.b.join(""));
    clash ||= inside.clash;
    return [inside.text];
  });
  return { text: regions.join(""), clash };
}

function byWords(base: string, mine: string, theirs: string): MergedText {
  const [o, a, b] = [words(base), words(mine), words(theirs)];
  if (Math.max(o.length, a.length, b.length) > WORDS_MAX) return { text: mine, clash: true };
  const regions = threeWay(o, a, b);
  return {
    text: regions.flatMap(({ ok, conflict }) => ok ?? conflict?.a ?? []).join(""),
    clash: regions.some(({ conflict }) => conflict !== undefined),
  };
}

function threeWay(base: string[], mine: string[], theirs: string[]): Region[] {
  return diff3Merge(mine, base, theirs, { excludeFalseConflicts: true }) as Region[];
}

/** Lines with their ends. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}
