import type { Reader } from "@/lib/auth/actor";

/** What the reader may do where people talk about the thing: the part of it that decides here. */
interface On {
  read: boolean;
  moderate: boolean;
  report: boolean;
}

interface Judged {
  authorId: string;
  deleted: boolean;
  hidden: boolean;
  /** Whether its author has asked already for another look at this hiding. */
  appealed?: boolean;
}

/**
 * What the reader may do about a comment that they may hear. Nobody judges their own: whoever moderates and wrote it
 * can remove it like everybody, and others report it.
 */
export function moderationAbilities(reader: Reader, on: On, comment: Judged) {
  const mine = reader?.personId === comment.authorId;
  const there = reader !== null && on.read && !comment.deleted;
  return {
    report: there && on.report && !mine && !comment.hidden,
    hide: there && on.moderate && !mine && !comment.hidden,
    restore: there && on.moderate && !mine && comment.hidden,
    appeal: there && mine && comment.hidden && !comment.appealed,
  };
}
