/** A stretch of text in one style. "\n" in it is a line break. */
export interface Span {
  text: string;
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
  href?: string;
}

/** Text without a page: what Word, PDF and the rest are made from. `language` only where it is not the file's. */
export type Block = { language?: string } & (
  | { type: "heading"; level: number; spans: Span[] }
  | { type: "paragraph"; spans: Span[]; tone?: "lead" | "muted" }
  | { type: "list"; ordered: boolean; start: number; items: Block[][] }
  | { type: "quote"; blocks: Block[] }
  | { type: "code"; text: string }
  | {
      type: "table";
      head: Span[][];
      rows: Span[][][] /** The first cell says what the row is about. */;
      named: boolean;
    }
  | { type: "picture"; fileId: string; alt: string; caption: Span[] }
  | { type: "rule" }
);

/** What a row of a table is about, and under it what is said of it. */
export function named(name: string, note = ""): Span[] {
  return note ? [{ text: name, bold: true }, { text: `\n${note}` }] : [{ text: name, bold: true }];
}

interface Node {
  tag: string;
  attributes: string;
  children: (Node | string)[];
}

/** Deeper than this nobody reads; what is nested further stays as text. */
const DEPTH_MAX = 24;
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>|([^<]+|<)/g;
const VOID = new Set(["br", "hr"]);
const BLOCKS = new Set(["p", "ul", "ol", "blockquote", "pre", "table", "hr", "h3", "h4", "h5", "h6", "div"]);

/** The HTML that renderMarkdown made → blocks. It knows the tags that come out of there and nothing else. */
export function richText(html: string): Block[] {
  return blocksOf(treeOf(html).children);
}

function treeOf(html: string): Node {
  const root: Node = { tag: "", attributes: "", children: [] };
  const stack = [root];
  let skipped = 0;
  for (const [, close, tag = "", attributes = "", words] of html.matchAll(TOKEN)) {
    const top = stack.at(-1) ?? root;
    if (words !== undefined) top.children.push(unescaped(words));
    else if (close) {
      if (skipped > 0) skipped -= 1;
      else if (stack.length > 1) stack.pop();
    } else {
      const node: Node = { tag, attributes, children: [] };
      if (VOID.has(tag) || attributes.endsWith("/")) top.children.push(node);
      else if (stack.length > DEPTH_MAX) skipped += 1;
      else {
        top.children.push(node);
        stack.push(node);
      }
    }
  }
  return root;
}

function blocksOf(nodes: (Node | string)[]): Block[] {
  const blocks: Block[] = [];
  let run: (Node | string)[] = [];
  const flush = () => {
    const spans = spansOf(run);
    if (spans.length > 0) blocks.push({ type: "paragraph", spans });
    run = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || !BLOCKS.has(node.tag)) run.push(node);
    else {
      flush();
      blocks.push(...blockOf(node));
    }
  }
  flush();
  return blocks;
}

function blockOf(node: Node): Block[] {
  switch (node.tag) {
    case "ul":
    case "ol": {
      const items = elements(node, "li").map((item) => blocksOf(item.children));
      const start = Number(/start="(\d+)"/.exec(node.attributes)?.[1] ?? 1);
      return [{ type: "list", ordered: node.tag === "ol", start, items }];
    }
    case "blockquote":
      return [{ type: "quote", blocks: blocksOf(node.children) }];
    case "pre":
      return [{ type: "code", text: textOf(node).replace(/\n$/, "") }];
    case "hr":
      return [{ type: "rule" }];
    case "table":
      return [tableOf(node)];
    case "p":
    case "div":
      return blocksOf(node.children.map((child) => (isBlock(child) ? textOf(child) : child)));
    default: {
      const spans = spansOf(node.children);
      return spans.length > 0 ? [{ type: "heading", level: Number(node.tag.slice(1)), spans }] : [];
    }
  }
}

function tableOf(table: Node): Block {
  const cells = (row: Node) => [...elements(row, "th"), ...elements(row, "td")].map((cell) => spansOf(cell.children));
  const rows = (part: string) => elements(table, part).flatMap((one) => elements(one, "tr").map(cells));
  const [head = []] = rows("thead");
  return { type: "table", head, rows: rows("tbody"), named: false };
}

function spansOf(nodes: (Node | string)[], style: Omit<Span, "text"> = {}): Span[] {
  const spans = nodes.flatMap((node): Span[] => {
    if (typeof node === "string") return [{ ...style, text: node.replace(/\s+/g, " ") }];
    if (node.tag === "br") return [{ ...style, text: "\n" }];
    return spansOf(node.children, { ...style, ...styleOf(node) });
  });
  const kept = spans.filter(({ text }) => text !== "");
  return kept.some(({ text }) => text.trim() !== "") ? kept : [];
}

function styleOf({ tag, attributes }: Node): Omit<Span, "text"> {
  if (tag === "strong") return { bold: true };
  if (tag === "em") return { italic: true };
  if (tag === "del") return { strike: true };
  if (tag === "code") return { code: true };
  const href = tag === "a" ? /href="([^"]*)"/.exec(attributes)?.[1] : undefined;
  return href ? { href: unescaped(href) } : {};
}

const isBlock = (node: Node | string): node is Node => typeof node !== "string" && BLOCKS.has(node.tag);
const elements = (node: Node, tag: string) =>
  node.children.filter((child): child is Node => typeof child !== "string" && child.tag === tag);
const textOf = (node: Node): string =>
  node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: "\u00a0" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all);
}
