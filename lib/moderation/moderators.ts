import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { asks, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { PLACE_RULES, type Rule, SESSION_RULES, WRITE_UP_RULES } from "@/lib/auth/can";
import { UNANNOUNCED } from "@/lib/sessions/limits";

const IN_WRITE_UPS: [string, Rule][] = Object.entries(WRITE_UP_RULES["comment.moderate"]);
const IN_SESSIONS: Rule = SESSION_RULES["session-comment.moderate"].announced;
const ON_ASKS: Rule = PLACE_RULES["ask-comment.moderate"];
const ASKS: Rule = PLACE_RULES["ask.moderate"];

/**
 * Comments and asks as one, `c` in statements: what can be reported and hidden. Their ids are random, so that none is the
 * same.
 */
export const SAID = sql`(
  select id, 'comment' as kind, write_up_id, session_id, ask_id, cohort_id, workspace_id, author_id, audience, language, html,
    created_at, deleted_at, hidden_at, hidden_by, hidden_reason from comments
  union all select id, 'ask', null, null, id, cohort_id, from_workspace_id, asker_id, 'cohort', language, html,
    created_at, null, hidden_at, hidden_by, hidden_reason from asks)`;

/** Whether the actor moderates anything at all: whether there is a list of reports for them. */
export function moderatesAnything(actor: Actor): boolean {
  const roles = new Set<string>([...IN_WRITE_UPS.flatMap(([, rule]) => rule), ...IN_SESSIONS, ...ON_ASKS, ...ASKS]);
  return actor.memberships.some(({ role }) => roles.has(role));
}

/** The condition, for comments and asks `c` left-joined with write_ups, sessions and asks, that keeps those which the actor moderates. */
export function moderatedBy(actor: Actor): SQL {
  return sql`exists (select 1 from memberships m where m.person_id = ${actor.personId} and ${moderates()})`;
}

/** Whether somebody else than the actor moderates `c`. */
export function moderatedByOthers(actor: Actor): SQL {
  return sql`exists (select 1 from memberships m where m.person_id <> ${actor.personId} and ${moderates()})`;
}

/** Everybody who moderates a comment or an ask. */
export async function moderatorsOf(tx: Queryable, id: string): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct m.person_id from ${SAID} c
      left join ${writeUps} on ${writeUps.id} = c.write_up_id
      left join ${sessions} on ${sessions.id} = c.session_id
      left join ${asks} on ${asks.id} = c.ask_id
      join memberships m on ${moderates()}
    where c.id = ${id}`);
  return rows.map((row) => row.person_id);
}

/**
 * Whether the membership `m` makes its person a moderator of `c`: by the same rules as `can`, against which a
 * test runs it, and only of what they hear. Nobody moderates their own.
 */
function moderates(): SQL {
  const writeUp = IN_WRITE_UPS.map(
    ([audience, rule]) => sql`(${writeUps.audience} = ${audience} and m.role in ${list(rule)})`,
  );
  return sql`(m.cohort_id = c.cohort_id and m.from_at <= now() and (m.until_at is null or m.until_at > now())
    and m.person_id <> c.author_id and (c.audience = 'cohort' or m.workspace_id is not null)
    and (m.workspace_id is null or m.workspace_id = coalesce(${writeUps.workspaceId}, ${asks.toWorkspaceId}))
    and (${sql.join(writeUp, sql` or `)}
      or (${sessions.status} not in ${list(UNANNOUNCED)} and m.role in ${list(IN_SESSIONS)})
      or (${asks.id} is not null and c.kind = 'comment' and m.role in ${list(ON_ASKS)})
      or (${asks.id} is not null and c.kind = 'ask' and m.role in ${list(ASKS)})))`;
}

function list(values: readonly string[]): SQL {
  return sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;
}
