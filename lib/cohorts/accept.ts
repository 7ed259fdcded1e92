import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { cohorts, invitations, memberships, people, workspaces } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Reader } from "@/lib/auth/actor";
import { idOfToken } from "@/lib/auth/tokens";
import { AppError, fieldError } from "@/lib/errors/errors";
import { usualHours } from "@/lib/fair-hours/work-week";
import { inOrder } from "@/lib/people/languages";
import { isCurrent, isOpen } from "./current";
import type { AcceptInput } from "./schema";
import type { InvitationView } from "./types";

type Invitation = typeof invitations.$inferSelect;

/**
 * Makes the membership that an invitation offers, once, and the person where the address has no account. The link proves
 * the address. Returns who is to be signed in.
 */
export async function acceptInvitation(reader: Reader, input: AcceptInput): Promise<{ personId: string }> {
  const id = idOfToken("invitation", input.token);
  if (!id) throw new AppError("not_found");
  return db.transaction(async (tx) => {
    // Whoever comes second waits for the row here, and then finds it taken.
    const [invitation] = await tx
      .update(invitations)
      .set({ acceptedAt: sql`now()` })
      .where(and(eq(invitations.id, id), isOpen()))
      .returning();
    if (!invitation) throw new AppError("not_found");
    if (reader && reader.email !== invitation.email) throw fieldError("form", "invitations.error.otherAddress");
    const personId = (await findAccount(tx, invitation.email)) ?? (await makeAccount(tx, invitation, input));
    await tx.update(invitations).set({ acceptedBy: personId }).where(eq(invitations.id, id));
    await join(tx, personId, invitation);
    await record(tx, {
      actorId: personId,
      action: "invitation.accept",
      cohortId: invitation.cohortId,
      workspaceId: invitation.workspaceId,
      subjectId: id,
      detail: { role: invitation.role },
    });
    return { personId };
  });
}

/** The account with this address, locked, so that two invitations to it are accepted one after the other. */
async function findAccount(tx: Tx, email: string): Promise<string | null> {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email)).for("no key update");
  return person?.id ?? null;
}

async function makeAccount(tx: Tx, invitation: Invitation, input: AcceptInput): Promise<string> {
  if (input.name === "") throw fieldError("name", "people.error.nameMissing");
  const [city] = invitation.workspaceId
    ? await tx
        .select({ zone: workspaces.zone, workWeek: workspaces.workWeek })
        .from(workspaces)
        .where(eq(workspaces.id, invitation.workspaceId))
    : [];
  const [made] = await tx
    .insert(people)
    .values({
      email: invitation.email,
      name: input.name,
      languages: inOrder(input.language ?? invitation.language, input.others),
      ...(city && { zone: city.zone, ...usualHours(city.workWeek) }),
    })
    .onConflictDoNothing()
    .returning({ id: people.id });
  const id = made?.id ?? (await findAccount(tx, invitation.email));
  if (!id) throw new AppError("conflict");
  return id;
}

async function join(tx: Tx, personId: string, { cohortId, workspaceId, role }: Invitation): Promise<void> {
  const [has] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.cohortId, cohortId),
        eq(memberships.role, role),
        sql`${memberships.workspaceId} is not distinct from ${workspaceId}`,
        isCurrent(),
      ),
    );
  if (!has) await tx.insert(memberships).values({ personId, cohortId, workspaceId, role });
}

/** What a link's token invites to, or null when it is not ours. */
export async function findInvitation(token: string): Promise<InvitationView | null> {
  const id = idOfToken("invitation", token);
  if (!id) return null;
  const [row] = await db
    .select({
      email: invitations.email,
      role: invitations.role,
      language: invitations.language,
      expiresAt: invitations.expiresAt,
      acceptedBy: invitations.acceptedBy,
      open: sql<boolean>`${isOpen()}`,
      invitedBy: sql<string>`(select p.name from people p where p.id = ${invitations.invitedBy})`,
      known: sql<boolean>`exists (select 1 from people p where p.email = ${invitations.email})`,
      cohort: { name: cohorts.name },
      city: {
        code: workspaces.code,
        name: workspaces.name,
        localName: workspaces.localName,
        accent: workspaces.accent,
        languages: workspaces.languages,
      },
    })
    .from(invitations)
    .innerJoin(cohorts, eq(cohorts.id, invitations.cohortId))
    .leftJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(eq(invitations.id, id));
  return row ?? null;
}
