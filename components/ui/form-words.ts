import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What every form may have to say, in the reader's language. */
export function formWords(locale: Locale) {
  const t = translator(locale, "errors");
  return { problem: t("problem"), prefix: t("prefix"), tooLarge: t("tooLarge") };
}
