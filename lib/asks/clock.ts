import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { workspaces } from "@/db/schema";
import { effectiveHolidays, type OwnHoliday } from "@/lib/fair-hours/holidays";
import type { WorkWeek } from "@/lib/fair-hours/limits";
import { HOURS, ownHolidays } from "@/lib/fair-hours/queries";
import { REPLY_MINUTES } from "./limits";
import { addWorkingMinutes, type WorkingTime, workingMinutesBetween } from "./reply-clock";
import type { ReplyClock } from "./types";

interface Days {
  country: string;
  region: string;
  own: OwnHoliday[];
}

/** A city's hours as a row brings them: see `hoursJson`. */
export interface HoursRow extends Days {
  zone: string;
  week: WorkWeek;
}

/** The hours of the city called `alias`, with what it says itself of the days around an open ask. */
export function hoursJson(alias: "t"): SQL {
  const city = sql.raw(alias);
  return sql`json_build_object('zone', ${city}.zone, 'week', ${city}.work_week, 'country', ${city}.country, 'region', ${city}.region,
    'own', (select coalesce(json_agg(json_build_object('date', h.on_date, 'name', h.name, 'works', h.works)), '[]')
      from holidays h where h.workspace_id = ${city}.id and h.on_date > asks.created_at::date - 2))`;
}

/** How a city stands towards what it is asked, at `now`. */
export function clockAt(hours: HoursRow, dueAt: Date, now: Date): ReplyClock {
  const time = workingTime(hours);
  const late = now > dueAt;
  const minutes = late ? workingMinutesBetween(time, dueAt, now) : workingMinutesBetween(time, now, dueAt);
  return { dueAt, zone: hours.zone, late, minutes };
}

/** When a city that is asked now should have answered; null when it does not work. */
export async function dueFor(
  on: Queryable,
  workspaceId: string,
  now: Date,
): Promise<{ dueAt: Date; zone: string } | null> {
  const [row] = await on.select(HOURS).from(workspaces).where(eq(workspaces.id, workspaceId));
  if (!row) return null;
  const own = (await ownHolidays(on, [workspaceId])).get(workspaceId) ?? [];
  const dueAt = addWorkingMinutes(workingTime({ ...row, own }), now, REPLY_MINUTES);
  return dueAt && { dueAt, zone: row.zone };
}

export function workingTime({ zone, week, ...days }: HoursRow): WorkingTime {
  return { zone, week, holidays: effectiveHolidays(days, days.own) };
}
