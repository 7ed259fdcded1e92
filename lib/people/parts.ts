import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";

/** The city `w` as lists show it. */
export const CITY_JSON = sql`json_build_object('slug', w.slug, 'code', w.code, 'name', w.name, 'localName', w.local_name,
  'accent', w.accent, 'languages', w.languages)`;

/** The memberships `m`: leads before officials before members, then the cohort's own people. */
export const BY_ROLE = sql`array_position(array['lead', 'official', 'member', 'admin', 'facilitator', 'observer'], m.role)`;

/** A PostgreSQL array of texts. */
export function textList(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}

/** The cohorts whose people the actor may know. */
export function cohortsRead(actor: Actor): string[] {
  return [...new Set(actor.memberships.map((m) => m.cohortId))].filter((cohortId) =>
    canPlace(actor, "people.read", { cohortId, workspaceId: null }),
  );
}
