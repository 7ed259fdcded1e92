import { Field, Select } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import type { SessionCity } from "@/lib/sessions/types";
import { formatPartialDate } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { isPartialDate } from "@/lib/time/partial-date";
import { offsetLabel, zonesOffered } from "@/lib/time/zones";

interface Props {
  cities: SessionCity[];
  zone: string;
  /** What stands in the fields at first: "2026-11-24", or a day as it was typed, and "16:00". */
  date?: string;
  time?: string;
  locale: Locale;
}

/** A day, a time and whose clock shows it. */
export function WhenFields({ cities, zone, date = "", time = "", locale }: Props) {
  const t = translator(locale, "sessions.field");
  const errorPrefix = translator(locale, "errors")("prefix");
  const example = formatPartialDate("2026-11-24", locale);
  return (
    <>
      <Field
        name="date"
        label={t("date")}
        hint={t("dateHint", { example })}
        defaultValue={isPartialDate(date) ? formatPartialDate(date, locale) : date}
        errorPrefix={errorPrefix}
        short
        autoComplete="off"
      />
      <Field
        name="time"
        label={t("time")}
        hint={t("timeHint")}
        defaultValue={time}
        errorPrefix={errorPrefix}
        short
        autoComplete="off"
      />
      <Select
        name="zone"
        label={t("zone")}
        options={zoneOptions(cities, zone, locale)}
        defaultValue={zone}
        errorPrefix={errorPrefix}
      />
    </>
  );
}

/** The cities' clocks by their names, then every other zone by its own. */
function zoneOptions(cities: SessionCity[], own: string, locale: Locale) {
  const t = translator(locale, "sessions.field");
  const now = clock.now();
  return zonesOffered([...cities.map((city) => city.zone), own]).map((zone) => {
    const here = cities.filter((city) => city.zone === zone).map((city) => cityName(city, locale));
    if (here.length === 0 && zone !== own) return { value: zone, label: zone.replaceAll("_", " ") };
    const place = here.length > 0 ? here.join(", ") : zoneName(zone);
    return { value: zone, label: t("zoneOption", { place, offset: offsetLabel(now, zone) }) };
  });
}
