import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { after } from "next/server";
import { db } from "@/db/client";
import { type Actor, type Reader, workspaceOf } from "@/lib/auth/actor";
import type { Follow } from "@/lib/follows/limits";
import type { ReadText } from "@/lib/passages/read";
import { type PlateCity, plateOf } from "@/lib/sessions/city-name";
import { formatClock, formatRelativeDay } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { type Asked, askedFor } from "./asked";
import { stands, withReplies } from "./conversation";
import { THREAD_PAGE } from "./limits";
import { readTextFor } from "./read-text";
import { listReplies } from "./replies";
import { type CommentRow, shapeComment, type View } from "./shape";
import { abilitiesOn, type SubjectRow } from "./subject";
import { threadStatement } from "./thread-page";
import type { About, Fresh, ThreadCursor, ThreadPage } from "./types";
import { noteVisit, type VisitColumns } from "./visit";

export interface ThreadRow extends SubjectRow, VisitColumns {
  comments: CommentRow[];
  last_id: string | null;
  /** The comment that is answered by the one which the page was asked to show. */
  target_root: string | null;
  my_city: Record<string, PlateCity> | null;
  my_language: string | null;
  follow: Follow | null;
}

/** One page of a thread, the newest one without a cursor. Null when the reader may not read the thing or its comments. */
export async function listThread(
  reader: Reader,
  about: About,
  cursor: ThreadCursor,
  view: View,
): Promise<ThreadPage | null> {
  const row = reader && (await readThread(reader, about, cursor));
  if (!row) return null;
  return shapePage(row, reader, cursor, view, await readTextFor(reader, about, row.comments, view));
}

async function readThread(reader: Actor, about: About, cursor: ThreadCursor): Promise<ThreadRow | null> {
  const [row] = await db.execute<ThreadRow>(threadStatement(reader, about, cursor));
  return row && abilitiesOn(reader, row).read ? row : null;
}

function shapePage(row: ThreadRow, reader: Actor, cursor: ThreadCursor, view: View, text: ReadText | null): ThreadPage {
  const more = row.comments.length > THREAD_PAGE;
  const upwards = cursor !== null && "after" in cursor;
  const found = row.comments.slice(0, THREAD_PAGE);
  const rows = upwards ? found : found.reverse();
  const first = rows[0]?.id ?? null;
  const newest = rows.at(-1)?.id ?? null;
  const beforeOne = cursor !== null && "before" in cursor;
  const { post, moderate, report, resolve } = abilitiesOn(reader, row);
  const mine = row.my_city?.[workspaceOf(reader, row.cohort_id) ?? ""];
  return {
    comments: rows.map((comment) => shapeComment(comment, reader, row, view, { since: row.since, text })),
    earlier: more || upwards ? first : null,
    later: (upwards && more) || beforeOne ? newest : row.last_id,
    abilities: { post, moderate, report, resolve },
    circle: row.audience === "draft" ? "authors" : row.audience === "city" ? "city" : "cohort",
    me: {
      id: reader.personId,
      name: reader.name,
      city: mine ? plateOf(mine, view.locale) : null,
    },
    follow: row.follow,
    language: row.my_language ?? view.locale,
    fresh: freshIn(row, view),
  };
}

function freshIn({ since, fresh_count: count, fresh_id: firstId }: VisitColumns, { zone, locale }: View): Fresh | null {
  if (since === null || firstId === null || count === 0) return null;
  const [then, now] = [new Date(since), clock.now()];
  const day = formatRelativeDay(then, now, zone, locale);
  const today = dateIn(then, zone) === dateIn(now, zone);
  return { count, firstId, since: today ? `${day}, ${formatClock(then, zone, locale)}` : day };
}

/**
 * The thread as a page's address asks for it: `?comment=`, `?reply=`, `?replies=`, `?before=` and so on. That the reader
 * was here is written down once the page is on its way.
 */
export async function threadFor(reader: Reader, about: About, query: Asked, view: View) {
  const row = reader && (await readThread(reader, about, askedFor(query).cursor));
  return row ? threadOf(row, reader, about, query, view) : null;
}
export type Thread = NonNullable<Awaited<ReturnType<typeof threadFor>>>;

/** A value for another statement: what `threadBeside` makes the thread of. */
export function threadValue(reader: Reader, about: About, query: Asked): SQL {
  return sql`(select to_json(thread) from (${threadStatement(reader, about, askedFor(query).cursor)}) thread)`;
}

/** The thread from a `threadValue` of the same reader and address. `text`: the write-up's text as the page shows it. */
export async function threadBeside(
  value: ThreadRow | null,
  reader: Reader,
  about: About,
  query: Asked,
  view: View,
  text: ReadText,
): Promise<Thread | null> {
  if (!reader || !value || !abilitiesOn(reader, value).read) return null;
  return threadOf(value, reader, about, query, view, text);
}

async function threadOf(row: ThreadRow, reader: Actor, about: About, query: Asked, view: View, given?: ReadText) {
  const { open, cursor, target, replies } = askedFor(query);
  if (row.visit_due) after(() => noteVisit(reader, about));
  const text = given ?? (await readTextFor(reader, about, row.comments, view));
  const page = shapePage(row, reader, cursor, view, text);
  const rootId = row.target_root;
  const missing = target && rootId && !stands(page.comments, target) ? { rootId, cursor: { at: target } } : null;
  const window = replies ?? missing;
  const answers = window && (await listReplies(reader, about, window, view));
  if (window && answers)
    page.comments = page.comments.map((one) =>
      one.id === window.rootId ? withReplies(one, answers, window.cursor) : one,
    );
  return { about, page, open, target, newest: cursor === null, unclear: query.unclear !== undefined };
}
