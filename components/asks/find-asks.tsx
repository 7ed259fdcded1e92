import { Field, Select } from "@/components/ui/field";
import { Finder } from "@/components/ui/finder";
import { ASK_LISTS, type AskList } from "@/lib/asks/limits";
import type { AskFilters } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { CityCard } from "@/lib/workspaces/types";
import { term } from "@/lib/write-ups/terms";
import { THEMES } from "@/lib/write-ups/vocabulary";

interface Props {
  filters: AskFilters;
  counts: Record<AskList, number>;
  cities: CityCard[];
  locale: Locale;
}

/** Which asks. */
export function FindAsks({ filters, counts, cities, locale }: Props) {
  const t = translator(locale, "asks.list");
  const themes = THEMES.map((value) => ({ value, label: term("theme", value, locale) }));
  return (
    <Finder path="/asks" title={t("find")} submit={t("show")}>
      <Select
        name="show"
        label={t("which")}
        defaultValue={filters.show}
        options={ASK_LISTS.map((value) => ({ value, label: t(`choice.${value}`, { count: counts[value] }) }))}
      />
      <Field name="q" short label={t("words")} type="search" autoComplete="off" defaultValue={filters.q} />
      <Select
        name="theme"
        label={t("theme")}
        defaultValue={filters.theme ?? ""}
        options={[
          { value: "", label: t("everyTheme") },
          ...themes.toSorted((a, b) => a.label.localeCompare(b.label, locale)),
        ]}
      />
      <Select
        name="city"
        label={t("city")}
        defaultValue={filters.city ?? ""}
        options={[
          { value: "", label: t("everyCity") },
          ...cities.map((city) => ({ value: city.slug, label: cityName(city, locale) })),
        ]}
      />
    </Finder>
  );
}
