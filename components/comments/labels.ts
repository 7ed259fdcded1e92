import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const KEYS = [
  "earlier",
  "later",
  "loading",
  "loadFailed",
  "again",
  "write",
  "language",
  "post",
  "postAnswer",
  "sending",
  "posted",
  "notSent",
  "answer",
  "change",
  "changeLabel",
  "saveChange",
  "changed",
  "remove",
  "removeAsk",
  "removeYes",
  "removeNo",
  "cancel",
  "removedByAuthor",
  "removedByModerator",
] as const;

const kept = new Map<Locale, ThreadLabels>();

/** The thread's sentences, ready for the browser. `{name}` is put in there. */
export function threadLabels(locale: Locale): ThreadLabels {
  const labels = kept.get(locale) ?? make(locale);
  if (process.env.NODE_ENV !== "development") kept.set(locale, labels);
  return labels;
}

function make(locale: Locale) {
  const t = translator(locale, "comments");
  const plain = Object.fromEntries(KEYS.map((key) => [key, t(key)])) as Record<(typeof KEYS)[number], string>;
  return {
    ...plain,
    answerLabel: t("answerLabel", { name: "{name}" }),
    ofWhom: t("ofWhom", { name: "{name}" }),
    errorEmpty: t("error.empty"),
    errorPrefix: translator(locale, "errors")("prefix"),
  };
}
export type ThreadLabels = ReturnType<typeof make>;
