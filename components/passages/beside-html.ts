import type { CommentCity } from "@/lib/comments/types";

/** What somebody said, in words that are ready to be shown. */
export interface SaidView {
  id: string;
  name: string;
  city: CommentCity | null;
  /** Made safe when it was written. */
  html: string;
  /** Its first words in place of it, when it is long. */
  cut: string | null;
  language: string;
  when: string;
}

/** A comment as it stands beside a text. */
export interface BesideView extends SaidView {
  /** Its number in the text; null where no words of the text are marked. */
  number: number | null;
  /** What it is about, where that is not to be seen in the text. */
  about: { sentence: string; quote: string; language: string } | null;
  /** The last answer to it, and how many others there are. */
  newest: SaidView | null;
  more: string | null;
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
export function besideHtml(view: BesideView, labels: BesideLabels, spoken: Spoken): string {
  const { id, number, name, city, about, newest } = view;
  const { locale, read } = spoken;
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
    `<div class="prose" dir="auto"${langIf(view.language, locale)}>${wordsOf(view)}</div>`,
    `<p class="muted">${city ? `${escaped(name)}, ` : ""}<a class="plain" href="${threadOf(id, spoken)}">${escaped(view.when)}</a></p>`,
    newest && answerHtml(newest, labels, spoken),
    actsHtml(view, labels, spoken),
    "</div>",
  ]
    .filter(Boolean)
    .join("");
}

/** An answer, below the comment that it answers. */
export function answerHtml(view: SaidView, labels: BesideLabels, spoken: Spoken): string {
  const { id, name, city, when, language } = view;
  const lang = langIf(spoken.locale, language);
  const signed = [name, city?.name, when].filter((part) => part !== undefined).join(", ");
  const acts = actsHtml({ ...view, reply: false, more: null }, labels, spoken, lang);
  return `<div class="answer prose" id="beside-${id}"${langIf(language, spoken.locale)}>${wordsOf(view)}<p class="muted"${lang}>${escaped(signed)}</p>${acts}</div>`;
}

/** Where the whole of it stands, with all that one can do with it. */
const threadOf = (id: string, { locale, read }: Spoken) =>
  `?${locale === read ? "" : `in=${escaped(read)}&amp;`}comment=${id}#comment-${id}`;

const wordsOf = ({ cut, html }: SaidView) => (cut === null ? html : `<p>${escaped(cut)}</p>`);

type Acting = Pick<BesideView, "id" | "name" | "cut" | "more" | "reply">;

function actsHtml({ id, name, cut, more, reply }: Acting, labels: BesideLabels, spoken: Spoken, lang = ""): string {
  const { locale, read } = spoken;
  const stay = locale === read ? "" : `in=${escaped(read)}&amp;`;
  const thread = threadOf(id, spoken);
  const of = `<i> ${escaped(labels.ofWhom.replace("{name}", () => name))}</i>`;
  const acts = [
    reply && `<a href="?${stay}reply=${id}#reply">${escaped(labels.answer)}${of}</a>`,
    more && `<a href="${thread}">${escaped(more)}${of}</a>`,
    cut !== null && `<a href="${thread}">${escaped(labels.readAll)}${of}</a>`,
  ].filter(Boolean);
  return acts.length > 0 ? `<p class="acts"${lang}>${acts.join("")}</p>` : "";
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

const SHOWN = 300;

/** The first words of a long text, to the end of a word; null when it is short. */
export function cutAt(text: string, most = SHOWN): string | null {
  if (text.length <= most + 40) return null;
  const start = text.slice(0, most);
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}
