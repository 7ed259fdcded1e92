/**
 * A passage as it read when somebody pointed at it: its words and those around it, so that it is found again in a text that
 * has changed. Plain words, without the marks of Markdown or HTML.
 */
export interface Anchor {
  /** The section of the write-up, such as "problem". */
  section: string;
  /** The language of the text that was read. */
  language: string;
  quote: string;
  before: string;
  after: string;
  /** Where it began in the section's words, in UTF-16 units: of several equal passages the nearest one is meant. */
  start: number;
}

/** How many characters around a passage are kept. */
export const AROUND = 200;
/** A passage is at most so long; of a longer one its beginning is meant. */
export const QUOTE_MAX = 2_000;

/** The anchor of the words from `start` to `end` of a section's words. */
export function anchorFrom(
  { section, language }: { section: string; language: string },
  words: string,
  start: number,
  end: number,
): Anchor {
  const [from, to] = trimmed(words, start, Math.min(end, start + QUOTE_MAX));
  return {
    section,
    language,
    quote: words.slice(from, to),
    before: words.slice(Math.max(0, from - AROUND), from).toWellFormed(),
    after: words.slice(to, to + AROUND).toWellFormed(),
    start: from,
  };
}

/** A range without blanks at its ends, and without half a character. */
function trimmed(words: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  if (isSecondHalf(words, from)) from += 1;
  if (isSecondHalf(words, to)) to -= 1;
  while (from < to && /\s/.test(words.charAt(from))) from += 1;
  while (to > from && /\s/.test(words.charAt(to - 1))) to -= 1;
  return [from, to];
}

function isSecondHalf(words: string, at: number): boolean {
  const code = words.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
