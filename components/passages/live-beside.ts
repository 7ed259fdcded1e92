import type { ThreadComment } from "@/lib/comments/types";
import { announce } from "./announce";
import { type BesideLabels, besideHtml, cutAt } from "./beside-html";

export interface LiveBesideLabels extends BesideLabels {
  /** "1 new comment" */
  came: string;
}

const BLOCKS = "p, li, h3, h4, h5, h6, pre, tr";
const APART = ".ref, .say, .beside, .more-beside, .gone, .passage-host, .came-beside";

/**
 * Brings what stands beside the text up to date with a comment that was heard of: a new one about a passage comes to stand
 * at its words, one that changed gets its new words, one that is resolved, hidden or removed goes. Nothing that somebody
 * reads is moved: on a narrow page, where a comment stands between the paragraphs, a new one in sight waits behind a button.
 */
export function tellBeside(comment: ThreadComment, labels: LiveBesideLabels): void {
  const standing = document.getElementById(`beside-${comment.id}`);
  const open = !comment.deleted && !comment.resolved && !comment.hidden && comment.author !== null;
  if (!open) takeAway(comment.id);
  else if (standing) renew(standing, comment);
  else bring(comment, labels);
}

function bring(comment: ThreadComment, labels: LiveBesideLabels): void {
  const { passage, author } = comment;
  if (comment.parentId || !author || passage?.state !== "here" || passage.quote === null) return;
  if (document.querySelector(`[data-came="${comment.id}"]`)) return;
  const section = document.querySelector<HTMLElement>(`[data-passages="${CSS.escape(passage.section)}"]`);
  const block = section && blockWith(passage.quote, section);
  if (!section || !block) return;
  const note = noteOf(comment, author.name, section, labels);
  const place = placeFor(block, section);
  if (!place) return;
  const { bottom } = block.getBoundingClientRect();
  const isWide = matchMedia("(min-width: 64rem)").matches;
  if (isWide || bottom > innerHeight || bottom < 0) steadily(() => place(note), bottom < 0 && !isWide);
  else offer(block, () => place(note), comment.id, labels);
}

function noteOf(comment: ThreadComment, name: string, section: HTMLElement, labels: BesideLabels): HTMLElement {
  const holder = document.createElement("template");
  const { id, city, html, language, createdAt, when } = comment;
  // Where others can say something, so can whoever reads this.
  const reply = comment.abilities.reply || section.querySelector(".say") !== null;
  const view = { id, number: null, name, city, html, language, createdAt, when, about: null, answers: null, reply };
  holder.innerHTML = besideHtml({ ...view, cut: cutAt(textOf(html)) }, labels);
  return holder.content.firstElementChild as HTMLElement;
}

function textOf(html: string): string {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return (holder.content.textContent ?? "").replace(/\s+/g, " ").trim();
}

function renew(note: HTMLElement, { html, language }: ThreadComment): void {
  const words = note.querySelector<HTMLElement>(":scope > .prose");
  if (!words) return;
  const cut = cutAt(textOf(html));
  words.lang = language;
  if (cut === null) words.innerHTML = html;
  else words.textContent = cut;
}

function takeAway(id: string): void {
  const note = document.getElementById(`beside-${id}`);
  // Whoever answers it there keeps what they have written.
  if (note && !note.querySelector("form")) note.remove();
  document.getElementById(`ref-${id}`)?.remove();
  document.querySelector(`[data-came="${id}"]`)?.remove();
}

/** The block in which a quotation ends. */
function blockWith(quote: string, section: HTMLElement): HTMLElement | null {
  const last = wordsIn(quote.slice(quote.lastIndexOf("\n") + 1));
  return (
    [...section.querySelectorAll<HTMLElement>(BLOCKS)].find(
      (block) => !block.closest(APART) && wordsOf(block).includes(last),
    ) ?? null
  );
}

function wordsOf(block: HTMLElement): string {
  const copy = block.cloneNode(true) as HTMLElement;
  for (const apart of copy.querySelectorAll(APART)) apart.remove();
  return wordsIn(copy.textContent ?? "");
}

const wordsIn = (text: string) => text.replace(/\s+/g, "");

/** Puts something below a block: in its point of a list, or after the outermost element and what stands beside it already. */
function placeFor(block: HTMLElement, section: HTMLElement): ((note: HTMLElement) => void) | null {
  const point = block.closest("li");
  if (point && section.contains(point)) {
    const nested = [...point.children].find((child) => child.matches("ul, ol"));
    return (note) => point.insertBefore(note, nested ?? null);
  }
  let top: HTMLElement | null = block;
  while (top && top !== section && !top.parentElement?.matches("[data-passages], [data-passages] > .stack, .spot"))
    top = top.parentElement;
  if (!top || top === section) return null;
  const outer = top;
  return (note) => {
    let spot = outer.parentElement;
    if (!spot?.matches(".spot")) {
      spot = document.createElement("div");
      spot.className = "spot";
      outer.replaceWith(spot);
      spot.append(outer);
    }
    spot.append(note);
  };
}

/** Changes what stands above the part that is looked at, which stays where it is. */
function steadily(change: () => void, above: boolean): void {
  const before = document.documentElement.scrollHeight;
  const at = scrollY;
  change();
  const grown = document.documentElement.scrollHeight - before;
  if (above && scrollY === at && grown > 0) scrollBy({ top: grown, behavior: "instant" });
}

/** A button at the end of the block, in a place that is free anyway. */
function offer(block: HTMLElement, show: () => void, id: string, labels: LiveBesideLabels): void {
  const holder = document.createElement("span");
  holder.className = "came-beside";
  holder.dataset.came = id;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = labels.came;
  button.addEventListener("click", () => {
    holder.remove();
    show();
    document.getElementById(`beside-${id}`)?.focus();
  });
  holder.append(" ", button);
  block.querySelector(":scope > ul, :scope > ol")?.before(holder);
  if (!holder.isConnected) block.append(holder);
  announce(labels.came);
}
