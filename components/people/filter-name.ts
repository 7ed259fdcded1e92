import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { DirectoryFilter, DirectoryFilters, DirectoryPage } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";

/** What a filter of the directory is called as it stands: a city's name, a language, the words in quotes. */
export function filterName(
  name: DirectoryFilter,
  filters: DirectoryFilters,
  cities: DirectoryPage["cities"],
  locale: Locale,
): string {
  const { q, city, language, away } = filters;
  if (name === "language" && language) return languageIn(language, locale);
  if (name === "away" && away) return translator(locale, "people")(`awayChoice.${away}`);
  if (name === "city" && city) {
    const known = cities.find(({ slug }) => slug === city);
    return known ? cityName(known, locale) : city;
  }
  return `“${q ?? ""}”`;
}
