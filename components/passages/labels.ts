import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { BesideLabels } from "./beside-html";

/** The sentences of what stands beside a text; `{name}` and `{n}` are put in there. */
export function besideLabels(locale: Locale): BesideLabels {
  const t = translator(locale, "passages");
  const [name, n] = ["{name}", "{n}"];
  return {
    answer: t("answer"),
    ofWhom: t("ofWhom", { name }),
    readAll: t("readAll"),
    commentBy: t("commentBy", { name }),
    commentOf: t("commentOf", { name, n }),
    back: t("back", { n }),
  };
}

/** The same for comments that come while the page is open. */
export function liveBesideLabels(locale: Locale) {
  return { ...besideLabels(locale), came: translator(locale, "passages")("came") };
}

/** The same for whoever writes there. */
export function deskLabels(locale: Locale) {
  const t = translator(locale, "passages");
  return {
    commentOnThis: t("commentOnThis"),
    fieldLabel: t("fieldLabel", { words: "{words}" }),
    fieldCity: t("fieldCity"),
    post: t("post"),
    posted: t("posted"),
    answered: t("answered"),
  };
}
export type DeskLabels = ReturnType<typeof deskLabels>;

/** The same for a comment in the thread that is about a passage. */
export function lineLabels(locale: Locale) {
  const t = translator(locale, "passages");
  return {
    gone: t("gone"),
    elsewhere: t("elsewhere"),
    unreadable: t("unreadable"),
  };
}
export type LineLabels = ReturnType<typeof lineLabels>;
