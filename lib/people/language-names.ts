import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { intlLocale } from "@/lib/time/intl-formats";

/** "Italian and English", in the order of preference. */
export function languageNames(languages: readonly string[], locale: Locale): string {
  const names = languages.map((language) => languageIn(language, locale));
  return new Intl.ListFormat(intlLocale(locale), { type: "conjunction" }).format(names);
}

/** The same where it begins a line: languages other than English write their names small. */
export function languageLine(languages: readonly string[], locale: Locale): string {
  const names = languageNames(languages, locale);
  return names.charAt(0).toLocaleUpperCase(locale) + names.slice(1);
}
