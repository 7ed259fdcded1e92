import type { CityShare } from "@/lib/fair-hours/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName, placeOf } from "@/lib/sessions/city-name";
import type { Chosen, ProposedHours } from "@/lib/sessions/proposals";
import type { SchedulePlace, SessionCity } from "@/lib/sessions/types";
import { formatClock, formatDay, formatDayWithoutYear } from "@/lib/time/format";
import { endInstant } from "@/lib/time/wall";

/** What the parts of the form need to show hours: who reads them, by which clock, and the cities by their ids. */
export interface HoursView {
  hours: ProposedHours;
  cities: ReadonlyMap<string, { id: string; code: string; name: string; accent: string }>;
  zone: string;
  place: string;
  locale: Locale;
}

export function hoursView(hours: ProposedHours, place: SchedulePlace, zone: string, locale: Locale): HoursView {
  const cities = citiesById(place.cities, locale);
  return { hours, cities, zone, place: placeOf(zone, place.cities, [], locale), locale };
}

export function citiesById(cities: readonly SessionCity[], locale: Locale): HoursView["cities"] {
  return new Map(
    cities.map((city) => {
      const { id, code, accent } = city;
      return [id, { id, code, accent, name: cityName(city, locale) }] as const;
    }),
  );
}

/** "16:30" to "18:00" on "Monday 30 November 2026", by the reader's clock. */
export function clocksOf(
  { startsAt, minutes }: Pick<Chosen, "startsAt" | "minutes">,
  { zone, locale }: Pick<HoursView, "zone" | "locale">,
) {
  const end = endInstant(startsAt, minutes);
  return {
    day: formatDay(startsAt, zone, locale),
    start: formatClock(startsAt, zone, locale),
    end: formatClock(end, zone, locale),
  };
}

/** "Monday 30 November": among hours of a few weeks nobody asks for the year. */
export function dayOf(startsAt: Date, { zone, locale }: HoursView): string {
  return formatDayWithoutYear(startsAt, zone, locale);
}

/** What a city pays at an hour, or that it need not come. */
export function costWords({ required, burden, within, allowed }: CityShare, locale: Locale): string {
  const t = translator(locale, "newSession");
  if (required) return t("points", { points: burden / 4 });
  return t(within || allowed ? "mayCome" : "mayComeNight");
}
