import { DOORS_MINUTES, type SessionStatus } from "./limits";
import type { Moment } from "./types";

interface Timed {
  status: SessionStatus;
  startsAt: Date;
  endsAt: Date;
}

export function momentOf({ status, startsAt, endsAt }: Timed, now: Date): Moment {
  if (status === "held" || endsAt <= now) return "after";
  return startsAt <= now ? "now" : "before";
}

/** A session that is over is held, whatever its row says yet: nobody answers or moves it any more. */
export function statusAt(session: Timed, now: Date): SessionStatus {
  return session.status !== "cancelled" && session.endsAt <= now ? "held" : session.status;
}

export function doorsOpen(session: Timed, now: Date): boolean {
  const minutesLeft = (session.startsAt.getTime() - now.getTime()) / 60_000;
  return session.status !== "cancelled" && minutesLeft <= DOORS_MINUTES && session.endsAt > now;
}
