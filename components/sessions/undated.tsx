import Link from "next/link";
import { formatName } from "@/lib/formats/formats";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { lastMinute } from "@/lib/polls/option-words";
import type { OverviewLine } from "@/lib/sessions/overview-types";
import { dayParts, formatClock, formatDay, formatShortDay } from "@/lib/time/format";

interface Props {
  lines: OverviewLine[];
  zone: string;
  locale: Locale;
}

/** Sessions whose date is still voted on: until when, how much I have answered, and the way to the vote. */
export function Polls({ lines, zone, locale }: Props) {
  const o = translator(locale, "overview");
  return (
    <ul className="rows dated">
      {lines.map((line) => (
        <li key={line.id}>
          {line.poll ? <Day at={lastMinute(line.poll.closesAt)} zone={zone} locale={locale} /> : <span />}
          <div>
            <Title line={line} locale={locale} />
            <p className="small">
              {line.poll
                ? o("pollUntil", {
                    day: formatShortDay(lastMinute(line.poll.closesAt), zone, locale),
                    time: formatClock(lastMinute(line.poll.closesAt), zone, locale),
                  })
                : o("pollClosed")}{" "}
              {line.poll && o("pollMine", { mine: line.poll.mine, options: line.poll.options })}
            </p>
            <p className="small">
              <Link className="act" href={`/sessions/${line.id}/poll`} prefetch={false}>
                {o(line.poll ? (line.poll.mine === 0 ? "vote" : "voteAgain") : "seeVotes")}
                <span className="vh"> {line.title}</span>
              </Link>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What has not been announced yet, with the hour it has in mind. */
export function Drafts({ lines, zone, locale }: Props) {
  const o = translator(locale, "overview");
  return (
    <ul className="rows dated">
      {lines.map((line) => (
        <li key={line.id}>
          <Day at={line.startsAt} zone={zone} locale={locale} />
          <div>
            <Title line={line} locale={locale} />
            <p className="small muted">
              {o("draftFor", {
                day: formatShortDay(line.startsAt, zone, locale),
                time: formatClock(line.startsAt, zone, locale),
                format: formatName(line.format, locale, line.ownFormat),
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Day({ at, zone, locale }: { at: Date; zone: string; locale: Locale }) {
  const { number, month } = dayParts(at, zone, locale);
  return (
    <time className="day" dateTime={at.toISOString()}>
      <span aria-hidden="true">
        <b>{number}</b>
        {month}
      </span>
      <span className="vh">{formatDay(at, zone, locale)}</span>
    </time>
  );
}

function Title({ line, locale }: { line: OverviewLine; locale: Locale }) {
  return (
    <h3 lang={line.language === locale ? undefined : line.language}>
      <Link href={`/sessions/${line.id}`} prefetch={false}>
        {line.title}
      </Link>
    </h3>
  );
}
