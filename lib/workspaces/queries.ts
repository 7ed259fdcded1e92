import "server-only";
import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cohorts, holidays, workspaces, writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { visibleTo } from "@/lib/auth/visible-to";
import type { OwnHoliday } from "@/lib/fair-hours/holidays";
import { addDays } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { holidayOn } from "./holiday-on";
import type { CityCard, CityPage } from "./types";

function counts(reader: Reader) {
  const of = (kind: "practice" | "case") => sql<number>`count(*) filter (where ${writeUps.kind} = ${kind})::int`;
  return db
    .select({
      workspaceId: writeUps.workspaceId,
      practices: of("practice").as("practices"),
      cases: of("case").as("cases"),
    })
    .from(writeUps)
    .where(visibleTo(reader))
    .groupBy(writeUps.workspaceId)
    .as("counted");
}

function columns(counted: ReturnType<typeof counts>) {
  return {
    id: workspaces.id,
    slug: workspaces.slug,
    code: workspaces.code,
    name: workspaces.name,
    localName: workspaces.localName,
    accent: workspaces.accent,
    country: workspaces.country,
    zone: workspaces.zone,
    languages: workspaces.languages,
    practices: sql<number>`coalesce(${counted.practices}, 0)`,
    cases: sql<number>`coalesce(${counted.cases}, 0)`,
  };
}

/**
 * The cities of the reader's cohorts from west to east. The public, and people without a cohort, see every city: names
 * and places are public, and what a city wrote is counted for the reader.
 */
export async function listCities(reader: Reader): Promise<CityCard[]> {
  const mine = [...new Set((reader?.memberships ?? []).map((m) => m.cohortId))];
  const which: SQL | undefined = mine.length > 0 ? inArray(workspaces.cohortId, mine) : undefined;
  const counted = counts(reader);
  return db
    .select(columns(counted))
    .from(workspaces)
    .leftJoin(counted, eq(counted.workspaceId, workspaces.id))
    .where(which)
    .orderBy(asc(workspaces.longitude), asc(workspaces.id));
}

/** The other cities of a city's cohort, for their clocks. */
export async function listNeighbours(
  city: CityPage,
): Promise<{ name: string; localName: string; languages: string[]; zone: string }[]> {
  return db
    .select({
      name: workspaces.name,
      localName: workspaces.localName,
      languages: workspaces.languages,
      zone: workspaces.zone,
    })
    .from(workspaces)
    .where(sql`${workspaces.cohortId} = ${city.cohort.id} and ${workspaces.id} <> ${city.id}`)
    .orderBy(asc(workspaces.longitude));
}

/** What an address may name: PostgreSQL takes no NUL, and no slug is longer. */
const SLUG = /^[a-z0-9-]{1,80}$/;

/** A city's page for the reader, or null when there is no such city. */
export async function getCity(reader: Reader, slug: string): Promise<CityPage | null> {
  if (!SLUG.test(slug)) return null;
  const counted = counts(reader);
  const [found] = await db
    .select({
      ...columns(counted),
      cohort: { id: cohorts.id, name: cohorts.name },
      contact: workspaces.contact,
      region: workspaces.region,
      workWeek: workspaces.workWeek,
      said: daysSaid(),
    })
    .from(workspaces)
    .innerJoin(cohorts, eq(cohorts.id, workspaces.cohortId))
    .leftJoin(counted, eq(counted.workspaceId, workspaces.id))
    .where(eq(workspaces.slug, slug));
  if (!found) return null;
  const { said, ...row } = found;
  const place = { cohortId: row.cohort.id, workspaceId: row.id };
  return {
    ...row,
    holidayToday: holidayOn(dateIn(clock.now(), row.zone), row, said),
    abilities: {
      seePeople: canPlace(reader, "people.read", place),
      seeLog: canPlace(reader, "audit.read", place),
      write: canPlace(reader, "write-up.create", place),
    },
  };
}

/** What the city says of the days around this moment: which of them is today its own clock tells. */
function daysSaid(): SQL<OwnHoliday[]> {
  const today = dateIn(clock.now(), "UTC");
  return sql`(select coalesce(json_agg(json_build_object('date', ${holidays.onDate}, 'name', ${holidays.name}, 'works', ${holidays.works})), '[]') from ${holidays} where ${holidays.workspaceId} = ${workspaces.id} and ${holidays.onDate} between ${addDays(today, -1)} and ${addDays(today, 1)})`;
}
