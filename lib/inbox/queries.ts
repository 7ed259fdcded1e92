import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { isId } from "@/lib/ids";
import { knownNews, THING } from "./known";
import { INBOX_LINES, INBOX_PAGE, INBOX_SCAN, NAMES } from "./limits";
import { type NewsRow, newsFor, newsItem } from "./news";
import type { InboxGroup, NewsItem } from "./types";

interface LineRow extends Record<string, unknown> {
  key: string;
  news: NewsRow;
  names: (string | null)[];
  people: number;
  total: number;
  unseen: number;
  group_total: number;
  group_unseen: number;
}

interface Asked {
  /** What was put away, each time for itself, instead of what waits. */
  done?: boolean;
  /** The cursor of the page before. */
  before?: unknown;
}

/** All that concerns the actor, by thing, the one with the newest first. */
export async function listInbox(
  actor: Actor,
  { done = false, before }: Asked = {},
): Promise<{ groups: InboxGroup[]; before: string | null }> {
  const rows = await db.execute<LineRow & { cut: string | null }>(inboxStatement(actor, done, before));
  const byKey = new Map<string, LineRow[]>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const all = [...byKey.values()].map((lines) => groupOf(actor, lines));
  const groups = all.slice(0, INBOX_PAGE);
  const cut = rows[0]?.cut ?? null;
  return { groups, before: all.length > INBOX_PAGE ? (groups.at(-1)?.newest.id ?? null) : cut };
}

function groupOf(actor: Actor, rows: LineRow[]): InboxGroup {
  const lines = rows.map(({ news, names, people, total, unseen }) => ({
    newest: newsItem(actor, news),
    names: names.map((name) => name ?? "Stafeta"),
    people,
    total,
    unseen,
  }));
  const [first] = lines;
  const [row] = rows;
  if (!first || !row) throw new Error("a group without news");
  const shown = lines.reduce((sum, { total }) => sum + total, 0);
  return { newest: first.newest, lines, more: row.group_total - shown, unseen: row.group_unseen };
}

/**
 * One statement: the newest news, by thing and kind with who did it, and of each kind the newest in full. It looks at no
 * more than INBOX_SCAN news; when there are more, `cut` says where the next page goes on.
 */
function inboxStatement(actor: Actor, done: boolean, before: unknown): SQL {
  const state = done ? sql`n.done_at is not null` : sql`n.done_at is null`;
  const mark = isId(before)
    ? sql`(select k.created_at, k.id from notifications k where k.id = ${before} and k.person_id = ${actor.personId})`
    : null;
  const key = done ? sql`${THING} || n.done_at::text` : THING;
  const older = mark ? sql`(n.created_at, n.id) < ${mark}` : sql`true`;
  // What has something newer stood on a page before.
  const unlisted = mark
    ? sql`${key} not in (select ${key} ${knownNews(actor, sql`${state} and (n.created_at, n.id) >= ${mark}`)})`
    : sql`true`;
  const newest = sql`(array_agg(newest order by last_at desc, newest desc))[1]`;
  return sql`
    with scanned as materialized (select n.* from notifications n where n.person_id = ${actor.personId} and ${state} and ${older}
        order by n.created_at desc, n.id desc limit ${INBOX_SCAN}),
      news as (select n.id, n.kind, ${key} as key, n.created_at, n.seen_at is null as unseen, n.actor_id
        ${knownNews(actor, unlisted, { among: sql`scanned` })}),
      people_of as (select key, kind, actor_id, count(*)::int as total, (count(*) filter (where unseen))::int as unseen,
          max(created_at) as last_at, (array_agg(id order by created_at desc, id desc))[1] as newest
        from news group by key, kind, actor_id),
      lines as (select key, kind, sum(total)::int as total, sum(unseen)::int as unseen, count(*)::int as people,
          (array_agg(actor_id order by last_at desc, newest desc))[1:${sql.raw(String(NAMES))}] as actors,
          max(last_at) as last_at, ${newest} as newest
        from people_of group by key, kind),
      groups as (select key, sum(total)::int as total, sum(unseen)::int as unseen, max(last_at) as last_at, ${newest} as newest
        from lines group by key order by last_at desc, newest desc limit ${INBOX_PAGE + 1}),
      shown as materialized (select * from (select l.*, g.total as group_total, g.unseen as group_unseen, g.last_at as group_at,
          g.newest as group_newest, row_number() over (partition by key order by l.last_at desc, l.newest desc) as rank
        from groups g join lines l using (key)) ranked where rank <= ${INBOX_LINES})
    select s.key, s.total, s.unseen, s.people, s.group_total, s.group_unseen, to_json(d) as news,
      (select json_agg(p.name order by a.place) from unnest(s.actors) with ordinality a (id, place) left join people p on p.id = a.id) as names,
      (select case when count(*) = ${INBOX_SCAN} then (array_agg(id order by created_at, id))[1] end from scanned) as cut
    from shown s join (${newsFor(actor, sql`n.id = any (array(select newest from shown))`)}) d on d.id = s.newest
    order by s.group_at desc, s.group_newest desc, s.rank`;
}

/** One of the actor's news, if they may know of it still. */
export async function getNews(actor: Actor, id: unknown): Promise<NewsItem | null> {
  if (!isId(id)) return null;
  const [row] = await db.execute<NewsRow>(newsFor(actor, sql`n.id = ${id}`));
  return row ? newsItem(actor, row) : null;
}
