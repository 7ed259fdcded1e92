import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asks, commitments, sessions, writeUpAuthors, writeUps } from "@/db/schema";
import type { Role } from "@/lib/cohorts/limits";
import { UNANNOUNCED } from "@/lib/sessions/limits";
import { AUDIENCES } from "@/lib/write-ups/limits";
import type { Reader } from "./actor";
import { PLACE_RULES, type Relation, type Rule, SESSION_RULES, WRITE_UP_RULES } from "./can";

const NEVER = sql`false`;

/** A list for `in`; an empty one matches nothing. */
function list(values: readonly string[]): SQL {
  return values.length === 0
    ? sql`(null)`
    : sql`(${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )})`;
}

function places(reader: Reader, roles: readonly Role[], of: "workspaceId" | "cohortId"): string[] {
  const found = (reader?.memberships ?? []).filter((m) => roles.includes(m.role)).flatMap((m) => m[of] ?? []);
  return [...new Set(found)];
}

/** The rows of write_ups for which the reader stands in a relation. */
function writeUpRelation(reader: Reader, relation: Relation): SQL {
  switch (relation) {
    case "anyone":
      return sql`true`;
    case "author": {
      const cities = places(reader, ["member", "official", "lead"], "workspaceId");
      if (!reader || cities.length === 0) return NEVER;
      return sql`(${writeUps.workspaceId} in ${list(cities)} and exists (select 1 from ${writeUpAuthors} where ${writeUpAuthors.writeUpId} = ${writeUps.id} and ${writeUpAuthors.personId} = ${reader.personId}))`;
    }
    case "member":
    case "official":
    case "lead": {
      const cities = places(reader, [relation], "workspaceId");
      return cities.length === 0 ? NEVER : sql`${writeUps.workspaceId} in ${list(cities)}`;
    }
    case "peer": {
      // A city's own people are let in by their own relation, so belonging to any city of the cohort is enough here.
      const cohorts = places(reader, ["member", "official", "lead"], "cohortId");
      return cohorts.length === 0 ? NEVER : sql`${writeUps.cohortId} in ${list(cohorts)}`;
    }
    case "observer":
    case "facilitator":
    case "admin": {
      const cohorts = places(reader, [relation], "cohortId");
      return cohorts.length === 0 ? NEVER : sql`${writeUps.cohortId} in ${list(cohorts)}`;
    }
    default:
      return NEVER;
  }
}

function any(conditions: SQL[]): SQL {
  const real = conditions.filter((condition) => condition !== NEVER);
  return real.length === 0 ? NEVER : sql`(${sql.join(real, sql` or `)})`;
}

function ruleToSql(reader: Reader, rule: Rule): SQL {
  return any(
    rule.map((entry) => {
      const all = (entry.split("+") as Relation[]).map((relation) => writeUpRelation(reader, relation));
      return all.includes(NEVER) ? NEVER : all.length === 1 ? (all[0] ?? NEVER) : sql`(${sql.join(all, sql` and `)})`;
    }),
  );
}

/**
 * The condition, for any query over `write_ups`, that keeps what the reader may read. Made from the rule
 * "write-up.read"; a test runs both against each other.
 */
export function visibleTo(reader: Reader): SQL {
  return any(
    AUDIENCES.flatMap((audience) => {
      const who = ruleToSql(reader, WRITE_UP_RULES["write-up.read"][audience]);
      return who === NEVER ? [] : [sql`(${writeUps.audience} = ${audience} and ${who})`];
    }),
  );
}

/** Which of the texts of a write-up the reader reads: their city's work in hand, what the cohort got, or the public's. */
export function readingFor(reader: Reader): SQL<"city" | "cohort" | "public"> {
  const cities = places(reader, ["member", "official", "lead"], "workspaceId");
  const cohorts = [...new Set((reader?.memberships ?? []).map((m) => m.cohortId))];
  if (cohorts.length === 0) return sql`'public'`;
  const own = cities.length === 0 ? sql`` : sql`when ${writeUps.workspaceId} in ${list(cities)} then 'city'`;
  return sql`case ${own} when ${writeUps.cohortId} in ${list(cohorts)} then 'cohort' else 'public' end`;
}

/** The cohorts in which the reader holds a role of the rule. */
function cohortsOf(reader: Reader, rule: Rule): string[] {
  const roles = rule.flatMap((entry): Role[] => (entry === "peer" ? ["member", "official", "lead"] : [entry as Role]));
  return places(reader, roles, "cohortId");
}

/** The same for `commitments`, from "commitment.read". */
export function commitmentsVisibleTo(reader: Reader): SQL {
  const cohorts = cohortsOf(reader, PLACE_RULES["commitment.read"]);
  return cohorts.length === 0 ? NEVER : sql`${commitments.cohortId} in ${list(cohorts)}`;
}

/** The same for `asks`, from "ask.read" and for hidden ones "ask.read-hidden" too. */
export function asksVisibleTo(reader: Reader): SQL {
  const cohorts = cohortsOf(reader, PLACE_RULES["ask.read"]);
  if (!reader || cohorts.length === 0) return NEVER;
  const hidden = any(PLACE_RULES["ask.read-hidden"].map((relation) => askRelation(reader, relation)));
  return sql`(${asks.cohortId} in ${list(cohorts)} and (${asks.hiddenAt} is null or ${hidden}))`;
}

/** The rows of asks for which the reader stands in a relation. */
function askRelation(reader: NonNullable<Reader>, relation: "self" | Role): SQL {
  if (relation === "self") return sql`${asks.askerId} = ${reader.personId}`;
  const ofCity = relation === "member" || relation === "official" || relation === "lead";
  const found = places(reader, [relation], ofCity ? "workspaceId" : "cohortId");
  if (found.length === 0) return NEVER;
  return sql`${ofCity ? asks.toWorkspaceId : asks.cohortId} in ${list(found)}`;
}

/** The same for `sessions`, from "session.read". */
export function sessionsVisibleTo(reader: Reader): SQL {
  const announced = cohortsOf(reader, SESSION_RULES["session.read"].announced);
  const unannounced = cohortsOf(reader, SESSION_RULES["session.read"].unannounced);
  if (announced.length === 0) return NEVER;
  return sql`(${sessions.cohortId} in ${list(announced)} and (${sessions.status} not in ${list(UNANNOUNCED)} or ${sessions.cohortId} in ${list(unannounced)}))`;
}
