import { INBOUND_MAX_WORDS } from "./limits";
import { isMarker } from "./marker";
import { attributionAt, originalAt } from "./original";
import { withoutSignature } from "./signature";

/** A quote of more lines than this was not typed. */
const TYPED_QUOTE = 5;
const QUOTED = /^ {0,3}>/;

/**
 * What somebody wrote anew in an answer by mail: without what it quotes, above or beneath or in between, and without
 * signatures. Looks at each line a few times only, however they are made. What they quote by hand, without a word about who
 * wrote it when, stays.
 */
export function newWords(text: string): string {
  const all = tidy(text.slice(0, INBOUND_MAX_WORDS)).split("\n");
  const lines = all.slice(0, originalAt(all));
  const answers =
    lines.length < all.length ||
    lines.some((line, n) => attributionAt(lines, n) > 0 || (QUOTED.test(line) && isMarker(line)));
  const own = segmentsOf(lines).flatMap(({ quote, lines: part, last }) => {
    if (!quote) return withoutSignature(part);
    return answers || last || part.length > TYPED_QUOTE ? [] : part;
  });
  // What programs draw between an answer and the mail beneath it.
  const end = own.findLastIndex((line) => !/^[\s_=*-]*$/.test(line));
  return own
    .slice(0, end + 1)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

interface Segment {
  quote: boolean;
  lines: string[];
  /** Nothing follows but blank lines. */
  last: boolean;
}

/** Runs of lines that are quoted, and that are not; who is quoted belongs to the quote. */
function segmentsOf(lines: readonly string[]): Segment[] {
  const segments: Segment[] = [];
  for (let n = 0; n < lines.length; ) {
    const count = attributionAt(lines, n);
    const line = lines[n] ?? "";
    const quote = count > 0 || QUOTED.test(line);
    const before = segments.at(-1);
    const blank = line.trim() === "" && before !== undefined;
    const taken = lines.slice(n, n + Math.max(count, 1));
    if (before && (blank || before.quote === quote)) before.lines.push(...taken);
    else segments.push({ quote, lines: taken, last: false });
    n += taken.length;
  }
  const end = segments.at(-1);
  if (end) end.last = true;
  return segments;
}

function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff\u200b]/g, "")
      .replace(/[\u00a0\u202f]/g, " ")
      // What stands for a picture in the plain part.
      .replace(/\[(?:image|cid):[^\]\n]{0,200}\]/gi, "")
  );
}
