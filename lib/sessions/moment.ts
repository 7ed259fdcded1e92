import { DOORS_MINUTES, type SessionStatus } from "./limits";
import type { Moment } from "./types";

interface Timed {
  status: SessionStatus;
  startsAt: Date;
  endsAt: Date;
}

/** So long after its planned end a session that nobody has ended may still be on. */
const OVERRUN = 3 * 60 * 60 * 1000;

/** Whether somebody has started it and it may still be on: earlier than planned, or longer. */
function isOn({ status, endsAt }: Timed, now: Date): boolean {
  return status === "live" && now.getTime() < endsAt.getTime() + OVERRUN;
}

/** A draft whose day has passed was not held, nor was one that is still voted on: both can be changed and called off. */
function isUndecided({ status }: Pick<Timed, "status">): boolean {
  return status === "draft" || status === "proposed" || status === "polling";
}

export function momentOf(session: Timed, now: Date): Moment {
  if (isUndecided(session)) return "before";
  if (isOn(session, now)) return "now";
  if (session.status === "held" || session.endsAt <= now) return "after";
  return session.startsAt <= now ? "now" : "before";
}

/** A session that is over is held, whatever its row says yet: nobody answers or moves it any more. */
export function statusAt(session: Timed, now: Date): SessionStatus {
  if (session.status === "cancelled" || isUndecided(session) || isOn(session, now)) return session.status;
  return session.endsAt <= now ? "held" : session.status;
}

export function doorsOpen(session: Timed, now: Date): boolean {
  if (isOn(session, now)) return true;
  if (isUndecided(session)) return false;
  const minutesLeft = (session.startsAt.getTime() - now.getTime()) / 60_000;
  return session.status !== "cancelled" && minutesLeft <= DOORS_MINUTES && session.endsAt > now;
}

/** Whether its hour can go into a calendar: it is neither a draft nor being voted on, and not over yet. */
export function isCertain(session: { status: SessionStatus; moment: Moment }): boolean {
  return (session.status === "scheduled" || session.status === "live") && session.moment !== "after";
}
