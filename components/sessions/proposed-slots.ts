import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName, placeOf } from "@/lib/sessions/city-name";
import type { Proposal } from "@/lib/sessions/proposals";
import { slotValue } from "@/lib/sessions/start";
import type { SessionCity } from "@/lib/sessions/types";
import { formatClock, formatDay } from "@/lib/time/format";
import { cityClock } from "@/lib/time/session-clocks";
import { shiftWords } from "./session-clock";
import type { Slot } from "./slots";

/** Proposed starts as the form shows them: only the start, since the length follows the format that is chosen. */
export function proposedSlots(proposals: Proposal[], cities: SessionCity[], zone: string, locale: Locale): Slot[] {
  const t = translator(locale, "sessions.field");
  const place = placeOf(zone, cities, [], locale);
  return proposals.map(({ wallStart, startsAt }) => ({
    value: slotValue(wallStart, zone),
    clock: formatClock(startsAt, zone, locale),
    where: t("slotWhere", { day: formatDay(startsAt, zone, locale), place }),
    calls: cities.map((city) => {
      const { clock, dayShift } = cityClock({ wallStart, zone, minutes: 1, startsAt }, city, zone);
      const { code, accent } = city;
      return { code, accent, name: cityName(city, locale), at: `${clock} ${shiftWords(dayShift, locale)}`.trim() };
    }),
  }));
}
