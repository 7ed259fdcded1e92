import type { ThreadComment } from "@/lib/comments/types";

const QUOTE_MAX = 400;

let selected: { id: string; words: string } | null = null;

/** Keeps what is selected inside a comment before a click on one of its links takes the selection away. */
export function noteSelection(): void {
  const selection = getSelection();
  const node = selection?.anchorNode;
  const comment = (node instanceof Element ? node : node?.parentElement)?.closest("article.comment .prose");
  const id = comment?.closest("article")?.id.replace("comment-", "");
  const words = selection?.toString().trim() ?? "";
  selected = id && words ? { id, words } : null;
}

/** The words that are selected inside a comment. */
export function selectedIn(id: string): string | undefined {
  return selected?.id === id ? selected.words : undefined;
}

/** The words of a comment, or its first paragraph, as a quotation in Markdown with who said it. */
export function quoted({ author, html }: ThreadComment, words = firstParagraph(html)): string {
  const short = words.length > QUOTE_MAX ? `${words.slice(0, QUOTE_MAX).replace(/\s+\S*$/, "")} …` : words;
  const lines = short.split(/\n+/).map((line) => `> ${line.trim()}`);
  return `${author?.name ?? ""}:\n${lines.join("\n")}\n\n`;
}

/** Without what they quoted themselves, unless there is nothing else. */
function firstParagraph(html: string): string {
  const own = html.replace(/(<p>[^<]{1,120}:<\/p>\s*)?<blockquote>.*?<\/blockquote>/gs, "");
  const first = /<(p|li|h\d|pre)\b[^>]*>(.*?)<\/\1>/s.exec(own) ?? /<(p|li)\b[^>]*>(.*?)<\/\1>/s.exec(html);
  return decode((first?.[2] ?? "").replace(/<[^>]*>/g, "")).trim();
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
const decode = (text: string) => text.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
