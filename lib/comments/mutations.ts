import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { commentEdits, commentMentions, commentReactions, comments } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors/errors";
import { publish } from "@/lib/live/publish";
import { renderMarkdown } from "@/lib/text/markdown";
import { calledBefore, callIn, tellCalled } from "./call";
import { auditEntry, loadComment, shapeLoaded } from "./load";
import type { DeleteCommentInput, EditCommentInput, ReactToCommentInput, ResolveCommentInput } from "./schema";
import { shapeComment, type View } from "./shape";
import { CHANGED, talkTopic } from "./talk";
import type { ThreadComment } from "./types";

/** Changes the words of the actor's own comment. How it read before is kept, and whom it calls now is told. */
export async function editComment(actor: Actor, input: EditCommentInput, view: View): Promise<ThreadComment> {
  const loaded = await loadComment(actor, input.commentId);
  const { row, subject, about, audience, abilities } = loaded;
  authorizePlace(actor, "comment.edit", { cohortId: subject.cohort_id, workspaceId: null, ownerId: row.author.id });
  if (!abilities.edit) throw new AppError("conflict");
  const { markdown } = input;
  if (markdown === row.markdown) return shapeLoaded(actor, loaded, row, view);
  await limitPerson(actor, "edit");
  const mentioned = new Set([...(input.mentioned ?? []), ...(await calledBefore(row.id))]);
  const { html, called, unclear } = await callIn(renderMarkdown(markdown), subject, about, audience, { mentioned });
  if (called.length > 0) await limitPerson(actor, "mention");
  await db.transaction(async (tx) => {
    const [before] = await tx
      .select({ markdown: comments.markdown, html: comments.html })
      .from(comments)
      .where(and(eq(comments.id, row.id), isNull(comments.deletedAt), isNull(comments.hiddenAt)))
      .for("update");
    if (!before) throw new AppError("conflict");
    await tx.insert(commentEdits).values({ commentId: row.id, ...before });
    await tx.update(comments).set({ markdown, html, editedAt: sql`now()` }).where(eq(comments.id, row.id));
    await tellCalled(tx, actor, { id: row.id, about, audience }, called);
    await record(tx, auditEntry(actor, "comment.edit", subject, row, about));
    await publish(tx, talkTopic(about), { kind: CHANGED, id: row.id });
  });
  const shaped = await shapeLoaded(actor, loaded, { ...row, markdown, html, edited: true }, view);
  return unclear.length > 0 ? { ...shaped, unclear } : shaped;
}

/** Empties the actor's own comment for good: what stays says that they removed it, and its answers stay. */
export async function deleteComment(actor: Actor, input: DeleteCommentInput, view: View): Promise<ThreadComment> {
  const { row, subject, about } = await loadComment(actor, input.commentId);
  authorizePlace(actor, "comment.delete", { cohortId: subject.cohort_id, workspaceId: null, ownerId: row.author.id });
  await db.transaction(async (tx) => {
    const removed = await tx
      .update(comments)
      .set({ markdown: "", html: "", passage: null, deletedAt: sql`now()`, deletedBy: actor.personId })
      .where(and(eq(comments.id, row.id), isNull(comments.deletedAt)))
      .returning({ id: comments.id });
    if (removed.length === 0) throw new AppError("conflict");
    for (const kept of [commentEdits, commentMentions, commentReactions])
      await tx.delete(kept).where(eq(kept.commentId, row.id));
    await record(tx, auditEntry(actor, "comment.delete", subject, row, about));
    await publish(tx, talkTopic(about), { kind: CHANGED, id: row.id });
  });
  const emptied = { ...row, markdown: null, html: "", passage: null, deletedBy: actor.personId, reactions: null };
  return shapeComment(emptied, actor, subject, view);
}

/** Says something to a comment without words, or takes it back. Saying it twice is saying it once; nobody is told. */
export async function reactToComment(actor: Actor, input: ReactToCommentInput, view: View): Promise<ThreadComment> {
  const { row, subject, about, abilities } = await loadComment(actor, input.commentId);
  if (!abilities.react)
    throw new AppError(row.deletedBy !== null || row.hiddenReason !== null ? "conflict" : "forbidden");
  await limitPerson(actor, "react");
  const { reaction } = input;
  const mine = { commentId: row.id, personId: actor.personId, reaction };
  await db.transaction(async (tx) => {
    // A row lock: nothing is said to a comment that is being removed or hidden at this moment.
    const [there] = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.id, row.id), isNull(comments.deletedAt), isNull(comments.hiddenAt)))
      .for("share");
    if (!there) throw new AppError("conflict");
    const { commentId, personId } = commentReactions;
    const changed = input.on
      ? await tx.insert(commentReactions).values(mine).onConflictDoNothing().returning({ commentId })
      : await tx
          .delete(commentReactions)
          .where(and(eq(commentId, row.id), eq(personId, actor.personId), eq(commentReactions.reaction, reaction)))
          .returning({ commentId });
    if (changed.length === 0) return;
    // A reaction is its own trace; one that was taken back leaves none.
    if (!input.on) await record(tx, auditEntry(actor, "comment.unreact", subject, row, about));
    await publish(tx, talkTopic(about), { kind: CHANGED, id: row.id });
  });
  const now = await loadComment(actor, row.id);
  return shapeLoaded(actor, now, now.row, view);
}

/** Says that a conversation has been dealt with, or opens it again. */
export async function resolveComment(actor: Actor, input: ResolveCommentInput, view: View): Promise<ThreadComment> {
  const { row, subject, about, abilities } = await loadComment(actor, input.commentId);
  if (!abilities.resolve)
    throw new AppError(row.deletedBy !== null || row.hiddenReason !== null ? "conflict" : "forbidden");
  await limitPerson(actor, "resolve");
  const { resolved } = input;
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(comments)
      .set(resolved ? { resolvedAt: sql`now()`, resolvedBy: actor.personId } : { resolvedAt: null, resolvedBy: null })
      .where(
        and(
          eq(comments.id, row.id),
          isNull(comments.deletedAt),
          isNull(comments.hiddenAt),
          resolved ? isNull(comments.resolvedAt) : sql`${comments.resolvedAt} is not null`,
        ),
      )
      .returning({ id: comments.id });
    if (changed.length === 0) return;
    await record(tx, auditEntry(actor, resolved ? "comment.resolve" : "comment.reopen", subject, row, about));
    await publish(tx, talkTopic(about), { kind: CHANGED, id: row.id });
  });
  const now = await loadComment(actor, row.id);
  return shapeLoaded(actor, now, now.row, view);
}
