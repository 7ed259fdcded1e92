import type { LiveEvent } from "@/lib/live/events";
import type { Reaction } from "./limits";
import type { ThreadComment } from "./types";

/**
 * A comment as it is told to all who read it alike. It says of nobody what is theirs alone: not what they typed, not what
 * only its author may do. Each finds themselves by id.
 */
export interface ToldComment extends ThreadComment {
  reactedBy: Partial<Record<Reaction, string[]>>;
}

/** What travels through /api/live when people talk. */
export interface TalkNews extends LiveEvent {
  kind: "talk";
  comments: ToldComment[];
  /** In milliseconds since 1970: all that happened before is told, here or earlier. */
  asOf: number;
}

/** What was said and changed since a moment, under the reader's own rights; flat, oldest first. */
export interface Missed {
  comments: ThreadComment[];
  /** Of these, the ones with which something was done after they were posted. */
  touched: string[];
  /** There was more than travels: the thread is to be read anew. */
  more: boolean;
  /** In milliseconds since 1970: what was missed until then is in it. */
  asOf: number;
}
