import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { RHYTHMS } from "@/lib/inbox/limits";

/** How often mail comes, each with what it means. */
export function rhythmChoices(locale: Locale) {
  const t = translator(locale, "digest.settings");
  return RHYTHMS.map((value) => ({ value, label: t(`rhythms.${value}`), hint: t(`hints.${value}`) }));
}
