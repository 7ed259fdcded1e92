import { AROUND, QUOTE_MAX } from "@/lib/passages/anchor";
import type { GivenPassage } from "@/lib/passages/schema";
import { APART, BLOCKS, isBlank, lettersOf } from "./letters";

/** The section of the text that an element of the page stands in. */
export function sectionOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest(APART) ? null : (element?.closest<HTMLElement>("[data-passages]") ?? null);
}

/** What is selected in a text, cut at the end of the section that it begins in. */
export function selectedRange(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const section = sectionOf(range.startContainer);
  if (!section) return null;
  if (!section.contains(range.endContainer)) range.setEnd(section, section.childNodes.length);
  return range;
}

/** The whole block that a "Comment" link stands at the end of. */
export function blockRange(link: HTMLElement): Range {
  const range = document.createRange();
  range.setStart(link.closest(BLOCKS) ?? link, 0);
  range.setEndBefore(link);
  return range;
}

/** The words of a range with those around it, as the server counts them. Null when it holds no words. */
export function passageAt(range: Range, language: string): GivenPassage | null {
  const section = sectionOf(range.startContainer);
  if (!section) return null;
  const found = wordsIn(section, range);
  if (found.start < 0 || found.end <= found.start) return null;
  const { text, start, end } = wholeWords(found);
  const stop = Math.min(end, start + QUOTE_MAX);
  return {
    section: section.dataset.passages ?? "",
    language,
    quote: text.slice(start, stop).toWellFormed(),
    before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
    after: text.slice(stop, stop + AROUND).toWellFormed(),
    start,
    inside: isInside(section, range) || undefined,
  };
}

/** To the ends of the words that were only half selected. */
function wholeWords({ text, start, end }: { text: string; start: number; end: number }) {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  let [from, to] = [start, end];
  while (from > 0 && isLetter(from) && isLetter(from - 1)) from -= 1;
  while (to < text.length && isLetter(to - 1) && isLetter(to)) to += 1;
  return { text, start: from, end: to };
}

/** Whether the range touches a block that the cohort does not read. */
function isInside(section: HTMLElement, range: Range): boolean {
  return [...section.querySelectorAll<HTMLElement>(".say[data-inside]")].some((link) => {
    const block = link.closest(BLOCKS);
    return block !== null && range.intersectsNode(block);
  });
}

function wordsIn(section: HTMLElement, range: Range): { text: string; start: number; end: number } {
  const parts = new Map<Text, [number, number]>();
  const partOf = (node: Text) => {
    const known = parts.get(node) ?? part(node, range);
    parts.set(node, known);
    return known;
  };
  let [text, start, end] = ["", -1, -1];
  for (const { sign, node, at } of lettersOf(section)) {
    const [from, to] = partOf(node);
    if (!isBlank(sign) && at >= from && at < to) {
      if (start < 0) start = text.length;
      end = text.length + 1;
    }
    text += sign;
  }
  return { text, start, end };
}

/** From where to where a text lies in the range. */
function part(node: Text, range: Range): [number, number] {
  const from = node === range.startContainer ? range.startOffset : range.comparePoint(node, 0) === 0 ? 0 : node.length;
  const to =
    node === range.endContainer ? range.endOffset : range.comparePoint(node, node.length) === 0 ? node.length : 0;
  return [from, to];
}

/** A place in the page below the block that a range ends in: after its point of a list, or after the outermost element. */
export function hostBelow(end: Node, section: HTMLElement): HTMLElement {
  document.querySelector(".passage-host")?.remove();
  const host = document.createElement("div");
  host.className = "passage-host";
  const element = end instanceof Element ? end : end.parentElement;
  const point = element?.closest("li");
  if (point && section.contains(point)) {
    const nested = [...point.children].find((child) => child.matches("ul, ol"));
    point.insertBefore(host, nested ?? null);
    return host;
  }
  let top = element;
  while (top && top.parentElement !== section && !top.parentElement?.matches("[data-passages] > .stack"))
    top = top.parentElement;
  if (top) top.after(host);
  else section.append(host);
  return host;
}
