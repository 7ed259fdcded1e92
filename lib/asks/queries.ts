import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { asksVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { ASKS_PAGE, type AskList, CITY_ASKS } from "./limits";
import { ANSWERED, OPEN, REPLIED, readAsks } from "./rows";
import type { Ask, AskFilters } from "./types";

const NEWEST = sql`asks.created_at desc, asks.id desc`;
const SOONEST = sql`asks.due_at, asks.id`;

function ids(list: readonly string[]): SQL {
  return sql`string_to_array(${list.join(",")}, ',')`;
}

function citiesOf(actor: Actor, answering = false): string[] {
  return actor.memberships.flatMap(({ role, workspaceId }) =>
    workspaceId !== null && (!answering || role !== "member") ? [workspaceId] : [],
  );
}

/**
 * What is asked in the actor's cohorts and fits, the newest first, a page at a time. `besides`: without what they asked
 * themselves and what their city is asked.
 */
export async function listAsks(
  actor: Actor,
  filters: AskFilters,
  { after, besides = false }: { after?: string; besides?: boolean } = {},
): Promise<{ items: Ask[]; after: string | null }> {
  const older = isId(after)
    ? sql`(asks.created_at, asks.id) < (select asks.created_at, asks.id from ${asks} where asks.id = ${after} and ${asksVisibleTo(actor)})`
    : sql`true`;
  const others = besides
    ? sql`asks.asker_id <> ${actor.personId} and coalesce(asks.to_workspace_id <> all(${ids(citiesOf(actor))}), true)`
    : sql`true`;
  const where = sql`${fitting(actor, filters)} and ${others} and ${older}`;
  const rows = await readAsks(actor, where, NEWEST, ASKS_PAGE + 1);
  const items = rows.slice(0, ASKS_PAGE);
  return { items, after: rows.length > ASKS_PAGE ? (items.at(-1)?.id ?? null) : null };
}

/** What waits for the actor's own city, what is due first first. */
export function asksForMyCity(actor: Actor): Promise<Ask[]> {
  const mine = citiesOf(actor);
  if (mine.length === 0) return Promise.resolve([]);
  return readAsks(actor, sql`asks.to_workspace_id = any(${ids(mine)}) and ${OPEN}`, SOONEST, ASKS_PAGE);
}

/** What the actor asked and nobody has answered yet. */
export function myOpenAsks(actor: Actor): Promise<Ask[]> {
  return readAsks(actor, sql`asks.asker_id = ${actor.personId} and ${OPEN}`, NEWEST, ASKS_PAGE);
}

/** What waits for an answer of this person, who speaks for a city; nothing to which the city has said something. */
export function asksToDo(actor: Actor): Promise<Ask[]> {
  const mine = citiesOf(actor, true);
  if (mine.length === 0) return Promise.resolve([]);
  return readAsks(actor, sql`asks.to_workspace_id = any(${ids(mine)}) and ${OPEN} and not ${REPLIED}`, SOONEST, 3);
}

/** What a city was asked: what is open first, then what was answered. */
export function asksOfCity(actor: Actor, workspaceId: string): Promise<Ask[]> {
  return readAsks(
    actor,
    sql`asks.to_workspace_id = ${workspaceId} and asks.hidden_at is null and (asks.closed_at is null or ${ANSWERED})`,
    sql`(${OPEN}) desc, ${NEWEST}`,
    CITY_ASKS,
  );
}

/** How many there are in each list. */
export async function countAsks(actor: Actor): Promise<Record<AskList, number>> {
  const count = (show: AskList) =>
    sql`(count(*) filter (where ${listed(actor, show)}))::int as ${sql.identifier(show)}`;
  const [row] = await db.execute<Record<AskList, number>>(sql`
    select ${count("open")}, ${count("mine")}, ${count("answered")}, ${count("closed")}, ${count("all")}
    from ${asks} where ${asksVisibleTo(actor)}`);
  return row ? { ...row } : { open: 0, mine: 0, answered: 0, closed: 0, all: 0 };
}

function listed(actor: Actor, show: AskList): SQL {
  switch (show) {
    case "mine":
      return sql`asks.asker_id = ${actor.personId}`;
    case "answered":
      return sql`asks.closed_at is null and asks.hidden_at is null and ${ANSWERED}`;
    case "closed":
      return sql`asks.closed_at is not null and asks.hidden_at is null`;
    case "all":
      return sql`true`;
    default:
      return OPEN;
  }
}

/** Every word is in the question, or in the answer as long as that stands. */
function fitting(actor: Actor, { show, city, theme, q }: AskFilters): SQL {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 8);
  const conditions = [
    listed(actor, show),
    ...(city ? [sql`t.slug = ${city}`] : []),
    ...(theme ? [sql`asks.theme = ${theme}`] : []),
    ...words.map((word) => {
      const like = sql`public.without_accents(${`%${word.replace(/[\\%_]/g, "\\$&")}%`})`;
      return sql`(public.without_accents(asks.title || ' ' || asks.markdown) ilike ${like} or exists (select 1 from comments a
        where a.id = asks.answer_id and a.deleted_at is null and a.hidden_at is null and public.without_accents(a.markdown) ilike ${like}))`;
    }),
  ];
  return sql.join(conditions, sql` and `);
}
