import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  snakeCase,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { Follows } from "@/lib/translations/follow";
import type { Document, Observation } from "@/lib/write-ups/document";
import { KINDS } from "@/lib/write-ups/document";
import { AUDIENCES, READINGS, REQUESTED } from "@/lib/write-ups/limits";
import { workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A crisis that several cities went through, so that their cases compare. */
export const crises = snakeCase.table("crises", {
  id: text().primaryKey(),
  type: text().notNull(),
  hazard: text().notNull(),
  beganOn: text(),
});

/** A practice or a case: its identity, its audience and its place in the approval. What it says is in write_up_texts. */
export const writeUps = snakeCase.table(
  "write_ups",
  {
    id: id(),
    cohortId: text().notNull(),
    workspaceId: text().notNull(),
    kind: text({ enum: KINDS }).notNull(),
    audience: text({ enum: AUDIENCES }).notNull().default("draft"),
    /** The language it was written in. */
    language: text().notNull(),
    crisisId: text().references(() => crises.id),
    /** Which audience an official has asked for; null when nothing waits for the lead. */
    requested: text({ enum: REQUESTED }),
    requestedBy: text().references(() => people.id),
    requestedAt: instant(),
    /** What the lead wrote when giving it back. */
    returnedNote: text(),
    releasedRevisionId: text(),
    /** When it was last shared with the cohort, or more widely. */
    releasedAt: instant(),
    reviewedOn: date(),
    /** A few lines written in the middle of it; the case in full may follow. It needs no timeline to be shared. */
    quickNote: boolean().notNull().default(false),
    /** Set when it was taken back from those who could read it, with the reason that they are told. */
    withdrawnFrom: text({ enum: REQUESTED }),
    withdrawnAt: instant(),
    withdrawnReason: text(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    /** The id a form carried, so that sending it twice makes one write-up. */
    formKey: text().unique(),
  },
  (t) => [
    foreignKey({ columns: [t.workspaceId, t.cohortId], foreignColumns: [workspaces.id, workspaces.cohortId] }),
    index("write_ups_workspace").on(t.workspaceId),
    index("write_ups_newest").on(t.cohortId, t.releasedAt.desc(), t.id),
    oneOf("write_ups_kind", t.kind, KINDS),
    oneOf("write_ups_audience", t.audience, AUDIENCES),
    oneOf("write_ups_requested", t.requested, REQUESTED),
    oneOf("write_ups_withdrawn_from", t.withdrawnFrom, REQUESTED),
    check("write_ups_withdrawn", sql`(${t.withdrawnFrom} is null) = (${t.withdrawnAt} is null)`),
    check("write_ups_released", sql`(${t.audience} in ('cohort', 'public')) <= (${t.releasedRevisionId} is not null)`),
    check("write_ups_crisis", sql`(${t.kind} = 'case') = (${t.crisisId} is not null)`),
  ],
);

/** Who may read and edit a draft besides the officials' own: its authors and those they invited. */
export const writeUpAuthors = snakeCase.table(
  "write_up_authors",
  {
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.writeUpId, t.personId] }), index("write_up_authors_person").on(t.personId)],
);

/** A state that was pinned: what was shared, in every language it had then. */
export const revisions = snakeCase.table(
  "revisions",
  {
    id: id(),
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** For whom it was pinned. "city": no reader above the city ever sees it. */
    audience: text({ enum: READINGS }).notNull(),
    /** What the cohort reads, by language; empty for the city's own revisions. */
    documents: jsonb().$type<Record<string, Document>>().notNull(),
    /** The city's work in hand at that moment, by language, with what stays in the city. */
    work: jsonb().$type<Record<string, Document>>().notNull().default({}),
    /** The revision that was brought back. */
    restoredFrom: integer(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique("revisions_number").on(t.writeUpId, t.number), oneOf("revisions_audience", t.audience, READINGS)],
);

/**
 * What somebody has typed into a task and not yet saved into the text, as the form had it. It may be half a date or a
 * sentence without an end, so it is not the text; it waits for its writer, on any device.
 */
export const workingCopies = snakeCase.table(
  "working_copies",
  {
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    language: text().notNull(),
    task: text().notNull(),
    /** The form's fields, as pairs in their order. */
    fields: jsonb().$type<[string, string][]>().notNull(),
    /** The version and the part of the text that the form was made from. */
    version: integer().notNull(),
    seen: text().notNull(),
    /** Rises with each save from a browser, so that a late one does not overwrite a newer one. */
    serial: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.writeUpId, t.personId, t.language, t.task] }),
    index("working_copies_person").on(t.personId),
  ],
);

/** Who has a task open at this moment. A row that is older than a minute counts for nothing. */
export const editors = snakeCase.table(
  "editors",
  {
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    task: text().notNull(),
    seenAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.writeUpId, t.personId] }), index("editors_person").on(t.personId)],
);

/**
 * What one reads: a row for each write-up × audience × language. The city's row is the work in hand; the cohort's and
 * the public's are made when they are released and hold nothing that audience may not see, so that search, counts and
 * exports cannot tell it either.
 */
export const writeUpTexts = snakeCase.table(
  "write_up_texts",
  {
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    audience: text({ enum: READINGS }).notNull(),
    language: text().notNull(),
    title: text().notNull(),
    card: text().notNull(),
    document: jsonb().$type<Document>().notNull(),
    /** All words, for search. */
    body: text().notNull(),
    phases: text().array().notNull(),
    themes: text().array().notNull(),
    /** What lists and counts ask for stands beside the document, since asking the document would unpack it. */
    maturity: text().generatedAlwaysAs(sql`document->>'maturity'`),
    startedOn: text().generatedAlwaysAs(sql`document->>'startedOn'`),
    figures: jsonb()
      .$type<Observation[]>()
      .generatedAlwaysAs(sql`jsonb_path_query_array(document, '$.observations[*] ? (@.onCard == true)')`),
    /** For a translation: the version of the original it follows, and who made it. */
    translatedBy: text().references(() => people.id),
    followsVersion: integer(),
    /** For a translation: the original's words as they were translated, place by place, so that one sees what changed since. */
    follows: jsonb().$type<Follows | Document>(),
    /** Which service translated it, until a person has read it over. */
    machine: text(),
    /** Rises with each change, so that two editors cannot overwrite each other. */
    version: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
    search: tsvector().generatedAlwaysAs(sql`public.search_vector(language, title, card, body)`),
    /** Title and card without accents, for searches with a typing error. */
    fuzzy: text().generatedAlwaysAs(sql`public.without_accents(title || ' ' || card)`),
  },
  (t) => [
    primaryKey({ columns: [t.writeUpId, t.audience, t.language] }),
    index("write_up_texts_search").using("gin", t.search),
    index("write_up_texts_fuzzy").using("gin", sql`${t.fuzzy} gin_trgm_ops`),
    oneOf("write_up_texts_audience", t.audience, READINGS),
  ],
);
