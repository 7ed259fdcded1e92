import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import type { Locale } from "@/lib/i18n/locales";
import { type LookedRow, lookedJson, lookedOf } from "@/lib/moderation/looked";
import { reasonIn } from "@/lib/moderation/reason";
import type { Anchor } from "@/lib/passages/anchor";
import { passageFor, type ReadText } from "@/lib/passages/read";
import { type PlateCity, plateOf } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";
import { MANY, NAMES_MAX, REACTIONS, REPLIES_FIRST } from "./limits";
import { type Abilities, abilitiesOn, abilitiesOnComment, type SubjectRow } from "./subject";
import type { Reacted, ThreadComment } from "./types";

/** In which language and zone instants are put into words. */
export interface View {
  locale: Locale;
  zone: string;
}

export interface CommentRow {
  id: string;
  parentId: string | null;
  author: { id: string; name: string };
  city: PlateCity | null;
  html: string;
  markdown: string | null;
  language: string;
  passage: Anchor | null;
  /** Milliseconds since 1970. */
  at: number;
  edited: boolean;
  deletedBy: string | null;
  /** The name of whoever dealt with it. */
  resolvedBy: string | null;
  hiddenReason: string | null;
  /** For its author. */
  looked: LookedRow | null;
  reactions: Reacted[] | null;
  answers?: Answers;
}

/** The first answers to a comment: all of them, or one more than stand before the newest. */
export interface Answers {
  first: CommentRow[];
  /** Only when there are more than `first`. */
  newest: CommentRow | null;
  /** How many there are; counted up to one more than MANY beyond those that stand there. */
  count: number;
}

/** The city `w` with its names, or null for the cohort's own people. */
export const CITY_JSON = sql`case when w.id is not null then json_build_object('code', w.code, 'name', w.name,
  'localName', w.local_name, 'languages', w.languages, 'accent', w.accent) end`;

const NO_TEXT: ReadText = { language: "", sections: [] };
const NO_ANSWERS = sql`null::json`;

/** The comment called `alias`, with its author `p` and city `w`, as JSON. What was typed is for its author only. */
export function commentJson(alias: "c" | "r", reader: Reader, answers: SQL = NO_ANSWERS): SQL {
  const own = (column: string) => sql.raw(`${alias}.${column}`);
  const me = reader?.personId ?? null;
  return sql`json_build_object('id', ${own("id")}, 'parentId', ${own("parent_id")},
    'author', json_build_object('id', p.id, 'name', p.name), 'city', ${CITY_JSON},
    'html', ${own("html")}, 'markdown', case when ${own("author_id")} = ${me} then ${own("markdown")} end,
    'language', ${own("language")}, 'passage', ${own("passage")}, 'at', floor(extract(epoch from ${own("created_at")}) * 1000),
    'edited', ${own("edited_at")} is not null, 'deletedBy', ${own("deleted_by")},
    'resolvedBy', case when ${own("resolved_by")} is not null then (select q.name from people q where q.id = ${own("resolved_by")}) end,
    'hiddenReason', ${own("hidden_reason")},
    'looked', case when ${own("author_id")} = ${me} then ${lookedJson(sql`a.comment_id = ${own("id")}`, own("hidden_at"))} end,
    'reactions', ${reactionsTo(own("id"), me)}, 'answers', ${answers})`;
}

/** Asks first whether there are any, which is far cheaper: most comments have none. */
function reactionsTo(id: SQL, me: string | null): SQL {
  return sql`case when exists (select 1 from comment_reactions v where v.comment_id = ${id}) then (
    select json_agg(json_build_object('reaction', e.reaction, 'count', e.count, 'mine', e.mine, 'names', e.names)) from (
    select v.reaction, count(*) as count, coalesce(bool_or(v.person_id = ${me}), false) as mine,
      (array_agg(q.name order by v.created_at, q.name))[1:${sql.raw(String(NAMES_MAX))}] as names
    from comment_reactions v join people q on q.id = v.person_id where v.comment_id = ${id} group by v.reaction) e) end`;
}

/** What a reader's page shows of comments: which are new to them. */
export interface Shaping {
  /** Milliseconds since 1970 until when the reader was here; null when nothing is new to them. */
  since: number | null;
  /** The text that the reader reads, which says what they may know of a passage. */
  text?: ReadText | null;
}

/** A row as a reader gets it, with what they may do. */
export function shapeComment(
  row: CommentRow,
  reader: Reader,
  subject: SubjectRow,
  view: View,
  shaping: Shaping = { since: null },
): ThreadComment {
  return shapeOne(row, { reader, subject, view, shaping, on: abilitiesOn(reader, subject) });
}

interface Around {
  reader: Reader;
  subject: SubjectRow;
  view: View;
  shaping: Shaping;
  on: Abilities;
}

function shapeOne(row: CommentRow, around: Around): ThreadComment {
  const { reader, subject, view, on } = around;
  const mine = row.author.id === reader?.personId;
  const deleted = row.deletedBy !== null;
  const hidden = !deleted && row.hiddenReason !== null;
  // For everybody else a hidden comment is a removed one.
  const gone = deleted || (hidden && !mine && !on.moderate);
  const at = new Date(row.at);
  const { replies, moreReplies } = shapeAnswers(row.answers, around);
  return {
    id: row.id,
    parentId: row.parentId,
    author: gone ? null : row.author,
    city: gone || !row.city ? null : plateOf(row.city, view.locale),
    html: gone ? "" : row.html,
    markdown: gone ? null : row.markdown,
    language: row.language,
    passage: gone || !row.passage ? null : passageFor(row.passage, around.shaping.text ?? NO_TEXT),
    createdAt: at.toISOString(),
    when: formatDateTime(at, view.zone, view.locale),
    edited: !gone && row.edited,
    deleted: gone ? { by: row.deletedBy === row.author.id ? "author" : "moderator" } : null,
    resolved: row.resolvedBy === null ? null : { by: row.resolvedBy },
    hidden: hidden && !gone ? { reason: reasonIn(row.hiddenReason ?? "", view.locale) } : null,
    ...(row.looked && !gone && { looked: lookedOf(row.looked) }),
    reactions: gone ? [] : inOrder(row.reactions),
    isNew: !gone && !hidden && !mine && around.shaping.since !== null && row.at > around.shaping.since,
    abilities: abilitiesOnComment(reader, subject.cohort_id, on, {
      authorId: row.author.id,
      deleted: gone,
      hidden,
      top: row.parentId === null,
      appealed: row.looked !== null,
    }),
    replies,
    moreReplies,
    gapAfter: false,
  };
}

function shapeAnswers(answers: Answers | null | undefined, around: Around) {
  if (!answers) return { replies: [], moreReplies: 0 };
  const { first, newest, count } = answers;
  if (!newest) return { replies: first.map((reply) => shapeOne(reply, around)), moreReplies: 0 };
  const shown = first.slice(0, REPLIES_FIRST);
  const moreReplies = Math.min(count - shown.length - 1, MANY + 1);
  const replies = [...shown, newest].map((reply, n) => ({
    ...shapeOne(reply, around),
    gapAfter: n === shown.length - 1 && moreReplies > 0,
  }));
  return { replies, moreReplies };
}

function inOrder(reactions: Reacted[] | null): Reacted[] {
  return REACTIONS.flatMap((one) => reactions?.filter(({ reaction }) => reaction === one) ?? []);
}
