import "server-only";
import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships } from "@/db/schema";
import { fieldError } from "@/lib/errors/errors";
import { loadCities } from "./subjects";

/** The cities that must be there and those that may come; one that is named as both must. */
export async function loadInvited(cohortId: string, asked: { cities: readonly string[]; optional: readonly string[] }) {
  const all = await loadCities(cohortId, [...asked.cities, ...asked.optional]);
  const required = all.filter((id) => asked.cities.includes(id));
  return { required, optional: all.filter((id) => !asked.cities.includes(id)) };
}

/** Whoever takes the notes belongs to the cohort at this moment. */
export async function loadNoteTaker(cohortId: string, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.cohortId, cohortId),
        eq(memberships.personId, id),
        lte(memberships.fromAt, sql`now()`),
        or(isNull(memberships.untilAt), gt(memberships.untilAt, sql`now()`)),
      ),
    )
    .limit(1);
  if (!row) throw fieldError("noteTaker", "newSession.error.noteTaker");
  return row.id;
}
