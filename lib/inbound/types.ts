import type { InboundOutcome } from "./limits";

/** A mail that came in, as what it is about needs it. */
export interface Incoming {
  /** The one address it says that it comes from, in small letters. It may be forged. */
  from: string;
  /** Its parts that are made for calendar programs. */
  calendars: string[];
}

/** What became of it. */
export interface Taken {
  outcome: InboundOutcome;
  personId?: string;
  sessionId?: string;
}
