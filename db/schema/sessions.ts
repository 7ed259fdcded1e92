import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  snakeCase,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { CONFIDENTIALITY, MODES, OUTPUTS, STATUSES, STORED_ANSWERS } from "@/lib/sessions/limits";
import { cohorts, workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { series } from "./series";
import { writeUps } from "./write-ups";

/**
 * A learning session. Its truth is wall time + zone + minutes; the instant is derived and kept beside it. While a poll is
 * open the time is that of its earliest option.
 */
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
    /** Where, when people meet in one place. */
    location: text(),
    capacity: integer(),
    /** Kept in step with the answers under a lock of this row. */
    seatsTaken: integer().notNull().default(0),
    /** Until then one seat is held for each invited city that has none yet. */
    seatsHeldUntil: instant(),
    noteTakerId: text().references(() => people.id),
    /** Who runs it at this moment, when the facilitator has handed over. */
    runnerId: text().references(() => people.id),
    seriesId: text().references(() => series.id),
    /** The start that the series gave it, before anybody moved it: one session for each. */
    seriesStart: text(),
    /** The running step; its clock stands at the step. */
    stepId: text().references((): AnyPgColumn => agendaItems.id, { onDelete: "set null" }),
    wentLiveAt: instant(),
    heldAt: instant(),
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
    unique("sessions_of_series").on(t.seriesId, t.seriesStart),
    check("sessions_capacity", sql`${t.capacity} > 0`),
    check("sessions_seats", sql`${t.seatsTaken} >= 0 and (${t.capacity} is null or ${t.seatsTaken} <= ${t.capacity})`),
    check("sessions_series", sql`(${t.seriesId} is null) = (${t.seriesStart} is null)`),
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
    /** What its hour costs the city, in quarters of a point: see lib/fair-hours. Reckoned when the time is set. */
    burden: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.workspaceId] }),
    index("session_cities_workspace").on(t.workspaceId),
    check("session_cities_burden", sql`${t.burden} >= 0`),
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
    /** What it is about, when it is about a write-up. */
    writeUpId: text().references(() => writeUps.id, { onDelete: "set null" }),
    startedAt: instant(),
    endedAt: instant(),
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
    answer: text({ enum: STORED_ANSWERS }).notNull(),
    answeredAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId] }),
    index("answers_person").on(t.personId),
    oneOf("answers_answer", t.answer, STORED_ANSWERS),
    index("answers_waiting").on(t.sessionId, t.answeredAt).where(sql`${t.answer} = 'waiting'`),
  ],
);

/** Who has read what was to be read before. */
export const readingMarks = snakeCase.table(
  "reading_marks",
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    readAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.writeUpId, t.personId] })],
);

/** Who was there: somebody with an account, or a name that somebody wrote down. */
export const attendance = snakeCase.table(
  "attendance",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: text().references(() => people.id),
    name: text(),
    workspaceId: text().references(() => workspaces.id),
    /** Themselves, or whoever wrote it down. */
    recordedBy: text()
      .notNull()
      .references(() => people.id),
    recordedAt: createdAt(),
  },
  (t) => [
    unique("attendance_person").on(t.sessionId, t.personId),
    unique("attendance_name").on(t.sessionId, t.workspaceId, t.name),
    check("attendance_who", sql`num_nonnulls(${t.personId}, ${t.name}) = 1`),
  ],
);
