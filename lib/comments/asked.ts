import { AppError } from "@/lib/errors/errors";
import { isId } from "@/lib/ids";
import type { About, OpenField, RepliesWindow, ThreadCursor } from "./types";

/** What stands behind the `?` of a page's address. */
export type Asked = Record<string, string | string[] | undefined>;

interface Wanted {
  open: OpenField;
  cursor: ThreadCursor;
  /** The comment that must stand on the page, open to read. */
  target: string | null;
  /** Which answers of a long conversation are asked for. */
  replies: RepliesWindow | null;
}

const FIELDS = ["reply", "quote", "edit", "remove", "react", "resolve"] as const;

/** What an address asks of a thread; nothing of it is known to exist. */
export function askedFor(query: Asked): Wanted {
  const plain: Wanted = { open: null, cursor: null, target: null, replies: null };
  for (const what of FIELDS) {
    const id = query[what];
    if (isId(id)) return { ...plain, open: { what, id }, cursor: { around: id }, target: id };
  }
  const { comment, replies, before, after } = query;
  if (isId(comment)) return { ...plain, cursor: { around: comment }, target: comment };
  if (isId(replies)) {
    const from = isId(after) ? { rootId: replies, cursor: { after } } : null;
    return { ...plain, cursor: { around: replies }, target: replies, replies: from };
  }
  if (isId(before)) return { ...plain, cursor: { before } };
  if (isId(after)) return { ...plain, cursor: { after } };
  return plain;
}

/** The thing that an address of the API names: exactly one. */
export function aboutIn(query: URLSearchParams): About {
  const [writeUpId, sessionId, askId] = ["writeUp", "session", "ask"].map((name) => query.get(name));
  if ([writeUpId, sessionId, askId].filter((id) => id !== null).length !== 1) throw new AppError("invalid");
  if (isId(writeUpId)) return { writeUpId };
  if (isId(sessionId)) return { sessionId };
  if (isId(askId)) return { askId };
  throw new AppError("not_found");
}
