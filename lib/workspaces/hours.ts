import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { holidays } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { FIRST_YEAR, LAST_YEAR, type TableHoliday, tableHolidays } from "@/lib/fair-hours/holidays";
import { addMonths } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { HOLIDAY_MONTHS } from "./limits";
import type { CityDay, CityHours, CityPage } from "./types";

/** When a city works, for those who may see its people; null for everybody else. */
export async function cityHours(reader: Reader, city: CityPage): Promise<CityHours | null> {
  const place = { cohortId: city.cohort.id, workspaceId: city.id };
  if (!canPlace(reader, "people.read", place)) return null;
  const own = await db
    .select({ date: holidays.onDate, name: holidays.name, works: holidays.works })
    .from(holidays)
    .where(eq(holidays.workspaceId, city.id))
    .orderBy(asc(holidays.onDate));
  const today = dateIn(clock.now(), city.zone);
  const until = addMonths(today, HOLIDAY_MONTHS);
  const table = tableHolidays(city.country, city.region);
  const known = new Map(table.map((day) => [day.date, day]));
  const days = [...table.filter(({ date }) => !own.some((day) => day.date === date)).map(fromTable), ...own.map(said)];
  return {
    week: city.workWeek,
    days: days
      .map((day): CityDay => ({ ...day, names: known.get(day.date)?.names ?? day.names }))
      .filter(({ date, kind }) => date >= today && (date <= until || kind !== "table"))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    table: table.length > 0 ? { from: FIRST_YEAR, until: LAST_YEAR } : null,
    maySet: canPlace(reader, "city.set-hours", place),
  };
}

function fromTable({ date, names }: TableHoliday): CityDay {
  return { date, kind: "table", name: null, names };
}

function said({ date, name, works }: { date: string; name: string; works: boolean }): CityDay {
  return { date, kind: works ? "works" : "own", name, names: {} };
}
