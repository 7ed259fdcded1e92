import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitations, memberships, people } from "@/db/schema";
import type { PlaceSubject } from "@/lib/auth/can";
import { fieldError } from "@/lib/errors/errors";
import { isCurrent, isOpen } from "./current";
import type { InviteInput } from "./schema";

/** An address is asked once for one thing, and not for what it already has. */
export async function refuseTwice(tx: Tx, place: PlaceSubject, { email, role }: InviteInput): Promise<void> {
  const [has] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(people.email, email), eq(memberships.role, role), here(memberships, place), isCurrent()));
  if (has) throw fieldError("email", "invitations.error.alreadyThere");
  const [open] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.email, email), eq(invitations.role, role), here(invitations, place), isOpen()));
  if (open) throw fieldError("email", "invitations.error.alreadyInvited");
}

function here(table: typeof memberships | typeof invitations, place: PlaceSubject): SQL | undefined {
  const room = place.workspaceId === null ? isNull(table.workspaceId) : eq(table.workspaceId, place.workspaceId);
  return and(eq(table.cohortId, place.cohortId), room);
}
