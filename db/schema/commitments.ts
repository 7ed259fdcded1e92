import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, primaryKey, snakeCase, text } from "drizzle-orm/pg-core";
import { ASKS, COMMITMENT_STATUSES } from "@/lib/commitments/limits";
import { cohorts, workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { notes } from "./notes";
import { people } from "./people";
import { sessions } from "./sessions";
import { writeUps } from "./write-ups";

/** What a city said it would do, by when. It comes back at each session until it is done or dropped. */
export const commitments = snakeCase.table(
  "commitments",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    workspaceId: text().notNull(),
    /** Who does it; null as long as the city has named nobody. */
    personId: text().references(() => people.id),
    /** Where it was made. */
    sessionId: text().references(() => sessions.id),
    noteId: text()
      .unique()
      .references(() => notes.id),
    writeUpId: text().references(() => writeUps.id, { onDelete: "set null" }),
    language: text().notNull(),
    what: text().notNull(),
    dueOn: date().notNull(),
    status: text({ enum: COMMITMENT_STATUSES }).notNull().default("open"),
    /** What shows that it is done, or why it was dropped. */
    evidence: text().notNull().default(""),
    version: integer().notNull().default(1),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    closedAt: instant(),
    closedBy: text().references(() => people.id),
    formKey: text().unique(),
  },
  (t) => [
    foreignKey({ columns: [t.workspaceId, t.cohortId], foreignColumns: [workspaces.id, workspaces.cohortId] }),
    oneOf("commitments_status", t.status, COMMITMENT_STATUSES),
    check("commitments_closed", sql`(${t.status} in ('done', 'dropped')) = (${t.closedAt} is not null)`),
    check("commitments_closed_by", sql`(${t.closedAt} is null) = (${t.closedBy} is null)`),
    index("commitments_open").on(t.cohortId, t.dueOn).where(sql`${t.closedAt} is null`),
    index("commitments_workspace").on(t.workspaceId, t.dueOn),
    index("commitments_person").on(t.personId).where(sql`${t.closedAt} is null`),
    index("commitments_session").on(t.sessionId),
  ],
);

/** What became of a commitment, step by step. */
export const commitmentNews = snakeCase.table(
  "commitment_news",
  {
    id: id(),
    commitmentId: text()
      .notNull()
      .references(() => commitments.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id),
    status: text({ enum: COMMITMENT_STATUSES }).notNull(),
    language: text().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    formKey: text().unique(),
  },
  (t) => [
    index("commitment_news_commitment").on(t.commitmentId, t.createdAt),
    oneOf("commitment_news_status", t.status, COMMITMENT_STATUSES),
  ],
);

/** Which of the three questions was asked: at the due date, after 30 and after 90 days. Each once. */
export const commitmentAsks = snakeCase.table(
  "commitment_asks",
  {
    commitmentId: text()
      .notNull()
      .references(() => commitments.id, { onDelete: "cascade" }),
    ask: text({ enum: ASKS }).notNull(),
    askedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.commitmentId, t.ask] }), oneOf("commitment_asks_ask", t.ask, ASKS)],
);
