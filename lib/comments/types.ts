import type { Follow } from "@/lib/follows/limits";
import type { LookedAgain } from "@/lib/moderation/types";
import type { Reaction } from "./limits";
import type { Unclear } from "./mentions";

/** What a comment hangs on: exactly one thing. */
export type About = { writeUpId: string } | { sessionId: string } | { askId: string };

/** The same from the columns of a row, of which one is not null. */
export function thingOf(row: {
  writeUpId: string | null;
  sessionId: string | null;
  askId: string | null;
}): About | null {
  if (row.writeUpId) return { writeUpId: row.writeUpId };
  if (row.sessionId) return { sessionId: row.sessionId };
  return row.askId ? { askId: row.askId } : null;
}

export interface CommentCity {
  code: string;
  name: string;
  accent: string;
}

/** What a comment means, as its reader may know it: without the words where they are not theirs to read any more. */
export interface Passage {
  section: string;
  language: string;
  quote: string | null;
  /** Whether the words still stand in the text that the reader reads; "elsewhere": in another language of it. */
  state: "here" | "gone" | "elsewhere";
}

/** How many said the same without words, and who: those who said it first. */
export interface Reacted {
  reaction: Reaction;
  count: number;
  mine: boolean;
  names: string[];
}

/** What the reader may do with a comment. */
export interface CommentAbilities {
  edit: boolean;
  delete: boolean;
  reply: boolean;
  react: boolean;
  report: boolean;
  hide: boolean;
  restore: boolean;
  resolve: boolean;
  appeal: boolean;
}

/** What says where a comment stands in its thread. */
export interface Place {
  id: string;
  /** An instant as ISO 8601 has it, in UTC. */
  createdAt: string;
}

/** The first comment that a page shows, when others stand before it on earlier ones, and the last. */
export interface Span {
  begins: Place | null;
  ends: Place | null;
}

export interface ThreadComment extends Place {
  /** The top-level comment that it answers. */
  parentId: string | null;
  /** Null once it is removed. */
  author: { id: string; name: string } | null;
  /** The city they spoke for then. */
  city: CommentCity | null;
  /** Rendered and made safe when it was written. */
  html: string;
  /** As it was typed, for its author only. */
  markdown: string | null;
  language: string;
  passage: Passage | null;
  /** When it was said in words, in the reader's zone and language. */
  when: string;
  edited: boolean;
  deleted: { by: "author" | "moderator" } | null;
  /** Somebody has dealt with it. */
  resolved: { by: string } | null;
  /** Out of sight, for its author and its moderators; for everybody else it is removed. */
  hidden: { reason: string } | null;
  /** For its author: what a moderator answered who looked at its hiding again. */
  looked?: LookedAgain | null;
  reactions: Reacted[];
  /** Said by somebody else since the reader was here. */
  isNew: boolean;
  abilities: CommentAbilities;
  /** The first answers and the newest one, oldest first. */
  replies: ThreadComment[];
  /** How many answers are left out, of all of this comment's; at most one more than MANY. */
  moreReplies: number;
  /** Of an answer: whether some are left out right after it. */
  gapAfter: boolean;
  /** Only for whoever said it just now: names in it that more than one person has, so that nobody was told. */
  unclear?: Unclear[];
}

/** Somebody, or a city, that one can call while writing. */
export interface Suggestion {
  id: string;
  name: string;
  city: CommentCity | null;
  /** What stands behind the "@" when it is chosen. */
  insert: string;
  /** The city itself: its officials and leads. */
  all: boolean;
}

/** Some top-level comments in a row, oldest first, each with its replies. */
export interface ThreadPage {
  comments: ThreadComment[];
  /** Cursors: the comment before which, or after which, there are more. */
  earlier: string | null;
  later: string | null;
  abilities: { post: boolean; moderate: boolean; report: boolean; resolve: boolean };
  /** Who will read what is said now. */
  circle: "authors" | "city" | "cohort";
  me: { id: string; name: string; city: CommentCity | null };
  /** Whether the reader follows or mutes the thing. */
  follow: Follow | null;
  /**
   * The language that is offered first, in every field of the thread: the one in which the reader last said something
   * here, else that of the interface.
   */
  language: string;
  /** What others said since the reader was here, and the first of it. */
  fresh: Fresh | null;
}

export interface Fresh {
  /** At most one more than MANY. */
  count: number;
  firstId: string;
  /** Until when they were here, in words: "Monday", or a day. */
  since: string;
}

/** Some answers to one comment in a row, oldest first. */
export interface RepliesPage {
  replies: ThreadComment[];
  /** How many more there are after them, at most one more than MANY. */
  more: number;
}

/** Which page of a thread: the newest one, or the one before, after or around a comment. */
export type ThreadCursor = { before: string } | { after: string } | { around: string } | null;

/** From where answers to a comment are read: those after one of them, or from it on. */
export type RepliesCursor = { after: string } | { at: string };
export interface RepliesWindow {
  rootId: string;
  cursor: RepliesCursor;
}

export type FieldName = "reply" | "quote" | "edit" | "remove" | "react" | "resolve";

/** A field that stands open when the page comes, without JavaScript too. */
export type OpenField = {
  what: FieldName;
  id: string;
  /** The words that somebody had selected, to be quoted. */
  words?: string;
} | null;
