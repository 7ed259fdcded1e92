import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { sessions, writeUps } from "@/db/schema";
import type { Actor, Reader } from "@/lib/auth/actor";
import { authorizeSession, authorizeWriteUp, canPlace, canSession, canWriteUp } from "@/lib/auth/can";
import { sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { AppError } from "@/lib/errors/errors";
import type { SessionStatus } from "@/lib/sessions/limits";
import type { Audience } from "@/lib/write-ups/limits";
import type { About } from "./types";

/** The thing that is talked about, as far as the rules need it. */
export interface SubjectRow extends Record<string, unknown> {
  cohort_id: string;
  workspace_id: string | null;
  audience: Audience | null;
  is_author: boolean | null;
  status: SessionStatus | null;
}

/** The columns of a SubjectRow, from where they come, and the workspace that the thing belongs to. */
export function subjectOf(
  reader: Reader,
  about: About,
): { columns: SQL; table: SQL; where: SQL; owner: SQL | null; key: SQL } {
  if ("writeUpId" in about) {
    return {
      columns: sql`write_ups.cohort_id, write_ups.workspace_id, write_ups.audience, null as status, exists (
        select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${reader?.personId ?? null}
      ) as is_author`,
      table: sql`${writeUps}`,
      where: sql`${writeUps.id} = ${about.writeUpId} and ${visibleTo(reader)}`,
      owner: sql`${writeUps.workspaceId}`,
      key: sql`write_up_id = ${about.writeUpId}`,
    };
  }
  return {
    columns: sql`sessions.cohort_id, null as workspace_id, null as audience, sessions.status, null as is_author`,
    table: sql`${sessions}`,
    where: sql`${sessions.id} = ${about.sessionId} and ${sessionsVisibleTo(reader)}`,
    owner: null,
    key: sql`session_id = ${about.sessionId}`,
  };
}

function writeUpSubject(row: SubjectRow) {
  if (row.audience === null || row.workspace_id === null) return null;
  return {
    cohortId: row.cohort_id,
    workspaceId: row.workspace_id,
    audience: row.audience,
    isAuthor: row.is_author === true,
  };
}

function sessionSubject(row: SubjectRow) {
  return row.status === null ? null : { cohortId: row.cohort_id, status: row.status, invited: [] };
}

/** Refuses whoever may not talk about the thing; the public and people without a place are told it is not there. */
export function authorizePost<T extends SubjectRow>(actor: Actor, row: T | undefined): T {
  if (!row) throw new AppError("not_found");
  if (row.status) authorizeSession(actor, "session-comment.post", sessionSubject(row));
  else authorizeWriteUp(actor, "comment.post", writeUpSubject(row));
  return row;
}

export function abilitiesOn(reader: Reader, row: SubjectRow) {
  const writeUp = writeUpSubject(row);
  const session = sessionSubject(row);
  if (writeUp) {
    return {
      read: canWriteUp(reader, "comment.read", writeUp),
      post: canWriteUp(reader, "comment.post", writeUp),
      moderate: canWriteUp(reader, "comment.moderate", writeUp),
    };
  }
  if (session) {
    return {
      read: canSession(reader, "session.read", session),
      post: canSession(reader, "session-comment.post", session),
      moderate: canSession(reader, "session-comment.moderate", session),
    };
  }
  return { read: false, post: false, moderate: false };
}

/** What the reader may do with one comment. */
export function abilitiesOnComment(
  reader: Reader,
  cohortId: string,
  on: { post: boolean; moderate: boolean },
  comment: { authorId: string; deleted: boolean },
) {
  const subject = { cohortId, workspaceId: null, ownerId: comment.authorId };
  return {
    edit: !comment.deleted && canPlace(reader, "comment.edit", subject),
    delete: !comment.deleted && (canPlace(reader, "comment.delete", subject) || on.moderate),
    reply: !comment.deleted && on.post,
  };
}
