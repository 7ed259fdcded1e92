import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** "the day after", "2 days before": how far a city's date is from the reader's. Empty on the same day. */
export function shiftWords(days: number, locale: Locale): string {
  if (days === 0) return "";
  const t = translator(locale, "sessions.shift");
  return days > 0 ? t("after", { days }) : t("before", { days: -days });
}

/** A city's time, with the shift of its day in words. */
export function CityTimeText({ clock, dayShift, locale }: { clock: string; dayShift: number; locale: Locale }) {
  return (
    <span className="at">
      {clock}
      {dayShift !== 0 && <small className="muted"> {shiftWords(dayShift, locale)}</small>}
    </span>
  );
}
