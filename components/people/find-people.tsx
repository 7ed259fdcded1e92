import { languageIn } from "@/lib/i18n/languages";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { DirectoryFilters } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";
import type { CityCard } from "@/lib/workspaces/types";

interface Props {
  filters: DirectoryFilters;
  cities: CityCard[];
  locale: Locale;
}

/** A plain GET form: what is looked for stands in the address. */
export function FindPeople({ filters, cities, locale }: Props) {
  const t = translator(locale, "people");
  return (
    <search className="hung">
      <form className="stack" action="/people">
        <h2>{t("find")}</h2>
        <div className="field">
          <label htmlFor="q">{t("q")}</label>
          <input className="input" id="q" name="q" type="search" autoComplete="off" defaultValue={filters.q} />
        </div>
        <Pick
          name="city"
          label={t("city")}
          any={t("anyCity")}
          chosen={filters.city}
          options={cities.map((city) => ({ value: city.slug, label: cityName(city, locale) }))}
        />
        <Pick
          name="language"
          label={t("language")}
          any={t("anyLanguage")}
          chosen={filters.language}
          options={Object.keys(CONTENT_LANGUAGES).map((value) => ({ value, label: languageIn(value, locale) }))}
        />
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
