import { diffArrays } from "diff";

export interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
}
/** Paragraphs that stayed as they are, or that changed, word by word. */
export type Change = { same: string[] } | { pieces: Piece[] };

/** So many words or paragraphs apart, two texts are two texts; to compare them word by word takes long and tells little. */
const FAR = 800;

/** From one text to another: by paragraphs, and inside those that changed by words of their language. */
export function changesOf(before: string, after: string, language: string): Change[] {
  const found: Change[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const close = () => {
    if (removed.length + added.length > 0)
      found.push({ pieces: piecesOf(removed.join("\n\n"), added.join("\n\n"), language) });
    removed = [];
    added = [];
  };
  const parts = diffArrays(paragraphs(before), paragraphs(after), { maxEditLength: FAR });
  if (!parts) return [{ pieces: whole(before, after) }];
  for (const part of parts) {
    if (part.removed) removed = part.value;
    else if (part.added) added = part.value;
    else {
      close();
      found.push({ same: part.value });
    }
  }
  close();
  return found;
}

function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).filter((one) => one.trim() !== "");
}

function piecesOf(before: string, after: string, language: string): Piece[] {
  if (before === "" || after === "") return whole(before, after);
  const parts = diffArrays(wordsIn(before, language), wordsIn(after, language), { maxEditLength: FAR });
  const same =
    parts?.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.join("").length), 0) ?? 0;
  // Two texts that share little more than blanks and articles read better one after the other.
  if (!parts || same < Math.max(before.length, after.length) * 0.3) return whole(before, after);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

function whole(before: string, after: string): Piece[] {
  const pieces: Piece[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return pieces.filter(({ text }) => text !== "");
}

function wordsIn(text: string, language: string): string[] {
  return [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map(({ segment }) => segment);
}
