import { Select } from "@/components/ui/field";
import type { CommitmentFilters } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { CityCard } from "@/lib/workspaces/types";

interface Props {
  filters: CommitmentFilters;
  cities: CityCard[];
  locale: Locale;
}

/** Which commitments: a plain form that asks by the address. */
export function FindCommitments({ filters, cities, locale }: Props) {
  const t = translator(locale, "commitments");
  return (
    <search className="hung" aria-label={t("find")}>
      <details className="wide-open">
        <summary>{t("find")}</summary>
        <form className="stack fields" action="/commitments">
          <Select
            name="status"
            label={t("field.which")}
            defaultValue={filters.status ?? ""}
            options={[
              { value: "", label: t("heading.open") },
              { value: "done", label: t("heading.done") },
              { value: "dropped", label: t("heading.dropped") },
            ]}
          />
          <Select
            name="city"
            label={t("field.city")}
            defaultValue={filters.city ?? ""}
            options={[
              { value: "", label: t("everyCity") },
              ...cities.map((city) => ({ value: city.slug, label: cityName(city, locale) })),
            ]}
          />
          <p className="actions">
            <button className="button quiet">{t("show")}</button>
          </p>
        </form>
      </details>
    </search>
  );
}
