import type { Locale } from "./locales";

const kept = new Map<Locale, Intl.DisplayNames>();

/** The name of a language in the interface's: "pl" → "Polish". What is no language tag stands for itself. */
export function languageIn(language: string, locale: Locale): string {
  let names = kept.get(locale);
  if (!names) {
    names = new Intl.DisplayNames([locale], { type: "language" });
    kept.set(locale, names);
  }
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
