import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { signedLinks } from "@/db/schema";
import { tokenFor } from "@/lib/auth/tokens";
import type { SignedLinkPurpose } from "./limits";

interface Wanted {
  purpose: SignedLinkPurpose;
  personId: string;
  sessionId: string;
  /** How long it holds from now on, at the least. */
  days: number;
}

/**
 * The path for a mail by which this person does this one thing without signing in: "/links/…". A link that still holds is
 * made to hold longer instead of making another.
 */
export async function linkFor(tx: Queryable, { purpose, personId, sessionId, days }: Wanted): Promise<string> {
  const expiresAt = sql`now() + make_interval(days => ${days})`;
  const [kept] = await tx
    .update(signedLinks)
    .set({ expiresAt: sql`greatest(${signedLinks.expiresAt}, ${expiresAt})` })
    .where(
      and(
        eq(signedLinks.personId, personId),
        eq(signedLinks.purpose, purpose),
        eq(signedLinks.sessionId, sessionId),
        isNull(signedLinks.revokedAt),
        gt(signedLinks.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: signedLinks.id });
  if (kept) return pathOf(kept.id);
  const [made] = await tx
    .insert(signedLinks)
    .values({ purpose, personId, sessionId, expiresAt })
    .returning({ id: signedLinks.id });
  if (!made) throw new Error("no link row");
  return pathOf(made.id);
}

function pathOf(id: string): string {
  return `/links/${tokenFor("link", id)}`;
}
