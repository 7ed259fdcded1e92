import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, snakeCase, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { people } from "./people";

/** One place where a person is signed in. Only a hash of the cookie is kept. */
export const signIns = snakeCase.table(
  "sign_ins",
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    /** What the browser calls itself, for the list of places. */
    userAgent: text().notNull().default(""),
  },
  (t) => [index("sign_ins_person").on(t.personId)],
);

/** A link and a code that were asked for. The mail derives both from the id and the secret; neither is stored. */
export const signInRequests = snakeCase.table(
  "sign_in_requests",
  {
    id: id(),
    email: text().notNull(),
    tokenHash: text().notNull().unique(),
    codeHash: text().notNull(),
    /** The page that was wanted, a path of ours. */
    returnTo: text().notNull().default("/"),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    triesLeft: integer().notNull().default(5),
    usedAt: instant(),
  },
  (t) => [
    index("sign_in_requests_email").on(t.email, t.createdAt),
    check("sign_in_requests_tries", sql`${t.triesLeft} >= 0`),
  ],
);

/** A person as an identity provider knows them. */
export const identities = snakeCase.table(
  "identities",
  {
    provider: text().notNull(),
    subject: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] })],
);

/** Counts of what is limited, by key and window. */
export const rateLimits = snakeCase.table(
  "rate_limits",
  { key: text().notNull(), windowStart: instant().notNull(), count: integer().notNull() },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index("rate_limits_old").on(t.windowStart)],
);
