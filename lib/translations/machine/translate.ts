import { type Block, blocksOf } from "./blocks";
import { escaped, fromHtml, type Node, parseInline, toHtml, toMarkdown, unescaped } from "./inline";

type Send = (html: string[]) => Promise<string[]>;

/**
 * Markdown texts in another language. Headings, lists, tables and code stay what they are, and every link keeps its
 * address: a paragraph whose elements did not come back whole is sent once more, in pieces between them.
 */
export async function translateMarkdown(texts: string[], send: Send): Promise<string[]> {
  const documents = texts.map((text) => blocksOf(text).map(parsed));
  const wanted = documents.flat().filter(({ nodes }) => hasWords(nodes));
  const whole = await once(
    wanted.map(({ nodes }) => toHtml(nodes)),
    send,
  );
  const broken: Parsed[] = [];
  for (const [index, block] of wanted.entries()) {
    const found = fromHtml(oneLine(whole[index] ?? ""), block.nodes);
    if (found) block.nodes = found;
    else broken.push(block);
  }
  const runs = broken.flatMap(({ nodes }) => runsIn(nodes));
  const pieces = runs.length === 0 ? [] : await once(runs.map(escaped), send);
  for (const block of broken) block.nodes = inPieces(block.nodes, pieces);
  return documents.map((blocks) => blocks.map(joined).join(""));
}

interface Parsed extends Block {
  nodes: Node[];
}

function parsed(block: Block): Parsed {
  return { ...block, nodes: block.words === null ? [] : parseInline(block.words) };
}

/** A word that begins like a marker must not become one: "1. Mai" is a date. */
function joined({ before, words, nodes, after }: Parsed): string {
  const text = toMarkdown(nodes).trim();
  const marker = /^(?:#{1,6}\s|[-+*]\s|>|\d+[.)]\s)/;
  const safe = words !== null && marker.test(text) && !marker.test(words) ? text.replace(/^(\d*)/, "$1\\") : text;
  return before + safe + after;
}

function hasWords(nodes: Node[]): boolean {
  return runsIn(nodes).length > 0;
}

function runsIn(nodes: Node[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return /\p{L}/u.test(node) ? [node.trim()] : [];
    return "inside" in node ? runsIn(node.inside) : [];
  });
}

/** Takes the translations of the runs of text from the front of `pieces`, with the blanks they had. */
function inPieces(nodes: Node[], pieces: string[]): Node[] {
  return nodes.map((node) => {
    if (typeof node === "string") {
      const run = node.trim();
      return /\p{L}/u.test(node) ? node.replace(run, () => oneLine(plain(pieces.shift() ?? escaped(run)))) : node;
    }
    return "inside" in node ? { ...node, inside: inPieces(node.inside, pieces) } : node;
  });
}

/** Nothing is sent twice in one request. */
async function once(html: string[], send: Send): Promise<string[]> {
  const different = [...new Set(html)];
  if (different.length === 0) return [];
  const translated = await send(different);
  const found = new Map(different.map((text, index) => [text, translated[index] ?? text]));
  return html.map((text) => found.get(text) ?? text);
}

function plain(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ""));
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}
