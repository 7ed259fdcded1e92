import "server-only";
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { holidays, sessionCities, sessions, workspaces } from "@/db/schema";
import { dateOfDay, dayNumber, weekdayOf } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { effectiveHolidays, type OwnHoliday } from "./holidays";
import { type LedgerSession, ledger, ledgerFrom } from "./ledger";
import type { FairCity, Ledger } from "./types";

interface Options {
  /** A session that is about to move does not count. */
  without?: string;
  /** The transaction that asks, when one does: it sees its own rows and takes no second connection. */
  on?: Queryable;
}

const CITY = {
  id: workspaces.id,
  slug: workspaces.slug,
  code: workspaces.code,
  name: workspaces.name,
  localName: workspaces.localName,
  languages: workspaces.languages,
  accent: workspaces.accent,
  zone: workspaces.zone,
};

/** What each city of a cohort has paid so far. Whoever calls has made sure that the reader belongs to the cohort. */
export async function ledgerOf(cohortId: string, now = clock.now(), options: Options = {}): Promise<Ledger> {
  const [cities, counted] = await Promise.all([
    db
      .select({ ...CITY, createdAt: workspaces.createdAt })
      .from(workspaces)
      .where(inCohort(cohortId))
      .orderBy(asc(workspaces.longitude), asc(workspaces.id)),
    countedSessions(cohortId, options),
  ]);
  const balances = ledger(cities, counted, now);
  const from = ledgerFrom(now);
  const within = counted.filter(({ startsAt }) => startsAt >= from);
  const begun = within.filter(({ startsAt }) => startsAt <= now).length;
  return {
    rows: cities.flatMap(({ createdAt, ...city }) => {
      const balance = balances.get(city.id);
      return balance ? { ...city, ...balance } : [];
    }),
    from,
    begun,
    ahead: within.length - begun,
    first: within[0]?.startsAt ?? null,
  };
}

/** The cities of a cohort as the finder needs them, all of them required; from west to east. */
export async function hoursOf(cohortId: string, now = clock.now(), options: Options = {}): Promise<FairCity[]> {
  const { on = db } = options;
  const [cities, counted] = await Promise.all([
    on
      .select({ ...HOURS, createdAt: workspaces.createdAt })
      .from(workspaces)
      .where(inCohort(cohortId))
      .orderBy(asc(workspaces.longitude), asc(workspaces.id)),
    countedSessions(cohortId, options),
  ]);
  const own = await ownHolidays(
    on,
    cities.map(({ id }) => id),
  );
  const balances = ledger(cities, counted, now);
  return cities.map((city) => ({
    id: city.id,
    zone: city.zone,
    week: city.week,
    holidays: effectiveHolidays(city, own.get(city.id) ?? []),
    required: true,
    balance: balances.get(city.id)?.balance ?? 0,
  }));
}

/** Of the days from `from` to `until`, those on which a city does not work: days off of its week, and holidays. */
export async function freeDays(workspaceId: string, from: string, until: string): Promise<Set<string>> {
  const [city] = await db.select(HOURS).from(workspaces).where(eq(workspaces.id, workspaceId));
  if (!city) return new Set();
  const off = effectiveHolidays(city, (await ownHolidays(db, [workspaceId])).get(workspaceId) ?? []);
  const found = new Set<string>();
  for (let day = dayNumber(from); day <= dayNumber(until); day++) {
    const date = dateOfDay(day);
    if (off.has(date) || !city.week[weekdayOf(day)]) found.add(date);
  }
  return found;
}

export const HOURS = {
  id: workspaces.id,
  zone: workspaces.zone,
  week: workspaces.workWeek,
  country: workspaces.country,
  region: workspaces.region,
};

/** What cities say of their days themselves, by city. */
export async function ownHolidays(on: Queryable, cityIds: readonly string[]): Promise<Map<string, OwnHoliday[]>> {
  const found = new Map<string, OwnHoliday[]>();
  if (cityIds.length === 0) return found;
  const rows = await on
    .select({ cityId: holidays.workspaceId, date: holidays.onDate, name: holidays.name, works: holidays.works })
    .from(holidays)
    .where(inArray(holidays.workspaceId, [...cityIds]))
    .orderBy(asc(holidays.onDate));
  for (const { cityId, ...day } of rows) found.set(cityId, [...(found.get(cityId) ?? []), day]);
  return found;
}

/** All sessions of a cohort that cost something, the earliest first: held, on, or announced with an hour. */
async function countedSessions(cohortId: string, { without, on = db }: Options): Promise<LedgerSession[]> {
  const rows = await on
    .select({
      id: sessions.id,
      startsAt: sessions.startsAt,
      burdens: sql<Record<string, number>>`json_object_agg(${sessionCities.workspaceId}, ${sessionCities.burden})`,
    })
    .from(sessions)
    .innerJoin(sessionCities, and(eq(sessionCities.sessionId, sessions.id), eq(sessionCities.required, true)))
    .where(
      and(
        eq(sessions.cohortId, cohortId),
        inArray(sessions.status, ["scheduled", "live", "held"]),
        without === undefined ? undefined : ne(sessions.id, without),
      ),
    )
    .groupBy(sessions.id)
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return rows.map(({ burdens, ...session }) => ({ ...session, burdens: new Map(Object.entries(burdens)) }));
}

function inCohort(cohortId: string) {
  return and(eq(workspaces.cohortId, cohortId), eq(workspaces.kind, "city"));
}
