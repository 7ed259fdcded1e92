import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SeriesSessionLine, SeriesView } from "@/lib/series/types";
import { cityName } from "@/lib/sessions/city-name";
import { dayParts, formatClock, formatDay } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";

interface Props {
  lines: SeriesSessionLine[];
  cities: SeriesView["cities"];
  /** The reader's zone. */
  zone: string;
  locale: Locale;
}

/** The sessions of a series by the reader's clock, each with what is not as usual about it. */
export function SeriesList({ lines, cities, zone, locale }: Props) {
  const thisYear = dateIn(clock.now(), zone).slice(0, 4);
  return (
    <ol className="text rows dated">
      {lines.map((line) => {
        const { number, month } = dayParts(line.startsAt, zone, locale);
        const date = dateIn(line.startsAt, zone);
        return (
          <li key={line.id}>
            <time className="day" dateTime={date}>
              <span aria-hidden="true">
                <b>{number}</b>
                {month}
                {date.slice(0, 4) !== thisYear && ` ${date.slice(0, 4)}`}
              </span>
              <span className="vh">{formatDay(line.startsAt, zone, locale)}</span>
            </time>
            <Line line={line} cities={cities} zone={zone} locale={locale} />
          </li>
        );
      })}
    </ol>
  );
}

function Line({ line, cities, zone, locale }: Omit<Props, "lines"> & { line: SeriesSessionLine }) {
  const t = translator(locale, "series");
  const range = translator(locale, "sessions")("range", {
    start: formatClock(line.startsAt, zone, locale),
    end: formatClock(line.endsAt, zone, locale),
  });
  const off = cities.filter(({ id }) => line.holidays.includes(id)).map((city) => cityName(city, locale));
  const marks = line.marks.map((mark) => t(`mark.${mark}`));
  if (off.length > 0) marks.push(t("mark.holiday", { cities: off.join(", ") }));
  return (
    <div>
      <p className="kicker">
        <b>{range}</b>
        <span aria-hidden="true">{formatDay(line.startsAt, zone, locale).split(/[\s,]/)[0]}</span>
      </p>
      <h3 lang={line.language === locale ? undefined : line.language}>
        <Link href={`/sessions/${line.id}`} prefetch={false}>
          {line.title}
        </Link>
      </h3>
      {marks.length > 0 && <p className="small muted">{marks.join(" ")}</p>}
    </div>
  );
}
