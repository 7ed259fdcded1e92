import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { OwnPlace } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  places: OwnPlace[];
  /** A facilitator or an admin finds the cohort's own page here. */
  managesCohort: boolean;
  locale: Locale;
}

export function OwnPlaces({ places, managesCohort, locale }: Props) {
  const t = translator(locale, "settings");
  const people = translator(locale, "people");
  if (places.length === 0) return <p>{t("none")}</p>;
  return (
    <div className="stack">
      <ul>
        {places.map(({ id, role, cohort, city }) => (
          <li className="kicker" key={id}>
            {city && (
              <Link className="act" href={`/cities/${city.slug}`}>
                <City city={{ ...city, name: cityName(city, locale) }} />
              </Link>
            )}
            <b>{people(`roles.${role}`)}</b>
            <span>{cohort}</span>
          </li>
        ))}
      </ul>
      <p className="actions">
        {managesCohort && <Link href="/cohort">{t("cohort")}</Link>}
        <Link href="/people">{t("people")}</Link>
      </p>
    </div>
  );
}
