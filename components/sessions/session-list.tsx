import type { Locale } from "@/lib/i18n/locales";
import type { OverviewDay } from "@/lib/sessions/overview-types";
import { dayParts, formatDay } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { SessionEntry } from "./session-entry";

interface Props {
  days: OverviewDay[];
  /** The reader's zone. */
  zone: string;
  locale: Locale;
}

/** Sessions by day: the day's number, then each session in the reader's clock with the host city's beside it. */
export function SessionList({ days, zone, locale }: Props) {
  const thisYear = dateIn(clock.now(), zone).slice(0, 4);
  return (
    <ol className="rows dated">
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
            <div className="stack loose">
              {sessions.map((session) => (
                <SessionEntry session={session} zone={zone} locale={locale} key={session.id} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
