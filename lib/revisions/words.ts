import { diffArrays, diffWords } from "diff";

/** A run of words: in both texts, only in the later one, or only in the earlier one. */
export interface Run {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A paragraph that stayed as it was, or what became of one or several, by words. */
export type Block = { kind: "same"; text: string } | { kind: "changed"; runs: Run[] };

/** How long one may look for the shortest difference; past it paragraphs are compared as a whole. */
export interface Patience {
  until: number;
}

const EDITS_MAX = 1_000;
/** Finding the words of a longer text takes too long by itself, whatever follows; in characters of both together. */
const WORDS_MAX = 20_000;
const FALLBACK = "en";
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * What became of a text: paragraph by paragraph, and inside a changed one word by word as its language has words. It is
 * shown as `shown` makes it; where that would hide what changed, as it is.
 */
export function textDifference(
  before: string,
  after: string,
  language: string,
  patience: Patience,
  shown: (text: string) => string = (text) => text,
): Block[] {
  if (before === after) return paragraphs(after).map((text) => ({ kind: "same", text: shown(text) }));
  const blocks: Block[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    if (removed.length + added.length === 0) return;
    const whole = [removed, added].map((texts) => texts.join("\n\n")) as [string, string];
    const seen = whole.map(shown) as [string, string];
    const [old, now] = seen[0] === seen[1] ? whole : seen;
    blocks.push({ kind: "changed", runs: wordDifference(old, now, language, patience) });
    removed = [];
    added = [];
  };
  for (const { kind, texts } of paragraphDifference(paragraphs(before), paragraphs(after), patience)) {
    if (kind === "removed") removed.push(...texts);
    else if (kind === "added") added.push(...texts);
    else {
      settle();
      blocks.push(...texts.map((text): Block => ({ kind: "same", text: shown(text) })));
    }
  }
  settle();
  return blocks;
}

/** Word by word; where that would take too long or shows nothing (only blanks differ), one whole for the other. */
export function wordDifference(before: string, after: string, language: string, patience: Patience): Run[] {
  if (before === after) return runs([["same", after]]);
  const timeout = patience.until - Date.now();
  const parts =
    before === "" || after === "" || timeout <= 0 || before.length + after.length > WORDS_MAX
      ? undefined
      : diffWords(before, after, { intlSegmenter: segmenterFor(language), maxEditLength: EDITS_MAX, timeout });
  if (!parts?.some((part) => part.added || part.removed))
    return runs([
      ["removed", before],
      ["added", after],
    ]);
  return runs(parts.map((part) => [part.added ? "added" : part.removed ? "removed" : "same", part.value]));
}

function runs(all: [Run["kind"], string][]): Run[] {
  return all.filter(([, text]) => text !== "").map(([kind, text]) => ({ kind, text }));
}

function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
}

function paragraphDifference(before: string[], after: string[], patience: Patience) {
  const timeout = Math.max(1, patience.until - Date.now());
  const parts = diffArrays(before, after, { maxEditLength: EDITS_MAX, timeout }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return parts.map(({ value, added, removed }) => ({
    kind: added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const),
    texts: value,
  }));
}

/** Thai, Chinese and Japanese have words without blanks between them. */
function segmenterFor(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (!found) {
    const known = Intl.Segmenter.supportedLocalesOf([language], { localeMatcher: "lookup" }).length > 0;
    found = new Intl.Segmenter(known ? language : FALLBACK, { granularity: "word" });
    segmenters.set(language, found);
  }
  return found;
}
