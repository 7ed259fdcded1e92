import { encodeAddress, isLinkAddress, splitAddresses } from "./markdown-link";
import type { RichNode } from "./markdown-nodes";

/** What may stand around words, the outermost first when both reach equally far. */
export const MARKS = ["link", "strike", "bold", "italic", "code"] as const;
export type MarkName = (typeof MARKS)[number];

/** Words with one set of marks, and for a link where it leads; a line break is "\n". */
export interface Run {
  text: string;
  marks: Partial<Record<MarkName, string>>;
}

/** The words of a block, with one blank where the page shows one. `oneLine`: breaks are blanks too. */
export function runsOf(content: RichNode[], oneLine: boolean): Run[] {
  return tidy(toRuns(content, oneLine));
}

function toRuns(content: RichNode[], oneLine: boolean): Run[] {
  return content.flatMap((node) => {
    if (node.type === "hardBreak") return [{ text: oneLine ? " " : "\n", marks: {} }];
    if (!node.text) return toRuns(node.content ?? [], oneLine);
    const marks: Run["marks"] = {};
    for (const { type, attrs } of node.marks ?? []) {
      const href = typeof attrs?.href === "string" ? encodeAddress(attrs.href) : "";
      if (type === "link" && isLinkAddress(href)) marks.link = href;
      if (type === "strike" || type === "bold" || type === "italic" || type === "code") marks[type] = "yes";
    }
    const text = withoutControls(node.text).replace(/[ \t\n\r\f]+/g, " ");
    if (marks.link || marks.code) return [{ text, marks }];
    return splitAddresses(text).map((part) => ({
      text: part.text,
      marks: part.href ? { ...marks, link: part.href } : marks,
    }));
  });
}

function withoutControls(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize("NFC")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
  );
}

/** One blank where the page shows one, none at the ends and around a break. */
function tidy(runs: Run[]): Run[] {
  const kept: Run[] = [];
  let before = "\n";
  for (const { text, marks } of runs) {
    let short = text === "\n" ? text : text.replace(/^ +/, (blank) => (/[ \n]/.test(before) ? "" : blank));
    if (short === "\n" && kept.length === 0) short = "";
    if (short === "\n") trimEnd(kept, / +$/);
    if (short === "") continue;
    kept.push({ text: short, marks });
    before = short.at(-1) ?? before;
  }
  trimEnd(kept, /\s+$/);
  const [first] = kept;
  if (first) first.text = first.text.trimStart();
  return kept.filter(({ text }) => text !== "");
}

function trimEnd(runs: Run[], blank: RegExp): void {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    const short = last.text.replace(blank, "");
    if (short === last.text) return;
    last.text = short;
    if (short !== "") return;
    runs.pop();
  }
}
