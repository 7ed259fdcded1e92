import { inCode } from "./markdown-escape";
import { MARKS, type MarkName, type Run } from "./markdown-runs";

/** A part of a line of Markdown: words to escape, what is written as it is, or the sign at an end of a mark. */
export type Piece =
  | { kind: "text"; text: string; first?: boolean; last?: boolean }
  | { kind: "raw"; text: string }
  | { kind: "edge"; mark: "strike" | "bold" | "italic"; opens: boolean; with: number; sign: string };

export function piecesOf(runs: Run[], inTable: boolean): Piece[] {
  return merge(toPieces(runs, [], inTable));
}

/** Marks that reach furthest are written first; blanks at the ends of a mark stand outside it. */
function toPieces(runs: Run[], open: MarkName[], inTable: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < runs.length; ) {
    const { mark, end } = furthest(runs, start, open);
    const part = runs.slice(start, end);
    start = end;
    if (!mark) {
      pieces.push(...part.map(({ text }) => ({ kind: "text", text }) as const));
      continue;
    }
    const { before, words, after } = split(part);
    if (before) pieces.push({ kind: "text", text: before });
    if (words.length > 0) pieces.push(...marked(mark, words, open, inTable));
    if (after) pieces.push({ kind: "text", text: after });
  }
  return pieces;
}

function furthest(runs: Run[], start: number, open: MarkName[]): { mark: MarkName | null; end: number } {
  let found: { mark: MarkName | null; end: number } = { mark: null, end: start + 1 };
  for (const mark of MARKS) {
    const value = runs[start]?.marks[mark];
    if (value === undefined || open.includes(mark)) continue;
    // Nothing stands inside code.
    if (mark === "code" && found.mark !== null) continue;
    let end = start + 1;
    while (runs[end]?.marks[mark] === value && (mark !== "code" || isOnlyCode(runs[end], open))) end++;
    if (found.mark === null || end > found.end) found = { mark, end };
  }
  return found;
}

function isOnlyCode(run: Run | undefined, open: MarkName[]): boolean {
  return MARKS.every((mark) => mark === "code" || run?.marks[mark] === undefined || open.includes(mark));
}

function split(runs: Run[]): { before: string; words: Run[]; after: string } {
  const words = runs.map((run) => ({ ...run }));
  let before = "";
  let after = "";
  for (let first = words[0]; first; first = words[0]) {
    const rest = first.text.trimStart();
    before += first.text.slice(0, first.text.length - rest.length);
    first.text = rest;
    if (rest !== "") break;
    words.shift();
  }
  for (let last = words.at(-1); last; last = words.at(-1)) {
    const rest = last.text.trimEnd();
    after = last.text.slice(rest.length) + after;
    last.text = rest;
    if (rest !== "") break;
    words.pop();
  }
  return { before, words, after };
}

function marked(mark: MarkName, words: Run[], open: MarkName[], inTable: boolean): Piece[] {
  const text = words.map((run) => run.text).join("");
  if (mark === "code") {
    // At the start of a line "[…]:" would be an address for later.
    const code = open.includes("link") && text.includes("]:") ? null : inCode(text, inTable);
    return [code === null ? { kind: "text", text } : { kind: "raw", text: code }];
  }
  const inside = toPieces(words, [...open, mark], inTable);
  if (mark !== "link") {
    const edge = { kind: "edge", mark, with: -1, sign: { strike: "~~", bold: "**", italic: "_" }[mark] } as const;
    return [{ ...edge, opens: true }, ...inside, { ...edge, opens: false }];
  }
  const href = words[0]?.marks.link ?? "";
  const bare = inside.length === 1 && inside[0]?.kind === "text";
  if (bare && (isAddress(text, href) || isMailbox(text, href))) return [{ kind: "raw", text: `<${text}>` }];
  return [{ kind: "raw", text: "[" }, ...inside, { kind: "raw", text: `](${destination(href)})` }];
}

function isAddress(text: string, href: string): boolean {
  return text === href && /^(?:https?|mailto):/i.test(href);
}

function isMailbox(text: string, href: string): boolean {
  return `mailto:${text}` === href && /^[\w.+-]+@[a-z\d]+(?:[.-][a-z\d]+)*$/i.test(text);
}

/** An encoded address has only these left that Markdown would read. */
function destination(href: string): string {
  return href.replace(/[()]/g, "\\$&").replace(/&(?=(?:#\w+|[a-z][a-z\d]*);)/gi, "&amp;");
}

function merge(pieces: Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind === "text" && last?.kind === "text") last.text += piece.text;
    else merged.push({ ...piece });
  }
  const open: number[] = [];
  merged.forEach((piece, index) => {
    if (piece.kind !== "edge") return;
    if (piece.opens) {
      open.push(index);
      return;
    }
    const start = open.pop() ?? index;
    piece.with = start;
    const opening = merged[start];
    if (opening?.kind === "edge") opening.with = index;
  });
  return merged;
}
