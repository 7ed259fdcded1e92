import { sql } from "drizzle-orm";
import { check, index, snakeCase, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { APPEAL_DECISIONS, REPORT_DECISIONS, REPORT_REASONS } from "@/lib/moderation/limits";
import { asks } from "./asks";
import { createdAt, id, instant, oneOf } from "./columns";
import { comments } from "./comments";
import { people } from "./people";

/** Somebody says that a comment, or a question to a city, should not stand there. */
export const reports = snakeCase.table(
  "reports",
  {
    id: id(),
    commentId: text().references(() => comments.id, { onDelete: "cascade" }),
    askId: text().references(() => asks.id, { onDelete: "cascade" }),
    reporterId: text()
      .notNull()
      .references(() => people.id),
    reason: text({ enum: REPORT_REASONS }).notNull(),
    note: text().notNull().default(""),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedBy: text().references(() => people.id),
    decision: text({ enum: REPORT_DECISIONS }),
  },
  (t) => [
    check("reports_about_one", sql`num_nonnulls(${t.commentId}, ${t.askId}) = 1`),
    unique("reports_once").on(t.commentId, t.reporterId),
    unique("reports_ask_once").on(t.askId, t.reporterId),
    index("reports_open").on(t.createdAt).where(sql`${t.decidedAt} is null`),
    check("reports_decided", sql`num_nonnulls(${t.decidedAt}, ${t.decidedBy}, ${t.decision}) in (0, 3)`),
    oneOf("reports_reason", t.reason, REPORT_REASONS),
    oneOf("reports_decision", t.decision, REPORT_DECISIONS),
  ],
);

/** The author of a hidden comment, or the asker of a hidden question, asks for another look. */
export const appeals = snakeCase.table(
  "appeals",
  {
    id: id(),
    commentId: text().references(() => comments.id, { onDelete: "cascade" }),
    askId: text().references(() => asks.id, { onDelete: "cascade" }),
    note: text().notNull(),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedBy: text().references(() => people.id),
    decision: text({ enum: APPEAL_DECISIONS }),
    /** What the author is told. */
    answer: text(),
  },
  (t) => [
    check("appeals_about_one", sql`num_nonnulls(${t.commentId}, ${t.askId}) = 1`),
    uniqueIndex("appeals_open").on(t.commentId).where(sql`${t.decidedAt} is null`),
    uniqueIndex("appeals_ask_open").on(t.askId).where(sql`${t.decidedAt} is null`),
    index("appeals_comment").on(t.commentId),
    index("appeals_ask").on(t.askId),
    check("appeals_decided", sql`num_nonnulls(${t.decidedAt}, ${t.decidedBy}, ${t.decision}) in (0, 3)`),
    oneOf("appeals_decision", t.decision, APPEAL_DECISIONS),
  ],
);
