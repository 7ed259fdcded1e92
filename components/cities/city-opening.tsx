import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { languageNames } from "@/lib/people/language-names";
import { cityName } from "@/lib/sessions/city-name";
import type { CityPage } from "@/lib/workspaces/types";
import { CityClock } from "./city-clock";

interface Props {
  city: CityPage;
  neighbours: { name: string; localName: string; languages: string[]; zone: string }[];
  at: Date;
  /** Null: the public, whose clock we do not know. */
  readerZone: string | null;
  /** Whether the reader may invite somebody here. */
  invites: boolean;
  locale: Locale;
}

/** The city's name and its clock, the two large things of its page. */
export function CityOpening({ city, neighbours, at, readerZone, invites, locale }: Props) {
  const t = translator(locale, "cities.city");
  const name = cityName(city, locale);
  const country = new Intl.DisplayNames([locale], { type: "region" }).of(city.country) ?? city.country;
  const { practices, cases, abilities } = city;
  const nothing = abilities.seePeople ? t("none") : t("nonePublic");
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker">
          <span className={`plate ${city.accent}`} aria-hidden="true">
            {city.code}
          </span>
          <span>
            {country}
            {city.localName !== name && (
              <>
                , <span lang={city.languages[0]}>{city.localName}</span>
              </>
            )}
            . {translator(locale, "cities")("reads", { languages: languageNames(city.languages, locale) })}
          </span>
        </p>
        <h1 className="giant">{name}</h1>
        <p className="lead">
          {t("inCohort", { cohort: city.cohort.name })}{" "}
          {practices + cases > 0 ? t("kinds", { practices, cases }) : nothing}
        </p>
        <p className="actions">
          {city.contact ? (
            <a className="button" href={`mailto:${city.contact}`}>
              {t("contact", { city: name })}
            </a>
          ) : (
            <span className="muted">{t("noContact")}</span>
          )}
          {abilities.write && <Link href="/write-ups/new">{t("write")}</Link>}
          {invites && <a href="#invitations">{t("invite")}</a>}
        </p>
      </div>
      <CityClock city={city} neighbours={neighbours} at={at} readerZone={readerZone} locale={locale} />
    </div>
  );
}
