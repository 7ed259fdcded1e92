import Link from "next/link";
import { City } from "@/components/ui/plate";
import { TOLD_MAX } from "@/lib/asks/limits";
import { newAskAddress } from "@/lib/asks/query";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { CityCard } from "@/lib/workspaces/types";
import { term } from "@/lib/write-ups/terms";
import { THEMES } from "@/lib/write-ups/vocabulary";

interface Props {
  /** Those that the reader may ask. */
  cities: CityCard[];
  /** What it is about. */
  writeUp?: string;
  locale: Locale;
}

/** Whom to ask: a city, or whoever knows a theme. One press goes on. */
export function ChooseTarget({ cities, writeUp, locale }: Props) {
  const t = translator(locale, "asks");
  const themes = THEMES.map((value) => ({ value, label: term("theme", value, locale) }));
  return (
    <>
      <section className="band" aria-labelledby="cities">
        <header className="hung">
          <h2 id="cities">{t("new.cities")}</h2>
          <p>{t("new.citiesNote")}</p>
        </header>
        <ul className="text rows">
          {cities.map((city) => (
            <li key={city.id}>
              <City city={{ ...city, name: cityName(city, locale) }} quiet />
              <h3>
                <Link href={newAskAddress({ city: city.slug, writeUp })} prefetch={false}>
                  {t("askCity", { city: cityName(city, locale) })}
                </Link>
              </h3>
            </li>
          ))}
        </ul>
      </section>
      <section className="band" aria-labelledby="themes">
        <header className="hung">
          <h2 id="themes">{t("new.themes")}</h2>
          <p>{t("new.themesNote", { max: TOLD_MAX })}</p>
        </header>
        <ul className="text columns">
          {themes
            .toSorted((a, b) => a.label.localeCompare(b.label, locale))
            .map(({ value, label }) => (
              <li key={value}>
                <Link className="act" href={newAskAddress({ theme: value, writeUp })} prefetch={false}>
                  {label}
                </Link>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
