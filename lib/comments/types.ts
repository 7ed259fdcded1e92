/** What a comment hangs on: exactly one thing. */
export type About = { writeUpId: string } | { sessionId: string };

export interface CommentCity {
  code: string;
  name: string;
  accent: string;
}

export interface ThreadComment {
  id: string;
  /** Null once it is removed. */
  author: { id: string; name: string } | null;
  /** The city they spoke for then. */
  city: CommentCity | null;
  /** Rendered and made safe when it was written. */
  html: string;
  /** As it was typed, for its author only. */
  markdown: string | null;
  language: string;
  createdAt: string;
  /** The same in words, in the reader's zone and language. */
  when: string;
  edited: boolean;
  deleted: { by: "author" | "moderator" } | null;
  abilities: { edit: boolean; delete: boolean; reply: boolean };
  replies: ThreadComment[];
}

/** Some top-level comments in a row, oldest first, each with its replies. */
export interface ThreadPage {
  comments: ThreadComment[];
  /** Cursors: the comment before which, or after which, there are more. */
  earlier: string | null;
  later: string | null;
  abilities: { post: boolean };
  /** Who will read what is said now. */
  circle: "authors" | "city" | "cohort";
  me: { name: string; city: CommentCity | null };
}

/** Which page of a thread: the newest one, or the one before, after or around a comment. */
export type ThreadCursor = { before: string } | { after: string } | { around: string } | null;

/** A field that stands open when the page comes, without JavaScript too. */
export type OpenField = { what: "reply" | "edit" | "remove"; id: string } | null;
