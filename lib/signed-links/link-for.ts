import "server-only";
import { and, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
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
 * made to hold longer instead of making another. It holds for the days given, or for one less.
 */
export async function linkFor(tx: Queryable, { purpose, personId, days, ...about }: Wanted): Promise<string> {
  const expiresAt = sql`now() + make_interval(days => ${days})`;
  const holds = and(
    eq(signedLinks.personId, personId),
    eq(signedLinks.purpose, purpose),
    isAbout(about),
    isNull(signedLinks.revokedAt),
    gt(signedLinks.expiresAt, sql`now()`),
  );
  // Many letters about one thing at once must not wait for each other: a day more or less is no reason to write.
  const [kept] = await tx
    .select({ id: signedLinks.id, soon: sql<boolean>`${signedLinks.expiresAt} < ${expiresAt} - interval '1 day'` })
    .from(signedLinks)
    .where(holds)
    .orderBy(desc(signedLinks.expiresAt))
    .limit(1);
  if (kept?.soon)
    await tx
      .update(signedLinks)
      .set({ expiresAt })
      .where(and(eq(signedLinks.id, kept.id), holds));
  if (kept) return pathOf(kept.id);
  const [made] = await tx
    .insert(signedLinks)
    .values({ purpose, personId, ...about, expiresAt })
    .returning({ id: signedLinks.id });
  if (!made) throw new Error("no link row");
  return pathOf(made.id);
}

/** The path by which somebody says something about a thing without signing in, for thirty days. */
export function commentLinkFor(tx: Queryable, personId: string, about: About): Promise<string> {
  return linkFor(tx, { purpose: "comment", personId, days: COMMENT_LINK_DAYS, ...about });
}
const COMMENT_LINK_DAYS = 30;

/** The same path, where it answers one comment. */
export function atComment(path: string, commentId: string | null): string {
  return commentId ? `${path}?comment=${commentId}` : path;
}

export function isAbout(about: About): SQL {
  if ("writeUpId" in about) return eq(signedLinks.writeUpId, about.writeUpId);
  return "sessionId" in about ? eq(signedLinks.sessionId, about.sessionId) : eq(signedLinks.askId, about.askId);
}

function pathOf(id: string): string {
  return `/links/${tokenFor("link", id)}`;
}
