import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { languageNames } from "@/lib/people/language-names";
import { cityName } from "@/lib/sessions/city-name";
import { formatClock } from "@/lib/time/format";
import type { CityCard } from "@/lib/workspaces/types";

interface Props {
  cities: CityCard[];
  at: Date;
  locale: Locale;
  /** Workspaces that the reader belongs to. */
  mine: readonly string[];
  isPublic: boolean;
}

/** Every city as a station from west to east, with its clock; the reader's own is filled. */
export function CityLine({ cities, at, locale, mine, isPublic }: Props) {
  const t = translator(locale, "cities");
  return (
    <ol className="line people">
      {cities.map((city) => {
        const name = cityName(city, locale);
        const time = formatClock(at, city.zone, locale);
        return (
          <li className={mine.includes(city.id) ? `${city.accent} here` : city.accent} key={city.id}>
            <Link className="act" href={`/cities/${city.slug}`} prefetch={false}>
              <City city={{ ...city, name }} />
            </Link>
            <p className="who">
              {t("reads", { languages: languageNames(city.languages, locale) })}
              <br />
              {t(isPublic ? "countPublic" : "count", { count: city.practices + city.cases })}
            </p>
            <span className="at">
              <span className="vh">{t("itIs", { time: "" })}</span>
              <time dateTime={at.toISOString()}>{time}</time>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
