/**
 * One line of Markdown as HTML for a translation service, and back. Links, emphasis and code become elements with a
 * number; what comes back counts only when each of them is there once and closed in order.
 */
export type Node = string | { verbatim: string } | { open: string; close: string; inside: Node[] };

const SPAN =
  /(?<code>(`+)(?!`)[\s\S]*?[^`]\2(?!`))|(?<open>!?\[)(?<label>(?:[^[\]\\]|\\.)*)(?<close>\]\((?:[^()\\]|\\.|\([^()]*\))*\))|(?<address><(?:https?|mailto):[^>\s]*>|https?:\/\/[^\s<>]+)|(?<sign>\\[!-/:-@[-`{-~])|(?<mark>\*\*|__|~~|\*|(?<![\p{L}\p{N}])_)(?=\S)(?<marked>(?:(?!\k<mark>)[\s\S])*?[^\s\\])\k<mark>/u;

export function parseInline(text: string): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  for (let found = SPAN.exec(rest); found; found = SPAN.exec(rest)) {
    if (found.index > 0) nodes.push(rest.slice(0, found.index));
    const { code, open, label = "", close = "", address, sign, mark = "", marked = "" } = found.groups ?? {};
    const verbatim = code ?? address ?? sign;
    if (verbatim) nodes.push({ verbatim });
    else if (open) nodes.push({ open, close, inside: parseInline(label) });
    else nodes.push({ open: mark, close: mark, inside: parseInline(marked) });
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest) nodes.push(rest);
  return nodes;
}

export function toMarkdown(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      return "verbatim" in node ? node.verbatim : `${node.open}${toMarkdown(node.inside)}${node.close}`;
    })
    .join("");
}

export function toHtml(nodes: Node[]): string {
  let id = 0;
  const html = (list: Node[]): string =>
    list
      .map((node) => {
        if (typeof node === "string") return escaped(node);
        id += 1;
        const tag = tagOf(node);
        return tag === "img"
          ? `<img id="${id}">`
          : `<${tag} id="${id}">${html("inside" in node ? node.inside : [])}</${tag}>`;
      })
      .join("");
  return html(nodes);
}

/** Null when an element is missing, twice there, or not closed in order. */
export function fromHtml(html: string, original: Node[]): Node[] | null {
  const wanted = numbered(original);
  const root: Node[] = [];
  const stack: { tag: string; inside: Node[] }[] = [];
  const into = () => stack.at(-1)?.inside ?? root;
  for (const token of html.split(/(<\/?[a-zA-Z][^>]*>)/)) {
    const tag = /^<(\/?)([a-zA-Z]+)(?:\s+id="?(\d+)"?)?[^>]*>$/.exec(token);
    if (!tag) {
      if (token) into().push(unescaped(token));
      continue;
    }
    const [, closing, name = "", id] = tag;
    const kind = name.toLowerCase();
    if (closing) {
      if (kind === "img") continue;
      if (stack.pop()?.tag !== kind) return null;
      continue;
    }
    const node = wanted.get(Number(id));
    if (!node || tagOf(node) !== kind) return null;
    wanted.delete(Number(id));
    if ("verbatim" in node) into().push(node);
    else {
      const copy = { ...node, inside: [] };
      into().push(copy);
      stack.push({ tag: kind, inside: copy.inside });
    }
  }
  return stack.length === 0 && wanted.size === 0 ? tightened(root) : null;
}

/** "** bold**" would not be bold: blanks at the edge of an element go outside it. */
function tightened(nodes: Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === "string" || "verbatim" in node) return [node];
    const inside = tightened(node.inside);
    const [first, last] = [inside[0], inside.at(-1)];
    const before = typeof first === "string" ? (/^\s+/.exec(first)?.[0] ?? "") : "";
    const after = typeof last === "string" ? (/\s+$/.exec(last)?.[0] ?? "") : "";
    if (typeof first === "string") inside[0] = first.trimStart();
    const end = inside.at(-1);
    if (typeof end === "string") inside[inside.length - 1] = end.trimEnd();
    return [before, { ...node, inside }, after].filter((one) => one !== "");
  });
}

type Element = Exclude<Node, string>;

function numbered(nodes: Node[]): Map<number, Element> {
  const found = new Map<number, Element>();
  const visit = (list: Node[]) => {
    for (const node of list) {
      if (typeof node === "string") continue;
      found.set(found.size + 1, node);
      if ("inside" in node) visit(node.inside);
    }
  };
  visit(nodes);
  return found;
}

function tagOf(node: Element): "img" | "a" | "b" | "i" | "s" {
  if ("verbatim" in node) return "img";
  if (node.open.endsWith("[")) return "a";
  return node.open === "~~" ? "s" : node.open.length === 2 ? "b" : "i";
}

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

export function unescaped(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
