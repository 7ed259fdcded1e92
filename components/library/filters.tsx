import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { PHASES } from "@/lib/write-ups/document";
import type { Facets } from "@/lib/write-ups/facets";
import type { ListFilter } from "@/lib/write-ups/library-query";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { MATURITY } from "@/lib/write-ups/vocabulary";
import { Facet, type Offered } from "./facet";
import { filterName } from "./filter-name";

export const FORM = "find-form";

interface Props {
  facets: Facets;
  filters: WriteUpFilters;
  locale: Locale;
}

/** A plain form beside the results; it belongs to the search field's form, wherever that stands. */
export async function Filters(props: Props) {
  return <Once as="div" className="hung filters" handed={await offers(props)} />;
}

const offers = keptHtml(Offers);

function Offers({ facets, filters, locale }: Props) {
  const t = translator(locale, "library");
  const on = Object.values(filters).flat().length - (filters.q ? 1 : 0);
  const offered = (name: ListFilter, known?: readonly string[]): Offered[] => {
    const chosen = filters[name] ?? [];
    const counts = facets.counts[name];
    const values = known ?? Object.keys(counts);
    return [...values, ...chosen.filter((value) => !values.includes(value))]
      .map((value) => ({
        value,
        count: counts[value] ?? 0,
        chosen: chosen.includes(value),
        name: filterName(name, value, facets, locale),
      }))
      .filter(({ count, chosen }) => count > 0 || chosen);
  };
  const mostFirst = (name: ListFilter) =>
    offered(name).sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, locale));
  const more = (count: number) => t("more", { count });
  const cities = offered(
    "city",
    facets.cities.map(({ slug }) => slug),
  ).map((one) => {
    const city = facets.cities.find(({ slug }) => slug === one.value);
    return city ? { ...one, mark: <City city={city} /> } : one;
  });
  return (
    <details className="wide-open">
      <summary>{on > 0 ? t("filtersOn", { count: on }) : t("filters")}</summary>
      <h2 className="wide-only">{t("filters")}</h2>
      <Facet name="kind" legend={t("kind")} offered={offered("kind", ["case", "practice"])} form={FORM} />
      <Facet name="phase" legend={t("phase")} offered={offered("phase", PHASES)} form={FORM} />
      <Facet name="crisis" legend={t("crisis")} offered={mostFirst("crisis")} form={FORM} more={more} />
      <Facet name="theme" legend={t("theme")} offered={mostFirst("theme")} form={FORM} more={more} />
      <Facet name="city" legend={t("city")} offered={cities} form={FORM} />
      <Facet name="language" legend={t("language")} offered={mostFirst("language")} form={FORM} more={more} />
      <Facet name="maturity" legend={t("maturity")} offered={offered("maturity", MATURITY)} form={FORM} />
      <p className="actions">
        <button className="button" form={FORM}>
          {t("show")}
        </button>
      </p>
    </details>
  );
}
