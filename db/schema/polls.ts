import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { VOTES } from "@/lib/polls/limits";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { sessions } from "./sessions";

/** The vote on when a session takes place. One for each session; while it is open the session's status is polling. */
export const polls = snakeCase.table(
  "polls",
  {
    id: id(),
    sessionId: text()
      .notNull()
      .unique()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** Until then one may vote. */
    closesAt: instant().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    finalisedAt: instant(),
    finalisedBy: text().references(() => people.id),
    chosenId: text(),
  },
  (t) => [check("polls_finalised", sql`num_nonnulls(${t.finalisedAt}, ${t.finalisedBy}, ${t.chosenId}) in (0, 3)`)],
);

export const pollOptions = snakeCase.table(
  "poll_options",
  {
    id: id(),
    pollId: text()
      .notNull()
      .references(() => polls.id, { onDelete: "cascade" }),
    wallStart: text().notNull(),
    zone: text().notNull(),
    startsAt: instant().notNull(),
    /** A voter who proposed it; null when it was there from the start. */
    suggestedBy: text().references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("poll_options_start").on(t.pollId, t.startsAt),
    unique("poll_options_of_poll").on(t.id, t.pollId),
    check("poll_options_wall", sql`${t.wallStart} ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$'`),
  ],
);

export const votes = snakeCase.table(
  "votes",
  {
    pollId: text().notNull(),
    optionId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    vote: text({ enum: VOTES }).notNull(),
    votedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.optionId, t.personId] }),
    index("votes_poll").on(t.pollId, t.personId),
    foreignKey({ columns: [t.optionId, t.pollId], foreignColumns: [pollOptions.id, pollOptions.pollId] }).onDelete(
      "cascade",
    ),
    oneOf("votes_vote", t.vote, VOTES),
  ],
);
