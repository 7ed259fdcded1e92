import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  snakeCase,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { COHORT_ROLES, ROLES, STAGES, WORKSPACE_KINDS } from "@/lib/cohorts/limits";
import { USUAL_WEEK, type WorkWeek } from "@/lib/fair-hours/limits";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";

export const cohorts = snakeCase.table(
  "cohorts",
  {
    id: id(),
    name: text().notNull(),
    stage: text({ enum: STAGES }).notNull(),
    startsOn: date().notNull(),
    endsOn: date(),
    /** A demo cohort says on its pages that its people are invented. */
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [oneOf("cohorts_stage", t.stage, STAGES)],
);

export const workspaces = snakeCase.table(
  "workspaces",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    kind: text({ enum: WORKSPACE_KINDS }).notNull().default("city"),
    slug: text().notNull().unique(),
    /** Three letters on the plate, such as TOR. */
    code: text().notNull(),
    name: text().notNull(),
    localName: text().notNull(),
    country: text().notNull(),
    zone: text().notNull(),
    languages: text().array().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    currency: text().notNull(),
    /** Which of the accents of the style sheet; identity, never meaning. */
    accent: text().notNull(),
    /** A role mailbox: people change posts. */
    contact: text(),
    /** The part of the country, as its table of holidays names it: "PV" in Spain, "CA" in the United States. */
    region: text().notNull().default(""),
    /** Working hours from Monday to Sunday. */
    workWeek: jsonb().$type<WorkWeek>().notNull().default(USUAL_WEEK),
    createdAt: createdAt(),
  },
  (t) => [
    unique("workspaces_in_cohort").on(t.id, t.cohortId),
    unique("workspaces_code").on(t.cohortId, t.code),
    oneOf("workspaces_kind", t.kind, WORKSPACE_KINDS),
    check("workspaces_work_week", sql`jsonb_array_length(${t.workWeek}) = 7`),
    check("workspaces_code_letters", sql`${t.code} ~ '^[A-Z]{3}$'`),
  ],
);

/** Person × workspace or cohort × role, from and until. No current membership means no access. */
export const memberships = snakeCase.table(
  "memberships",
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    /** Null for the roles that belong to the cohort itself. */
    workspaceId: text(),
    role: text({ enum: ROLES }).notNull(),
    fromAt: instant().notNull().defaultNow(),
    untilAt: instant(),
    endedBy: text().references(() => people.id),
  },
  (t) => [
    foreignKey({ columns: [t.workspaceId, t.cohortId], foreignColumns: [workspaces.id, workspaces.cohortId] }),
    index("memberships_person").on(t.personId, t.untilAt),
    index("memberships_workspace").on(t.workspaceId),
    oneOf("memberships_role", t.role, ROLES),
    check(
      "memberships_role_place",
      sql`(${t.workspaceId} is null) = (${t.role} in (${sql.raw(COHORT_ROLES.map((r) => `'${r}'`).join(", "))}))`,
    ),
    check("memberships_dates", sql`${t.untilAt} is null or ${t.untilAt} >= ${t.fromAt}`),
  ],
);

export const invitations = snakeCase.table(
  "invitations",
  {
    id: id(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    workspaceId: text(),
    role: text({ enum: ROLES }).notNull(),
    email: text().notNull(),
    /** The language the mail is written in. */
    language: text().notNull().default("en"),
    invitedBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: text().references(() => people.id),
    revokedAt: instant(),
    revokedBy: text().references(() => people.id),
  },
  (t) => [
    foreignKey({ columns: [t.workspaceId, t.cohortId], foreignColumns: [workspaces.id, workspaces.cohortId] }),
    index("invitations_open")
      .on(t.cohortId, t.workspaceId)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
    oneOf("invitations_role", t.role, ROLES),
    check("invitations_one_end", sql`num_nonnulls(${t.acceptedAt}, ${t.revokedAt}) <= 1`),
    check("invitations_email_lower", sql`${t.email} = lower(${t.email})`),
    check(
      "invitations_role_place",
      sql`(${t.workspaceId} is null) = (${t.role} in (${sql.raw(COHORT_ROLES.map((r) => `'${r}'`).join(", "))}))`,
    ),
  ],
);
