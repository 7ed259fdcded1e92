import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatName } from "@/lib/sessions/formats";
import type { SessionDay, SessionLine } from "@/lib/sessions/types";
import { dayParts, formatClock, formatDay } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { cityClock } from "@/lib/time/session-clocks";
import { dateIn } from "@/lib/time/wall";
import { shiftWords } from "./session-clock";

interface Props {
  days: SessionDay[];
  /** The reader's zone. */
  zone: string;
  locale: Locale;
}

/** Sessions by day: the day's number, then each session in the reader's clock with the host city's beside it. */
export function SessionList({ days, zone, locale }: Props) {
  const thisYear = dateIn(clock.now(), zone).slice(0, 4);
  return (
    <ol className="text rows dated">
      {days.map(({ date, sessions }) => {
        const first = sessions[0]?.startsAt ?? new Date(`${date}T12:00Z`);
        const { number, month } = dayParts(first, zone, locale);
        return (
          <li key={date}>
            <time className="day" dateTime={date}>
              <span aria-hidden="true">
                <b>{number}</b>
                {month}
                {date.slice(0, 4) !== thisYear && ` ${date.slice(0, 4)}`}
              </span>
              <span className="vh">{formatDay(first, zone, locale)}</span>
            </time>
            <div className="stack">
              {sessions.map((session) => (
                <Line session={session} zone={zone} locale={locale} key={session.id} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Line({ session, zone, locale }: { session: SessionLine; zone: string; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { host, startsAt, endsAt } = session;
  const start = formatClock(startsAt, zone, locale);
  const weekday = formatDay(startsAt, zone, locale).split(/[\s,]/)[0];
  const there = host && cityClock(session, host, zone);
  const away = there && (there.clock !== start || there.dayShift !== 0);
  return (
    <article>
      <p className="kicker">
        <b>{t("range", { start, end: formatClock(endsAt, zone, locale) })}</b>
        <span aria-hidden="true">{weekday}</span>
        {host && <City city={{ ...host, name: cityName(host, locale) }} />}
        {away && (
          <span>
            {t("hostClock", { time: there.clock })} {shiftWords(there.dayShift, locale)}
          </span>
        )}
      </p>
      <h3 lang={session.language === locale ? undefined : session.language}>
        <Link href={`/sessions/${session.id}`} prefetch={false}>
          {session.title}
        </Link>
      </h3>
      <p className="small muted">
        {session.status === "cancelled" && <b>{t("cancelled")}. </b>}
        {(session.status === "draft" || session.status === "proposed") && <b>{t("draft")}. </b>}
        {session.status !== "cancelled" && session.moment === "now" && <b>{t("onNow")}. </b>}
        {t("line", {
          format: formatName(session.format, locale),
          minutes: session.minutes,
          cities: session.cities,
        })}
        {session.myAnswer && session.moment !== "after" && session.status !== "cancelled" && (
          <>. {t(`mine.${session.myAnswer}`)}</>
        )}
      </p>
    </article>
  );
}
