import { boolean, index, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { people } from "./people";

/** A search of the library that somebody keeps. */
export const savedSearches = snakeCase.table(
  "saved_searches",
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The library's query string, in the one form that lib/write-ups/library-query writes. */
    query: text().notNull(),
    /** Whether new things that fit come by mail. */
    mail: boolean().notNull().default(true),
    /** What was shared before has been told, or was there already. */
    checkedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [unique("saved_searches_once").on(t.personId, t.query), index("saved_searches_checked").on(t.checkedAt)],
);
