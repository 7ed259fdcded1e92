import { type InfiniteData, infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import { byPlace, inPlace, withReplies } from "./conversation";
import type { Missed } from "./live-types";
import type { About, Place, RepliesCursor, RepliesPage, Span, ThreadComment, ThreadPage } from "./types";

/** Which page follows: see ThreadCursor. Null is the page that the server rendered. */
type PageParam = { before: string } | { after: string } | null;
export type ThreadData = InfiniteData<ThreadPage, PageParam>;

/**
 * `first`: what the page brought as data, or null when it is asked for only once somebody acts. `span`: of what stands there
 * until then, as the server wrote it.
 */
export function threadQuery(about: About, first: ThreadPage | null, span: Span) {
  return infiniteQueryOptions({
    queryKey: ["comments", about] as const,
    queryFn: ({ pageParam }): Promise<ThreadPage> =>
      pageParam ? load(about, { ...pageParam }) : loadNewest(about, span.begins),
    initialPageParam: null as PageParam,
    initialData: first ? ({ pages: [first], pageParams: [null] } as ThreadData) : undefined,
    enabled: false,
    getPreviousPageParam: (page): PageParam | undefined => (page.earlier ? { before: page.earlier } : undefined),
    getNextPageParam: (page): PageParam | undefined => (page.later ? { after: page.later } : undefined),
    // Pages are added, never read again: nothing moves under the reader's eyes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Pages that are put together at most, so that no comment which stands there is gone when the thread comes to life. */
const TOGETHER = 10;

/** The newest page, and those before it up to the one with the comment at `begins`, or the first one. */
export async function loadNewest(about: About, begins: Place | null): Promise<ThreadPage> {
  let page: ThreadPage = await load(about, {});
  for (let n = 1; n < TOGETHER && page.earlier && !reaches(page, begins); n++) {
    const before: ThreadPage = await load(about, { before: page.earlier });
    page = { ...page, comments: [...before.comments, ...page.comments], earlier: before.earlier };
  }
  return page;
}

/** Whether a page holds the comment at `begins` and all after it; all there are without one. */
export function reaches({ comments: [first], earlier }: ThreadPage, begins: Place | null): boolean {
  return earlier === null || (begins !== null && first !== undefined && byPlace(first, begins) <= 0);
}

/** What was said and changed since a moment, in milliseconds since 1970. */
export function loadMissed(about: About, since: number): Promise<Missed> {
  return get(`/api/comments/since?${aboutParams(about, { at: String(Math.floor(since)) })}`);
}

/** The answers to a comment after one of them. */
export function loadReplies(about: About, rootId: string, after: string): Promise<RepliesPage> {
  return load(about, { replies: rootId, after });
}

function load<T>(about: About, asked: Record<string, string>): Promise<T> {
  return get(`/api/comments?${aboutParams(about, asked)}`);
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: "no-store" });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** Whether asking again would not help: the reader may not read it any more. */
export function isRefusal(thrown: unknown): boolean {
  return thrown instanceof Error && /^4(?!29$)\d\d$/.test(thrown.message);
}

/** Says that the reader has seen what was said up to this comment; also from a page that closes. See POST /api/comments/seen. */
export function tellSeen(id: string, marked: boolean): void {
  const address = `/api/comments/seen?comment=${id}${marked ? "&marked=1" : ""}`;
  fetch(address, { method: "POST", keepalive: true }).catch(() => {});
}

/** What an address of the API says of the thing. */
export function aboutParams(about: About, more: Record<string, string> = {}): URLSearchParams {
  const asked = new URLSearchParams(more);
  if ("writeUpId" in about) asked.set("writeUp", about.writeUpId);
  else if ("sessionId" in about) asked.set("session", about.sessionId);
  else asked.set("ask", about.askId);
  return asked;
}

/** All pages in one list, each comment once: where pages that came later have it, as what one says oneself stands first. */
export function commentsOf(data: { pages: ThreadPage[] }): ThreadComment[] {
  const all = new Map<string, ThreadComment>();
  for (const comment of data.pages.flatMap((page) => page.comments)) {
    all.delete(comment.id);
    all.set(comment.id, comment);
  }
  return [...all.values()];
}

/**
 * Changes the thread, if it is there. A page that is on its way waits: it is put to what stood here when it was asked for, and
 * what was written meanwhile would be gone.
 */
export async function changeThread(
  client: QueryClient,
  queryKey: ReturnType<typeof threadQuery>["queryKey"],
  change: (data: ThreadData) => ThreadData,
): Promise<void> {
  await client
    .getQueryCache()
    .find({ queryKey })
    ?.promise?.catch(() => {});
  client.setQueryData<ThreadData>(queryKey, (data) => data && change(data));
}

/** Adds a comment in its place among those that are there, or among the answers to the one it answers. */
export function withComment(data: ThreadData, comment: ThreadComment, rootId: string | null): ThreadData {
  if (rootId) return changed(data, rootId, (root) => ({ ...root, replies: inPlace([...root.replies, comment]) }));
  const place = data.pages.findLastIndex(({ comments: [first] }) => first && byPlace(first, comment) < 0);
  const pages = data.pages.map((page, n) =>
    n === Math.max(0, place) ? { ...page, comments: inPlace([...page.comments, comment]) } : page,
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
