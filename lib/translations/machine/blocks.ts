/** A line of Markdown, or the lines of one paragraph: what stands before and after its words, and the words. */
export interface Block {
  before: string;
  /** Null when nothing of it is for translating. */
  words: string | null;
  after: string;
}

const MARKER = /^\s*(?:>\s?)*\s*(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)?/;
const AS_IT_IS = /^\s*$|^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$|^\s*\[[^\]]+\]:/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;

/** Takes Markdown apart by its structure. Joined again it is the same text, with the lines of a paragraph as one. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let fence: string | null = null;
  let open: Block | null = null;
  for (const [index, line] of markdown.split("\n").entries()) {
    const start = index === 0 ? "" : "\n";
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null || mark) {
      if (fence === null) fence = mark ?? null;
      else if (mark?.startsWith(fence)) fence = null;
      blocks.push({ before: start + line, words: null, after: "" });
      open = null;
    } else if (AS_IT_IS.test(line)) {
      blocks.push({ before: start + line, words: null, after: "" });
      open = null;
    } else if (TABLE_ROW.test(line)) {
      blocks.push(...cellsOf(line, start));
      open = null;
    } else {
      const before: string = MARKER.exec(line)?.[0] ?? "";
      const after = /(?: {2,}|\\)$/.exec(line)?.[0] ?? "";
      const words = line.slice(before.length, line.length - after.length).trimEnd();
      if (words === "") {
        blocks.push({ before: start + line, words: null, after: "" });
        open = null;
      } else if (open?.words && continues(open, before)) {
        open.words += ` ${words}`;
        open.after = after;
      } else {
        open = { before: start + before, words, after };
        blocks.push(open);
      }
      if (after !== "" || before.includes("#")) open = null;
    }
  }
  return blocks;
}

/** Whether a line goes on with the paragraph, item or quotation above it. */
function continues(open: Block, before: string): boolean {
  return before.trim() === "" || (/^[>\s]+$/.test(before) && open.before.replace("\n", "") === before);
}

function cellsOf(line: string, start: string): Block[] {
  if (/^[\s|:-]+$/.test(line)) return [{ before: start + line, words: null, after: "" }];
  const cells = line.split(/(?<!\\)\|/);
  return cells.map((cell, index) => {
    const words = cell.trim();
    const [left = "", right = ""] = words === "" ? [cell, ""] : cell.split(words);
    const before = (index === 0 ? start : "|") + left;
    return { before, words: words === "" ? null : words, after: right };
  });
}
