import { usualHours } from "@/lib/fair-hours/work-week";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatHour } from "@/lib/people/work-hours";
import { cityName } from "@/lib/sessions/city-name";
import { formatClock, formatDay } from "@/lib/time/format";
import { intlLocale } from "@/lib/time/intl-formats";
import { byDistance, hoursAhead, workMoment } from "@/lib/workspaces/clock";
import type { CityPage } from "@/lib/workspaces/types";
import { holidayName } from "./holiday-name";

interface Props {
  city: CityPage;
  neighbours: { name: string; localName: string; languages: string[]; zone: string }[];
  at: Date;
  readerZone: string | null;
  locale: Locale;
}

/** What time it is there, whether somebody is likely at work, and how far the other clocks are. */
export function CityClock({ city, neighbours, at, readerZone, locale }: Props) {
  const t = translator(locale, "cities.city");
  const { moment, hours } = workMoment(city, at);
  const usual = usualHours(city.workWeek);
  const [from, to] = (hours ?? [usual.workStart, usual.workEnd]).map(formatHour);
  const holiday = city.holidayToday && holidayName(city.holidayToday, locale);
  return (
    <div className="right stack">
      <p className="kicker">{t("localTime", { day: formatDay(at, city.zone, locale) })}</p>
      <p className="clock">
        <time dateTime={at.toISOString()}>{formatClock(at, city.zone, locale)}</time>
      </p>
      <p>
        {holiday ? (
          <>
            {translator(locale, "holidays")("today")} <span lang={holiday.language}>{holiday.text}</span>.
          </>
        ) : (
          t(moment, { city: cityName(city, locale), from: from ?? "", to: to ?? "" })
        )}{" "}
        {readerZone && fromMine(hoursAhead(city.zone, readerZone, at), locale)}
      </p>
      {neighbours.length > 0 && <p className="muted">{others(neighbours, city.zone, at, locale)}</p>}
    </div>
  );
}

function fromMine(hours: number, locale: Locale): string {
  const t = translator(locale, "cities.city");
  if (hours === 0) return t("sameClock");
  return hours > 0 ? t("ahead", { time: hours }) : t("behind", { time: -hours });
}

/** "Dublin 1 hour behind, Belo Horizonte 4 hours behind." */
function others(neighbours: Props["neighbours"], zone: string, at: Date, locale: Locale): string {
  const t = translator(locale, "cities.city");
  const names = new Intl.ListFormat(intlLocale(locale), { type: "conjunction" });
  const parts = byDistance(neighbours, zone, at)
    .sort(([a], [b]) => Math.abs(a) - Math.abs(b))
    .map(([hours, group]) => {
      const cities = names.format(group.map((city) => cityName(city, locale)));
      if (hours === 0) return t("same", { cities });
      return hours > 0 ? t("cityAhead", { cities, time: hours }) : t("cityBehind", { cities, time: -hours });
    });
  return `${parts.join("; ")}.`;
}
