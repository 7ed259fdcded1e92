import { crisisName } from "@/components/write-ups/crisis-name";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import type { Facets } from "@/lib/write-ups/facets";
import type { ListFilter } from "@/lib/write-ups/library-query";

/** What a filter is called on the page: "Rebuild", "COVID-19", "Turin", "Polish". */
export function filterName(name: ListFilter, value: string, facets: Facets, locale: Locale): string {
  switch (name) {
    case "kind":
      return value === "case" || value === "practice" ? translator(locale, "library")(`kinds.${value}`) : value;
    case "phase":
      return ["respond", "rebuild", "reinvent"].includes(value)
        ? sentence(locale, `reading.phases.${value}.name`)
        : value;
    case "crisis": {
      const known = facets.crises.find(({ id }) => id === value);
      return known ? crisisName(known, locale) : value;
    }
    case "city":
      return facets.cities.find(({ slug }) => slug === value)?.name ?? value;
    case "language":
      return languageIn(value, locale);
    default:
      return value;
  }
}
