import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import { audibleTo } from "@/lib/comments/audible";
import { CITY_JSON, type View } from "@/lib/comments/shape";
import { type PlateCity, plateOf } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";
import type { Beside } from "./types";

/** So many stand beside the text; the others are in the thread below it. */
const BESIDE_MAX = 60;

type Found<T> = Omit<T, "city" | "createdAt" | "when" | "newest"> & { city: PlateCity | null; at: number };

interface Row extends Record<string, unknown> {
  beside: (Found<Beside> & { newest: Found<NonNullable<Beside["newest"]>> | null })[];
  shared: { key: string; html: string }[] | null;
  root: { id: string; name: string } | null;
}

interface Asked {
  id: string;
  language: string;
  /** A comment that is to be among them, or one that is an answer to it. */
  wanted?: string;
  /** Whether the text is the city's own: then what the cohort reads of it matters. */
  own: boolean;
}

/**
 * What people say about passages of a write-up that the reader may read: open conversations, the newest of them, with how
 * many answers each has. With it for the city's own people the sections as the cohort has them, and the beginning of the
 * conversation that the wanted comment is in. One statement.
 */
export async function listBeside(actor: Actor, { id, language, wanted, own }: Asked, view: View) {
  const owner = sql`${writeUps.workspaceId}`;
  const root = sql`select coalesce(g.parent_id, g.id) from comments g where g.id = ${wanted ?? null}`;
  const wantedRoot = wanted
    ? sql`(select json_build_object('id', c.id, 'name', (select p.name from comments r join people p on p.id = r.author_id
          where r.id = ${wanted} and r.deleted_at is null and r.hidden_at is null and ${audibleTo(actor, "r", owner)}))
        from comments c where c.id = (${root}) and c.write_up_id = write_ups.id and c.passage is not null
          and ${audibleTo(actor, "c", owner)})`
    : sql`null::json`;
  const first = wanted ? sql`(c.id = (${root})) desc nulls last,` : sql``;
  const shared = sql`(select coalesce((select json_agg(json_build_object('key', s->>'key', 'html', s->>'html'))
      from jsonb_array_elements(t.document->'sections') s where s->>'html' <> ''), '[]')
    from write_up_texts t where t.write_up_id = write_ups.id and t.language = ${language} and t.audience = 'cohort')`;
  const answer = sql`r.parent_id = c.id and r.deleted_at is null and r.hidden_at is null and ${audibleTo(actor, "r", owner)}`;
  const [row] = await db.execute<Row>(sql`
    select ${own ? shared : sql`null::json`} as shared, ${wantedRoot} as root, coalesce((select json_agg(b.comment) from (
      select ${saidJson("c")} || jsonb_build_object('anchor', c.passage, 'answers', (select count(*) from comments r where ${answer}),
        'newest', (select ${saidJson("r")} from comments r join people p on p.id = r.author_id
          left join workspaces w on w.id = r.workspace_id where ${answer} order by r.created_at desc, r.id desc limit 1)) as comment
      from comments c join people p on p.id = c.author_id left join workspaces w on w.id = c.workspace_id
      where c.write_up_id = write_ups.id and c.passage is not null and c.deleted_at is null and c.hidden_at is null
        and c.resolved_at is null and ${audibleTo(actor, "c", owner)}
      order by ${first} c.created_at desc limit ${BESIDE_MAX}) b), '[]') as beside
    from ${writeUps} where ${writeUps.id} = ${id} and ${visibleTo(actor)}`);
  const inWords = <T extends Found<object>>({ at, city: from, ...one }: T) => {
    const instant = new Date(at);
    const city = from && plateOf(from, view.locale);
    return { ...one, city, createdAt: instant.toISOString(), when: formatDateTime(instant, view.zone, view.locale) };
  };
  const beside = (row?.beside ?? []).map(({ newest, ...one }) => ({
    ...inWords(one),
    newest: newest && inWords(newest),
  }));
  return { beside, shared: own ? (row?.shared ?? []) : null, root: row?.root?.name ? row.root : null };
}

/** What the comment called `alias` says, with its author `p` and city `w`. */
function saidJson(alias: "c" | "r"): SQL {
  const own = (column: string) => sql.raw(`${alias}.${column}`);
  return sql`jsonb_build_object('id', ${own("id")}, 'name', p.name, 'city', ${CITY_JSON}, 'html', ${own("html")},
    'language', ${own("language")}, 'at', floor(extract(epoch from ${own("created_at")}) * 1000))`;
}
