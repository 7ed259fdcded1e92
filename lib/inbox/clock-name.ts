import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { placeOf } from "@/lib/sessions/city-name";

/** What the actor's clock is called in their mail: after their own city, or another one of theirs on the same clock. */
export async function clockNameOf({ zone, locale, memberships }: Actor): Promise<string> {
  const { id, name, localName, languages, cohortId, longitude } = workspaces;
  const cohorts = [...new Set(memberships.map((one) => one.cohortId))];
  const cities = await db
    .select({ id, name, localName, languages, zone: workspaces.zone })
    .from(workspaces)
    .where(and(inArray(cohortId, cohorts), eq(workspaces.zone, zone)))
    .orderBy(asc(longitude), asc(id));
  const own = memberships.flatMap(({ workspaceId }) => workspaceId ?? []);
  return placeOf(zone, cities, own, locale);
}
