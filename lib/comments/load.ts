import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import type { Actor, Reader } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { audibleTo } from "./audible";
import type { CommentAudience } from "./limits";
import { readTextFor } from "./read-text";
import { type CommentRow, commentJson, shapeComment, type View } from "./shape";
import { abilitiesOn, abilitiesOnComment, type SubjectRow, subjectOf } from "./subject";
import { type About, type ThreadComment, thingOf } from "./types";

interface Loaded extends SubjectRow {
  comment: CommentRow | null;
  said_audience: CommentAudience;
}

/** A comment and what it is about, if the reader may hear it; otherwise it is not there. Without its answers. */
export async function loadComment(reader: Reader, id: string) {
  const about = await aboutOfComment(id);
  if (!about) throw new AppError("not_found");
  const { columns, table, where, owner } = subjectOf(reader, about);
  const [found] = await db.execute<Loaded>(sql`
    select ${columns}, (select ${commentJson("c", reader)} from comments c join people p on p.id = c.author_id
        left join workspaces w on w.id = c.workspace_id where c.id = ${id} and ${audibleTo(reader, "c", owner)}) as comment,
      (select c.audience from comments c where c.id = ${id}) as said_audience
    from ${table} where ${where}`);
  const row = found?.comment;
  if (!found || !row || !abilitiesOn(reader, found).read) throw new AppError("not_found");
  const subject: SubjectRow = found;
  return { row, subject, about, audience: found.said_audience, abilities: abilitiesHere(reader, subject, row) };
}

function abilitiesHere(reader: Reader, subject: SubjectRow, row: CommentRow) {
  return abilitiesOnComment(reader, subject.cohort_id, abilitiesOn(reader, subject), {
    authorId: row.author.id,
    deleted: row.deletedBy !== null,
    hidden: row.hiddenReason !== null,
    top: row.parentId === null,
  });
}

/** A comment that was loaded, as it is now, for whoever changed it. */
export async function shapeLoaded(
  actor: Actor,
  { subject, about }: { subject: SubjectRow; about: About },
  row: CommentRow,
  view: View,
): Promise<ThreadComment> {
  const text = await readTextFor(actor, about, [row], view);
  return shapeComment(row, actor, subject, view, { since: null, text });
}

async function aboutOfComment(id: string): Promise<About | null> {
  const [at] = await db
    .select({ writeUpId: comments.writeUpId, sessionId: comments.sessionId, askId: comments.askId })
    .from(comments)
    .where(eq(comments.id, id));
  return at ? thingOf(at) : null;
}

/** The audit row of what was done to a comment. */
export function auditEntry(actor: Actor, action: string, subject: SubjectRow, row: CommentRow, about: About) {
  return {
    actorId: actor.personId,
    action,
    cohortId: subject.cohort_id,
    workspaceId: subject.workspace_id,
    subjectId: row.id,
    detail: { ...about },
  };
}
