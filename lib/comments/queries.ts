import "server-only";
import { db } from "@/db/client";
import { type Reader, workspaceOf } from "@/lib/auth/actor";
import { isId } from "@/lib/ids";
import { THREAD_PAGE } from "./limits";
import { type CommentRow, shapeComment, type View } from "./shape";
import { abilitiesOn, type SubjectRow } from "./subject";
import { threadStatement } from "./thread-page";
import type { About, CommentCity, OpenField, ThreadCursor, ThreadPage } from "./types";

interface ThreadRow extends SubjectRow {
  comments: CommentRow[];
  last_id: string | null;
  my_city: Record<string, CommentCity> | null;
}

/** One page of a thread, the newest one without a cursor. Null when the reader may not read the thing or its comments. */
export async function listThread(
  reader: Reader,
  about: About,
  cursor: ThreadCursor,
  view: View,
): Promise<ThreadPage | null> {
  if (!reader) return null;
  const [row] = await db.execute<ThreadRow>(threadStatement(reader, about, cursor));
  if (!row || !abilitiesOn(reader, row).read) return null;
  const more = row.comments.length > THREAD_PAGE;
  const upwards = cursor !== null && "after" in cursor;
  const found = row.comments.slice(0, THREAD_PAGE);
  const rows = upwards ? found : found.reverse();
  const first = rows[0]?.id ?? null;
  const newest = rows.at(-1)?.id ?? null;
  const beforeOne = cursor !== null && "before" in cursor;
  return {
    comments: rows.map((comment) => shapeComment(comment, reader, row, view)),
    earlier: more || upwards ? first : null,
    later: (upwards && more) || beforeOne ? newest : row.last_id,
    abilities: { post: abilitiesOn(reader, row).post },
    circle: row.audience === "draft" ? "authors" : row.audience === "city" ? "city" : "cohort",
    me: { name: reader.name, city: row.my_city?.[workspaceOf(reader, row.cohort_id) ?? ""] ?? null },
  };
}

type Query = Record<string, string | string[] | undefined>;

/** The thread as a page's address asks for it: `?comment=`, `?reply=`, `?edit=`, `?remove=`, `?before=`, `?after=`. */
export async function threadFor(reader: Reader, about: About, query: Query, view: View) {
  const { open, cursor } = askedFor(query);
  const page = await listThread(reader, about, cursor, view);
  return page && { about, page, open, newest: cursor === null };
}
export type Thread = NonNullable<Awaited<ReturnType<typeof threadFor>>>;

function askedFor(query: Query): { open: OpenField; cursor: ThreadCursor } {
  for (const what of ["reply", "edit", "remove"] as const) {
    const id = query[what];
    if (isId(id)) return { open: { what, id }, cursor: { around: id } };
  }
  if (isId(query.comment)) return { open: null, cursor: { around: query.comment } };
  if (isId(query.before)) return { open: null, cursor: { before: query.before } };
  if (isId(query.after)) return { open: null, cursor: { after: query.after } };
  return { open: null, cursor: null };
}
