import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asks, sessions, writeUps } from "@/db/schema";
import type { Actor, Reader } from "@/lib/auth/actor";
import {
  authorizePlace,
  authorizeSession,
  authorizeWriteUp,
  canPlace,
  canReadAsk,
  canSession,
  canWriteUp,
} from "@/lib/auth/can";
import { asksVisibleTo, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { AppError } from "@/lib/errors/errors";
import { moderationAbilities } from "@/lib/moderation/abilities";
import type { SessionStatus } from "@/lib/sessions/limits";
import type { Audience } from "@/lib/write-ups/limits";
import type { About, CommentAbilities } from "./types";

/** The thing that is talked about, as far as the rules need it. */
export interface SubjectRow extends Record<string, unknown> {
  cohort_id: string;
  workspace_id: string | null;
  audience: Audience | null;
  is_author: boolean | null;
  status: SessionStatus | null;
  /** Of an ask: whose it is. Its workspace is the city it addresses. */
  asker_id: string | null;
  /** Of an ask: whether a moderator took it out of sight. */
  ask_hidden: boolean | null;
}

interface SubjectSql {
  /** The columns of a SubjectRow, and from where they come. */
  columns: SQL;
  table: SQL;
  where: SQL;
  /** The workspace that the thing belongs to, if it belongs to one. */
  owner: SQL | null;
  cohort: SQL;
  /** The condition on comments, to be put after their alias. */
  key: SQL;
}

/** How a statement reads a SubjectRow, if the reader may read the thing. */
export function subjectOf(reader: Reader, about: About): SubjectSql {
  if ("writeUpId" in about) {
    return {
      columns: sql`write_ups.cohort_id, write_ups.workspace_id, write_ups.audience, null as status, null as asker_id,
      null as ask_hidden, exists (
        select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${reader?.personId ?? null}
      ) as is_author`,
      table: sql`${writeUps}`,
      where: sql`${writeUps.id} = ${about.writeUpId} and ${visibleTo(reader)}`,
      owner: sql`${writeUps.workspaceId}`,
      cohort: sql`write_ups.cohort_id`,
      key: sql`write_up_id = ${about.writeUpId}`,
    };
  }
  if ("askId" in about) {
    return {
      columns: sql`asks.cohort_id, asks.to_workspace_id as workspace_id, null as audience, null as status, asks.asker_id,
        asks.hidden_at is not null as ask_hidden, null as is_author`,
      table: sql`${asks}`,
      where: sql`${asks.id} = ${about.askId} and ${asksVisibleTo(reader)}`,
      owner: null,
      cohort: sql`asks.cohort_id`,
      key: sql`ask_id = ${about.askId}`,
    };
  }
  return {
    columns: sql`sessions.cohort_id, null as workspace_id, null as audience, sessions.status, null as asker_id,
      null as ask_hidden, null as is_author`,
    table: sql`${sessions}`,
    where: sql`${sessions.id} = ${about.sessionId} and ${sessionsVisibleTo(reader)}`,
    owner: null,
    cohort: sql`sessions.cohort_id`,
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

function askSubject(row: SubjectRow) {
  if (row.asker_id === null) return null;
  return { cohortId: row.cohort_id, workspaceId: row.workspace_id, ownerId: row.asker_id };
}

/**
 * Refuses whoever may not talk about the thing; the public and people without a place are told it is not there. To a
 * hidden ask nobody says anything.
 */
export function authorizePost<T extends SubjectRow>(actor: Actor, row: T | undefined): T {
  if (!row) throw new AppError("not_found");
  if (row.status) authorizeSession(actor, "session-comment.post", sessionSubject(row));
  else if (row.asker_id) {
    authorizePlace(actor, "ask.answer", askSubject(row));
    if (row.ask_hidden) throw new AppError("conflict");
  } else authorizeWriteUp(actor, "comment.post", writeUpSubject(row));
  return row;
}

export interface Abilities {
  read: boolean;
  post: boolean;
  moderate: boolean;
  report: boolean;
  resolve: boolean;
}

/** What the reader may do where people talk about the thing. */
export function abilitiesOn(reader: Reader, row: SubjectRow): Abilities {
  const writeUp = writeUpSubject(row);
  if (writeUp) {
    const may = (verb: "read" | "post" | "moderate" | "report" | "resolve") =>
      canWriteUp(reader, `comment.${verb}`, writeUp);
    return {
      read: may("read"),
      post: may("post"),
      moderate: may("moderate"),
      report: may("report"),
      resolve: may("resolve"),
    };
  }
  const session = sessionSubject(row);
  if (session) {
    return {
      read: canSession(reader, "session.read", session),
      post: canSession(reader, "session-comment.post", session),
      moderate: canSession(reader, "session-comment.moderate", session),
      report: canSession(reader, "session-comment.report", session),
      resolve: false,
    };
  }
  const ask = askSubject(row);
  if (!ask) return { read: false, post: false, moderate: false, report: false, resolve: false };
  const hidden = row.ask_hidden === true;
  return {
    read: canReadAsk(reader, ask, hidden),
    post: !hidden && canPlace(reader, "ask.answer", ask),
    moderate: canPlace(reader, "ask-comment.moderate", ask),
    report: !hidden && canPlace(reader, "ask-comment.report", ask),
    resolve: false,
  };
}

/** What decides about one comment, beside what it is about. */
interface Judged {
  authorId: string;
  deleted: boolean;
  hidden: boolean;
  /** Whether it stands at the top of its conversation. */
  top: boolean;
  /** Whether a moderator has looked again at this hiding already. */
  appealed?: boolean;
}

/** What the reader may do with one comment. */
export function abilitiesOnComment(reader: Reader, cohortId: string, on: Abilities, comment: Judged): CommentAbilities {
  const subject = { cohortId, workspaceId: null, ownerId: comment.authorId };
  const stands = !comment.deleted && !comment.hidden;
  const { report, hide, restore, appeal } = moderationAbilities(reader, on, comment);
  return {
    edit: stands && on.read && canPlace(reader, "comment.edit", subject),
    delete: !comment.deleted && on.read && canPlace(reader, "comment.delete", subject),
    reply: stands && on.post,
    react: stands && on.post,
    report,
    hide,
    restore,
    resolve: stands && comment.top && on.resolve,
    appeal: appeal && canPlace(reader, "comment.appeal", subject),
  };
}
