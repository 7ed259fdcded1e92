import "server-only";
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, people, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { formatsFor } from "@/lib/formats/offered";
import type { Locale } from "@/lib/i18n/locales";
import { READINGS_MAX } from "./limits";
import { CITY_COLUMNS, readingsOffered } from "./parts";
import type { SchedulePlace, SessionCity } from "./types";

/** The cohort in which the actor may begin a session; null for most people. */
export function scheduleCohort(actor: Actor): string | null {
  const found = actor.memberships.find(({ cohortId }) =>
    canPlace(actor, "session.schedule", { cohortId, workspaceId: null }),
  );
  return found?.cohortId ?? null;
}

/** What the form for a new session offers, or null for those who may not schedule. */
export async function schedulePlace(
  actor: Actor,
  locale: Locale,
  cohortId = scheduleCohort(actor),
): Promise<SchedulePlace | null> {
  if (!cohortId) return null;
  const [cities, readings, formats, members] = await Promise.all([
    db
      .select({
        ...CITY_COLUMNS,
        // In the fields of a select from one table a column stands without its table: said in full here.
        people: sql<number>`(select count(distinct m.person_id)::int from ${memberships} m where m.workspace_id = workspaces.id and m.from_at <= now() and (m.until_at is null or m.until_at > now()))`,
      })
      .from(workspaces)
      .where(and(eq(workspaces.cohortId, cohortId), eq(workspaces.kind, "city")))
      .orderBy(asc(workspaces.longitude), asc(workspaces.id)),
    readingsOffered(actor, cohortId, READINGS_MAX * 2),
    formatsFor(cohortId, locale),
    membersOf(cohortId),
  ]);
  return { cohortId, cities, readings, formats, members };
}

/** Everybody in a cohort at this moment, by name, with the code of their city. */
function membersOf(cohortId: string): Promise<SchedulePlace["members"]> {
  return db
    .selectDistinctOn([people.name, people.id], { id: people.id, name: people.name, code: workspaces.code })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(
      and(
        eq(memberships.cohortId, cohortId),
        lte(memberships.fromAt, sql`now()`),
        or(isNull(memberships.untilAt), gt(memberships.untilAt, sql`now()`)),
      ),
    )
    .orderBy(asc(people.name), asc(people.id), asc(memberships.fromAt));
}

/** The cities of the actor's cohorts, from west to east: to name clocks by. */
export function citiesAround(actor: Actor): Promise<SessionCity[]> {
  const cohortIds = [...new Set(actor.memberships.map(({ cohortId }) => cohortId))];
  if (cohortIds.length === 0) return Promise.resolve([]);
  return db
    .select(CITY_COLUMNS)
    .from(workspaces)
    .where(and(inArray(workspaces.cohortId, cohortIds), eq(workspaces.kind, "city")))
    .orderBy(asc(workspaces.longitude), asc(workspaces.id));
}

/** The workspaces the actor belongs to, the first one first. */
export function myWorkspaces(actor: Actor): string[] {
  return actor.memberships.flatMap(({ workspaceId }) => workspaceId ?? []);
}
