import Link from "next/link";
import { formatName } from "@/lib/formats/formats";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { OverviewLine } from "@/lib/sessions/overview-types";
import { formatClock, formatShortDay } from "@/lib/time/format";

interface Props {
  lines: OverviewLine[];
  zone: string;
  locale: Locale;
}

/** Sessions whose date is still voted on: until when, how much I have answered, and the way to the vote. */
export function Polls({ lines, zone, locale }: Props) {
  const o = translator(locale, "overview");
  return (
    <ul className="rows plain">
      {lines.map((line) => (
        <li key={line.id}>
          <Title line={line} locale={locale} />
          {line.poll ? (
            <p className="small">
              {o("pollUntil", {
                day: formatShortDay(line.poll.closesAt, zone, locale),
                time: formatClock(line.poll.closesAt, zone, locale),
              })}{" "}
              {o("pollMine", { mine: line.poll.mine, options: line.poll.options })}{" "}
              <Link className="act" href={`/sessions/${line.id}/poll`} prefetch={false}>
                {o(line.poll.mine === 0 ? "vote" : "voteAgain")}
                <span className="vh"> {line.title}</span>
              </Link>
            </p>
          ) : (
            <p className="small">
              {o("pollClosed")}{" "}
              <Link className="act" href={`/sessions/${line.id}/poll`} prefetch={false}>
                {o("seeVotes")}
                <span className="vh"> {line.title}</span>
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What has not been announced yet, with the hour it has in mind. */
export function Drafts({ lines, zone, locale }: Props) {
  const o = translator(locale, "overview");
  return (
    <ul className="rows plain">
      {lines.map((line) => (
        <li key={line.id}>
          <Title line={line} locale={locale} />
          <p className="small muted">
            {o("draftFor", {
              day: formatShortDay(line.startsAt, zone, locale),
              time: formatClock(line.startsAt, zone, locale),
              format: formatName(line.format, locale, line.ownFormat),
            })}
          </p>
        </li>
      ))}
    </ul>
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
