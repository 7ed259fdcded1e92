import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { renderMarkdown } from "@/lib/text/markdown";
import { audibleTo } from "./audible";
import type { DeleteCommentInput, EditCommentInput } from "./schema";
import { type CommentRow, commentJson, shapeComment, type View } from "./shape";
import { abilitiesOn, abilitiesOnComment, type SubjectRow, subjectOf } from "./subject";
import { type About, type ThreadComment, thingOf } from "./types";

/** Changes the words of the actor's own comment. It says from then on that it was changed. */
export async function editComment(actor: Actor, input: EditCommentInput, view: View): Promise<ThreadComment> {
  const { row, subject, about } = await loadComment(actor, input.commentId);
  authorizePlace(actor, "comment.edit", { cohortId: subject.cohort_id, workspaceId: null, ownerId: row.author.id });
  const { markdown } = input;
  const html = renderMarkdown(markdown);
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(comments)
      .set({ markdown, html, editedAt: sql`now()` })
      .where(and(eq(comments.id, row.id), isNull(comments.deletedAt)))
      .returning({ id: comments.id });
    if (changed.length === 0) throw new AppError("conflict");
    await record(tx, auditEntry(actor, "comment.edit", subject, row, about));
  });
  return shapeComment({ ...row, markdown, html, edited: true }, actor, subject, view);
}

/** Empties a comment: what stays says who removed it, and its answers stay. Its author may, and who moderates. */
export async function deleteComment(actor: Actor, input: DeleteCommentInput, view: View): Promise<ThreadComment> {
  const { row, subject, about } = await loadComment(actor, input.commentId);
  const own = row.author.id === actor.personId;
  const given = { authorId: row.author.id, deleted: row.deletedBy !== null };
  const allowed = abilitiesOnComment(actor, subject.cohort_id, abilitiesOn(actor, subject), given).delete;
  if (!allowed && !given.deleted) throw new AppError("forbidden");
  await db.transaction(async (tx) => {
    const removed = await tx
      .update(comments)
      .set({ markdown: "", html: "", deletedAt: sql`now()`, deletedBy: actor.personId })
      .where(and(eq(comments.id, row.id), isNull(comments.deletedAt)))
      .returning({ id: comments.id });
    if (removed.length === 0) throw new AppError("conflict");
    await record(tx, auditEntry(actor, own ? "comment.delete" : "comment.moderate", subject, row, about));
  });
  return shapeComment({ ...row, markdown: null, html: "", deletedBy: actor.personId }, actor, subject, view);
}

function auditEntry(actor: Actor, action: string, subject: SubjectRow, row: CommentRow, about: About) {
  return {
    actorId: actor.personId,
    action,
    cohortId: subject.cohort_id,
    workspaceId: subject.workspace_id,
    subjectId: row.id,
    detail: { ...about },
  };
}

interface Loaded extends SubjectRow {
  comment: CommentRow | null;
}

/** A comment with its replies and what it is about, if the actor may hear it; otherwise it is not there. */
async function loadComment(actor: Actor, id: string) {
  const [at] = await db
    .select({ writeUpId: comments.writeUpId, sessionId: comments.sessionId, askId: comments.askId })
    .from(comments)
    .where(eq(comments.id, id));
  const about = at && thingOf(at);
  if (!about) throw new AppError("not_found");
  const { columns, table, where, owner } = subjectOf(actor, about);
  const replies = sql`(select coalesce(json_agg(${commentJson("r", actor)} order by r.created_at, r.id), '[]')
    from comments r join people p on p.id = r.author_id left join workspaces w on w.id = r.workspace_id
    where r.parent_id = c.id and ${audibleTo(actor, "r", owner)})`;
  const [found] = await db.execute<Loaded>(sql`
    select ${columns}, (select ${commentJson("c", actor, replies)} from comments c join people p on p.id = c.author_id
      left join workspaces w on w.id = c.workspace_id where c.id = ${id} and ${audibleTo(actor, "c", owner)}) as comment
    from ${table} where ${where}`);
  const row = found?.comment;
  if (!found || !row || !abilitiesOn(actor, found).read) throw new AppError("not_found");
  return { row, subject: found as SubjectRow, about };
}
