import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type series, workspaces } from "@/db/schema";
import { burdenOf } from "@/lib/fair-hours/burden";
import { findHours } from "@/lib/fair-hours/finder";
import { effectiveHolidays } from "@/lib/fair-hours/holidays";
import { HOURS, hoursOf, ownHolidays } from "@/lib/fair-hours/queries";
import type { FairCity } from "@/lib/fair-hours/types";
import { addDays, dayNumber, weekdayOf } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn, type WallTime } from "@/lib/time/wall";
import type { Occurrence } from "./occurrences";

type Series = typeof series.$inferSelect;
type When = Pick<Series, "rotates" | "skipsHolidays" | "spread" | "zone" | "minutes">;

/** The cities of a series with their hours, holidays and, when the series rotates, what each has paid so far. */
export async function seriesCities(tx: Tx, { cohortId, template, rotates }: Series): Promise<FairCity[]> {
  const { required, optional } = template;
  const asked = [...required, ...optional];
  if (rotates) {
    const all = await hoursOf(cohortId, clock.now(), { on: tx });
    return all
      .filter(({ id }) => asked.includes(id))
      .map((city) => ({ ...city, required: required.includes(city.id) }));
  }
  if (asked.length === 0) return [];
  const rows = await tx.select(HOURS).from(workspaces).where(inArray(workspaces.id, asked));
  const own = await ownHolidays(tx, asked);
  return rows.map(({ id, zone, week, ...place }) => ({
    id,
    zone,
    week,
    holidays: effectiveHolidays(place, own.get(id) ?? []),
    required: required.includes(id),
    balance: 0,
  }));
}

/** When an occurrence takes place; null when it is left out. A rotating one looks for the fairest hour of its week. */
export function hourFor(
  row: When,
  occurrence: Occurrence,
  cities: readonly FairCity[],
): { wallStart: WallTime; startsAt: Date } | null {
  if (row.rotates) {
    const found = fairest(row, occurrence, cities);
    if (found) return found;
  }
  const { wallStart, startsAt } = occurrence;
  const free = row.skipsHolidays && holidayCities(startsAt, cities).length > 0;
  return free ? null : { wallStart, startsAt };
}

/** The cities that must be there and have a holiday then, by their own date. */
export function holidayCities(startsAt: Date, cities: readonly FairCity[]): string[] {
  return cities
    .filter(({ required, zone, holidays }) => required && holidays.has(dateIn(startsAt, zone)))
    .map(({ id }) => id);
}

/** The cities after a session has cost them what it costs: the ledger that the next one is chosen with. */
export function paidBy(cities: readonly FairCity[], startsAt: Date, minutes: number): FairCity[] {
  return cities.map((city) =>
    city.required ? { ...city, balance: city.balance + burdenOf(city, startsAt, minutes).burden } : city,
  );
}

/** The first proposal of the week, from Monday to Sunday, in which the pattern puts the occurrence. */
function fairest({ spread, zone, minutes }: When, { seriesStart }: Occurrence, cities: readonly FairCity[]) {
  const day = seriesStart.slice(0, 10);
  const from = addDays(day, -weekdayOf(dayNumber(day)));
  const earliest = clock.now();
  const { proposals } = findHours({ cities, from, until: addDays(from, 6), zone, minutes, spread, earliest });
  const [best] = proposals;
  return best ? { wallStart: best.wallStart, startsAt: best.startsAt } : null;
}
