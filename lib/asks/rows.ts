import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { asksVisibleTo, readingFor, visibleTo } from "@/lib/auth/visible-to";
import { clock } from "@/lib/time/now";
import { clockAt, type HoursRow, hoursJson } from "./clock";
import type { Ask, AskCity, AskState } from "./types";

/** An instant as milliseconds since 1970: as text it would lose its meaning between JSON and rows. */
export function millis(column: SQL): SQL {
  return sql`floor(extract(epoch from ${column}) * 1000)::float8`;
}

/** The condition for comments called `alias` that everybody who reads the ask may read. */
export function standing(alias: "a" | "c"): SQL {
  return sql.raw(`${alias}.deleted_at is null and ${alias}.hidden_at is null and ${alias}.audience = 'cohort'`);
}

/**
 * Whether the comment that was marked as the answer still stands: once it is removed or hidden the ask is open again, and
 * when it is shown again it answers again.
 */
export const ANSWERED = sql`exists (select 1 from comments a where a.id = asks.answer_id and ${standing("a")})`;

/** Whether somebody has spoken for the city that is asked: from then on it waits for the asker. */
export const REPLIED = sql`exists (select 1 from comments c where c.ask_id = asks.id
  and c.workspace_id = asks.to_workspace_id and c.author_id <> asks.asker_id and ${standing("c")})`;

/** Nobody answers what is hidden. */
export const OPEN = sql`asks.closed_at is null and asks.hidden_at is null and not ${ANSWERED}`;

/** The city called `alias` in a statement; null when there is none. */
export function cityJson(alias: "t" | "f" | "w"): SQL {
  const city = sql.raw(alias);
  return sql`case when ${city}.id is not null then json_build_object('id', ${city}.id, 'slug', ${city}.slug, 'code', ${city}.code,
    'name', ${city}.name, 'localName', ${city}.local_name, 'languages', ${city}.languages, 'accent', ${city}.accent) end`;
}

/** The title of the write-up that an ask is about, in a language of the reader's, if they may read it. */
export function writeUpJson(actor: Actor): SQL {
  const wanted = actor.languages.join(",");
  return sql`(select json_build_object('id', ${writeUps.id}, 'title', x.title, 'language', x.language)
    from ${writeUps} join write_up_texts x on x.write_up_id = ${writeUps.id} and x.audience = ${readingFor(actor)}
    where ${writeUps.id} = asks.write_up_id and ${visibleTo(actor)}
    order by array_position(string_to_array(${wanted}, ','), x.language), x.language = ${writeUps.language} desc limit 1)`;
}

export interface AskRow extends Record<string, unknown> {
  id: string;
  title: string;
  language: string;
  theme: string | null;
  to: AskCity | null;
  from: AskCity | null;
  hours: HoursRow | null;
  asker: { id: string; name: string };
  at: number;
  due: number | null;
  closed: boolean;
  hidden: boolean;
  answered: boolean;
  replied: boolean;
  said: number;
}

const COLUMNS = sql`asks.id, asks.title, asks.language, asks.theme, ${cityJson("t")} as "to", ${cityJson("f")} as "from",
  case when t.id is not null and asks.due_at is not null and asks.closed_at is null then ${hoursJson("t")} end as hours,
  json_build_object('id', p.id, 'name', p.name) as asker, ${millis(sql`asks.created_at`)} as at,
  ${millis(sql`asks.due_at`)} as due, asks.closed_at is not null as closed,
  asks.hidden_at is not null as hidden, ${ANSWERED} as answered, ${REPLIED} as replied,
  (select count(*)::int from comments c where c.ask_id = asks.id and ${standing("c")}) as said`;

const TABLES = sql`${asks} join people p on p.id = asks.asker_id left join workspaces t on t.id = asks.to_workspace_id
  left join workspaces f on f.id = asks.from_workspace_id`;

/** The asks that the actor may read and that fit a condition, over `asks`. One statement. */
export async function readAsks(actor: Actor, where: SQL, order: SQL, limit: number): Promise<Ask[]> {
  const rows = await db.execute<AskRow>(sql`
    select ${COLUMNS} from ${TABLES} where ${asksVisibleTo(actor)} and ${where} order by ${order} limit ${limit}`);
  const now = clock.now();
  return rows.map((row) => shapeAsk(row, actor, now));
}

/** The same for one, with more columns. */
export async function readAsk<More extends object>(
  actor: Actor,
  id: string,
  more: SQL,
): Promise<{ ask: Ask; row: AskRow & More } | null> {
  const [row] = await db.execute<AskRow>(sql`
    select ${COLUMNS}, ${more} from ${TABLES} where asks.id = ${id} and ${asksVisibleTo(actor)}`);
  return row ? { ask: shapeAsk(row, actor, clock.now()), row: row as AskRow & More } : null;
}

function shapeAsk(row: AskRow, actor: Actor, now: Date): Ask {
  const state = stateOf(row);
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    to: row.to,
    theme: row.theme,
    from: row.from,
    asker: row.asker,
    askedAt: new Date(row.at),
    state,
    clock: state === "open" && row.hours && row.due !== null ? clockAt(row.hours, new Date(row.due), now) : null,
    said: row.said,
    mine: row.asker.id === actor.personId,
  };
}

function stateOf({ hidden, closed, answered, replied }: AskRow): AskState {
  if (hidden) return "hidden";
  if (closed) return "closed";
  return answered ? "answered" : replied ? "replied" : "open";
}
