import type { ThreadComment } from "@/lib/comments/types";
import { announce } from "./announce";
import { answerHtml, type BesideLabels, besideHtml, cutAt, type Spoken } from "./beside-html";
import { BLOCKS } from "./letters";
import { countAnew, elementOf, markWords, quotedIn, refOf, withoutNumber } from "./numbers";
import { isInSight, placeFor, steadily } from "./placing";

export interface LiveBesideLabels extends BesideLabels {
  /** "1 new comment" */
  came: string;
}

/**
 * Brings what stands beside the text up to date with a comment that was heard of: a new one about a passage comes to stand
 * at its words, one that changed gets its new words, one that is resolved, hidden or removed goes. Nothing that somebody
 * reads is moved: on a narrow page, where a comment stands between the paragraphs, a new one in sight waits behind a button.
 */
export function tellBeside(comment: ThreadComment, labels: LiveBesideLabels): void {
  const standing = document.getElementById(`beside-${comment.id}`);
  const open = !comment.deleted && !comment.resolved && !comment.hidden && comment.author !== null;
  if (!open) takeAway(comment.id, labels);
  else if (standing) renew(standing, comment, labels);
  else if (comment.parentId) bringAnswer(comment, comment.parentId, labels);
  else bring(comment, labels);
}

/** Below the answers that stand there. On a narrow page one in sight is left to the thread. */
function bringAnswer(comment: ThreadComment, rootId: string, labels: BesideLabels): void {
  const note = document.getElementById(`beside-${rootId}`);
  const answer = answerOf(comment, note, labels);
  if (!note || !answer) return;
  const { bottom } = note.getBoundingClientRect();
  const isWide = matchMedia("(min-width: 64rem)").matches;
  if (!isWide && isInSight(note)) return;
  const last = [...note.children].findLast((one) => one.matches(".prose, .prose + .muted"));
  steadily(() => last?.after(answer), bottom < 0 && !isWide);
}

function answerOf(
  { id, author, city, html, language, when }: ThreadComment,
  note: HTMLElement | null,
  labels: BesideLabels,
): HTMLElement | null {
  const section = note?.closest<HTMLElement>("[data-passages]");
  if (!section || !author) return null;
  const view = { id, name: author.name, city, html, language, when, cut: cutAt(textOf(html)) };
  return elementOf(answerHtml(view, labels, spokenIn(section)));
}

function bring(comment: ThreadComment, labels: LiveBesideLabels): void {
  const { passage, author } = comment;
  if (!author || passage?.state !== "here" || passage.quote === null) return;
  if (document.querySelector(`[data-came="${comment.id}"]`)) return;
  const { quote } = passage;
  const section = document.querySelector<HTMLElement>(`[data-passages="${CSS.escape(passage.section)}"]`);
  const block = section && quotedIn(section, quote)?.at(-1)?.node.parentElement?.closest<HTMLElement>(BLOCKS);
  if (!section || !block) return;
  const spoken = spokenIn(section);
  const note = noteOf(comment, author.name, section, labels, spoken);
  const place = placeFor(block, section);
  if (!note || !place) return;
  const stand = () => {
    place(note);
    const words = quotedIn(section, quote);
    if (words) giveNumber(block, () => markWords(words, note, labels, spoken), labels);
  };
  const { bottom } = block.getBoundingClientRect();
  const isWide = matchMedia("(min-width: 64rem)").matches;
  if (isWide || bottom > innerHeight || bottom < 0) steadily(stand, bottom < 0 && !isWide);
  else offer(block, stand, comment.id, labels);
}

function spokenIn(section: HTMLElement): Spoken {
  const locale = document.documentElement.lang;
  return { locale, read: section.closest<HTMLElement>("[lang]")?.lang ?? locale };
}

function noteOf(
  comment: ThreadComment,
  name: string,
  section: HTMLElement,
  labels: BesideLabels,
  spoken: Spoken,
): HTMLElement | null {
  const { id, city, html, language, when } = comment;
  // Where others can say something, so can whoever reads this.
  const reply = comment.abilities.reply || section.querySelector(".say") !== null;
  const view = { id, number: null, name, city, html, language, when, about: null, newest: null, more: null, reply };
  return elementOf(besideHtml({ ...view, cut: cutAt(textOf(html)) }, labels, spoken));
}

/** A number takes room: where a line would break anew in what is read, it waits until nobody sees it. */
function giveNumber(block: HTMLElement, mark: () => HTMLElement | null, labels: BesideLabels): void {
  const was = block.offsetHeight;
  const ref = mark();
  if (ref && block.offsetHeight !== was && isInSight(block)) {
    ref.hidden = true;
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) return;
      watch.disconnect();
      steadily(() => {
        ref.hidden = false;
      }, block.getBoundingClientRect().bottom < 0);
    });
    watch.observe(block);
  }
  countAnew(labels);
}

function textOf(html: string): string {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return (holder.content.textContent ?? "").replace(/\s+/g, " ").trim();
}

function renew(note: HTMLElement, comment: ThreadComment, labels: BesideLabels): void {
  const { html, language } = comment;
  if (note.matches(".answer")) {
    const answer = answerOf(comment, note, labels);
    // In its place, since somebody may be on it.
    if (answer) note.replaceChildren(...answer.childNodes);
    note.lang = language;
    return;
  }
  const words = note.querySelector<HTMLElement>(":scope > .prose");
  if (!words) return;
  const cut = cutAt(textOf(html));
  words.lang = language;
  if (cut === null) words.innerHTML = html;
  else words.textContent = cut;
}

function takeAway(id: string, labels: BesideLabels): void {
  const note = document.getElementById(`beside-${id}`);
  // Whoever answers it there keeps what they have written.
  if (note?.querySelector("form")) withoutNumber(note, labels);
  else note?.remove();
  refOf(id)?.remove();
  countAnew(labels);
  document.querySelector(`[data-came="${id}"]`)?.remove();
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
