import { type SessionStatus, STATUSES } from "./limits";

/**
 * What a session may become. Steps may be left out on the way (not every session has a poll, and one that nobody started
 * is held all the same), but nothing goes back, and what is held or cancelled stays so.
 */
export const NEXT: Record<SessionStatus, readonly SessionStatus[]> = {
  draft: ["proposed", "polling", "scheduled", "cancelled"],
  proposed: ["polling", "scheduled", "cancelled"],
  polling: ["scheduled", "cancelled"],
  scheduled: ["live", "held", "cancelled"],
  live: ["held", "cancelled"],
  held: [],
  cancelled: [],
};

export function mayBecome(from: SessionStatus, to: SessionStatus): boolean {
  return NEXT[from].includes(to);
}

/** What a session may be just before it is `to`. */
export function before(to: SessionStatus): SessionStatus[] {
  return STATUSES.filter((from) => mayBecome(from, to));
}

/** What can still be changed, moved or cancelled. */
export const OPEN: readonly SessionStatus[] = before("cancelled");
