import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { clock } from "@/lib/time/now";
import { audibleTo } from "./audible";
import { quotingIn } from "./live-passages";
import type { Missed } from "./live-types";
import { type CommentRow, commentJson, shapeComment, type View } from "./shape";
import { abilitiesOn, type SubjectRow, subjectOf } from "./subject";
import type { About } from "./types";

/** What is said in half a minute in which everybody talks; of more a page reads the newest anew. */
const MOST = 1000;
/** Whoever was away for longer reads the thread anew. */
const LONGEST = 24 * 3_600_000;
/** A change counts from when its transaction began, and that may have lasted. */
const OVERLAP = 15_000;

interface MissedRow extends SubjectRow {
  comments: (CommentRow & { touched: boolean })[];
}

/**
 * What was said, changed, removed, hidden, resolved or reacted to since a moment, in milliseconds since 1970: for a page
 * whose line was away. Null when the reader may not read the thing or its comments.
 */
export async function missedSince(actor: Actor, about: About, since: number, view: View): Promise<Missed | null> {
  const asOf = clock.now().getTime();
  const { columns, table, where, owner, key, cohort } = subjectOf(actor, about);
  const from = sql`to_timestamp(${(Math.max(since, asOf - LONGEST) - OVERLAP) / 1000})`;
  const [row] = await db.execute<MissedRow>(sql`
    with touched as (${touchedSince(from, cohort, table, where)})
    select ${columns}, coalesce((select json_agg(m.comment order by m.created_at, m.id) from (
      select ${commentJson("c", actor)}::jsonb || jsonb_build_object('touched', c.id in (select id from touched)) as comment,
        c.created_at, c.id
      from comments c join people p on p.id = c.author_id left join workspaces w on w.id = c.workspace_id
      where c.id in (select id from touched union
          select n.id from comments n
          where n.cohort_id = ${cohort} and n.created_at > ${from} and n.${key})
        and c.${key} and ${audibleTo(actor, "c", owner)}
      order by c.id in (select id from touched) desc, c.created_at desc, c.id desc limit ${MOST + 1}) m), '[]') as comments
    from ${table} where ${where}`);
  if (!row || !abilitiesOn(actor, row).read) return null;
  // What was removed must go from the page even when there was too much: of more, the oldest that is only new stays behind.
  const spare = row.comments.length > MOST ? row.comments.findIndex(({ touched }) => !touched) : -1;
  const found = row.comments.filter((_, n) => n !== spare).slice(-MOST);
  const quoting = await quotingIn(
    about,
    found.map(({ passage }) => passage),
  );
  const own = actor.memberships.some(({ workspaceId }) => workspaceId !== null && workspaceId === row.workspace_id);
  return {
    comments: found.map((one) => {
      const comment = shapeComment(one, actor, row, view, { since });
      return comment.passage && one.passage ? { ...comment, passage: quoting(one.passage, own) } : comment;
    }),
    touched: found.filter(({ touched }) => touched).map(({ id }) => id),
    more: row.comments.length > MOST || since < asOf - LONGEST,
    asOf,
  };
}

/** What one sees of a comment that was done to it after it was posted. That it was reported, say, is nobody's to know. */
const SEEN = sql`('comment.edit', 'comment.delete', 'comment.hide', 'comment.restore', 'comment.decide-appeal', 'comment.resolve',
  'comment.reopen', 'comment.unreact')`;

/** Every verb on a comment leaves a row in the log; a reaction that stands is one itself. */
function touchedSince(from: SQL, cohort: SQL, table: SQL, where: SQL): SQL {
  return sql`select l.subject_id as id from ${table} join audit_log l on l.cohort_id = ${cohort}
    where ${where} and l.at > ${from} and l.action in ${SEEN}
    union select v.comment_id from comment_reactions v where v.created_at > ${from}`;
}
