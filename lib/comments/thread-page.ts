import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import { followOf } from "@/lib/follows/sql";
import { audibleTo } from "./audible";
import { LAST_SAID, MANY, REPLIES_FIRST, REPLIES_PAGE, THREAD_PAGE } from "./limits";
import { CITY_JSON, commentJson } from "./shape";
import { subjectOf } from "./subject";
import type { About, RepliesCursor, ThreadCursor } from "./types";
import { freshTo, number, visitDue, visitOf } from "./visit";

/**
 * One statement: the thing, if the reader may read it, and one page of what is said about it. The page comes newest first
 * (oldest first after a cursor), with one comment more than it shows when there are more in that direction.
 */
export function threadStatement(reader: Reader, about: About, cursor: ThreadCursor): SQL {
  const { columns, table, where, owner, key } = subjectOf(reader, about);
  const me = reader?.personId ?? null;
  const top = sql`c.${key} and c.parent_id is null and ${audibleTo(reader, "c", owner)}`;
  const upwards = cursor !== null && "after" in cursor;
  const order = upwards ? sql`c.created_at, c.id` : sql`c.created_at desc, c.id desc`;
  const around = cursor !== null && "around" in cursor;
  const known = sql`k.${key} and ${audibleTo(reader, "k", owner)}`;
  const last = around ? sql`left join lateral (${lastAround(cursor.around, known, top)}) last on true` : sql``;
  return sql`
    select ${columns}, ${myCity(reader)} as my_city, visit.since, fresh.fresh_count, fresh.fresh_id,
      ${visitDue()} as visit_due, ${followOf(reader, about)} as follow,
      (select l.language from (${lastSaidBy(me)}) l where l.${key} order by l.created_at desc limit 1) as my_language,
      coalesce((select json_agg(page.comment order by page.place) from (
        select ${commentJson("c", reader, answersTo(reader, owner))} as comment, row_number() over (order by ${order}) as place
        from comments c join people p on p.id = c.author_id left join workspaces w on w.id = c.workspace_id
        where ${top} and ${bound(cursor, known)} order by ${order} limit ${number(THREAD_PAGE + 1)}) page), '[]') as comments,
      ${around ? sql`last.id` : sql`null`} as last_id,
      ${around ? sql`(select k.parent_id from comments k where k.id = ${cursor.around} and ${known})` : sql`null`} as target_root
    from ${table} ${last} ${visitOf(me, about)} ${freshTo(reader, owner, key)} where ${where}`;
}

/** Theirs of late only: whoever says a lot is not looked through to the beginning. */
function lastSaidBy(personId: string | null): SQL {
  return sql`select * from comments where author_id = ${personId} order by created_at desc limit ${number(LAST_SAID)}`;
}

/** The first answers to the comment `c`; the newest one and how many there are only when these are not all. */
export function answersTo(reader: Reader, owner: SQL | null): SQL {
  const heard = sql`r.parent_id = c.id and ${audibleTo(reader, "r", owner)}`;
  const reply = (order: SQL, limit: number) => sql`select ${commentJson("r", reader)} as comment, r.created_at, r.id
    from comments r join people p on p.id = r.author_id left join workspaces w on w.id = r.workspace_id
    where ${heard} order by ${order} limit ${number(limit)}`;
  return sql`(select json_build_object('first', coalesce(json_agg(f.comment order by f.created_at, f.id), '[]'), 'count',
      case when count(*) > ${number(REPLIES_FIRST + 1)} then (select count(*) from (
        select 1 from comments r where ${heard} order by r.created_at, r.id limit ${number(REPLIES_FIRST + 2 + MANY)}) k) else count(*) end,
      'newest', case when count(*) > ${number(REPLIES_FIRST + 1)}
        then (select n.comment from (${reply(sql`r.created_at desc, r.id desc`, 1)}) n) end)
    from (${reply(sql`r.created_at, r.id`, REPLIES_FIRST + 2)}) f)`;
}

/** One page of the answers to a comment, with one more than it shows when there are more, and how many follow in all. */
export function repliesStatement(reader: Reader, about: About, rootId: string, from: RepliesCursor): SQL {
  const { columns, table, where, owner, key } = subjectOf(reader, about);
  const id = sql`${"after" in from ? from.after : from.at}`;
  const heard = sql`r.parent_id = ${rootId} and ${audibleTo(reader, "r", owner)} and exists (
      select 1 from comments c where c.id = ${rootId} and c.${key} and ${audibleTo(reader, "c", owner)})
    and (r.created_at, r.id) ${sql.raw("after" in from ? ">" : ">=")} ((select k.created_at from comments k
      where k.id = ${id} and k.${key} and ${audibleTo(reader, "k", owner)}), ${id})`;
  return sql`
    select ${columns}, visit.since,
      coalesce((select json_agg(f.comment order by f.created_at, f.id) from (
        select ${commentJson("r", reader)} as comment, r.created_at, r.id
        from comments r join people p on p.id = r.author_id left join workspaces w on w.id = r.workspace_id
        where ${heard} order by r.created_at, r.id limit ${number(REPLIES_PAGE)}) f), '[]') as replies,
      (select count(*)::int from (select 1 from comments r where ${heard} order by r.created_at, r.id limit ${number(REPLIES_PAGE + MANY + 1)}) k) as count
    from ${table} ${visitOf(reader?.personId ?? null, about)} where ${where}`;
}

/**
 * Compares places in the thread, by the index, with the comment whose id is `id`: no place for one that is not `known`, as
 * for one that never was.
 */
function placed(comparison: "<" | ">" | ">=", id: SQL, known: SQL): SQL {
  return sql`(c.created_at, c.id) ${sql.raw(comparison)} ((select k.created_at from comments k where k.id = ${id} and ${known}), ${id})`;
}

function bound(cursor: ThreadCursor, known: SQL): SQL {
  if (cursor === null) return sql`true`;
  if ("before" in cursor) return placed("<", sql`${cursor.before}`, known);
  if ("after" in cursor) return placed(">", sql`${cursor.after}`, known);
  return sql`(c.created_at, c.id) <= (coalesce(last.created_at, 'infinity'), coalesce(last.id, ''))`;
}

/** The last comment of the page that begins with the one that holds `id`; none when that page is the newest. */
function lastAround(id: string, known: SQL, top: SQL): SQL {
  const root = sql`(select coalesce(k.parent_id, k.id) from comments k where k.id = ${id} and ${known})`;
  return sql`select c.id, c.created_at from comments c where ${top} and ${placed(">=", root, known)}
    order by c.created_at, c.id offset ${number(THREAD_PAGE - 1)} limit 1`;
}

function myCity(reader: Reader): SQL {
  const mine = (reader?.memberships ?? []).flatMap((m) => (m.workspaceId ? [m.workspaceId] : []));
  if (mine.length === 0) return sql`null::json`;
  return sql`(select json_object_agg(w.id, ${CITY_JSON}) from workspaces w where w.id in (${sql.join(
    mine.map((id) => sql`${id}`),
    sql`, `,
  )}))`;
}
