import { type BesideLabels, backHtml, nameOf, refHtml, refId, type Spoken } from "./beside-html";
import { isBlank, type Letter, lettersOf } from "./letters";
import { saidIn } from "./note";

/** The letters of a quotation in a section, without blanks. Null where it is not to be found, or more than once. */
export function quotedIn(section: Element, quote: string): Letter[] | null {
  const letters = lettersOf(section).filter(({ sign }) => !isBlank(sign));
  const text = letters.map(({ sign }) => sign).join("");
  const sought = quote.replace(/\s+/g, "");
  const at = text.indexOf(sought);
  if (sought === "" || at < 0 || text.indexOf(sought, at + 1) >= 0) return null;
  return letters.slice(at, at + sought.length);
}

/** Marks the words that a comment is about, with its number behind them, as `weave` does on the server. */
export function markWords(
  words: Letter[],
  note: HTMLElement,
  labels: BesideLabels,
  spoken: Spoken,
): HTMLElement | null {
  const last = words.at(-1);
  const ref = elementOf(refHtml({ ...saidIn(note), number: 0 }, labels, spoken));
  if (!last || !ref) return null;
  endAt(last).after(ref);
  const stretches = new Map<Text, [number, number]>();
  for (const { node, at } of words) stretches.set(node, [stretches.get(node)?.[0] ?? at, at + 1]);
  for (const [node, [from, to]] of stretches) {
    if (node.parentElement?.closest("mark.passage")) continue;
    if (to < node.length) node.splitText(to);
    const said = from > 0 ? node.splitText(from) : node;
    const mark = document.createElement("mark");
    mark.className = "passage";
    said.replaceWith(mark);
    mark.append(said);
  }
  return ref;
}

/** What stands last where a letter ends: never within a link, and behind the numbers that are there. */
function endAt({ node, at }: Letter): ChildNode {
  if (at + 1 < node.length) node.splitText(at + 1);
  const mark = node.parentElement;
  let end: ChildNode =
    node.parentElement?.closest("a") ?? (mark?.matches(".passage") && !node.nextSibling ? mark : node);
  while (end.nextSibling instanceof Element && end.nextSibling.matches(".ref")) end = end.nextSibling;
  return end;
}

const REFS = '[data-passages] a.ref[href^="#beside-"]';

export function refOf(id: string): HTMLElement | null {
  return document.querySelector(`a.ref[href="#beside-${id}"]`);
}

/** Counts the passages of the page anew, in the order of reading. */
export function countAnew(labels: BesideLabels): void {
  for (const [before, ref] of document.querySelectorAll<HTMLAnchorElement>(REFS).entries()) {
    const number = before + 1;
    const note = document.getElementById(ref.hash.slice(1));
    if (!note || (ref.id === refId(number) && note.getAttribute("aria-labelledby") === ref.id)) continue;
    ref.id = refId(number);
    ref.textContent = String(number);
    ref.setAttribute("aria-label", nameOf({ number, name: saidIn(note).name }, labels));
    note.removeAttribute("aria-label");
    note.setAttribute("aria-labelledby", ref.id);
    const fresh = elementOf(backHtml(number, labels));
    const back = note.querySelector<HTMLElement>(":scope > header > .ref");
    if (!fresh) continue;
    // In its place, since somebody may be on it.
    if (back) back.replaceChildren(...fresh.childNodes);
    back?.setAttribute("href", `#${ref.id}`);
    if (!back) note.querySelector(":scope > header")?.prepend(fresh);
  }
}

/** A comment whose words are not marked any more. */
export function withoutNumber(note: HTMLElement, labels: BesideLabels): void {
  note.querySelector(":scope > header > .ref")?.remove();
  note.removeAttribute("aria-labelledby");
  note.setAttribute("aria-label", nameOf({ number: null, name: saidIn(note).name }, labels));
}

export function elementOf(html: string): HTMLElement | null {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild as HTMLElement | null;
}
