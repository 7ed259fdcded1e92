import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Arranged, Standing } from "@/lib/passages/arrange";
import { isShared } from "@/lib/passages/shared";
import { firstWords, shortened } from "@/lib/passages/shortened";
import type { Beside, PassageTalk } from "@/lib/passages/types";
import { weave } from "@/lib/passages/weave";
import { type Block, wordsOf } from "@/lib/passages/words";
import { type BesideView, besideHtml, cutAt, escaped, nameOf } from "./beside-html";
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
  const commentOn = t("commentOn", { words: "{words}" });
  const note = (one: Beside, number: number | null, sentence: string | null) =>
    besideHtml(viewOf(one, { number, sentence, post: talk.post, locale }), labels);
  const ref = ({ id, name, number }: Standing) =>
    `<a class="ref" id="ref-${id}" href="#beside-${id}" aria-label="${escaped(nameOf({ number, name }, labels))}">${number}</a>`;
  const verb = (block: Block, words: string) => {
    if (!talk.post || SILENT.has(block.tag)) return "";
    const said = words.slice(block.start, block.end);
    const inside = isShared(said, key, talk) ? "" : " data-inside";
    const about = escaped(commentOn.replace("{words}", () => firstWords(said, NAMED)));
    return ` <a class="say" href="?in=${language}&amp;passage=${key}.${block.n}#write-passage"${inside}>${comment}<span class="vh"> ${about}</span></a>`;
  };
  const fold = (notes: string[]) => {
    const hidden = notes.slice(IN_SIGHT);
    const more = `<details class="more-beside"><summary>${escaped(t("more", { count: hidden.length }))}</summary>${hidden.join("")}</details>`;
    return notes.slice(0, IN_SIGHT).join("") + (hidden.length > 0 ? more : "");
  };
  const marks = arranged.here.map((one) => ({
    start: one.place.start,
    end: one.place.end,
    ref: ref(one),
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
  const { anchor, answers, ...said } = one;
  return {
    ...said,
    number,
    cut: cutAt(wordsOf(one.html).text),
    about: sentence === null ? null : { sentence, quote: shortened(anchor.quote), language: anchor.language },
    answers: answers > 0 ? translator(locale, "passages")("answers", { count: answers }) : null,
    reply: post,
  };
}
