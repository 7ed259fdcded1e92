import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { polls, sessions, signedLinks } from "@/db/schema";
import { idOfToken } from "@/lib/auth/tokens";
import { type About, thingOf } from "@/lib/comments/types";
import { statusAt } from "@/lib/sessions/moment";
import { clock } from "@/lib/time/now";
import type { SignedLinkPurpose } from "./limits";

/** Whom a link was sent to, about what, for what. */
export interface Link {
  id: string;
  purpose: SignedLinkPurpose;
  personId: string;
  about: About;
}

/**
 * Where a link stands: it does what it was sent for; its time has passed; it was taken back; or there is nothing left to say
 * (the vote or the session is over). One that we did not make has no person.
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
      writeUpId: signedLinks.writeUpId,
      sessionId: signedLinks.sessionId,
      askId: signedLinks.askId,
      expiresAt: signedLinks.expiresAt,
      revokedAt: signedLinks.revokedAt,
      session: {
        status: sessions.status,
        startsAt: sessions.startsAt,
        endsAt: sessions.endsAt,
      },
      closesAt: polls.closesAt,
    })
    .from(signedLinks)
    .leftJoin(sessions, eq(sessions.id, signedLinks.sessionId))
    .leftJoin(polls, eq(polls.sessionId, sessions.id))
    .where(eq(signedLinks.id, id));
  const about = row && thingOf(row);
  if (!about) return { state: "forged" };
  const { personId, purpose, session, closesAt } = row;
  const link = { id, purpose, personId, about };
  const now = clock.now();
  const voting = session?.status === "polling" && closesAt !== null && closesAt > now;
  const answering =
    session !== null && ["polling", "scheduled", "live"].includes(statusAt(session, now)) && session.endsAt > now;
  const going = { vote: voting, answer: answering, comment: true };
  if (!going[purpose]) return { state: "over", ...link };
  if (row.revokedAt !== null) return { state: "revoked", ...link };
  return { state: row.expiresAt <= now ? "expired" : "good", ...link };
}
