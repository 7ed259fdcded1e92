import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import type { Locale } from "@/lib/i18n/locales";
import { formatDateTime } from "@/lib/time/format";
import { abilitiesOn, abilitiesOnComment, type SubjectRow } from "./subject";
import type { CommentCity, ThreadComment } from "./types";

/** In which language and zone instants are put into words. */
export interface View {
  locale: Locale;
  zone: string;
}

export interface CommentRow {
  id: string;
  author: { id: string; name: string };
  city: CommentCity | null;
  html: string;
  markdown: string | null;
  language: string;
  /** Milliseconds since 1970. */
  at: number;
  edited: boolean;
  deletedBy: string | null;
  replies?: CommentRow[];
}

/** The city `w`, or null for the cohort's own people. */
export const CITY_JSON = sql`case when w.id is not null
  then json_build_object('code', w.code, 'name', w.name, 'accent', w.accent) end`;

/** The comment called `alias`, with its author `p` and city `w`, as JSON. What was typed is for its author only. */
export function commentJson(alias: "c" | "r", reader: Reader, replies: SQL = sql`'[]'::json`): SQL {
  const own = (column: string) => sql.raw(`${alias}.${column}`);
  return sql`json_build_object('id', ${own("id")}, 'author', json_build_object('id', p.id, 'name', p.name),
    'city', ${CITY_JSON},
    'html', ${own("html")}, 'markdown', case when ${own("author_id")} = ${reader?.personId ?? null} then ${own("markdown")} end,
    'language', ${own("language")}, 'at', floor(extract(epoch from ${own("created_at")}) * 1000),
    'edited', ${own("edited_at")} is not null, 'deletedBy', ${own("deleted_by")}, 'replies', ${replies})`;
}

/** A row as a reader gets it, with what they may do. */
export function shapeComment(row: CommentRow, reader: Reader, subject: SubjectRow, view: View): ThreadComment {
  const on = abilitiesOn(reader, subject);
  const shape = (one: CommentRow): ThreadComment => {
    const at = new Date(one.at);
    const deleted = one.deletedBy !== null;
    return {
      id: one.id,
      author: deleted ? null : one.author,
      city: deleted ? null : one.city,
      html: one.html,
      markdown: deleted ? null : one.markdown,
      language: one.language,
      createdAt: at.toISOString(),
      when: formatDateTime(at, view.zone, view.locale),
      edited: one.edited,
      deleted: deleted ? { by: one.deletedBy === one.author.id ? "author" : "moderator" } : null,
      abilities: abilitiesOnComment(reader, subject.cohort_id, on, { authorId: one.author.id, deleted }),
      replies: (one.replies ?? []).map(shape),
    };
  };
  return shape(row);
}
