import "server-only";
import { and, asc, eq, exists, gt, inArray, isNull, notExists } from "drizzle-orm";
import { db } from "@/db/client";
import { polls, sessionCities, sessions, votes } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { myWorkspaces } from "@/lib/sessions/places";
import { clock } from "@/lib/time/now";

export interface VoteToGive {
  sessionId: string;
  title: string;
  closesAt: Date;
}

const IN_SIGHT = 3;

/** The open votes that the actor's cities are asked for and in which they said nothing yet, the one that closes first leading. */
export async function votesToGive(actor: Actor): Promise<VoteToGive[]> {
  const mine = myWorkspaces(actor);
  if (mine.length === 0) return [];
  return db
    .select({ sessionId: sessions.id, title: sessions.title, closesAt: polls.closesAt })
    .from(polls)
    .innerJoin(sessions, eq(sessions.id, polls.sessionId))
    .where(
      and(
        isNull(polls.finalisedAt),
        gt(polls.closesAt, clock.now()),
        eq(sessions.status, "polling"),
        sessionsVisibleTo(actor),
        exists(
          db
            .select({ id: sessionCities.sessionId })
            .from(sessionCities)
            .where(and(eq(sessionCities.sessionId, sessions.id), inArray(sessionCities.workspaceId, [...mine]))),
        ),
        notExists(
          db
            .select({ id: votes.pollId })
            .from(votes)
            .where(and(eq(votes.pollId, polls.id), eq(votes.personId, actor.personId))),
        ),
      ),
    )
    .orderBy(asc(polls.closesAt), asc(sessions.id))
    .limit(IN_SIGHT);
}
