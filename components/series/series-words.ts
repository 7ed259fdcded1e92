import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SeriesRhythm } from "@/lib/series/types";
import { formatDay } from "@/lib/time/format";

/** "Every second Tuesday", by the calendar of whoever organises the series. */
export function rhythmWords({ rhythm, wallStart }: SeriesRhythm, locale: Locale): string {
  const t = translator(locale, "series.rhythm");
  const day = wallStart.slice(0, 10);
  // Of a plain date: noon in UTC has it everywhere that UTC is asked for.
  const [weekday = ""] = formatDay(new Date(`${day}T12:00Z`), "UTC", locale).split(/[\s,]/);
  const week = Math.ceil(Number(day.slice(8)) / 7);
  return t(rhythm, { weekday, week });
}
