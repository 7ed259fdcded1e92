import "server-only";
import { and, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { invitations, memberships } from "@/db/schema";

/** The condition for invitations that can still be accepted. */
export function isOpen(): SQL | undefined {
  return and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, sql`now()`));
}

/** The condition for memberships that hold now. */
export function isCurrent(): SQL | undefined {
  return and(lte(memberships.fromAt, sql`now()`), or(isNull(memberships.untilAt), gt(memberships.untilAt, sql`now()`)));
}
