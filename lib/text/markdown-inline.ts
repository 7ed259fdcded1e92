import { settleEdges } from "./markdown-edges";
import { escapeText } from "./markdown-escape";
import type { RichNode } from "./markdown-nodes";
import { type Piece, piecesOf } from "./markdown-pieces";
import { runsOf } from "./markdown-runs";

interface Place {
  /** A table's cell or a heading has one line. */
  oneLine?: boolean;
  inTable?: boolean;
}

/** The inside of a paragraph, a heading or a cell, as Markdown on as many lines as it has breaks. */
export function inlineMarkdown(content: RichNode[] | undefined, place: Place = {}): string {
  const pieces = piecesOf(runsOf(content ?? [], place.oneLine ?? false), place.inTable ?? false);
  settleEdges(pieces);
  return pieces
    .map((piece, index) => {
      if (piece.kind === "edge") return piece.sign;
      if (piece.kind === "raw") return piece.text;
      const next = pieces[index + 1];
      return escapeText(piece.text, {
        firstInLine: index === 0 && !place.oneLine,
        beforeLink: next?.kind === "raw" && next.text.startsWith("["),
        inLink: openLinks(pieces, index) > 0,
        inTable: place.inTable ?? false,
        encodeFirst: piece.first ?? false,
        encodeLast: piece.last ?? false,
      });
    })
    .join("");
}

function openLinks(pieces: Piece[], index: number): number {
  let open = 0;
  for (const piece of pieces.slice(0, index)) {
    if (piece.kind !== "raw") continue;
    if (piece.text === "[") open++;
    else if (piece.text.startsWith("](")) open--;
  }
  return open;
}
