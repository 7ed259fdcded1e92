import type { Outline, Part } from "./outline";
import type { Block, Span } from "./rich-text";

/** One Markdown file: what it is on top, then one write-up after the other, each from its title. */
export function markdownFile(outlines: readonly Outline[], about: Record<string, string>): string {
  const front = Object.entries(about).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const texts = outlines.map(({ blocks }) => blocks.map(partOf).filter(Boolean).join("\n\n"));
  return `---\n${front.join("\n")}\n---\n\n${texts.join("\n\n---\n\n")}\n`;
}

function partOf(part: Part): string {
  return part.type === "prose" ? shifted(part.markdown) : blockOf(part);
}

/** Headings of a section stand under the section's own, as on the page. Code is left as it is. */
function shifted(markdown: string): string {
  let fence = "";
  return markdown
    .split("\n")
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
      if (fence) {
        if (mark.startsWith(fence)) fence = "";
        return line;
      }
      fence = mark;
      return line.replace(/^( {0,3})(#{1,6})(?=\s|$)/, (_, blanks: string, signs: string) => {
        const level = Math.min(6, Math.max(3, signs.length + 1));
        return blanks + "#".repeat(level);
      });
    })
    .join("\n");
}

function blockOf(block: Block): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${oneLine(inline(block.spans))}`;
    case "paragraph":
      return inline(block.spans);
    case "list":
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${block.start + index}. ` : "- ";
          return (
            mark +
            item
              .map(blockOf)
              .join("\n\n")
              .replaceAll("\n", `\n${" ".repeat(mark.length)}`)
          );
        })
        .join("\n");
    case "quote":
      return block.blocks.map(blockOf).join("\n\n").replace(/^/gm, "> ");
    case "code":
      return block.text.replace(/^/gm, "    ");
    case "table":
      return [block.head, block.head.map((): Span[] => [{ text: "---" }]), ...block.rows]
        .map((row, index) => `| ${row.map((cell) => (index === 1 ? "---" : inCell(cell))).join(" | ")} |`)
        .join("\n");
    case "picture":
      return [`*${escaped(block.alt)}*`, inline(block.caption)].filter((words) => words && words !== "**").join("\n\n");
    case "rule":
      return "---";
  }
}

const inCell = (spans: Span[]) => inline(spans).replaceAll("|", "\\|").replaceAll("\\\n", "<br>").replaceAll("\n", " ");
const oneLine = (text: string) => text.replace(/\s*\\?\n\s*/g, " ");

function inline(spans: Span[]): string {
  return spans
    .map(({ text, bold, italic, strike, href }) => {
      const words = escaped(text).replaceAll("\n", "\\\n");
      const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
      const mark = `${bold ? "**" : ""}${italic ? "*" : ""}${strike ? "~~" : ""}`;
      const styled = core ? mark + core + [...mark].reverse().join("") : "";
      return before + (href && core ? linked(styled, text, href) : styled) + after;
    })
    .join("");
}

function linked(styled: string, text: string, href: string): string {
  return text === href ? `<${href}>` : `[${styled}](<${href.replace(/[<>\n]/g, encodeURIComponent)}>)`;
}

/** A word of ours or of a field, which is no Markdown: its signs are not to be taken for it. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#~]/g, "\\$&").replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, "$1\\$2");
}
