import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Facets } from "@/lib/write-ups/facets";
import type { ListFilter } from "@/lib/write-ups/library-query";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { filterName } from "./filter-name";

export const FORM = "find-form";

/** A plain form beside the results; it belongs to the search field's form, wherever that stands. */
export function Filters({ facets, filters, locale }: { facets: Facets; filters: WriteUpFilters; locale: Locale }) {
  const t = translator(locale, "library");
  const on = Object.values(filters).flat().length - (filters.q ? 1 : 0);
  const choice = (name: ListFilter, value: string, children: React.ReactNode) => (
    <label className="choice" key={value}>
      <input type="checkbox" name={name} value={value} form={FORM} defaultChecked={filters[name]?.includes(value)} />
      <span>{children}</span>
    </label>
  );
  return (
    <div className="hung filters">
      <details className="wide-open">
        <summary>{on > 0 ? t("filtersOn", { count: on }) : t("filters")}</summary>
        <h2 className="wide-only">{t("filters")}</h2>
        <fieldset>
          <legend className="label">{t("kind")}</legend>
          {(["case", "practice"] as const).map((kind) => choice("kind", kind, t(`kinds.${kind}`)))}
        </fieldset>
        {facets.phases.length > 0 && (
          <fieldset>
            <legend className="label">{t("phase")}</legend>
            {["respond", "rebuild", "reinvent"]
              .filter((phase) => facets.phases.includes(phase))
              .map((phase) => choice("phase", phase, filterName("phase", phase, facets, locale)))}
          </fieldset>
        )}
        {facets.crises.length > 0 && (
          <fieldset>
            <legend className="label">{t("crisis")}</legend>
            {facets.crises.map(({ id }) => choice("crisis", id, filterName("crisis", id, facets, locale)))}
          </fieldset>
        )}
        <fieldset>
          <legend className="label">{t("city")}</legend>
          {facets.cities.map((city) => choice("city", city.slug, <City city={city} />))}
        </fieldset>
        <fieldset>
          <legend className="label">{t("language")}</legend>
          {facets.languages.map((language) => choice("language", language, languageIn(language, locale)))}
        </fieldset>
        <p className="actions">
          <button className="button" form={FORM}>
            {t("show")}
          </button>
        </p>
      </details>
    </div>
  );
}
