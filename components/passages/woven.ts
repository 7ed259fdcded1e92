import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Arranged } from "@/lib/passages/arrange";
import { isShared } from "@/lib/passages/shared";
import { firstWords, shortened } from "@/lib/passages/shortened";
import type { Beside, PassageTalk } from "@/lib/passages/types";
import { weave } from "@/lib/passages/weave";
import { type Block, wordsOf } from "@/lib/passages/words";
import { type BesideView, besideHtml, cutAt, escaped, langIf, refHtml } from "./beside-html";
import { besideLabels } from "./labels";

interface Given {
  key: string;
  html: string;
  arranged: Arranged;
  talk: PassageTalk;
  language: string;
  locale: Locale;
  /** Below which block the text is to be parted, for a field to stand there. */
  part?: number;
}

/** Of one block so many comments are in sight, the others behind a line. */
const IN_SIGHT = 2;
/** Others a reader finds in the tab order by what they are about; these would only be in the way. */
const NAMED = 28;
const SILENT = new Set(["h3", "h4", "h5", "h6"]);

/** A section's HTML with what is said about it beside its passages; in two parts where a field stands between. */
export function wovenSection({ key, html, arranged, talk, language, locale, part }: Given): string[] {
  const t = translator(locale, "passages");
  const labels = besideLabels(locale);
  const comment = escaped(t("comment"));
  const [before = "", after = ""] = t("commentOn", { words: "{words}" }).split("{words}").map(escaped);
  const spoken = { locale, read: language };
  const lang = langIf(locale, language);
  const note = (one: Beside, number: number | null, sentence: string | null) =>
    besideHtml(viewOf(one, { number, sentence, post: talk.post, locale }), labels, spoken);
  const verb = (block: Block, text: string) => {
    if (!talk.post || SILENT.has(block.tag)) return "";
    const said = text.slice(block.start, block.end);
    const inside = isShared(said, key, talk) ? "" : " data-inside";
    const words = escaped(firstWords(said, NAMED));
    const about = before + (lang && `<span lang="${language}">`) + words + (lang && "</span>") + after;
    return ` <a class="say" href="?${lang && `in=${language}&amp;`}passage=${key}.${block.n}#write-passage"${inside}${lang}>${comment}<i> ${about}</i></a>`;
  };
  const fold = (notes: string[]) => {
    const hidden = notes.slice(IN_SIGHT);
    const more = `<details class="more-beside"><summary${lang}>${escaped(t("more", { count: hidden.length }))}</summary>${hidden.join("")}</details>`;
    return notes.slice(0, IN_SIGHT).join("") + (hidden.length > 0 ? more : "");
  };
  const marks = arranged.here.map((one) => ({
    start: one.place.start,
    end: one.place.end,
    ref: refHtml(one, labels, spoken),
    note: note(one, one.number, null),
  }));
  const elsewhere = arranged.elsewhere.map((one) => note(one, null, t("elsewhere")));
  const gone = arranged.gone.map((one) => note(one, null, t("gone")));
  const parts = weave(html, { marks, verb, fold, part });
  const top = elsewhere.length > 0 ? fold(elsewhere) : "";
  const foot = gone.length > 0 ? `<div class="gone stack">${fold(gone)}</div>` : "";
  return parts.map((text, n) => (n === 0 ? top : "") + text + (n === parts.length - 1 ? foot : ""));
}

interface Shown {
  number: number | null;
  sentence: string | null;
  post: boolean;
  locale: Locale;
}

function viewOf(one: Beside, { number, sentence, post, locale }: Shown): BesideView {
  const { anchor, answers, newest, createdAt: _, ...said } = one;
  return {
    ...said,
    number,
    cut: cutAt(wordsOf(one.html).text),
    newest: newest && { ...newest, cut: cutAt(wordsOf(newest.html).text) },
    about: sentence === null ? null : { sentence, quote: shortened(anchor.quote), language: anchor.language },
    more: answers > 1 ? translator(locale, "passages")("moreAnswers", { count: answers - 1 }) : null,
    reply: post,
  };
}
