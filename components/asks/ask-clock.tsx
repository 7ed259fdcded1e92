import type { AskCity, ReplyClock } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { dayParts, formatClock, formatDay } from "@/lib/time/format";
import { capital, clockWords } from "./words";

interface Props {
  clock: ReplyClock;
  city: AskCity;
  /** The reader's zone. */
  zone: string;
  locale: Locale;
}

/** By when a city answers: on the reader's clock first, then on its own, and what is left of its hours. */
export function AskClock({ clock, city, zone, locale }: Props) {
  const t = translator(locale, "asks.clock");
  const { dueAt, late } = clock;
  const name = cityName(city, locale);
  const { number, month } = dayParts(dueAt, zone, locale);
  const theirs = theirClock(clock, name, zone, locale);
  return (
    <>
      <p>{t("due", { city: name })}</p>
      <p className="figure">
        <time className="value" dateTime={dueAt.toISOString()}>
          {number} {month}, {formatClock(dueAt, zone, locale)}
        </time>
        <span className="when">{[theirs && t("mine"), theirs].filter(Boolean).join("; ")}</span>
      </p>
      <p className="kicker">
        <span className={late ? "due" : undefined}>{capital(clockWords(clock, locale), locale)}.</span>
      </p>
    </>
  );
}

/** What the clocks of the city show then, with the day where it is another; nothing where they show the same. */
export function theirClock(
  { dueAt, zone: there }: Pick<ReplyClock, "dueAt" | "zone">,
  city: string,
  zone: string,
  locale: Locale,
): string {
  const t = translator(locale, "asks.clock");
  const day = formatDay(dueAt, there, locale);
  const clock = formatClock(dueAt, there, locale);
  if (day !== formatDay(dueAt, zone, locale)) return t("theirsDay", { day, clock, city });
  return clock === formatClock(dueAt, zone, locale) ? "" : t("theirs", { clock, city });
}
