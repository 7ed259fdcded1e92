import "server-only";
import table from "./holiday-table.json" with { type: "json" };

/** A day off by the table of the country. Its names by language: the one of its own people always, others if known. */
export interface TableHoliday {
  date: string;
  names: Record<string, string>;
}

/** What a city says of a day itself: off, or (`works`) a day of the table on which it works. */
export interface OwnHoliday {
  date: string;
  name: string;
  works: boolean;
}

type Days = [date: string, names: Record<string, string>][];
const PLACES: Record<string, Days | undefined> = table.places as unknown as Record<string, Days>;

/** The first and the last year that the table knows. */
export const [FIRST_YEAR, LAST_YEAR] = table.years as [number, number];

/** The public holidays of the most exact place the table knows: "BR" and "MG-BH" → "BR-MG-BH", else "BR-MG", else "BR". */
export function tableHolidays(country: string, region: string): TableHoliday[] {
  const parts = [country, ...region.split("-").filter(Boolean)];
  for (let length = parts.length; length > 0; length--) {
    const days = PLACES[parts.slice(0, length).join("-")];
    if (days) return days.map(([date, names]) => ({ date, names }));
  }
  return [];
}

/** The days on which a city does not work: those of the table and its own, less those on which it says it works. */
export function effectiveHolidays(
  { country, region }: { country: string; region: string },
  own: readonly OwnHoliday[],
): Set<string> {
  const days = new Set(tableHolidays(country, region).map(({ date }) => date));
  for (const { date, works } of own) {
    if (works) days.delete(date);
    else days.add(date);
  }
  return days;
}
