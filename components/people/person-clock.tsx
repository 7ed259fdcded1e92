import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { atWork } from "@/lib/people/at-work";
import type { PersonPage } from "@/lib/people/types";
import { formatHour } from "@/lib/people/work-hours";
import { placeOf } from "@/lib/sessions/city-name";
import { formatClock, formatDay } from "@/lib/time/format";
import { hoursAhead } from "@/lib/workspaces/clock";

interface Props {
  person: PersonPage;
  at: Date;
  readerZone: string;
  locale: Locale;
}

/** What time it is for them, whether they are likely at work, and how far that is from the reader's clock. */
export function PersonClock({ person, at, readerZone, locale }: Props) {
  const t = translator(locale, "person");
  const { zone, workStart, workEnd, awayUntil } = person;
  const cities = person.places.flatMap(({ city }) => (city ? [city] : []));
  const moment = atWork(person, cities[0]?.workWeek ?? null, at);
  const place = placeOf(zone, cities, [], locale);
  return (
    <div className="right stack">
      <p className="kicker">{t("localTime", { place, day: formatDay(at, zone, locale) })}</p>
      <p className="clock">
        <time dateTime={at.toISOString()}>{formatClock(at, zone, locale)}</time>
      </p>
      <p>
        {t(awayUntil ? "hours" : moment, { from: formatHour(workStart), to: formatHour(workEnd) })}{" "}
        {!person.isMe && fromMine(hoursAhead(zone, readerZone, at), locale)}
      </p>
    </div>
  );
}

function fromMine(hours: number, locale: Locale): string {
  const t = translator(locale, "cities.city");
  if (hours === 0) return t("sameClock");
  return hours > 0 ? t("ahead", { time: hours }) : t("behind", { time: -hours });
}
