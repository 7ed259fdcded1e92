import "server-only";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks, sessions, signedLinks, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { asksVisibleTo, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { writeUpLanguage, writeUpTitle } from "./thing";
import type { OwnLink } from "./types";

/** In the settings; the oldest of more than these end by themselves first. */
const LISTED = 50;

/** The links of the actor's own that work at this moment, newest first. */
export function listOwnLinks(actor: Actor): Promise<OwnLink[]> {
  return db
    .select({
      id: signedLinks.id,
      purpose: signedLinks.purpose,
      title: sql<string | null>`coalesce(${writeUpTitle(actor)}, ${sessions.title}, ${asks.title})`,
      language: sql<string | null>`coalesce(${writeUpLanguage(actor)}, ${sessions.language}, ${asks.language})`,
      expiresAt: signedLinks.expiresAt,
    })
    .from(signedLinks)
    .leftJoin(writeUps, and(eq(writeUps.id, signedLinks.writeUpId), visibleTo(actor)))
    .leftJoin(sessions, and(eq(sessions.id, signedLinks.sessionId), sessionsVisibleTo(actor)))
    .leftJoin(asks, and(eq(asks.id, signedLinks.askId), asksVisibleTo(actor)))
    .where(
      and(
        eq(signedLinks.personId, actor.personId),
        isNull(signedLinks.revokedAt),
        gt(signedLinks.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(signedLinks.expiresAt), desc(signedLinks.createdAt), signedLinks.id)
    .limit(LISTED);
}
