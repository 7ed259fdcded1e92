import { readFileSync } from "node:fs";
import path from "node:path";

/** One face with all letters of Latin script, cut from the typeface of the pages; a PDF cannot hold theirs. */
const FILES = { regular: "atkinson-next-regular.ttf", bold: "atkinson-next-bold.ttf" } as const;
export type Weight = keyof typeof FILES;

const kept = new Map<Weight, Buffer>();

export function fontFile(weight: Weight): Buffer {
  let file = kept.get(weight);
  if (!file) {
    file = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), "public", "fonts", FILES[weight]));
    kept.set(weight, file);
  }
  return file;
}

/** Signs that the typeface lacks, with what stands for them. */
const STANDS_FOR: Record<string, string> = {
  "→": "->",
  "←": "<-",
  "≠": "=/=",
  "≥": ">=",
  "≤": "<=",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\u2007": " ",
  "\u2011": "-",
  "\u2212": "–",
  "\t": " ",
};

/** The text in letters that the typeface has. A mark on a letter that it lacks is dropped, another sign becomes "?". */
export function inOurLetters(text: string, has: (codePoint: number) => boolean): string {
  let result = "";
  for (const letter of text.normalize("NFC")) {
    const point = letter.codePointAt(0) ?? 0;
    if (letter === "\n" || has(point)) result += letter;
    else result += STANDS_FOR[letter] ?? (/[\p{M}\p{C}]/u.test(letter) ? "" : "?");
  }
  return result;
}
