import { sql } from "drizzle-orm";
import { boolean, check, date, integer, jsonb, snakeCase, text } from "drizzle-orm/pg-core";
import { SPREADS } from "@/lib/fair-hours/limits";
import { RHYTHMS } from "@/lib/series/limits";
import type { SeriesTemplate } from "@/lib/series/types";
import { cohorts } from "./cohorts";
import { createdAt, id, oneOf } from "./columns";
import { people } from "./people";

/** Sessions that come again. Each occurrence is a session of its own; this says when the next ones are made, and how. */
export const series = snakeCase.table(
  "series",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    rhythm: text({ enum: RHYTHMS }).notNull(),
    /** The first occurrence, "2026-11-24T16:00" in `zone`: weekday, hour and the week of the month follow from it. */
    wallStart: text().notNull(),
    zone: text().notNull(),
    minutes: integer().notNull(),
    /** The last day on which one may fall. */
    untilOn: date(),
    /** Each occurrence asks the fair-hours finder for its own hour. */
    rotates: boolean().notNull().default(false),
    spread: text({ enum: SPREADS }).notNull().default("balanced"),
    /** What happens on a holiday of a required city: leave it out, or keep it and say so. */
    skipsHolidays: boolean().notNull().default(true),
    /** What each new occurrence is made from. */
    template: jsonb().$type<SeriesTemplate>().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    formKey: text().unique(),
  },
  (t) => [
    oneOf("series_rhythm", t.rhythm, RHYTHMS),
    oneOf("series_spread", t.spread, SPREADS),
    check("series_minutes", sql`${t.minutes} between 5 and 600`),
    check("series_wall", sql`${t.wallStart} ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$'`),
  ],
);
