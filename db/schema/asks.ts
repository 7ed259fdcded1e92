import { sql } from "drizzle-orm";
import { check, index, snakeCase, text } from "drizzle-orm/pg-core";
import { cohorts, workspaces } from "./cohorts";
import { createdAt, id, instant } from "./columns";
import { people } from "./people";
import { writeUps } from "./write-ups";

/** A question to one city, or to whoever knows a theme. What is said to it are comments; one of them may be the answer. */
export const asks = snakeCase.table(
  "asks",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    askerId: text()
      .notNull()
      .references(() => people.id),
    /** The city they asked for; null for the cohort's own people. */
    fromWorkspaceId: text().references(() => workspaces.id),
    toWorkspaceId: text().references(() => workspaces.id),
    /** A term of the vocabulary of themes. */
    theme: text(),
    /** What it is about, if it came up while reading. */
    writeUpId: text().references(() => writeUps.id, { onDelete: "set null" }),
    language: text().notNull(),
    /** The question in one line. */
    title: text().notNull(),
    /** What one needs to know to answer it. */
    markdown: text().notNull().default(""),
    html: text().notNull().default(""),
    createdAt: createdAt(),
    /** When the city should have answered, reckoned in its own working hours. */
    dueAt: instant(),
    remindedAt: instant(),
    answeredAt: instant(),
    /** The comment that answers it: one of its own. No foreign key, since comments point here. */
    answerId: text(),
    /** Set when the city took question and answer into the write-up. */
    attachedAt: instant(),
    attachedBy: text().references(() => people.id),
    closedAt: instant(),
    closedBy: text().references(() => people.id),
    /** Taken out of sight by a moderator: its asker still reads it, and may appeal. */
    hiddenAt: instant(),
    hiddenBy: text().references(() => people.id),
    hiddenReason: text(),
    formKey: text().unique(),
  },
  (t) => [
    check("asks_to_one", sql`num_nonnulls(${t.toWorkspaceId}, ${t.theme}) = 1`),
    check("asks_answered", sql`(${t.answeredAt} is null) = (${t.answerId} is null)`),
    check("asks_attached", sql`(${t.attachedAt} is null) = (${t.attachedBy} is null)`),
    check("asks_closed", sql`(${t.closedAt} is null) = (${t.closedBy} is null)`),
    check("asks_hidden", sql`num_nonnulls(${t.hiddenAt}, ${t.hiddenBy}, ${t.hiddenReason}) in (0, 3)`),
    index("asks_newest").on(t.cohortId, t.createdAt.desc(), t.id),
    index("asks_of_city").on(t.toWorkspaceId, t.createdAt),
    index("asks_of_write_up").on(t.writeUpId).where(sql`${t.attachedAt} is not null`),
    index("asks_waiting").on(t.dueAt).where(sql`${t.answeredAt} is null and ${t.closedAt} is null`),
  ],
);
