import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Chosen } from "@/lib/sessions/proposals";
import { intlLocale } from "@/lib/time/intl-formats";
import { Calls } from "./calls";
import type { HoursView } from "./hours-view";

interface Props {
  hour: Chosen;
  cities: HoursView["cities"];
  locale: Locale;
}

/** An hour of one's own: each city's clock, what it costs, and whom it asks at night. */
export function HourCost({ hour, cities, locale }: Props) {
  const t = translator(locale, "newSession");
  const names = new Intl.ListFormat(intlLocale(locale), { type: "conjunction" });
  const atNight = hour.byCity.flatMap(({ cityId, required, allowed }) =>
    required && !allowed ? [cities.get(cityId)?.name ?? ""] : [],
  );
  return (
    <>
      <Calls byCity={hour.byCity} view={{ cities, locale }} />
      <p>
        <b>{t("total", { points: hour.total / 4 })}</b>{" "}
        {atNight.length > 0 && t("night", { cities: names.format(atNight) })}
      </p>
    </>
  );
}
