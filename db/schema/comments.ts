import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  jsonb,
  primaryKey,
  snakeCase,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { COMMENT_AUDIENCES, REACTIONS } from "@/lib/comments/limits";
import type { Anchor } from "@/lib/passages/anchor";
import { asks } from "./asks";
import { cohorts, workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { sessions } from "./sessions";
import { writeUps } from "./write-ups";

/** What somebody said about a write-up or a session, or in answer to an ask. Hangs on exactly one thing; replies have one level. */
export const comments = snakeCase.table(
  "comments",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    writeUpId: text().references(() => writeUps.id),
    sessionId: text().references(() => sessions.id),
    askId: text().references((): AnyPgColumn => asks.id),
    parentId: text().references((): AnyPgColumn => comments.id),
    authorId: text()
      .notNull()
      .references(() => people.id),
    /** The city they spoke for then; null for the cohort's own people. */
    workspaceId: text().references(() => workspaces.id),
    /** Said inside the city it stays there, even when the write-up goes out later. */
    audience: text({ enum: COMMENT_AUDIENCES }).notNull(),
    language: text().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /** The passage of the write-up that is meant, as it read then; null when it is about the whole. */
    passage: jsonb().$type<Anchor>(),
    createdAt: createdAt(),
    editedAt: instant(),
    deletedAt: instant(),
    deletedBy: text().references(() => people.id),
    /** Somebody of the city has dealt with it. */
    resolvedAt: instant(),
    resolvedBy: text().references(() => people.id),
    /** Taken out of sight by a moderator: its author still reads it, and may appeal. */
    hiddenAt: instant(),
    hiddenBy: text().references(() => people.id),
    hiddenReason: text(),
    formKey: text().unique(),
  },
  (t) => [
    check("comments_about_one", sql`num_nonnulls(${t.writeUpId}, ${t.sessionId}, ${t.askId}) = 1`),
    check("comments_deleted", sql`(${t.deletedAt} is null) = (${t.deletedBy} is null)`),
    check("comments_deleted_empty", sql`${t.deletedAt} is null or ${t.markdown} = ''`),
    check("comments_resolved", sql`(${t.resolvedAt} is null) = (${t.resolvedBy} is null)`),
    check("comments_hidden", sql`num_nonnulls(${t.hiddenAt}, ${t.hiddenBy}, ${t.hiddenReason}) in (0, 3)`),
    check("comments_passage", sql`${t.passage} is null or (${t.writeUpId} is not null and ${t.parentId} is null)`),
    oneOf("comments_audience", t.audience, COMMENT_AUDIENCES),
    unique("comments_with_write_up").on(t.id, t.writeUpId),
    unique("comments_with_session").on(t.id, t.sessionId),
    unique("comments_with_ask").on(t.id, t.askId),
    foreignKey({ columns: [t.parentId, t.writeUpId], foreignColumns: [t.id, t.writeUpId] }),
    foreignKey({ columns: [t.parentId, t.sessionId], foreignColumns: [t.id, t.sessionId] }),
    foreignKey({ columns: [t.parentId, t.askId], foreignColumns: [t.id, t.askId] }),
    index("comments_of_write_up").on(t.writeUpId, t.createdAt, t.id).where(sql`${t.parentId} is null`),
    index("comments_of_session").on(t.sessionId, t.createdAt, t.id).where(sql`${t.parentId} is null`),
    index("comments_of_ask").on(t.askId, t.createdAt, t.id).where(sql`${t.parentId} is null`),
    // With the answers: what is new since somebody was here.
    index("comments_in_write_up").on(t.writeUpId, t.createdAt).where(sql`${t.writeUpId} is not null`),
    index("comments_in_session").on(t.sessionId, t.createdAt).where(sql`${t.sessionId} is not null`),
    index("comments_in_ask").on(t.askId, t.createdAt).where(sql`${t.askId} is not null`),
    index("comments_on_passages").on(t.writeUpId, t.createdAt).where(sql`${t.passage} is not null`),
    index("comments_replies").on(t.parentId, t.createdAt, t.id).where(sql`${t.parentId} is not null`),
    index("comments_newest").on(t.cohortId, t.createdAt.desc(), t.id),
    index("comments_author").on(t.authorId, t.createdAt),
  ],
);

/** How a comment read before it was changed. */
export const commentEdits = snakeCase.table(
  "comment_edits",
  {
    id: id(),
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    markdown: text().notNull(),
    html: text().notNull(),
    /** Until when it read so. */
    until: createdAt(),
  },
  (t) => [index("comment_edits_comment").on(t.commentId, t.until)],
);

/** What somebody says to a comment without words. */
export const commentReactions = snakeCase.table(
  "comment_reactions",
  {
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id),
    reaction: text({ enum: REACTIONS }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.reaction, t.personId] }),
    oneOf("comment_reactions_reaction", t.reaction, REACTIONS),
  ],
);

/** Whom a comment calls: one person, or the officials and leads of a city. */
export const commentMentions = snakeCase.table(
  "comment_mentions",
  {
    id: id(),
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    personId: text().references(() => people.id),
    workspaceId: text().references(() => workspaces.id),
  },
  (t) => [
    check("comment_mentions_one", sql`num_nonnulls(${t.personId}, ${t.workspaceId}) = 1`),
    unique("comment_mentions_once").on(t.commentId, t.personId, t.workspaceId).nullsNotDistinct(),
    index("comment_mentions_person").on(t.personId),
  ],
);

/** When somebody was last at a thing, so that they see what is new since. */
export const visits = snakeCase.table(
  "visits",
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    writeUpId: text().references(() => writeUps.id, { onDelete: "cascade" }),
    sessionId: text().references(() => sessions.id, { onDelete: "cascade" }),
    askId: text().references((): AnyPgColumn => asks.id, { onDelete: "cascade" }),
    /** What was said after this is new to them: the visit before the one that lasts. */
    newSince: instant().notNull(),
    lastAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("visits_of_one", sql`num_nonnulls(${t.writeUpId}, ${t.sessionId}, ${t.askId}) = 1`),
    unique("visits_once").on(t.personId, t.writeUpId, t.sessionId, t.askId).nullsNotDistinct(),
  ],
);
