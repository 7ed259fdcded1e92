import { inlineMarkdown } from "./markdown-inline";
import type { RichNode } from "./markdown-nodes";

/**
 * A formatted text → the Markdown that `markdownToHtml` reads as the same text. Markdown has no empty paragraphs, so they
 * are left out; a second trip changes nothing.
 */
export function writeMarkdown(document: RichNode): string {
  return blocks(document.content ?? []).join("\n\n");
}

function blocks(nodes: RichNode[]): string[] {
  const written: string[] = [];
  let list = { type: "", second: false };
  for (const node of nodes) {
    // Two lists in a row would be one if they had the same sign.
    const second = list.type === node.type && !list.second;
    const text = block(node, second);
    if (text === "") continue;
    list = { type: node.type, second };
    written.push(text);
  }
  return written;
}

function block(node: RichNode, second: boolean): string {
  const content = node.content ?? [];
  switch (node.type) {
    case "paragraph":
      return inlineMarkdown(content);
    case "heading":
      return heading(node);
    case "bulletList":
      return listOf(content, () => (second ? "* " : "- "));
    case "orderedList": {
      const start = firstNumber(node);
      return listOf(content, (index) => `${start + index}${second ? ")" : "."} `);
    }
    case "blockquote":
      return quoted(blocks(content).join("\n\n"));
    case "codeBlock":
      return code(node);
    case "horizontalRule":
      return "___";
    case "table":
      return table(content);
    default:
      return blocks(content).join("\n\n");
  }
}

function quoted(text: string): string {
  if (text === "") return "";
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function heading(node: RichNode): string {
  const words = inlineMarkdown(node.content, { oneLine: true }).replace(/(^|\s)(#+)$/, "$1\\$2");
  const level = Math.min(Math.max(Number(node.attrs?.level) || 2, 2), 5);
  return words && `${"#".repeat(level)} ${words}`;
}

function firstNumber(node: RichNode): number {
  const start = Number(node.attrs?.start ?? 1);
  return Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1;
}

/** A list is tight while its items are one paragraph, or one and lists below it. */
function listOf(items: RichNode[], sign: (index: number) => string): string {
  const filled = items
    .map((item) => (item.content ?? []).map((node) => ({ node, texts: blocks([node]) })))
    .map((parts) => parts.filter(({ texts }) => texts.length > 0))
    .filter((parts) => parts.length > 0);
  const tight = filled.every(([first, ...rest]) => first?.node.type === "paragraph" && rest.every(isPlainList));
  return filled
    .map((parts, index) => {
      const mark = sign(index);
      const text = (tight ? parts.flatMap(({ texts }) => texts) : blocks(parts.map(({ node }) => node))).join(
        tight ? "\n" : "\n\n",
      );
      return mark + text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
    })
    .join(tight ? "\n" : "\n\n");
}

/** Only a list that begins with 1 may follow a line without a blank one. Two lists in a row need their own signs. */
function isPlainList({ node }: { node: RichNode }, index: number): boolean {
  return index === 0 && (node.type === "bulletList" || (node.type === "orderedList" && firstNumber(node) === 1));
}

function code(node: RichNode): string {
  const text = (node.content ?? []).map((one) => one.text ?? "").join("");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const language = String(node.attrs?.language ?? "").replace(/[^\w+#.-]/g, "");
  return `${fence}${language}\n${text.replace(/\r\n?/g, "\n")}\n${fence}`;
}

function table(rows: RichNode[]): string {
  const cells = rows.map((row) => (row.content ?? []).map(cellText));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (columns === 0) return "";
  const [head, ...body] = cells.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ""));
  const rule = Array.from({ length: columns }, (_, column) => alignment(rows[0]?.content?.[column]));
  return [head ?? [], rule, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** A cell has one line: its paragraphs follow each other. */
function cellText(cell: RichNode): string {
  const place = { oneLine: true, inTable: true };
  return (cell.content ?? [])
    .map((node) => inlineMarkdown(node.content, place))
    .filter((text) => text !== "")
    .join(" ");
}

function alignment(cell: RichNode | undefined): string {
  switch (cell?.attrs?.align) {
    case "left":
      return ":--";
    case "center":
      return ":-:";
    case "right":
      return "--:";
    default:
      return "---";
  }
}
