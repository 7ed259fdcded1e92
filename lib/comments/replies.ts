import "server-only";
import { db } from "@/db/client";
import type { Reader } from "@/lib/auth/actor";
import { MANY } from "./limits";
import { type CommentRow, shapeComment, type View } from "./shape";
import { abilitiesOn, type SubjectRow } from "./subject";
import { repliesStatement } from "./thread-page";
import type { About, RepliesPage, RepliesWindow } from "./types";

interface RepliesRow extends SubjectRow {
  replies: CommentRow[];
  count: number;
  since: number | null;
}

/** One page of the answers to a comment; null when the reader may not read the thing or its comments. */
export async function listReplies(
  reader: Reader,
  about: About,
  { rootId, cursor }: RepliesWindow,
  view: View,
): Promise<RepliesPage | null> {
  if (!reader) return null;
  const [row] = await db.execute<RepliesRow>(repliesStatement(reader, about, rootId, cursor));
  if (!row || !abilitiesOn(reader, row).read) return null;
  const replies = row.replies.map((reply) => shapeComment(reply, reader, row, view, { since: row.since }));
  return { replies, more: Math.min(row.count - replies.length, MANY + 1) };
}
