import { escapeText } from "@/lib/text/markdown-escape";

/** The width at which programs break the lines of plain mails. */
const WIDTH = 72;
const ALREADY_PLAIN = {
  firstInLine: true,
  beforeLink: false,
  inLink: true,
  inTable: false,
  encodeFirst: false,
  encodeLast: false,
};
const LISTED = /^(?:[-*+•–] |\d{1,3}[.)] )/;

/**
 * The words of a plain mail as Markdown that shows them all: paragraphs, lists, quotes and addresses stay what they are,
 * every other sign of Markdown is a sign. A line that was broken for its length goes on; another begins anew.
 */
export function asMarkdown(words: string): string {
  const lines = words.split("\n").map((line) => line.trim());
  return lines
    .map((line, n) => {
      const next = lines[n + 1] ?? "";
      const ends = line !== "" && next !== "" && !opens(next) && !goesOn(line, next);
      return escaped(line) + (ends ? "  " : "") + (apart(line, next) ? "\n" : "");
    })
    .join("\n")
    .trim();
}

function opens(line: string): boolean {
  return LISTED.test(line) || line.startsWith(">");
}

/** A quote or a list begins a block of its own, and what follows it does too. */
function apart(line: string, next: string): boolean {
  if (line === "" || next === "") return false;
  return kindOf(line) !== kindOf(next) && (opens(next) || line.startsWith(">"));
}

function kindOf(line: string): "quote" | "list" | "text" {
  if (line.startsWith(">")) return "quote";
  return LISTED.test(line) ? "list" : "text";
}

function goesOn(line: string, next: string): boolean {
  const first = next.split(" ", 1)[0] ?? "";
  return line.length + 1 + first.length > WIDTH;
}

function escaped(line: string): string {
  if (line.startsWith(">")) {
    const words = line.replace(/^[>\s]+/, "");
    return words === "" ? ">" : `> ${escapeText(words, ALREADY_PLAIN)}`;
  }
  const [mark = ""] = LISTED.exec(line) ?? [];
  return mark.replace(/^[*+•–]/, "-") + escapeText(line.slice(mark.length), ALREADY_PLAIN);
}
