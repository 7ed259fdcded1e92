import Link from "next/link";
import { City } from "@/components/ui/plate";
import { formatPoints } from "@/lib/fair-hours/points";
import type { Ledger } from "@/lib/fair-hours/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatClock, formatPartialDate, formatShortDay } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import { Bar } from "./ledger";

/** What each city has paid so far, the highest sum first, with the hour of its last session by its own clock. */
export function Standing({ ledger, locale }: { ledger: Ledger; locale: Locale }) {
  const t = translator(locale, "fairHours");
  const rows = ledger.rows.toSorted((a, b) => b.balance - a.balance);
  const highest = Math.max(1, ...rows.map(({ balance }) => balance));
  const from = formatPartialDate(dateIn(ledger.from, "UTC"), locale);
  return (
    <table className="timetable standing">
      <caption>{t("standing.caption", { begun: ledger.begun, ahead: ledger.ahead, from })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ledger.city")}</th>
          <th scope="col" className="r">
            {t("standing.points")}
          </th>
          <th scope="col" className="r">
            {t("standing.sessions")}
          </th>
          <th scope="col" className="r">
            {t("standing.last")}
          </th>
          <th scope="col" className="wide-only graph">
            <span className="vh">{t("ledger.bar")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <City city={{ ...row, name: cityName(row, locale) }} />
            </th>
            <td className="r">
              <b>{formatPoints(row.balance, locale)}</b>
            </td>
            <td className="r">{row.sessions}</td>
            <td className="r">
              {row.last ? (
                <Link className="nowrap" href={`/sessions/${row.last.id}`} prefetch={false}>
                  {formatClock(row.last.startsAt, row.zone, locale)}
                  <span className="vh">, {formatShortDay(row.last.startsAt, row.zone, locale)}</span>
                </Link>
              ) : (
                t("standing.none")
              )}
            </td>
            <td className="wide-only">
              <Bar before={row.balance} highest={highest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
