import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { asksVisibleTo } from "@/lib/auth/visible-to";
import { cityJson, millis, standing } from "./rows";
import type { AttachedAsk } from "./types";

/**
 * What cities took into a write-up, the newest first, as one value of a statement: for those who may read the write-up, and
 * only what they may read besides. Null when there is nothing.
 */
export function attachedJson(reader: Reader, writeUpId: SQL): SQL {
  return sql`(select json_agg(json_build_object('id', asks.id, 'title', asks.title, 'language', asks.language,
      'from', ${cityJson("f")}, 'asker', p.name, 'answer', json_build_object('author', b.name, 'city', ${cityJson("w")},
        'html', a.html, 'language', a.language, 'at', ${millis(sql`a.created_at`)})) order by asks.attached_at desc, asks.id)
    from ${asks} join comments a on a.id = asks.answer_id and ${standing("a")} join people b on b.id = a.author_id
      left join workspaces w on w.id = a.workspace_id
      join people p on p.id = asks.asker_id left join workspaces f on f.id = asks.from_workspace_id
    where asks.write_up_id = ${writeUpId} and asks.attached_at is not null and asks.hidden_at is null and ${asksVisibleTo(reader)})`;
}

/** The same for a page that has no statement at hand. The public hears none. */
export async function attachedTo(reader: Reader, writeUpId: string): Promise<AttachedAsk[]> {
  if (!reader) return [];
  const [row] = await db.execute<{ attached: AttachedAsk[] | null }>(
    sql`select ${attachedJson(reader, sql`${writeUpId}`)} as attached`,
  );
  return row?.attached ?? [];
}
