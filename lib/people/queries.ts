import "server-only";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, people, workspaces } from "@/db/schema";
import type { Actor, Reader } from "@/lib/auth/actor";
import { canPlace, type PlaceSubject } from "@/lib/auth/can";
import { isCurrent } from "@/lib/cohorts/current";
import { endAction } from "@/lib/cohorts/place-actions";
import { PEOPLE_PAGE } from "./limits";
import type { DirectoryEntry, DirectoryFilters, RoomMember } from "./types";

const city = {
  slug: workspaces.slug,
  code: workspaces.code,
  name: workspaces.name,
  localName: workspaces.localName,
  accent: workspaces.accent,
  languages: workspaces.languages,
};

/** Leads before officials before members, then the cohort's own people. */
const byRole = sql`array_position(array['lead', 'official', 'member', 'admin', 'facilitator', 'observer'], ${memberships.role})`;

/** The people of a city, or with no workspace everybody in the cohort. Nobody, for readers who may not know them. */
export async function listMembers(reader: Reader, place: PlaceSubject): Promise<RoomMember[]> {
  if (!reader || !canPlace(reader, "people.read", place)) return [];
  const here: SQL | undefined = place.workspaceId ? eq(memberships.workspaceId, place.workspaceId) : undefined;
  const rows = await db
    .select({
      membershipId: memberships.id,
      personId: people.id,
      name: people.name,
      languages: people.languages,
      role: memberships.role,
      workspaceId: memberships.workspaceId,
      city,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.cohortId, place.cohortId), here, isCurrent()))
    .orderBy(sql`${workspaces.longitude} nulls first`, byRole, asc(people.name), asc(memberships.id));
  return rows.map(({ workspaceId, ...row }) => ({
    ...row,
    isMe: row.personId === reader.personId,
    abilities: { end: canPlace(reader, endAction(row.role), { cohortId: place.cohortId, workspaceId }) },
  }));
}

/** Everybody with a current membership in the actor's cohorts, by name. Others do not exist. */
export async function listPeople(
  actor: Actor,
  filters: DirectoryFilters,
  page = 1,
): Promise<{ items: DirectoryEntry[]; total: number }> {
  const cohortIds = [...new Set(actor.memberships.map((m) => m.cohortId))].filter((cohortId) =>
    canPlace(actor, "people.read", { cohortId, workspaceId: null }),
  );
  if (cohortIds.length === 0) return { items: [], total: 0 };
  const within = and(inArray(memberships.cohortId, cohortIds), isCurrent());
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      languages: people.languages,
      expertise: people.expertise,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(people)
    .where(
      and(
        inArray(
          people.id,
          db
            .select({ id: memberships.personId })
            .from(memberships)
            .leftJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
            .where(and(within, filters.city ? eq(workspaces.slug, filters.city) : undefined)),
        ),
        ...matching(filters),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(PEOPLE_PAGE)
    .offset((page - 1) * PEOPLE_PAGE);
  const found = rows.map(({ id }) => id);
  const held =
    found.length === 0
      ? []
      : await db
          .select({ personId: memberships.personId, role: memberships.role, city })
          .from(memberships)
          .leftJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
          .where(and(within, inArray(memberships.personId, found)))
          .orderBy(sql`${workspaces.longitude} nulls first`, byRole);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ total: _total, ...person }) => ({
      ...person,
      places: held.filter((h) => h.personId === person.id).map(({ role, city }) => ({ role, city })),
    })),
  };
}

function matching({ q, language }: DirectoryFilters): SQL[] {
  const conditions: SQL[] = [];
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      sql`(public.without_accents(${people.name}) ilike public.without_accents(${like}) or public.without_accents(${people.expertise}) ilike public.without_accents(${like}))`,
    );
  }
  if (language) conditions.push(sql`${language} = any(${people.languages})`);
  return conditions;
}
