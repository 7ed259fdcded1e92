import { sql } from "drizzle-orm";
import { check, index, snakeCase, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { APPEAL_DECISIONS, REPORT_DECISIONS, REPORT_REASONS } from "@/lib/moderation/limits";
import { createdAt, id, instant, oneOf } from "./columns";
import { comments } from "./comments";
import { people } from "./people";

/** Somebody says that a comment should not stand there. */
export const reports = snakeCase.table(
  "reports",
  {
    id: id(),
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
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
    unique("reports_once").on(t.commentId, t.reporterId),
    index("reports_open").on(t.createdAt).where(sql`${t.decidedAt} is null`),
    check("reports_decided", sql`num_nonnulls(${t.decidedAt}, ${t.decidedBy}, ${t.decision}) in (0, 3)`),
    oneOf("reports_reason", t.reason, REPORT_REASONS),
    oneOf("reports_decision", t.decision, REPORT_DECISIONS),
  ],
);

/** The author of a hidden comment asks for another look. */
export const appeals = snakeCase.table(
  "appeals",
  {
    id: id(),
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    note: text().notNull(),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedBy: text().references(() => people.id),
    decision: text({ enum: APPEAL_DECISIONS }),
    /** What the author is told. */
    answer: text(),
  },
  (t) => [
    uniqueIndex("appeals_open").on(t.commentId).where(sql`${t.decidedAt} is null`),
    index("appeals_comment").on(t.commentId),
    check("appeals_decided", sql`num_nonnulls(${t.decidedAt}, ${t.decidedBy}, ${t.decision}) in (0, 3)`),
    oneOf("appeals_decision", t.decision, APPEAL_DECISIONS),
  ],
);
