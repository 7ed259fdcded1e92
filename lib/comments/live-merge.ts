import { commentsOf, type ThreadData, withChange, withComment } from "./client";
import { byPlace } from "./conversation";
import type { ToldComment } from "./live-types";
import type { Place, ThreadComment } from "./types";

/** The comment in what stands on the page. */
export function findComment(comments: ThreadComment[], id: string): ThreadComment | null {
  for (const comment of comments) {
    if (comment.id === id) return comment;
    const reply = comment.replies.find((one) => one.id === id);
    if (reply) return reply;
  }
  return null;
}

/** A comment that was told to all, as `me` has it. `known`: how it stands on the page. */
export function asMine({ reactedBy, ...told }: ToldComment, me: string, known: ThreadComment | null): ThreadComment {
  const mine = told.author?.id === me;
  return {
    ...told,
    reactions: told.reactions.map((one) => ({ ...one, mine: reactedBy[one.reaction]?.includes(me) ?? false })),
    isNew: known ? known.isNew : !mine,
    // What only its author may do, and how they typed it, is not told to all.
    ...(mine && known ? { markdown: known.markdown, looked: known.looked, abilities: known.abilities } : {}),
  };
}

/** Whether a comment of one's own must be read under one's own rights: what is told to all does not say enough. */
export function mustAsk(told: ThreadComment, known: ThreadComment | null, me: string): boolean {
  if (told.author?.id !== me && known?.author?.id !== me) return false;
  if (!known) return true;
  const stands = (one: ThreadComment) => `${one.deleted !== null} ${one.hidden !== null} ${one.html}`;
  return stands(told) !== stands(known);
}

/** Whether what it says, or that it stands, differs from what is on the page. */
export function saysOther(news: ThreadComment, known: ThreadComment): boolean {
  return news.html !== known.html || (news.deleted === null) !== (known.deleted === null);
}

/** Whether a comment belongs behind the first one on a page, or that page begins the thread. */
export function followsOn(comment: Place, begins: Place | null): boolean {
  return begins === null || byPlace(begins, comment) < 0;
}

/** Whether an answer stands where some were left out, to be asked for. */
function isLeftOut(root: ThreadComment, answer: Place): boolean {
  return root.replies.findLast((one) => byPlace(one, answer) < 0)?.gapAfter ?? false;
}

/**
 * The thread with its end cut off at a moment, in milliseconds since 1970: what was said right after it is not known, so that
 * nothing may stand there as if it followed.
 */
export function cutAt(data: ThreadData, moment: number): ThreadData {
  const ends = commentsOf(data).findLast(({ createdAt }) => Date.parse(createdAt) <= moment);
  const last = data.pages.at(-1);
  if (!ends || !last || last.later) return data;
  return { ...data, pages: [...data.pages.slice(0, -1), { ...last, later: ends.id }] };
}

export interface Merged {
  data: ThreadData;
  /** Where it went: "behind" the last comment that is loaded, or nowhere. */
  went: "new" | "changed" | "behind" | null;
}

/** Puts what came into the pages of a thread: once, and in its place. */
export function withNews(data: ThreadData, news: ThreadComment): Merged {
  const all = commentsOf(data);
  const known = findComment(all, news.id);
  if (known) return { data: withChange(data, { ...news, isNew: known.isNew }), went: "changed" };
  if (news.deleted) return { data, went: null };
  if (news.parentId) {
    const root = all.find(({ id }) => id === news.parentId);
    if (!root || isLeftOut(root, news)) return { data, went: null };
    return { data: withComment(data, news, root.id), went: "new" };
  }
  const later = data.pages.at(-1)?.later;
  const ends = later ? (all.find(({ id }) => id === later) ?? null) : null;
  if (later && followsOn(news, ends)) return { data, went: "behind" };
  const begins = data.pages[0]?.earlier ? (all[0] ?? null) : null;
  return followsOn(news, begins) ? { data: withComment(data, news, null), went: "new" } : { data, went: null };
}
