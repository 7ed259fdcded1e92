import { kindOf } from "./markdown-escape";
import type { Piece } from "./markdown-pieces";

/** Sees to it that every mark begins and ends where it should, whatever stands beside it. */
export function settleEdges(pieces: Piece[]): void {
  chooseSigns(pieces);
  encodeEdges(pieces);
}

/** The character on each side of an edge, inside and outside the mark. */
function sides(pieces: Piece[], index: number): { outside: string; inside: string } {
  const before = lastOf(pieces[index - 1]);
  const after = firstOf(pieces[index + 1]);
  const piece = pieces[index];
  return piece?.kind === "edge" && piece.opens
    ? { outside: before, inside: after }
    : { outside: after, inside: before };
}

function lastOf(piece: Piece | undefined): string {
  if (!piece) return " ";
  if (isReference(piece, "last")) return ";";
  return [...(piece.kind === "edge" ? piece.sign : piece.text)].at(-1) ?? " ";
}

function firstOf(piece: Piece | undefined): string {
  if (!piece) return " ";
  if (isReference(piece, "first")) return "&";
  return [...(piece.kind === "edge" ? piece.sign : piece.text)][0] ?? " ";
}

/** Whether the character at an end is written as a reference; of a single character both ends are. */
function isReference(piece: Piece, end: "first" | "last"): boolean {
  if (piece.kind !== "text") return false;
  return Boolean(piece[end]) || ([...piece.text].length === 1 && Boolean(piece.first || piece.last));
}

/** Within a word `_` does not count, and `*` does, unless it would touch another one. */
function chooseSigns(pieces: Piece[]): void {
  pieces.forEach((piece, index) => {
    if (piece.kind !== "edge" || piece.mark !== "italic" || !piece.opens) return;
    const ends = [sides(pieces, index), sides(pieces, piece.with)];
    const inWord = ends.some(({ outside, inside }) => kindOf(outside) === "letter" && kindOf(inside) === "letter");
    const touches = ends.some(({ outside, inside }) => outside === "*" || inside === "*");
    const closing = pieces[piece.with];
    if (!inWord || touches || closing?.kind !== "edge") return;
    piece.sign = "*";
    closing.sign = "*";
  });
}

/**
 * Where letters would keep an edge from counting, they are written as character references. A reference begins and ends with
 * a sign, which may keep another edge from counting: until all do.
 */
function encodeEdges(pieces: Piece[]): void {
  while (encodeOnce(pieces));
}

function encodeOnce(pieces: Piece[]): boolean {
  let changed = false;
  pieces.forEach((piece, index) => {
    if (piece.kind !== "edge") return;
    const { outside, inside } = sides(pieces, index);
    if (kindOf(outside) !== "letter") return;
    const both = kindOf(inside) === "letter" && piece.sign === "_";
    if (!both && kindOf(inside) !== "sign") return;
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    if (encode(piece.opens ? before : after, piece.opens ? "last" : "first")) changed = true;
    if (both && encode(piece.opens ? after : before, piece.opens ? "first" : "last")) changed = true;
  });
  return changed;
}

/** Whether it was not one before. */
function encode(piece: Piece | undefined, end: "first" | "last"): boolean {
  if (piece?.kind !== "text" || piece[end]) return false;
  piece[end] = true;
  return true;
}
