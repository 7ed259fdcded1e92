import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { isId } from "@/lib/ids";
import { INBOX_LINES, INBOX_PAGE } from "./limits";
import { type NewsRow, newsFor, newsItem } from "./news";
import type { InboxGroup } from "./types";

interface GroupRow extends Record<string, unknown> {
  items: NewsRow[];
  total: number;
  unseen: number;
}

/** All that concerns the actor, by thing, the one with the newest first. `before` is the cursor of the page before. */
export async function listInbox(
  actor: Actor,
  before?: unknown,
): Promise<{ groups: InboxGroup[]; before: string | null }> {
  const older = isId(before)
    ? sql`(max(created_at), max(id) filter (where rank = 1)) <
        (select k.created_at, k.id from notifications k where k.id = ${before} and k.person_id = ${actor.personId})`
    : sql`true`;
  const rows = await db.execute<GroupRow>(sql`
    with mine as (${newsFor(actor, sql`true`)}),
      ranked as (select *, row_number() over (partition by thing order by created_at desc, id desc) as rank from mine)
    select count(*)::int as total, (count(*) filter (where not seen))::int as unseen,
      json_agg(to_json(ranked) order by rank) filter (where rank <= ${INBOX_LINES}) as items
    from ranked group by thing having ${older}
    order by max(created_at) desc, max(id) filter (where rank = 1) desc limit ${INBOX_PAGE + 1}`);
  const groups = rows.slice(0, INBOX_PAGE).flatMap(({ items, total, unseen }): InboxGroup[] => {
    const shown = items.map(newsItem);
    const [newest] = shown;
    return newest ? [{ newest, items: shown, more: total - shown.length, unseen }] : [];
  });
  return { groups, before: rows.length > INBOX_PAGE ? (groups.at(-1)?.newest.id ?? null) : null };
}
