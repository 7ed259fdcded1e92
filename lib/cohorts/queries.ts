import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { cohorts, invitations, people, workspaces } from "@/db/schema";
import type { Actor, Reader } from "@/lib/auth/actor";
import { canPlace, type PlaceSubject } from "@/lib/auth/can";
import { isOpen } from "./current";
import { inviteAction } from "./place-actions";
import type { ManagedCohort, OpenInvitation } from "./types";

/** The cohorts that the actor looks after as a facilitator or an admin. */
export async function listManagedCohorts(actor: Actor): Promise<ManagedCohort[]> {
  const ids = [...new Set(actor.memberships.map((m) => m.cohortId))].filter((cohortId) =>
    canPlace(actor, "audit.read", { cohortId, workspaceId: null }),
  );
  if (ids.length === 0) return [];
  return db
    .select({
      id: cohorts.id,
      name: cohorts.name,
      stage: cohorts.stage,
      startsOn: cohorts.startsOn,
      endsOn: cohorts.endsOn,
    })
    .from(cohorts)
    .where(inArray(cohorts.id, ids))
    .orderBy(desc(cohorts.startsOn), asc(cohorts.id));
}

/** Invitations that can still be accepted, of a city or of the whole cohort: those that the reader could have sent. */
export async function listOpenInvitations(reader: Reader, place: PlaceSubject): Promise<OpenInvitation[]> {
  if (!reader) return [];
  const rows = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      workspaceId: invitations.workspaceId,
      invitedBy: people.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      city: {
        code: workspaces.code,
        name: workspaces.name,
        localName: workspaces.localName,
        accent: workspaces.accent,
        languages: workspaces.languages,
      },
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .leftJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(
      and(
        eq(invitations.cohortId, place.cohortId),
        place.workspaceId ? eq(invitations.workspaceId, place.workspaceId) : undefined,
        isOpen(),
      ),
    )
    .orderBy(desc(invitations.createdAt), asc(invitations.id));
  return rows.flatMap(({ workspaceId, ...row }) =>
    canPlace(reader, inviteAction(row.role), { cohortId: place.cohortId, workspaceId }) ? [row] : [],
  );
}
