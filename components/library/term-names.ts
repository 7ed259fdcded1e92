import type { Locale } from "@/lib/i18n/locales";
import { sentence } from "@/lib/i18n/translator";
import type { Term } from "@/lib/write-ups/filed-under";

/** "Food and Volunteering"; "" for none. */
export function termNames(terms: Term[], locale: Locale): string {
  const names = new Set(terms.map(({ vocabulary, key }) => sentence(locale, `vocabulary.${vocabulary}.${key}`)));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}
