import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, snakeCase, text } from "drizzle-orm/pg-core";
import type { FormatStep } from "@/lib/formats/types";
import { cohorts } from "./cohorts";
import { createdAt, id, instant } from "./columns";
import { people } from "./people";

/** Agendas that facilitators keep for their cohort, beside the thirteen that come with the house. */
export const formats = snakeCase.table(
  "formats",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    name: text().notNull(),
    language: text().notNull(),
    minutes: integer().notNull(),
    steps: jsonb().$type<FormatStep[]>().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** No longer offered; sessions that were made from it keep its name. */
    archivedAt: instant(),
    formKey: text().unique(),
  },
  (t) => [
    index("formats_cohort").on(t.cohortId, t.name),
    check("formats_minutes", sql`${t.minutes} between 5 and 600`),
    check("formats_steps", sql`jsonb_array_length(${t.steps}) between 1 and 40`),
  ],
);
