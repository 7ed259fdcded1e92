import "server-only";
import { type OwnHoliday, tableHolidays } from "@/lib/fair-hours/holidays";
import type { CityDay } from "./types";

/** The holiday of a city on a day: its own, or one of its country's table on which it does not work. */
export function holidayOn(
  date: string,
  { country, region }: { country: string; region: string },
  said: readonly OwnHoliday[],
): CityDay | null {
  const own = said.find((day) => day.date === date);
  if (own) return own.works ? null : { date, kind: "own", name: own.name, names: {} };
  const found = tableHolidays(country, region).find((day) => day.date === date);
  return found ? { date, kind: "table", name: null, names: found.names } : null;
}
