import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { polls, sessions, signedLinks } from "@/db/schema";
import { idOfToken } from "@/lib/auth/tokens";
import { statusAt } from "@/lib/sessions/moment";
import { clock } from "@/lib/time/now";
import type { SignedLinkPurpose } from "./limits";

/** Whom a link was sent to, about which session, for what. */
export interface Link {
  id: string;
  purpose: SignedLinkPurpose;
  personId: string;
  sessionId: string;
}

/**
 * Where a link stands: it does what it was sent for; its time has passed; another took its place; or there is nothing left
 * to say (the vote or the session is over). One that we did not make has no person.
 */
export type LinkState = ({ state: "good" | "expired" | "revoked" | "over" } & Link) | { state: "forged" };

/** What a token is worth at this moment. Says nothing about the rights of its person: read those with `actorOf`. */
export async function readLink(token: string): Promise<LinkState> {
  const id = idOfToken("link", token);
  if (!id) return { state: "forged" };
  const [row] = await db
    .select({
      personId: signedLinks.personId,
      purpose: signedLinks.purpose,
      expiresAt: signedLinks.expiresAt,
      revokedAt: signedLinks.revokedAt,
      session: {
        id: sessions.id,
        status: sessions.status,
        startsAt: sessions.startsAt,
        endsAt: sessions.endsAt,
      },
      closesAt: polls.closesAt,
    })
    .from(signedLinks)
    .innerJoin(sessions, eq(sessions.id, signedLinks.sessionId))
    .leftJoin(polls, eq(polls.sessionId, sessions.id))
    .where(eq(signedLinks.id, id));
  if (!row) return { state: "forged" };
  const { personId, purpose, session, closesAt } = row;
  const link = { id, purpose, personId, sessionId: session.id };
  const now = clock.now();
  const voting = session.status === "polling" && closesAt !== null && closesAt > now;
  const answering = ["polling", "scheduled", "live"].includes(statusAt(session, now)) && session.endsAt > now;
  if (!(purpose === "vote" ? voting : answering)) return { state: "over", ...link };
  if (row.revokedAt !== null) return { state: "revoked", ...link };
  return { state: row.expiresAt <= now ? "expired" : "good", ...link };
}
