import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, primaryKey, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { ANSWERS, CONFIDENTIALITY, MODES, OUTPUTS, STATUSES } from "@/lib/sessions/limits";
import { cohorts, workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { writeUps } from "./write-ups";

/** A learning session. Its truth is wall time + zone + minutes; the instant is derived and kept beside it. */
export const sessions = snakeCase.table(
  "sessions",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    status: text({ enum: STATUSES }).notNull().default("scheduled"),
    format: text().notNull(),
    title: text().notNull(),
    /** What the session wants to find out, as a question. */
    purpose: text().notNull(),
    language: text().notNull(),
    hostId: text(),
    /** "2026-11-24T16:00", in `zone`. */
    wallStart: text().notNull(),
    zone: text().notNull(),
    minutes: integer().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** The version of the zone rules that `startsAt` was derived with, such as "2026a". */
    zoneRules: text().notNull(),
    mode: text({ enum: MODES }).notNull().default("online"),
    joinUrl: text(),
    confidentiality: text({ enum: CONFIDENTIALITY }).notNull().default("cohort"),
    capacity: integer(),
    /** iCalendar: constant UID, a sequence that rises with time, length, place or status, and its own stamp. */
    uid: text().notNull().unique(),
    sequence: integer().notNull().default(0),
    stampedAt: instant().notNull().defaultNow(),
    cancelledReason: text(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    formKey: text().unique(),
  },
  (t) => [
    foreignKey({ columns: [t.hostId, t.cohortId], foreignColumns: [workspaces.id, workspaces.cohortId] }),
    unique("sessions_in_cohort").on(t.id, t.cohortId),
    index("sessions_by_time").on(t.cohortId, t.startsAt),
    check("sessions_minutes", sql`${t.minutes} between 5 and 600`),
    check("sessions_capacity", sql`${t.capacity} > 0`),
    check("sessions_wall", sql`${t.wallStart} ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$'`),
    check("sessions_ends", sql`${t.endsAt} > ${t.startsAt}`),
    oneOf("sessions_status", t.status, STATUSES),
    oneOf("sessions_mode", t.mode, MODES),
    oneOf("sessions_confidentiality", t.confidentiality, CONFIDENTIALITY),
  ],
);

export const sessionCities = snakeCase.table(
  "session_cities",
  {
    sessionId: text().notNull(),
    cohortId: text().notNull(),
    workspaceId: text().notNull(),
    required: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.workspaceId] }),
    foreignKey({ columns: [t.sessionId, t.cohortId], foreignColumns: [sessions.id, sessions.cohortId] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.workspaceId, t.cohortId], foreignColumns: [workspaces.id, workspaces.cohortId] }),
  ],
);

export const agendaItems = snakeCase.table(
  "agenda_items",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    title: text().notNull(),
    minutes: integer().notNull(),
    /** Who leads, in words: "facilitator", "host", a name. */
    lead: text().notNull().default(""),
    output: text({ enum: OUTPUTS }),
  },
  (t) => [
    unique("agenda_items_position").on(t.sessionId, t.position),
    check("agenda_items_minutes", sql`${t.minutes} between 1 and 600`),
    oneOf("agenda_items_output", t.output, OUTPUTS),
  ],
);

/** Write-ups to read before. */
export const sessionReadings = snakeCase.table(
  "session_readings",
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.writeUpId] }), index("session_readings_write_up").on(t.writeUpId)],
);

export const answers = snakeCase.table(
  "answers",
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id),
    answer: text({ enum: ANSWERS }).notNull(),
    answeredAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId] }),
    index("answers_person").on(t.personId),
    oneOf("answers_answer", t.answer, ANSWERS),
  ],
);
