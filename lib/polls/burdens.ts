import "server-only";
import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { workspaces } from "@/db/schema";
import { burdenOf } from "@/lib/fair-hours/burden";
import { effectiveHolidays } from "@/lib/fair-hours/holidays";
import { HOURS, ownHolidays } from "@/lib/fair-hours/queries";

/** What each start would cost each city, in quarters of a point; in the order of the starts. */
export async function burdensAt(
  cityIds: readonly string[],
  starts: readonly Date[],
  minutes: number,
): Promise<Map<string, number>[]> {
  if (cityIds.length === 0) return starts.map(() => new Map());
  const [cities, own] = await Promise.all([
    db
      .select(HOURS)
      .from(workspaces)
      .where(inArray(workspaces.id, [...cityIds])),
    ownHolidays(db, cityIds),
  ]);
  const hours = cities.map((city) => ({ ...city, holidays: effectiveHolidays(city, own.get(city.id) ?? []) }));
  return starts.map((start) => new Map(hours.map((city) => [city.id, burdenOf(city, start, minutes).burden])));
}
