import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatHour } from "@/lib/people/work-hours";
import { cityName } from "@/lib/sessions/city-name";
import { formatDay } from "@/lib/time/format";
import { HOLIDAYS_SHOWN } from "@/lib/workspaces/limits";
import type { CityPage, CityHours as Hours } from "@/lib/workspaces/types";
import { holidayName } from "./holiday-name";
import { noonOf } from "./noon";
import { runsOf, weekdayName } from "./weekdays";

/** When a city works, and its next days off: for those who may see its people. */
export function CityHours({ city, hours, locale }: { city: CityPage; hours: Hours; locale: Locale }) {
  const t = translator(locale, "holidays");
  const off = hours.days.filter(({ kind }) => kind !== "works").slice(0, HOLIDAYS_SHOWN);
  return (
    <section className="band" aria-labelledby="hours">
      <header className="hung">
        <h2 id="hours">{t("title")}</h2>
        <p>{t("note")}</p>
      </header>
      <div className="text stack">
        <ul>
          {runsOf(hours.week).map(({ from, to, hours: day }) => (
            <li key={from}>
              {t(daysWord(to - from), { from: weekdayName(from, locale), to: weekdayName(to, locale) })}:{" "}
              {day ? t("range", { from: formatHour(day[0]), to: formatHour(day[1]) }) : t("off")}
            </li>
          ))}
        </ul>
        <h3>{t("coming")}</h3>
        {off.length === 0 ? (
          <p>{t(hours.table ? "noneAhead" : "noTable", { city: cityName(city, locale) })}</p>
        ) : (
          <ul>
            {off.map((day) => {
              const { text, language } = holidayName(day, locale);
              return (
                <li key={day.date}>
                  {formatDay(noonOf(day.date), "UTC", locale)}: <span lang={language}>{text}</span>
                </li>
              );
            })}
          </ul>
        )}
        <p className="actions">
          {hours.maySet && <Link href={`/cities/${city.slug}/hours`}>{t("set")}</Link>}
          <Link href="/sessions/fair-hours">{t("toLedger")}</Link>
        </p>
      </div>
    </section>
  );
}

function daysWord(after: number) {
  if (after === 0) return "oneDay";
  return after === 1 ? "twoDays" : "days";
}
