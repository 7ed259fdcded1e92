import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { holidays, workspaces } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { fieldError } from "@/lib/errors/errors";
import { tableHolidays } from "@/lib/fair-hours/holidays";
import { reckonCity } from "@/lib/fair-hours/reckon";
import { addMonths } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { HOLIDAY_YEARS_MAX } from "./limits";
import type { AddHolidayInput, HolidayInput, HoursInput } from "./schema";

/** Sets the working hours of a city; what its sessions ahead cost it is reckoned anew. */
export async function setHours(actor: Actor, { slug, week }: HoursInput): Promise<{ slug: string }> {
  const city = await cityToSet(actor, slug);
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(workspaces)
      .set({ workWeek: week })
      .where(and(eq(workspaces.id, city.workspaceId), ne(workspaces.workWeek, week)))
      .returning({ id: workspaces.id });
    if (changed) await noted(tx, actor, city, "city.set-hours", {});
    return { slug };
  });
}

/** Adds a day off of the city's own. Sending the same day twice adds it once. */
export async function addHoliday(actor: Actor, { slug, date, name }: AddHolidayInput): Promise<{ slug: string }> {
  const city = await cityToSet(actor, slug);
  refuseFarDay(date, city);
  const [known] = await daysOn(city.workspaceId, date);
  if (known && !known.works && known.name === name) return { slug };
  if (known ? !known.works : inTable(city, date)) throw fieldError("date", "holidays.error.already");
  return db.transaction(async (tx) => {
    // A day on which the city said it works becomes one off again; one that somebody else adds at this moment stays theirs.
    const [added] = await tx
      .insert(holidays)
      .values({ workspaceId: city.workspaceId, onDate: date, name, addedBy: actor.personId })
      .onConflictDoUpdate({
        target: [holidays.workspaceId, holidays.onDate],
        set: { name, works: false, addedBy: actor.personId, addedAt: sql`now()` },
        setWhere: eq(holidays.works, true),
      })
      .returning({ day: holidays.onDate });
    if (!added) throw fieldError("date", "holidays.error.already");
    await noted(tx, actor, city, "holiday.add", { date, works: false });
    return { slug };
  });
}

/** Says that the city works on a day of its country's table. */
export async function workOnHoliday(actor: Actor, { slug, date }: HolidayInput): Promise<{ slug: string }> {
  const city = await cityToSet(actor, slug);
  const found = tableHolidays(city.country, city.region).find((day) => day.date === date);
  const name = Object.values(found?.names ?? {})[0];
  if (!name) throw fieldError("form", "holidays.error.notInTable");
  return db.transaction(async (tx) => {
    const [added] = await tx
      .insert(holidays)
      .values({ workspaceId: city.workspaceId, onDate: date, name, works: true, addedBy: actor.personId })
      .onConflictDoNothing()
      .returning({ day: holidays.onDate });
    if (added) await noted(tx, actor, city, "holiday.add", { date, works: true });
    return { slug };
  });
}

/** Takes back what the city said of a day: its own day off is gone, a day of the table is off again. */
export async function removeHoliday(actor: Actor, { slug, date }: HolidayInput): Promise<{ slug: string }> {
  const city = await cityToSet(actor, slug);
  return db.transaction(async (tx) => {
    const [removed] = await tx
      .delete(holidays)
      .where(and(eq(holidays.workspaceId, city.workspaceId), eq(holidays.onDate, date)))
      .returning({ works: holidays.works });
    if (removed) await noted(tx, actor, city, "holiday.remove", { date, works: removed.works });
    return { slug };
  });
}

async function cityToSet(actor: Actor, slug: string) {
  const [found] = await db
    .select({
      cohortId: workspaces.cohortId,
      workspaceId: workspaces.id,
      zone: workspaces.zone,
      country: workspaces.country,
      region: workspaces.region,
    })
    .from(workspaces)
    .where(eq(workspaces.slug, slug));
  return authorizePlace(actor, "city.set-hours", found ?? null);
}
type City = Awaited<ReturnType<typeof cityToSet>>;

/** Writes the audit row, and what the change means for the sessions ahead. */
async function noted(
  tx: Tx,
  actor: Actor,
  { cohortId, workspaceId }: City,
  action: string,
  detail: Record<string, string | boolean>,
) {
  await reckonCity(tx, workspaceId);
  await record(tx, { actorId: actor.personId, action, cohortId, workspaceId, detail });
}

function refuseFarDay(day: string, { zone }: City): void {
  const today = dateIn(clock.now(), zone);
  if (day < today) throw fieldError("date", "holidays.error.past");
  if (day > addMonths(today, HOLIDAY_YEARS_MAX * 12))
    throw fieldError("date", "holidays.error.far", { years: HOLIDAY_YEARS_MAX });
}

function inTable({ country, region }: City, day: string): boolean {
  return tableHolidays(country, region).some(({ date }) => date === day);
}

function daysOn(workspaceId: string, day: string) {
  return db
    .select({ name: holidays.name, works: holidays.works })
    .from(holidays)
    .where(and(eq(holidays.workspaceId, workspaceId), eq(holidays.onDate, day)));
}
