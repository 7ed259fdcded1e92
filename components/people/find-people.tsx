import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { filtersOn } from "@/lib/people/directory-query";
import { AWAY } from "@/lib/people/limits";
import type { DirectoryFilters, DirectoryPage } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  filters: DirectoryFilters;
  list: DirectoryPage;
  locale: Locale;
}

/** A plain GET form: what is looked for stands in the address. On a phone the filters are folded until one is on. */
export function FindPeople({ filters, list, locale }: Props) {
  const t = translator(locale, "people");
  const library = translator(locale, "library");
  const on = filtersOn(filters).filter((name) => name !== "q").length;
  const counted = (name: string, count: number) => t("withCount", { name, count });
  const languages = list.languages
    .map(({ language, count }) => ({ value: language, name: languageIn(language, locale), count }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <search className="hung">
      <form className="stack" action="/people">
        <h2>{t("find")}</h2>
        <div className="field">
          <label htmlFor="q">{t("q")}</label>
          <input className="input" id="q" name="q" type="search" autoComplete="off" defaultValue={filters.q} />
        </div>
        <details className="wide-open" open={on > 0}>
          <summary>{on > 0 ? library("filtersOn", { count: on }) : library("filters")}</summary>
          <div className="stack">
            <Pick
              name="city"
              label={t("city")}
              any={t("anyCity")}
              chosen={filters.city}
              options={list.cities.map(({ count, ...city }) => ({
                value: city.slug,
                label: counted(cityName(city, locale), count),
              }))}
            />
            <Pick
              name="language"
              label={t("language")}
              any={t("anyLanguage")}
              chosen={filters.language}
              options={languages.map(({ value, name, count }) => ({ value, label: counted(name, count) }))}
            />
            <Pick
              name="away"
              label={t("away")}
              any={t("anyAway")}
              chosen={filters.away}
              options={AWAY.map((value) => ({ value, label: t(`awayChoice.${value}`) }))}
            />
          </div>
        </details>
        <p className="actions">
          <button className="button">{t("show")}</button>
        </p>
      </form>
    </search>
  );
}

function Pick(props: {
  name: string;
  label: string;
  any: string;
  chosen?: string;
  options: { value: string; label: string }[];
}) {
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.label}</label>
      <select className="input" id={props.name} name={props.name} defaultValue={props.chosen ?? ""}>
        <option value="">{props.any}</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
