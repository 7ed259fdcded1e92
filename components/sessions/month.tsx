import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { OverviewDay, OverviewLine } from "@/lib/sessions/overview-types";
import { formatClock, formatPartialDate } from "@/lib/time/format";
import { type Month, weekdays, weeksOf } from "@/lib/time/month";

interface Props {
  month: Month;
  days: OverviewDay[];
  /** Today by the reader's clock. */
  today: string;
  zone: string;
  locale: Locale;
}

/** A month as a table from Monday to Sunday; on a phone only the days with something on them, one below the other. */
export function MonthTable({ month, days, today, zone, locale }: Props) {
  const names = weekdays(locale);
  const on = new Map(days.map(({ date, sessions }) => [date, sessions]));
  return (
    <table className="month">
      <caption className="vh">{formatPartialDate(month, locale)}</caption>
      <thead>
        <tr>
          {names.map(({ long, short }) => (
            <th scope="col" abbr={long} key={long}>
              <span aria-hidden="true">{short}</span>
              <span className="vh">{long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((date, weekday) =>
              date === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a place in the week is what an empty cell is
                <td className="empty" key={weekday} />
              ) : (
                <td
                  className={on.has(date) ? undefined : "empty"}
                  aria-current={date === today ? "date" : undefined}
                  key={date}
                >
                  <time dateTime={date}>
                    <b>{Number(date.slice(8))}</b> <span className="weekday">{names[weekday]?.long}</span>
                  </time>
                  {on.has(date) && (
                    <ul>
                      {on.get(date)?.map((session) => (
                        <li key={session.id}>
                          <Entry session={session} zone={zone} locale={locale} />
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entry({ session, zone, locale }: { session: OverviewLine; zone: string; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { host, status, myAnswer } = session;
  return (
    <>
      <span className="kicker">
        <b>{formatClock(session.startsAt, zone, locale)}</b>
        {host && <City city={{ ...host, name: cityName(host, locale) }} quiet />}
      </span>
      <Link
        href={`/sessions/${session.id}`}
        lang={session.language === locale ? undefined : session.language}
        prefetch={false}
      >
        {session.title}
      </Link>
      {(status === "cancelled" || (myAnswer && session.moment !== "after")) && (
        <span className="muted"> {status === "cancelled" ? t("cancelled") : myAnswer && t(`mine.${myAnswer}`)}</span>
      )}
    </>
  );
}
