import "server-only";
import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { signedLinks } from "@/db/schema";
import { tokenFor } from "@/lib/auth/tokens";
import type { About } from "@/lib/comments/types";
import type { SignedLinkPurpose } from "./limits";

type Wanted = About & {
  purpose: SignedLinkPurpose;
  personId: string;
  /** How long it holds from now on, at the least. */
  days: number;
};

/**
 * The path for a mail by which this person does this one thing without signing in: "/links/…". A link that still holds is
 * made to hold longer instead of making another.
 */
export async function linkFor(tx: Queryable, { purpose, personId, days, ...about }: Wanted): Promise<string> {
  const expiresAt = sql`now() + make_interval(days => ${days})`;
  const [kept] = await tx
    .update(signedLinks)
    .set({ expiresAt: sql`greatest(${signedLinks.expiresAt}, ${expiresAt})` })
    .where(
      and(
        eq(signedLinks.personId, personId),
        eq(signedLinks.purpose, purpose),
        isAbout(about),
        isNull(signedLinks.revokedAt),
        gt(signedLinks.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: signedLinks.id });
  if (kept) return pathOf(kept.id);
  const [made] = await tx
    .insert(signedLinks)
    .values({ purpose, personId, ...about, expiresAt })
    .returning({ id: signedLinks.id });
  if (!made) throw new Error("no link row");
  return pathOf(made.id);
}

/** The path by which somebody answers a comment without signing in, for thirty days; or, without one, says something. */
export async function commentLinkFor(
  tx: Queryable,
  personId: string,
  about: About,
  commentId: string | null,
): Promise<string> {
  const path = await linkFor(tx, { purpose: "comment", personId, days: COMMENT_LINK_DAYS, ...about });
  return commentId ? `${path}?comment=${commentId}` : path;
}
const COMMENT_LINK_DAYS = 30;

export function isAbout(about: About): SQL {
  if ("writeUpId" in about) return eq(signedLinks.writeUpId, about.writeUpId);
  return "sessionId" in about ? eq(signedLinks.sessionId, about.sessionId) : eq(signedLinks.askId, about.askId);
}

function pathOf(id: string): string {
  return `/links/${tokenFor("link", id)}`;
}
