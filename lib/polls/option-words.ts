import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import type { CityTime, SessionCity } from "@/lib/sessions/types";
import { formatDay } from "@/lib/time/format";
import { cityClock } from "@/lib/time/session-clocks";
import { endInstant } from "@/lib/time/wall";
import type { PollOption, PollView } from "./types";

/** An option in words: the reader's clock, then the organiser's when it is another. */
export interface OptionWords {
  day: string;
  /** "16:30–18:00", with "+1 day" where it ends on another date. */
  clock: string;
  place: string;
  organiser: string | null;
}

export function optionWords(option: PollOption, poll: PollView, locale: Locale): OptionWords {
  const { readerZone, readerCity, organiser, minutes } = poll;
  const here = cityClock({ ...option, minutes }, { id: "", zone: readerZone }, readerZone);
  const named = (city: SessionCity | null, zone: string) => (city ? cityName(city, locale) : zoneName(zone));
  return {
    day: formatDay(option.startsAt, readerZone, locale),
    clock: rangeWords(here, locale),
    place: named(readerCity, readerZone),
    organiser:
      option.organiser &&
      translator(locale, "polls")("organiser", {
        range: rangeWords(option.organiser, locale),
        place: named(organiser.city, organiser.zone),
        name: organiser.name,
      }),
  };
}

/** "22:00–00:30 (+1 day)": a shift counts from the reader's date at the start, and is said once where both have it. */
export function rangeWords({ clock, endClock, dayShift, endDayShift }: CityTime, locale: Locale): string {
  const start = dayShift === endDayShift ? clock : `${clock}${shift(dayShift, locale)}`;
  // Word joiners: the line does not break between the two hours.
  return `${start}\u2060–\u2060${endClock}${shift(endDayShift, locale)}`;
}

function shift(days: number, locale: Locale): string {
  if (days === 0) return "";
  const t = translator(locale, "polls.shift");
  return ` (${days > 0 ? t("after", { days }) : t("before", { days: -days })})`;
}

/** The last minute in which one may vote: a deadline at midnight belongs to the day before. */
export function lastMinute(closesAt: Date): Date {
  return endInstant(closesAt, -1);
}
