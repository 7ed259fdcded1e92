import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { isId } from "@/lib/ids";
import { knownNews, THING } from "./known";
import { INBOX_LINES, INBOX_PAGE, INBOX_SCAN, NAMES } from "./limits";
import { type NewsRow, newsFor, newsItem } from "./news";
import type { InboxGroup, NewsItem } from "./types";

interface LineRow {
  key: string;
  news: NewsRow;
  /** Of the first of them the ids; null stands for Stafeta itself. */
  actors: (string | null)[];
  people: number;
  total: number;
  unseen: number;
  group_total: number;
  group_unseen: number;
}

interface InboxRow extends Record<string, unknown> {
  lines: LineRow[] | null;
  names: Record<string, string> | null;
  cut: string | null;
  outdated: boolean;
}

export interface InboxPage {
  groups: InboxGroup[];
  /** The cursor of the next page. */
  before: string | null;
  /** Some may still count as new although the actor may not know of them any more: see forgetHidden. */
  outdated: boolean;
}

interface Asked {
  /** What was put away, each time for itself, instead of what waits. */
  done?: boolean;
  /** The cursor of the page before. */
  before?: unknown;
}

/** All that concerns the actor, by thing, the one with the newest first. */
export async function listInbox(actor: Actor, { done = false, before }: Asked = {}): Promise<InboxPage> {
  const [row] = await db.execute<InboxRow>(inboxStatement(actor, done, before));
  if (!row) throw new Error("a statement without from has one row");
  const { names, cut, outdated } = row;
  const byKey = new Map<string, [LineRow, ...LineRow[]]>();
  for (const line of row.lines ?? []) {
    const lines = byKey.get(line.key);
    if (lines) lines.push(line);
    else byKey.set(line.key, [line]);
  }
  const all = [...byKey.values()].map((lines) => groupOf(actor, lines, names ?? {}));
  const groups = all.slice(0, INBOX_PAGE);
  return { groups, before: all.length > INBOX_PAGE ? (groups.at(-1)?.newest.id ?? null) : cut, outdated };
}

function groupOf(
  actor: Actor,
  [first, ...others]: [LineRow, ...LineRow[]],
  nameOf: Record<string, string>,
): InboxGroup {
  const line = ({ news, actors, people, total, unseen }: LineRow) => ({
    newest: newsItem(actor, news),
    names: actors.map((id) => (id && nameOf[id]) || "Stafeta"),
    people,
    total,
    unseen,
  });
  const lines: InboxGroup["lines"] = [line(first), ...others.map(line)];
  const shown = lines.reduce((sum, { total }) => sum + total, 0);
  return { newest: lines[0].newest, lines, more: first.group_total - shown, unseen: first.group_unseen };
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
        order by n.created_at desc, n.id desc limit ${sql.raw(String(INBOX_SCAN))}),
      news as materialized (select n.id, n.kind, ${key} as key, n.created_at, n.seen_at is null as unseen, n.actor_id
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
    select (select json_agg(json_build_object('key', s.key, 'total', s.total, 'unseen', s.unseen, 'people', s.people, 'actors', s.actors,
          'group_total', s.group_total, 'group_unseen', s.group_unseen, 'news', d) order by s.group_at desc, s.group_newest desc, s.rank)
        from shown s join (${newsFor(actor, sql`n.id = any (array(select newest from shown))`)}) d on d.id = s.newest) as lines,
      (select json_object_agg(p.id, p.name) from people p where p.id in (select unnest(actors) from shown)) as names,
      (select id from scanned order by created_at desc, id desc offset ${INBOX_SCAN - 1}) as cut,
      exists (select from scanned where seen_at is null and id not in (select id from news)) as outdated`;
}

/** One of the actor's news, if they may know of it still. */
export async function getNews(actor: Actor, id: unknown): Promise<NewsItem | null> {
  if (!isId(id)) return null;
  const [row] = await db.execute<NewsRow>(newsFor(actor, sql`n.id = ${id}`));
  return row ? newsItem(actor, row) : null;
}
