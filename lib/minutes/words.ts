import "server-only";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import type { SessionView } from "@/lib/sessions/types";
import { formatClock, formatDay, formatPartialDate } from "@/lib/time/format";
import type { MinutesView, Speaker } from "./types";

/** "Tuesday 24 November 2026, 16:00 to 17:30 in Turin", by the reader's clock. */
export function whenWords({ startsAt, endsAt, readerZone, readerCity }: SessionView, locale: Locale): string {
  return translator(locale, "minutes")("when", {
    day: formatDay(startsAt, readerZone, locale),
    start: formatClock(startsAt, readerZone, locale),
    end: formatClock(endsAt, readerZone, locale),
    place: readerCity ? cityName(readerCity, locale) : zoneName(readerZone),
  });
}

/** "Joost V., Rotterdam", or nothing where nobody is named. */
export function speakerWords(by: Speaker | null, locale: Locale): string {
  if (!by) return "";
  return by.city ? `${by.name}, ${cityName(by.city, locale)}` : by.name;
}

/** "Turin: Paola R., Marco B." or "Turin: 2 people" */
export function presentWords(
  { city, count, names }: MinutesView["attendance"]["cities"][number],
  locale: Locale,
): { place: string; who: string } {
  const t = translator(locale, "minutes");
  const place = city ? cityName(city, locale) : t("noCity");
  return { place, who: names.length > 0 ? names.join(", ") : t("people", { count }) };
}

/** "Dublin, Maeve C., by 30 November 2026" */
export function takenOnBy({ city, person, dueOn }: Commitment, locale: Locale): string {
  const who = [cityName(city, locale), person?.name].filter(Boolean).join(", ");
  return translator(locale, "minutes")("takenOnBy", { who, day: formatPartialDate(dueOn, locale) });
}
