import { LRUCache } from "lru-cache";

/** A paragraph, a point of a list, a heading, a row: what one reads as one thing. */
export interface Block {
  n: number;
  tag: string;
  /** Its place in the words. */
  start: number;
  end: number;
  /** Where in the HTML something can be added to its end. */
  inside: number;
  /** Where in the HTML something can follow it: in its point of a list, or after the outermost element it stands in. */
  below: number;
  /** That outermost element, from its tag to the end of its closing tag. */
  top: { from: number; to: number };
  inList: boolean;
}

/** The plain words of a section's HTML: blocks divided by a line's end, blanks as one. */
export interface Words {
  text: string;
  blocks: Block[];
  /** For each unit of the text where it stands in the HTML, and where it ends there. */
  from: Uint32Array;
  to: Uint32Array;
  /** Where links stand in the HTML. */
  links: { from: number; to: number }[];
}

const CHARACTERS = 8_000_000;
const kept = new LRUCache<string, Words>({
  maxSize: CHARACTERS,
  sizeCalculation: (words, html) => html.length + words.text.length * 9 + 100,
});

/** The words of HTML that lib/text/markdown made, and where each of them stands in it. */
export function wordsOf(html: string): Words {
  const known = kept.get(html);
  if (known) return known;
  const words = read(html);
  kept.set(html, words);
  return words;
}

const TOKEN = /<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*)?>|&(#x[0-9a-f]+|#[0-9]+|[a-z]+);|[^<&]+|[<&]/gi;
const HOLDERS = new Set(["p", "li", "h3", "h4", "h5", "h6", "pre", "tr"]);
const BREAKS = new Set([...HOLDERS, "blockquote", "ul", "ol", "table", "thead", "tbody", "hr"]);
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function read(html: string): Words {
  const open: { tag: string; from: number }[] = [];
  const blocks: Block[] = [];
  const links: Words["links"] = [];
  const from: number[] = [];
  const to: number[] = [];
  let text = "";
  let start: number | null = null;
  let blank: [number, number] | null = null;
  let unfinished: Block[] = [];
  let waiting: Block[] = [];
  let link = 0;
  let cellEnd = 0;

  const add = (unit: string, at: number, end: number) => {
    if (start === null) {
      if (text) put("\n", at, at);
      start = text.length;
      blank = null;
    }
    if (blank) put(" ", blank[0], blank[1]);
    blank = null;
    for (const half of unit.split("")) put(half, at, end);
  };
  const put = (half: string, at: number, end: number) => {
    text += half;
    from.push(at);
    to.push(end);
  };
  const flush = (at: number) => {
    blank = null;
    if (start === null) return;
    const holder = open.findLast(({ tag }) => HOLDERS.has(tag))?.tag ?? "p";
    const list = open.findLastIndex(({ tag }) => tag === "li");
    const inList = list >= 0 && !open.slice(list).some(({ tag }) => tag === "table" || tag === "blockquote");
    const block: Block = {
      n: blocks.length,
      tag: holder,
      start,
      end: text.length,
      inside: holder === "tr" && cellEnd > 0 ? cellEnd : at,
      below: at,
      top: { from: open[0]?.from ?? at, to: html.length },
      inList,
    };
    blocks.push(block);
    unfinished.push(block);
    if (inList && holder !== "li") waiting.push(block);
    start = null;
  };

  for (const found of html.matchAll(TOKEN)) {
    const [token, slash, name, entity] = found;
    const at = found.index;
    const end = at + token.length;
    const tag = name?.toLowerCase();
    if (tag === undefined) {
      const decoded = entity === undefined ? null : decode(entity);
      if (decoded?.trim()) add(decoded, at, end);
      else if (decoded !== null) blank ??= [at, end];
      else addRun(token, at);
      continue;
    }
    if (tag === "br" || tag === "td" || tag === "th") blank ??= [at, at];
    if (slash && (tag === "td" || tag === "th")) cellEnd = at;
    if (tag === "a" && !slash) link = at;
    if (tag === "a" && slash) links.push({ from: link, to: end });
    if (!BREAKS.has(tag)) continue;
    flush(at);
    if (tag === "hr") continue;
    if (!slash) {
      open.push({ tag, from: at });
      continue;
    }
    open.splice(
      Math.max(
        0,
        open.findLastIndex((one) => one.tag === tag),
      ),
    );
    if (HOLDERS.has(tag)) for (const block of waiting) block.below = end;
    waiting = [];
    if (tag === "tr") cellEnd = 0;
    if (open.length > 0) continue;
    for (const block of unfinished) {
      block.top.to = end;
      if (!block.inList) block.below = end;
    }
    unfinished = [];
  }
  flush(html.length);
  return { text, blocks, from: Uint32Array.from(from), to: Uint32Array.from(to), links };

  function addRun(run: string, at: number) {
    for (let n = 0; n < run.length; n += 1) {
      const unit = run.charAt(n);
      if (/\s/.test(unit)) blank ??= [at + n, at + n + 1];
      else add(unit, at + n, at + n + 1);
    }
  }
}

function decode(entity: string): string | null {
  if (!entity.startsWith("#")) return ENTITIES[entity.toLowerCase()] ?? null;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
}

/** Words as `wordsOf` has them, from what a browser says was selected. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}
