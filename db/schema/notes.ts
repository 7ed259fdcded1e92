import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, snakeCase, text } from "drizzle-orm/pg-core";
import { NOTE_KINDS } from "@/lib/notes/limits";
import { workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { agendaItems, sessions } from "./sessions";

/** What somebody wrote down in a session, under a step of its agenda. Seen by the others as it is typed. */
export const notes = snakeCase.table(
  "notes",
  {
    /** Made by the browser that writes it, so that a second sending is the same note. */
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    agendaItemId: text().references(() => agendaItems.id, { onDelete: "set null" }),
    kind: text({ enum: NOTE_KINDS }).notNull().default("note"),
    authorId: text()
      .notNull()
      .references(() => people.id),
    /** The city they spoke for then. */
    workspaceId: text().references(() => workspaces.id),
    language: text().notNull(),
    body: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    updatedBy: text().references(() => people.id),
    deletedAt: instant(),
  },
  (t) => [
    index("notes_session").on(t.sessionId, t.createdAt, t.id),
    oneOf("notes_kind", t.kind, NOTE_KINDS),
    check("notes_version", sql`${t.version} >= 1`),
  ],
);

/** Questions that are gathered and voted on before a session. */
export const questions = snakeCase.table(
  "questions",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    authorId: text()
      .notNull()
      .references(() => people.id),
    workspaceId: text().references(() => workspaces.id),
    language: text().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    answeredAt: instant(),
    deletedAt: instant(),
    formKey: text().unique(),
  },
  (t) => [index("questions_session").on(t.sessionId, t.createdAt, t.id)],
);

export const questionVotes = snakeCase.table(
  "question_votes",
  {
    questionId: text()
      .notNull()
      .references(() => questions.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    votedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.personId] })],
);

/** The summary of a session, and the moment from which nothing in its notes changes any more. */
export const minutes = snakeCase.table(
  "minutes",
  {
    sessionId: text()
      .primaryKey()
      .references(() => sessions.id, { onDelete: "cascade" }),
    language: text().notNull(),
    markdown: text().notNull().default(""),
    html: text().notNull().default(""),
    version: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
    updatedBy: text()
      .notNull()
      .references(() => people.id),
    lockedAt: instant(),
    lockedBy: text().references(() => people.id),
  },
  (t) => [check("minutes_locked", sql`(${t.lockedAt} is null) = (${t.lockedBy} is null)`)],
);

/** What was put right after the minutes were locked. */
export const amendments = snakeCase.table(
  "amendments",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => minutes.sessionId, { onDelete: "cascade" }),
    authorId: text()
      .notNull()
      .references(() => people.id),
    language: text().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    formKey: text().unique(),
  },
  (t) => [index("amendments_session").on(t.sessionId, t.createdAt)],
);
