import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, people, workspaces } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { canPlace, type PlaceSubject } from "@/lib/auth/can";
import { isCurrent } from "@/lib/cohorts/current";
import { endAction } from "@/lib/cohorts/place-actions";
import { clock } from "@/lib/time/now";
import { awayUntil } from "./away";
import type { RoomMember } from "./types";

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
      awayUntil: awayUntil("people", clock.now()),
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
