import type { InboundOutcome } from "./limits";

/** A mail that came in, as what it is about needs it. */
export interface Incoming {
  /** Its Message-ID, or a hash of it all when it has none. */
  id: string;
  /** The one address it says that it comes from, in small letters. It may be forged. */
  from: string;
  /** Its parts that are made for calendar programs. */
  calendars: string[];
  /** Its words as they came, with what they quote. */
  words: string;
  /** The names of the files that came with it, but those that only dress its words. */
  files: string[];
  /** Sent by a program or to a list, or from an address of ours: it never gets an answer. */
  automatic: boolean;
}

/** What became of it. */
export interface Taken {
  outcome: InboundOutcome;
  personId?: string;
  sessionId?: string;
  /** The comment that it answers, and the one that it became. */
  answersCommentId?: string;
  commentId?: string;
  /** What its sender is told: see `noteOf`. */
  reason?: string;
}
