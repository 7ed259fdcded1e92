import { type InfiniteData, infiniteQueryOptions } from "@tanstack/react-query";
import { inPlace, withReplies } from "./conversation";
import type { About, RepliesCursor, RepliesPage, ThreadComment, ThreadPage } from "./types";

/** Which page follows: see ThreadCursor. Null is the page that the server rendered. */
type PageParam = { before: string } | { after: string } | null;
export type ThreadData = InfiniteData<ThreadPage, PageParam>;

/** `first`: what the page brought as data, or null when it is asked for only once somebody acts. */
export function threadQuery(about: About, first: ThreadPage | null) {
  return infiniteQueryOptions({
    queryKey: ["comments", about] as const,
    queryFn: ({ pageParam }): Promise<ThreadPage> => load(about, { ...pageParam }),
    initialPageParam: null as PageParam,
    initialData: first ? ({ pages: [first], pageParams: [null] } as ThreadData) : undefined,
    enabled: false,
    getPreviousPageParam: (page): PageParam | undefined => (page.earlier ? { before: page.earlier } : undefined),
    getNextPageParam: (page): PageParam | undefined => (page.later ? { after: page.later } : undefined),
    // Pages are added, never read again: nothing moves under the reader's eyes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The answers to a comment after one of them. */
export function loadReplies(about: About, rootId: string, after: string): Promise<RepliesPage> {
  return load(about, { replies: rootId, after });
}

async function load<T>(about: About, asked: Record<string, string>): Promise<T> {
  const response = await fetch(`/api/comments?${aboutParams(about, asked)}`);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** What an address of the API says of the thing. */
export function aboutParams(about: About, more: Record<string, string> = {}): URLSearchParams {
  const asked = new URLSearchParams(more);
  if ("writeUpId" in about) asked.set("writeUp", about.writeUpId);
  else if ("sessionId" in about) asked.set("session", about.sessionId);
  else asked.set("ask", about.askId);
  return asked;
}

/** All pages in one list, each comment once. */
export function commentsOf(data: { pages: ThreadPage[] }): ThreadComment[] {
  return [...new Map(data.pages.flatMap((page) => page.comments).map((comment) => [comment.id, comment])).values()];
}

/** Adds a comment in its place at the end of the thread, or among the answers to the one it answers. */
export function withComment(data: ThreadData, comment: ThreadComment, rootId: string | null): ThreadData {
  if (rootId) return changed(data, rootId, (root) => ({ ...root, replies: inPlace([...root.replies, comment]) }));
  const last = data.pages.length - 1;
  const pages = data.pages.map((page, n) =>
    n === last ? { ...page, comments: inPlace([...page.comments, comment]) } : page,
  );
  return { ...data, pages };
}

/** Puts a changed comment in its place; its answers are kept as they are here. */
export function withChange(data: ThreadData, comment: ThreadComment): ThreadData {
  return changed(data, comment.id, ({ replies, moreReplies, gapAfter }) => ({
    ...comment,
    replies,
    moreReplies,
    gapAfter,
  }));
}

/** Puts more answers to a comment among those that are here. */
export function withAnswers(data: ThreadData, rootId: string, page: RepliesPage, cursor: RepliesCursor): ThreadData {
  return changed(data, rootId, (root) => withReplies(root, page, cursor));
}

function changed(data: ThreadData, id: string, change: (comment: ThreadComment) => ThreadComment): ThreadData {
  const at = (comment: ThreadComment): ThreadComment =>
    comment.id === id ? change(comment) : { ...comment, replies: comment.replies.map(at) };
  return { ...data, pages: data.pages.map((page) => ({ ...page, comments: page.comments.map(at) })) };
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id for a form that is sent from here: as lib/ids makes them, in the browser. */
export function newFormKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => ALPHABET[byte & 31]).join("");
}
