import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { stands, withReplies } from "@/lib/comments/conversation";
import { listThread } from "@/lib/comments/queries";
import { listReplies } from "@/lib/comments/replies";
import type { View } from "@/lib/comments/shape";
import type { About, ThreadComment } from "@/lib/comments/types";
import { answerPathOf, thingFor } from "./thing";
import type { TalkPage } from "./types";

/**
 * The conversation that one comment belongs to, and nothing else that is said about the thing. Null when the actor may not
 * say anything there.
 */
export async function getTalk(
  actor: Actor,
  about: About,
  commentId: string | null,
  view: View,
): Promise<TalkPage | null> {
  const rootId = commentId && (await rootOf(about, commentId));
  const [thing, page] = await Promise.all([
    thingFor(actor, about),
    listThread(actor, about, rootId ? { around: rootId } : null, view),
  ]);
  if (!thing || !page?.abilities.post) return null;
  const found = page.comments.find(({ id }) => id === rootId) ?? null;
  const root = found && commentId ? await withAnswer(actor, about, found, commentId, view) : null;
  const answered = root && [root, ...root.replies].find(({ id }) => id === commentId);
  const heard = root?.author && !root.hidden && answered?.author ? { root, answered } : { root: null, answered: null };
  return {
    kind: "comment",
    personId: actor.personId,
    name: actor.name,
    title: thing.title,
    language: thing.language,
    html: thing.html,
    path: answerPathOf(about, heard.answered?.id ?? null),
    ...heard,
    lost: commentId !== null && heard.root === null,
    circle: page.circle,
    answers: "askId" in about,
    writes: page.language,
  };
}

async function rootOf(about: About, id: string): Promise<string | null> {
  const [row] = await db
    .select({ id: comments.id, parentId: comments.parentId })
    .from(comments)
    .where(
      and(
        eq(comments.id, id),
        "writeUpId" in about
          ? eq(comments.writeUpId, about.writeUpId)
          : "sessionId" in about
            ? eq(comments.sessionId, about.sessionId)
            : eq(comments.askId, about.askId),
      ),
    );
  return row ? (row.parentId ?? row.id) : null;
}

/** Of a long conversation only some answers come; the one that is answered has to be among them. */
async function withAnswer(
  actor: Actor,
  about: About,
  root: ThreadComment,
  id: string,
  view: View,
): Promise<ThreadComment> {
  if (stands([root], id)) return root;
  const cursor = { at: id };
  const page = await listReplies(actor, about, { rootId: root.id, cursor }, view);
  return page ? withReplies(root, page, cursor) : root;
}
