import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PersonPage, PersonPlace } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";
import { formatPartialDate } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import { PersonClock } from "./person-clock";

interface Props {
  person: PersonPage;
  at: Date;
  readerZone: string;
  locale: Locale;
}

/** Who it is, for which city and since when, whether they are there, and what time it is for them. */
export function PersonOpening({ person, at, readerZone, locale }: Props) {
  const t = translator(locale, "person");
  const { awayUntil, isMe } = person;
  const asked = person.places.flatMap(({ city, mayAsk }) => (city && mayAsk ? [city] : []));
  return (
    <div className="opening">
      <div className="left stack">
        <h1 dir="auto">{person.name}</h1>
        <ul className="stack tight">
          {person.places.map((place) => (
            <Place place={place} zone={readerZone} locale={locale} key={`${place.city?.slug} ${place.role}`} />
          ))}
        </ul>
        {awayUntil && (
          <p className="note">{t(isMe ? "awayMe" : "away", { date: formatPartialDate(awayUntil, locale) })}</p>
        )}
        <p className="actions">
          {asked.map((city) => (
            <a className="button" href={`/asks/new?city=${city.slug}`} key={city.slug}>
              {t("ask", { city: cityName(city, locale) })}
            </a>
          ))}
          {isMe && <a href="/settings#profile">{t("change")}</a>}
          <a href="/people">{t("all")}</a>
        </p>
      </div>
      <PersonClock person={person} at={at} readerZone={readerZone} locale={locale} />
    </div>
  );
}

/** "TUR Turin · City official since May 2026 · Respond, Rebuild, Reinvent" */
function Place({ place, zone, locale }: { place: PersonPlace; zone: string; locale: Locale }) {
  const { city, role, since, cohort } = place;
  const month = dateIn(since, zone).slice(0, 7);
  const roleName = translator(locale, "people")(`roles.${role}`);
  return (
    <li className="kicker">
      {city && (
        <a className="act plain" href={`/cities/${city.slug}`}>
          <City city={{ ...city, name: cityName(city, locale) }} />
        </a>
      )}
      <b>{translator(locale, "person")("since", { role: roleName, date: formatPartialDate(month, locale) })}</b>
      <span>{cohort}</span>
    </li>
  );
}
