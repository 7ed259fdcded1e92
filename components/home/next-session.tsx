import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { NextSession } from "@/lib/sessions/types";
import { formatClock, formatDay, formatRelativeDay } from "@/lib/time/format";

/** The one very large thing of Home: when the next session begins, in the reader's clock. */
export function NextSessionOpening({
  next,
  now,
  zone,
  locale,
}: {
  next: NextSession | null;
  now: Date;
  zone: string;
  locale: Locale;
}) {
  const t = translator(locale, "home");
  if (!next) {
    return (
      <div className="opening">
        <section className="left stack" aria-labelledby="next">
          <h2 id="next">{t("noSession")}</h2>
          <p className="lead">{t("noSessionText")}</p>
          <p className="actions">
            <Link href="/sessions">{t("sessions")}</Link>
          </p>
        </section>
      </div>
    );
  }
  const end = formatClock(next.endsAt, zone, locale);
  const mine = next.cities.find((city) => next.myWorkspaceIds.includes(city.id) && city.zone === zone);
  return (
    <div className="opening">
      <section className="left stack" aria-labelledby="next">
        <div className="kicker">
          <h2 id="next">{t("nextSession")}</h2>
          <p>
            {formatRelativeDay(next.startsAt, now, zone, locale)}, {formatDay(next.startsAt, zone, locale)}
          </p>
        </div>
        <p className="clock">
          <time dateTime={next.startsAt.toISOString()}>{formatClock(next.startsAt, zone, locale)}</time>
          {mine ? t("to", { end, city: cityName(mine, locale) }) : t("toZone", { end })}
        </p>
        <h3 className="head" lang={next.language === locale ? undefined : next.language}>
          <Link className="plain" href={`/sessions/${next.id}`}>
            {next.title}
          </Link>
        </h3>
        <p className="lead" lang={next.language === locale ? undefined : next.language}>
          {next.purpose}
        </p>
        {next.joinUrl && next.doorsOpen && (
          <p className="actions">
            <a className="button big" href={next.joinUrl} rel="noopener noreferrer">
              {t("join")}
            </a>
          </p>
        )}
        <p className="actions small">
          <Link href={`/sessions/${next.id}#agenda`}>{t("agenda")}</Link>
          <a href={`/sessions/${next.id}/calendar.ics`}>{t("calendar")}</a>
          <Link href="/sessions">{t("sessions")}</Link>
        </p>
      </section>
      <section className="right" aria-labelledby="moment">
        <h2 className="over" id="moment">
          {t("moment")}
        </h2>
        <ol className="line">
          {next.cities.map((city) => (
            <li className={next.myWorkspaceIds.includes(city.id) ? `${city.accent} here` : city.accent} key={city.id}>
              <City city={{ ...city, name: cityName(city, locale) }} />
              <span className="at">{city.clock}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
