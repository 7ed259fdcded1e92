import { Select } from "@/components/ui/field";
import { Finder } from "@/components/ui/finder";
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

/** Which commitments. */
export function FindCommitments({ filters, cities, locale }: Props) {
  const t = translator(locale, "commitments");
  return (
    <Finder path="/commitments" title={t("find")} submit={t("show")}>
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
    </Finder>
  );
}
