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

export interface ThreadComment {
  id: string;
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
