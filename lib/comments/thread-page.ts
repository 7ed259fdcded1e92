import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import { audibleTo } from "./audible";
import { THREAD_PAGE } from "./limits";
import { commentJson } from "./shape";
import { subjectOf } from "./subject";
import type { About, ThreadCursor } from "./types";

/**
 * One statement: the thing, if the reader may read it, and one page of what is said about it. The page comes newest first
 * (oldest first after a cursor), with one comment more than it shows when there are more in that direction.
 */
export function threadStatement(reader: Reader, about: About, cursor: ThreadCursor): SQL {
  const { columns, table, where, owner, key } = subjectOf(reader, about);
  const top = sql`c.${key} and c.parent_id is null and ${audibleTo(reader, "c", owner)}`;
  const upwards = cursor !== null && "after" in cursor;
  const replies = sql`(select coalesce(json_agg(${commentJson("r", reader)} order by r.created_at, r.id), '[]')
    from comments r join people p on p.id = r.author_id left join workspaces w on w.id = r.workspace_id
    where r.parent_id = c.id and ${audibleTo(reader, "r", owner)})`;
  const order = upwards ? sql`c.created_at, c.id` : sql`c.created_at desc, c.id desc`;
  const around = cursor !== null && "around" in cursor;
  const last = around ? sql`left join lateral (${lastAround(cursor.around, key, top)}) last on true` : sql``;
  return sql`
    select ${columns}, ${myCity(reader)} as my_city,
      coalesce((select json_agg(page.comment order by page.place) from (
        select ${commentJson("c", reader, replies)} as comment, row_number() over (order by ${order}) as place
        from comments c join people p on p.id = c.author_id left join workspaces w on w.id = c.workspace_id
        where ${top} and ${bound(cursor)} order by ${order} limit ${THREAD_PAGE + 1}) page), '[]') as comments,
      ${around ? sql`last.id` : sql`null`} as last_id
    from ${table} ${last} where ${where}`;
}

/** Compares places in the thread, by the index, with the comment whose id is `id`. */
function placed(comparison: "<" | ">" | ">=", id: SQL): SQL {
  return sql`(c.created_at, c.id) ${sql.raw(comparison)} ((select k.created_at from comments k where k.id = ${id}), ${id})`;
}

function bound(cursor: ThreadCursor): SQL {
  if (cursor === null) return sql`true`;
  if ("before" in cursor) return placed("<", sql`${cursor.before}`);
  if ("after" in cursor) return placed(">", sql`${cursor.after}`);
  return sql`(last.id is null or (c.created_at, c.id) <= (last.created_at, last.id))`;
}

/** The last comment of the page that begins with the one that holds `id`; none when that page is the newest. */
function lastAround(id: string, key: SQL, top: SQL): SQL {
  const root = sql`(select coalesce(g.parent_id, g.id) from comments g where g.id = ${id} and g.${key})`;
  return sql`select c.id, c.created_at from comments c where ${top} and ${placed(">=", root)}
    order by c.created_at, c.id offset ${THREAD_PAGE - 1} limit 1`;
}

function myCity(reader: Reader): SQL {
  const mine = (reader?.memberships ?? []).flatMap((m) => (m.workspaceId ? [m.workspaceId] : []));
  if (mine.length === 0) return sql`null::json`;
  return sql`(select json_object_agg(w.id, json_build_object('code', w.code, 'name', w.name, 'accent', w.accent))
    from workspaces w where w.id in (${sql.join(
      mine.map((id) => sql`${id}`),
      sql`, `,
    )}))`;
}
