import { crisisName } from "@/components/write-ups/crisis-name";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Facets } from "@/lib/write-ups/facets";
import type { ListFilter } from "@/lib/write-ups/library-query";
import { MATURITY, THEMES } from "@/lib/write-ups/vocabulary";

/** What a filter is called on the page: "Rebuild", "COVID-19", "Turin", "Polish". What we do not know stands for itself. */
export function filterName(
  name: ListFilter,
  value: string,
  facets: Pick<Facets, "cities" | "crises">,
  locale: Locale,
): string {
  const words = translator(locale, "vocabulary");
  switch (name) {
    case "kind":
      return value === "case" || value === "practice" ? translator(locale, "library")(`kinds.${value}`) : value;
    case "phase":
      return value === "respond" || value === "rebuild" || value === "reinvent"
        ? translator(locale, "reading")(`phases.${value}.name`)
        : value;
    case "crisis": {
      const known = facets.crises.find(({ id }) => id === value);
      return known ? crisisName(known, locale) : value;
    }
    case "theme": {
      const theme = THEMES.find((known) => known === value);
      return theme ? words(`theme.${theme}`) : value;
    }
    case "maturity": {
      const stage = MATURITY.find((known) => known === value);
      return stage ? words(`maturity.${stage}`) : value;
    }
    case "city":
      return facets.cities.find(({ slug }) => slug === value)?.name ?? value;
    case "language":
      return languageIn(value, locale);
  }
}
