import type { Span } from "../rich-text";
import { inOurLetters, type Weight } from "./fonts";

export interface Style {
  size: number;
  /** From one line to the next, in points. */
  leading: number;
  color: string;
  bold?: boolean;
  italic?: boolean;
}

/** What of a line stands in one style, from `x` on. */
export interface Piece {
  text: string;
  x: number;
  width: number;
  weight: Weight;
  oblique: boolean;
  strike: boolean;
  href?: string;
}
export type Line = Piece[];

/** How wide a text is, and which letters there are. */
export interface Measure {
  width(text: string, weight: Weight, size: number): number;
  has(codePoint: number): boolean;
}

/** Breaks text into lines of at most `width` points. A word that is wider than a line is broken where it has to be. */
export function linesOf(spans: readonly Span[], style: Style, width: number, measure: Measure): Line[] {
  const lines: Line[] = [[]];
  let x = 0;
  const put = (text: string, looks: Omit<Piece, "text" | "x" | "width">) => {
    const wide = measure.width(text, looks.weight, style.size);
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (last && sameLooks(last, looks)) {
      last.text += text;
      last.width += wide;
    } else line?.push({ ...looks, text, x, width: wide });
    x += wide;
  };
  const next = () => {
    lines.push([]);
    x = 0;
  };
  for (const span of spans) {
    const weight: Weight = span.bold || style.bold ? "bold" : "regular";
    const oblique = Boolean(span.italic || style.italic);
    const looks = { weight, oblique, strike: Boolean(span.strike), href: span.href };
    for (const word of inOurLetters(span.text, measure.has).split(/(\n| +)/)) {
      if (word === "\n") next();
      else if (word !== "" && (word.trim() !== "" || x > 0)) {
        const wide = measure.width(word, weight, style.size);
        if (word.trim() === "" || x + wide <= width) put(word, looks);
        else {
          if (x > 0) next();
          for (const part of wide <= width ? [word] : broken(word, weight, style.size, width, measure)) {
            if (x > 0) next();
            put(part, looks);
          }
        }
      }
    }
  }
  return lines;
}

function sameLooks(a: Omit<Piece, "text" | "x" | "width">, b: Omit<Piece, "text" | "x" | "width">): boolean {
  return a.weight === b.weight && a.oblique === b.oblique && a.strike === b.strike && a.href === b.href;
}

function broken(word: string, weight: Weight, size: number, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = "";
  let wide = 0;
  for (const letter of word) {
    const more = measure.width(letter, weight, size);
    if (part && wide + more > width) {
      parts.push(part);
      part = "";
      wide = 0;
    }
    part += letter;
    wide += more;
  }
  return [...parts, part];
}
