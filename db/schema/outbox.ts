import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  snakeCase,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { FOLLOWS } from "@/lib/follows/limits";
import { NOTIFICATION_KINDS } from "@/lib/inbox/limits";
import { MAIL_KINDS } from "@/lib/mail/limits";
import { asks } from "./asks";
import { inboundMails } from "./calendars";
import { cohorts, invitations, workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { comments } from "./comments";
import { commitments } from "./commitments";
import { people } from "./people";
import { sessions } from "./sessions";
import { signInRequests } from "./sign-ins";
import { writeUps } from "./write-ups";

/** Something new for one person: ids only, read again under their rights when shown or mailed. */
export const notifications = snakeCase.table(
  "notifications",
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    writeUpId: text().references(() => writeUps.id, { onDelete: "cascade" }),
    sessionId: text().references(() => sessions.id, { onDelete: "cascade" }),
    commitmentId: text().references(() => commitments.id, { onDelete: "cascade" }),
    askId: text().references(() => asks.id, { onDelete: "cascade" }),
    commentId: text().references(() => comments.id, { onDelete: "cascade" }),
    actorId: text().references(() => people.id),
    createdAt: createdAt(),
    seenAt: instant(),
    /** Set when its reader has put it away: it is not listed any more. */
    doneAt: instant(),
    /** Set when the mail about it has been queued, or when none is wanted. */
    mailedAt: instant(),
  },
  (t) => [
    check(
      "notifications_about_one",
      sql`num_nonnulls(${t.writeUpId}, ${t.sessionId}, ${t.commitmentId}, ${t.askId}) = 1`,
    ),
    index("notifications_new").on(t.personId).where(sql`${t.seenAt} is null`),
    index("notifications_person").on(t.personId, t.createdAt.desc()).where(sql`${t.doneAt} is null`),
    index("notifications_done").on(t.personId, t.createdAt.desc()).where(sql`${t.doneAt} is not null`),
    index("notifications_comment").on(t.commentId).where(sql`${t.commentId} is not null`),
    index("notifications_unmailed").on(t.personId).where(sql`${t.mailedAt} is null`),
    oneOf("notifications_kind", t.kind, NOTIFICATION_KINDS),
  ],
);

/** Whether somebody wants to hear of a thing, where they have said so themselves. */
export const follows = snakeCase.table(
  "follows",
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    writeUpId: text().references(() => writeUps.id, { onDelete: "cascade" }),
    sessionId: text().references(() => sessions.id, { onDelete: "cascade" }),
    commitmentId: text().references(() => commitments.id, { onDelete: "cascade" }),
    askId: text().references((): AnyPgColumn => asks.id, { onDelete: "cascade" }),
    follow: text({ enum: FOLLOWS }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check("follows_one", sql`num_nonnulls(${t.writeUpId}, ${t.sessionId}, ${t.commitmentId}, ${t.askId}) = 1`),
    unique("follows_once").on(t.personId, t.writeUpId, t.sessionId, t.commitmentId, t.askId).nullsNotDistinct(),
    index("follows_write_up").on(t.writeUpId).where(sql`${t.writeUpId} is not null`),
    index("follows_session").on(t.sessionId).where(sql`${t.sessionId} is not null`),
    index("follows_ask").on(t.askId).where(sql`${t.askId} is not null`),
    oneOf("follows_follow", t.follow, FOLLOWS),
  ],
);

/** A message to one address: what it is about, never its text. Rendered under the recipient's rights when it is sent. */
export const mails = snakeCase.table(
  "mails",
  {
    id: id(),
    kind: text({ enum: MAIL_KINDS }).notNull(),
    toEmail: text().notNull(),
    personId: text().references(() => people.id, { onDelete: "cascade" }),
    signInRequestId: text().references(() => signInRequests.id, { onDelete: "cascade" }),
    invitationId: text().references(() => invitations.id, { onDelete: "cascade" }),
    sessionId: text().references(() => sessions.id, { onDelete: "cascade" }),
    /** The message that came in to which this one says why nothing came of it. */
    inboundMailId: text().references(() => inboundMails.id, { onDelete: "cascade" }),
    /** Of the session, when it was queued: a calendar gets one message for each. */
    sequence: integer(),
    /** The language of a mail to somebody who has no account yet. */
    language: text().notNull().default("en"),
    createdAt: createdAt(),
    sentAt: instant(),
    /** Why it was not sent on purpose, such as access that ended in between. */
    droppedReason: text(),
    attempts: integer().notNull().default(0),
  },
  (t) => [
    index("mails_waiting").on(t.createdAt).where(sql`${t.sentAt} is null and ${t.droppedReason} is null`),
    uniqueIndex("mails_why").on(t.inboundMailId).where(sql`${t.inboundMailId} is not null`),
    // One invitation for each person and state of a session, however often it is queued.
    uniqueIndex("mails_calendar").on(t.sessionId, t.personId, t.sequence, t.kind).where(sql`${t.sequence} is not null`),
    oneOf("mails_kind", t.kind, MAIL_KINDS),
  ],
);

/** Which notifications one mail tells of. */
export const mailNotifications = snakeCase.table(
  "mail_notifications",
  {
    notificationId: text()
      .primaryKey()
      .references(() => notifications.id, { onDelete: "cascade" }),
    mailId: text()
      .notNull()
      .references(() => mails.id, { onDelete: "cascade" }),
  },
  (t) => [index("mail_notifications_mail").on(t.mailId)],
);

/** Who did what, when. Kept even when what it was about is gone, hence no foreign key on the subject. */
export const auditLog = snakeCase.table(
  "audit_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    actorId: text().references(() => people.id),
    cohortId: text().references(() => cohorts.id),
    workspaceId: text().references(() => workspaces.id),
    action: text().notNull(),
    subjectId: text(),
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [
    index("audit_log_cohort").on(t.cohortId, t.at.desc()),
    index("audit_log_workspace").on(t.workspaceId, t.at.desc()),
  ],
);
