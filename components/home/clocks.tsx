import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";

interface ClockCity {
  id: string;
  code: string;
  name: string;
  accent: string;
  zone: string;
}

/** One moment in every city, from west to east; the reader's own filled. */
export function Clocks({
  cities,
  at,
  locale,
  here,
  across,
}: {
  cities: ClockCity[];
  at: Date;
  locale: Locale;
  here?: string | null;
  across?: boolean;
}) {
  return (
    <ol className={across ? "matter line across" : "line"}>
      {cities.map((city) => (
        <li className={city.id === here ? `${city.accent} here` : city.accent} key={city.id}>
          <City city={city} />
          <span className="at">{formatClock(at, city.zone, locale)}</span>
        </li>
      ))}
    </ol>
  );
}
