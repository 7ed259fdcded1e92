import "server-only";
import { and, asc, eq, gt, ne } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { pollOptions, polls, sessions } from "@/db/schema";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { clock } from "@/lib/time/now";
import { endInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";

/** While people vote a session stands at the earliest option that is still to come. */
export async function standAtEarliest(tx: Tx, sessionId: string): Promise<void> {
  const first = await earliestOption(tx, sessionId);
  if (!first) return;
  const { minutes, ...start } = first;
  const [moved] = await tx
    .update(sessions)
    .set({ ...start, endsAt: endInstant(start.startsAt, minutes), zoneRules: zoneRulesVersion() })
    .where(and(eq(sessions.id, sessionId), eq(sessions.status, "polling"), ne(sessions.startsAt, start.startsAt)))
    .returning({ id: sessions.id });
  if (moved) await reckonBurdens(tx, sessionId);
}

async function earliestOption(tx: Queryable, sessionId: string) {
  const [first] = await tx
    .select({
      wallStart: pollOptions.wallStart,
      zone: pollOptions.zone,
      startsAt: pollOptions.startsAt,
      minutes: sessions.minutes,
    })
    .from(pollOptions)
    .innerJoin(polls, eq(polls.id, pollOptions.pollId))
    .innerJoin(sessions, eq(sessions.id, polls.sessionId))
    .where(and(eq(polls.sessionId, sessionId), gt(pollOptions.startsAt, clock.now())))
    .orderBy(asc(pollOptions.startsAt))
    .limit(1);
  return first ?? null;
}
