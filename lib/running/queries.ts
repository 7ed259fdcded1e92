import "server-only";
import { db } from "@/db/client";
import { DOORS_MINUTES } from "@/lib/sessions/limits";
import type { SessionView } from "@/lib/sessions/types";
import { clock } from "@/lib/time/now";
import { endInstant } from "@/lib/time/wall";
import { planOf, roomLeft } from "./plan";
import { crewOf, stepsOf } from "./rows";
import type { Run, RunSheet } from "./types";

/** How the agenda of a session that the reader sees goes. */
export async function runOf(session: SessionView): Promise<Run> {
  const steps = await stepsOf(db, session.id);
  return {
    live: session.status === "live",
    timed: steps.some(({ startedAt }) => startedAt !== null),
    plan: planOf(session, steps, clock.now()),
  };
}

/** What whoever runs a session works with; null for everybody else. */
export async function runSheetOf(session: SessionView): Promise<RunSheet | null> {
  if (!session.abilities.run) return null;
  const [run, crew] = await Promise.all([runOf(session), crewOf(session.id)]);
  const doorsAt = endInstant(session.startsAt, -DOORS_MINUTES);
  return {
    run,
    crew,
    doorsAt,
    mayStart: session.status === "scheduled" && doorsAt <= clock.now() && session.moment !== "after",
    room: roomLeft(run.plan, session.endsAt),
  };
}
