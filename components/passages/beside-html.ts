import type { CommentCity } from "@/lib/comments/types";

/** A comment as it stands beside a text, all of it in words that are ready to be shown. */
export interface BesideView {
  id: string;
  /** Its number in the text; null where no words of the text are marked. */
  number: number | null;
  name: string;
  city: CommentCity | null;
  /** Made safe when it was written. */
  html: string;
  /** Its first words in place of it, when it is long. */
  cut: string | null;
  language: string;
  createdAt: string;
  when: string;
  /** What it is about, where that is not to be seen in the text. */
  about: { sentence: string; quote: string; language: string } | null;
  answers: string | null;
  reply: boolean;
}

/** Sentences with places for `{name}` and `{n}`. */
export interface BesideLabels {
  answer: string;
  ofWhom: string;
  readAll: string;
  commentBy: string;
  commentOf: string;
  back: string;
}

/** A string, since it stands within the HTML of a text that somebody wrote, and is put there in the browser too. */
export function besideHtml(view: BesideView, labels: BesideLabels): string {
  const { id, number, name, city, about } = view;
  const link = `?comment=${id}#comment-${id}`;
  const of = escaped(labels.ofWhom.replace("{name}", () => name));
  const acts = [
    view.reply &&
      `<a class="act" href="?reply=${id}#reply" data-answer="${id}" data-name="${escaped(name)}">${escaped(labels.answer)}<span class="vh"> ${of}</span></a>`,
    view.answers && `<a class="act" href="${link}">${escaped(view.answers)}<span class="vh"> ${of}</span></a>`,
    view.cut !== null && `<a class="act" href="${link}">${escaped(labels.readAll)}<span class="vh"> ${of}</span></a>`,
  ].filter(Boolean);
  return [
    `<aside class="comment beside" role="note" tabindex="-1" id="beside-${id}" aria-label="${escaped(nameOf(view, labels))}">`,
    "<header>",
    number !== null &&
      `<a class="ref" href="#ref-${id}" aria-label="${escaped(labels.back.replace("{n}", String(number)))}">${number}</a>`,
    city
      ? `<span class="city"><span class="plate ${escaped(city.accent)}" aria-hidden="true">${escaped(city.code)}</span>${escaped(city.name)}</span>`
      : `<b>${escaped(name)}</b>`,
    "</header>",
    about &&
      `<p class="muted">${escaped(about.sentence)} <q lang="${escaped(about.language)}">${escaped(about.quote)}</q></p>`,
    `<div class="prose" lang="${escaped(view.language)}" dir="auto">${view.cut === null ? view.html : `<p>${escaped(view.cut)}</p>`}</div>`,
    `<p class="muted">${city ? `${escaped(name)}, ` : ""}<time datetime="${escaped(view.createdAt)}">${escaped(view.when)}</time></p>`,
    acts.length > 0 && `<p class="acts">${acts.join("")}</p>`,
    "</aside>",
  ]
    .filter(Boolean)
    .join("");
}

/** "Comment 1, by Joost V." */
export function nameOf({ number, name }: Pick<BesideView, "number" | "name">, labels: BesideLabels): string {
  return number === null
    ? labels.commentBy.replace("{name}", () => name)
    : labels.commentOf.replace("{name}", () => name).replace("{n}", String(number));
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const SHOWN = 300;

/** The first words of a long text, to the end of a word; null when it is short. */
export function cutAt(text: string, most = SHOWN): string | null {
  if (text.length <= most + 40) return null;
  const start = text.slice(0, most);
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}
