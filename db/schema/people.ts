import { sql } from "drizzle-orm";
import { check, date, integer, snakeCase, text, uniqueIndex } from "drizzle-orm/pg-core";
import { RHYTHMS } from "@/lib/inbox/limits";
import { createdAt, id, oneOf } from "./columns";

export const THEMES = ["system", "light", "dark"] as const;

export const people = snakeCase.table(
  "people",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    /** In order of preference; the first that we have is the interface's language. */
    languages: text().array().notNull().default(sql`'{en}'`),
    zone: text().notNull().default("Europe/Rome"),
    /** Working hours as minutes from midnight of a local day. */
    workStart: integer().notNull().default(540),
    workEnd: integer().notNull().default(1020),
    theme: text({ enum: THEMES }).notNull().default("system"),
    expertise: text().notNull().default(""),
    mailRhythm: text({ enum: RHYTHMS }).notNull().default("at-once"),
    /** The local day of the last mail that gathered news: there is one for each day, however often it is tried. */
    gatheredOn: date(),
    /** The last day on which they are not there. */
    awayUntil: date(),
    /** The demo's name for a person whom a visitor may play, such as "official-turin". */
    demoHandle: text().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("people_email").on(t.email),
    check("people_email_lower", sql`${t.email} = lower(${t.email})`),
    check("people_work_hours", sql`${t.workStart} >= 0 and ${t.workStart} < ${t.workEnd} and ${t.workEnd} <= 1440`),
    oneOf("people_theme", t.theme, THEMES),
    oneOf("people_mail_rhythm", t.mailRhythm, RHYTHMS),
  ],
);
