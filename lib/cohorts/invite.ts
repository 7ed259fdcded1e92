import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations, workspaces } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace, canPlace, type PlaceSubject } from "@/lib/auth/can";
import { limitRate } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import { queueMail } from "@/lib/mail/outbox";
import { INVITATION_DAYS, INVITATIONS_AN_HOUR, isWorkspaceRole } from "./limits";
import { lockPlace } from "./lock";
import { refuseTwice } from "./once";
import { inviteAction } from "./place-actions";
import type { InviteInput } from "./schema";

/** Invites an address to a role in a city or in the cohort, and queues the mail. */
export async function invitePerson(actor: Actor, input: InviteInput): Promise<{ id: string }> {
  const found = await findPlace(input);
  const place = authorizePlace(actor, inviteAction(input.role), found);
  if (isWorkspaceRole(input.role) !== (place.workspaceId !== null)) throw fieldError("role", "invitations.error.role");
  await limitRate(`invite:${actor.personId}`, INVITATIONS_AN_HOUR, 3600);
  return db.transaction(async (tx) => {
    await lockPlace(tx, place);
    const [sent] = await tx
      .select({ invitedBy: invitations.invitedBy })
      .from(invitations)
      .where(eq(invitations.id, input.formKey));
    if (sent) {
      if (sent.invitedBy !== actor.personId) throw new AppError("conflict");
      return { id: input.formKey };
    }
    await refuseTwice(tx, place, input);
    await tx.insert(invitations).values({
      id: input.formKey,
      cohortId: place.cohortId,
      workspaceId: place.workspaceId,
      role: input.role,
      email: input.email,
      language: input.language,
      invitedBy: actor.personId,
      expiresAt: sql`now() + make_interval(days => ${INVITATION_DAYS})`,
    });
    await queueMail(tx, {
      kind: "invitation",
      toEmail: input.email,
      invitationId: input.formKey,
      language: input.language,
    });
    await record(tx, {
      actorId: actor.personId,
      action: "invitation.send",
      cohortId: place.cohortId,
      workspaceId: place.workspaceId,
      subjectId: input.formKey,
      detail: { role: input.role },
    });
    return { id: input.formKey };
  });
}

/** Takes back an invitation that nobody has accepted. */
export async function revokeInvitation(actor: Actor, invitationId: string): Promise<void> {
  const [found] = await db
    .select({
      id: invitations.id,
      cohortId: invitations.cohortId,
      workspaceId: invitations.workspaceId,
      role: invitations.role,
    })
    .from(invitations)
    .where(eq(invitations.id, invitationId));
  // Only those who may send it know of it.
  if (!found || !canPlace(actor, inviteAction(found.role), found)) throw new AppError("not_found");
  await db.transaction(async (tx) => {
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: sql`now()`, revokedBy: actor.personId })
      .where(and(eq(invitations.id, found.id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .returning({ id: invitations.id });
    if (revoked.length === 0) throw new AppError("conflict");
    await record(tx, {
      actorId: actor.personId,
      action: "invitation.revoke",
      cohortId: found.cohortId,
      workspaceId: found.workspaceId,
      subjectId: found.id,
      detail: { role: found.role },
    });
  });
}

async function findPlace(input: InviteInput): Promise<PlaceSubject | null> {
  if (input.workspaceSlug) {
    const [city] = await db
      .select({ workspaceId: workspaces.id, cohortId: workspaces.cohortId })
      .from(workspaces)
      .where(eq(workspaces.slug, input.workspaceSlug));
    return city ?? null;
  }
  return input.cohortId ? { cohortId: input.cohortId, workspaceId: null } : null;
}
