import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, foreignKey, index, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { COMMENT_AUDIENCES } from "@/lib/comments/limits";
import { cohorts, workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { sessions } from "./sessions";
import { writeUps } from "./write-ups";

/** What somebody said about a write-up or a session. Hangs on exactly one thing; replies have one level. */
export const comments = snakeCase.table(
  "comments",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    writeUpId: text().references(() => writeUps.id),
    sessionId: text().references(() => sessions.id),
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
    createdAt: createdAt(),
    editedAt: instant(),
    deletedAt: instant(),
    deletedBy: text().references(() => people.id),
    formKey: text().unique(),
  },
  (t) => [
    check("comments_about_one", sql`num_nonnulls(${t.writeUpId}, ${t.sessionId}) = 1`),
    check("comments_deleted", sql`(${t.deletedAt} is null) = (${t.deletedBy} is null)`),
    check("comments_deleted_empty", sql`${t.deletedAt} is null or ${t.markdown} = ''`),
    oneOf("comments_audience", t.audience, COMMENT_AUDIENCES),
    unique("comments_with_write_up").on(t.id, t.writeUpId),
    unique("comments_with_session").on(t.id, t.sessionId),
    foreignKey({ columns: [t.parentId, t.writeUpId], foreignColumns: [t.id, t.writeUpId] }),
    foreignKey({ columns: [t.parentId, t.sessionId], foreignColumns: [t.id, t.sessionId] }),
    index("comments_of_write_up").on(t.writeUpId, t.createdAt, t.id).where(sql`${t.parentId} is null`),
    index("comments_of_session").on(t.sessionId, t.createdAt, t.id).where(sql`${t.parentId} is null`),
    index("comments_replies").on(t.parentId, t.createdAt).where(sql`${t.parentId} is not null`),
    index("comments_newest").on(t.cohortId, t.createdAt.desc(), t.id),
    index("comments_author").on(t.authorId, t.createdAt),
  ],
);
