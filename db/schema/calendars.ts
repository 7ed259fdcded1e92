import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, snakeCase, text, uniqueIndex } from "drizzle-orm/pg-core";
import { REMINDERS } from "@/lib/calendars/limits";
import { INBOUND_OUTCOMES } from "@/lib/inbound/limits";
import { SIGNED_LINK_PURPOSES } from "@/lib/signed-links/limits";
import { asks } from "./asks";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { sessions } from "./sessions";
import { writeUps } from "./write-ups";

/** The secret address under which a calendar program reads a person's sessions. Only a hash of it is kept. */
export const calendarFeeds = snakeCase.table(
  "calendar_feeds",
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex("calendar_feeds_one").on(t.personId).where(sql`${t.revokedAt} is null`)],
);

/** Which reminder somebody got for which start: when a session moves they get another. */
export const reminders = snakeCase.table(
  "reminders",
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text({ enum: REMINDERS }).notNull(),
    startsAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId, t.kind, t.startsAt] }),
    oneOf("reminders_kind", t.kind, REMINDERS),
  ],
);

/** A message that came by mail, so that a second delivery of it changes nothing. Its text is not kept. */
export const inboundMails = snakeCase.table(
  "inbound_mails",
  {
    /** Its Message-ID, or a hash of it all when it has none. */
    id: text().primaryKey(),
    receivedAt: createdAt(),
    fromEmail: text().notNull(),
    personId: text().references(() => people.id, { onDelete: "set null" }),
    sessionId: text().references(() => sessions.id, { onDelete: "set null" }),
    /** What it answered, and what became of it. No foreign keys: comments come and go with what they hang on. */
    answersCommentId: text(),
    commentId: text(),
    /** Why nothing came of it, as its sender is told. */
    reason: text(),
    outcome: text({ enum: INBOUND_OUTCOMES }).notNull(),
  },
  (t) => [
    index("inbound_mails_received").on(t.receivedAt),
    oneOf("inbound_mails_outcome", t.outcome, INBOUND_OUTCOMES),
  ],
);

/** The newest answer that came from somebody's calendar: an older message that arrives later changes nothing. */
export const calendarAnswers = snakeCase.table(
  "calendar_answers",
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    sequence: integer().notNull(),
    stampedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId] })],
);

/** A link in a mail by which one known person does one thing without signing in. The secret is derived from the id. */
export const signedLinks = snakeCase.table(
  "signed_links",
  {
    id: id(),
    purpose: text({ enum: SIGNED_LINK_PURPOSES }).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    sessionId: text().references(() => sessions.id, { onDelete: "cascade" }),
    writeUpId: text().references(() => writeUps.id, { onDelete: "cascade" }),
    askId: text().references(() => asks.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    index("signed_links_person").on(t.personId, t.purpose),
    check("signed_links_about_one", sql`num_nonnulls(${t.sessionId}, ${t.writeUpId}, ${t.askId}) = 1`),
    oneOf("signed_links_purpose", t.purpose, SIGNED_LINK_PURPOSES),
  ],
);
