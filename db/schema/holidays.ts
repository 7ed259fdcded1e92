import { sql } from "drizzle-orm";
import { boolean, check, date, primaryKey, snakeCase, text } from "drizzle-orm/pg-core";
import { workspaces } from "./cohorts";
import { createdAt } from "./columns";
import { people } from "./people";

/** What a city says about a day: a holiday of its own, or (works) that it works on a day of the country's table. */
export const holidays = snakeCase.table(
  "holidays",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    onDate: date().notNull(),
    name: text().notNull(),
    works: boolean().notNull().default(false),
    addedBy: text()
      .notNull()
      .references(() => people.id),
    addedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.onDate] }),
    check("holidays_name", sql`length(${t.name}) between 1 and 120`),
  ],
);
