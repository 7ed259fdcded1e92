import { MANY } from "./limits";
import type { Place, RepliesCursor, RepliesPage, ThreadComment } from "./types";

/** Where comments stand: by when they were said, then by id, as the database has them. */
export function byPlace(one: Place, other: Place): number {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** Comments in their places, each once; of two with the same id the later one counts. */
export function inPlace(comments: ThreadComment[]): ThreadComment[] {
  return [...new Map(comments.map((comment) => [comment.id, comment])).values()].sort(byPlace);
}

/** Puts some answers, which follow one another, among those that stand there already, and says where some are still left out. */
export function withReplies(root: ThreadComment, page: RepliesPage, cursor: RepliesCursor): ThreadComment {
  const loaded = new Set(page.replies.map(({ id }) => id));
  const last = page.replies.at(-1)?.id ?? ("after" in cursor ? cursor.after : cursor.at);
  const replies = inPlace([...root.replies, ...page.replies]);
  const end = replies.findIndex(({ id }) => id === last);
  const behind = replies.length - 1 - end;
  const before = root.moreReplies > MANY ? null : root.replies.length + root.moreReplies - replies.length;
  const after = Math.max(0, page.more - behind);
  const left = before ?? (page.more > MANY ? MANY + 1 : Math.max(1, after));
  const gaps = replies.map((reply, n) => {
    if (left <= 0) return { ...reply, gapAfter: false };
    if (reply.id === last) return { ...reply, gapAfter: after > 0 };
    const closed =
      loaded.has(reply.id) || ("after" in cursor && cursor.after === reply.id) || (before === after && n < end);
    return closed ? { ...reply, gapAfter: false } : reply;
  });
  return { ...root, replies: gaps, moreReplies: gaps.some(({ gapAfter }) => gapAfter) ? Math.min(left, MANY + 1) : 0 };
}

/** Whether a comment stands there to be read, at the top or among the answers that are shown. */
export function stands(comments: ThreadComment[], id: string): boolean {
  return comments.some((comment) => comment.id === id || comment.replies.some((reply) => reply.id === id));
}
