import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatClock } from "@/lib/time/format";
import { zonesOffered } from "@/lib/time/zones";

/** What a person may choose as their zone: the cohort's cities with their time first, then every other by its name. */
export function zoneOptions(
  own: string,
  cities: readonly { name: string; zone: string }[],
  at: Date,
  locale: Locale,
): { value: string; label: string }[] {
  const t = translator(locale, "settings");
  return zonesOffered([...cities.map(({ zone }) => zone), own]).map((zone) => {
    const names = cities.filter((city) => city.zone === zone).map(({ name }) => name);
    const place = zone.replaceAll("_", " ");
    if (names.length === 0 && zone !== own) return { value: zone, label: place };
    const time = formatClock(at, zone, locale);
    const label =
      names.length > 0 ? t("zoneCity", { city: names.join(", "), time }) : t("zoneOption", { zone: place, time });
    return { value: zone, label };
  });
}
