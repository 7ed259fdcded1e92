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

/** In which language the sentences are, and in which the text is that they stand within. */
export interface Spoken {
  locale: string;
  read: string;
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

/**
 * A string, since it stands within the HTML of a text that somebody wrote, and is put there in the browser too. A page holds
 * many of them, so what they have in common is said by what they stand in. Words in `<i>` are for the ear.
 */
export function besideHtml(view: BesideView, labels: BesideLabels, { locale, read }: Spoken): string {
  const { id, number, name, city, about } = view;
  const stay = locale === read ? "" : `in=${escaped(read)}&amp;`;
  const thread = `?${stay}comment=${id}#comment-${id}`;
  const of = `<i> ${escaped(labels.ofWhom.replace("{name}", () => name))}</i>`;
  const acts = [
    view.reply && `<a href="?${stay}reply=${id}#reply">${escaped(labels.answer)}${of}</a>`,
    view.answers && `<a href="${thread}">${escaped(view.answers)}${of}</a>`,
    view.cut !== null && `<a href="${thread}">${escaped(labels.readAll)}${of}</a>`,
  ].filter(Boolean);
  const called =
    number === null ? `aria-label="${escaped(nameOf(view, labels))}"` : `aria-labelledby="${refId(number)}"`;
  return [
    `<div class="comment beside" role="note" tabindex="-1" id="beside-${id}" ${called}${langIf(locale, read)}>`,
    "<header>",
    number !== null && backHtml(number, labels),
    city
      ? `<span class="city"><span class="plate ${escaped(city.accent)}" aria-hidden="true">${escaped(city.code)}</span>${escaped(city.name)}</span>`
      : `<b>${escaped(name)}</b>`,
    "</header>",
    about &&
      `<p class="muted">${escaped(about.sentence)} <q lang="${escaped(about.language)}">${escaped(about.quote)}</q></p>`,
    `<div class="prose" dir="auto"${langIf(view.language, locale)}>${view.cut === null ? view.html : `<p>${escaped(view.cut)}</p>`}</div>`,
    `<p class="muted">${city ? `${escaped(name)}, ` : ""}<time datetime="${toTheMinute(view.createdAt)}">${escaped(view.when)}</time></p>`,
    acts.length > 0 && `<p class="acts">${acts.join("")}</p>`,
    "</div>",
  ]
    .filter(Boolean)
    .join("");
}

/** The number behind the words that a comment is about. */
export function refHtml(view: { id: string; name: string; number: number }, labels: BesideLabels, spoken: Spoken) {
  const { id, number } = view;
  return `<a class="ref" id="${refId(number)}" href="#beside-${id}" aria-label="${escaped(nameOf(view, labels))}"${langIf(spoken.locale, spoken.read)}>${number}</a>`;
}

/** The same number in the comment, which leads back to the words. */
export function backHtml(number: number, labels: BesideLabels): string {
  const [before = "", after = ""] = labels.back.split("{n}").map(forTheEar);
  return `<a class="ref" href="#${refId(number)}">${before}${number}${after}</a>`;
}

export const refId = (number: number) => `ref-${number}`;

/** "Comment 1, by Joost V." */
export function nameOf({ number, name }: Pick<BesideView, "number" | "name">, labels: BesideLabels): string {
  return number === null
    ? labels.commentBy.replace("{name}", () => name)
    : labels.commentOf.replace("{n}", String(number)).replace("{name}", () => name);
}

/** Only where it is another than that of what stands around it. */
export function langIf(language: string, around: string): string {
  return language === around ? "" : ` lang="${escaped(language)}"`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const forTheEar = (text: string) => (text === "" ? "" : `<i>${escaped(text)}</i>`);

const toTheMinute = (instant: string) => escaped(instant.replace(/:\d\d(\.\d+)?Z$/, "Z"));

const SHOWN = 300;

/** The first words of a long text, to the end of a word; null when it is short. */
export function cutAt(text: string, most = SHOWN): string | null {
  if (text.length <= most + 40) return null;
  const start = text.slice(0, most);
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}
