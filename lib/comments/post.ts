import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { renderMarkdown } from "@/lib/text/markdown";
import { audibleTo } from "./audible";
import { COMMENTS_PER_MINUTE } from "./limits";
import type { PostCommentInput } from "./schema";
import { type CommentRow, commentJson, shapeComment, type View } from "./shape";
import { authorizePost, subjectOf } from "./subject";
import type { About, ThreadComment } from "./types";
import { type Ground, insertComment } from "./write";

interface Loaded extends Ground {
  /** How much the actor said in the last minute. */
  recent: number;
  /** The comment that this form made before, when it is sent twice. */
  sent: CommentRow | null;
}

/**
 * Says something about a write-up or a session, or answers what somebody said. Two statements: one loads all that decides,
 * one writes the comment with its audit row, the notifications and their jobs. Sending the same form twice makes one.
 */
export async function postComment(actor: Actor, input: PostCommentInput, view: View): Promise<ThreadComment> {
  const about = aboutOf(input);
  const ground = authorizePost(actor, await loadGround(actor, about, input));
  if (ground.sent) return shapeComment(ground.sent, actor, ground, view);
  if (input.parentId && !ground.parent) throw new AppError("not_found");
  if (ground.parent?.deleted) throw new AppError("conflict");
  if (ground.recent >= COMMENTS_PER_MINUTE) throw new AppError("too_many", { retryAfter: 60 });

  const { markdown, formKey } = input;
  const text = { markdown, html: renderMarkdown(markdown), language: input.language ?? actor.locale };
  const written = await insertComment(actor, about, ground, { ...text, formKey });
  const author = { id: actor.personId, name: actor.name };
  const row = written && { ...written, ...text, author, edited: false, deletedBy: null };
  // Nothing was written: the same form arrived twice at the same moment, or the thing changed its circle in between.
  const found = row ?? (await loadGround(actor, about, input))?.sent;
  if (!found) throw new AppError("conflict");
  return shapeComment(found, actor, ground, view);
}

export function aboutOf({ writeUpId, sessionId, askId }: PostCommentInput): About {
  if (writeUpId) return { writeUpId };
  return sessionId ? { sessionId } : { askId: askId ?? "" };
}

async function loadGround(actor: Actor, about: About, input: PostCommentInput): Promise<Loaded | undefined> {
  const { columns, table, where, owner, key } = subjectOf(actor, about);
  const root = sql`(select coalesce(g.parent_id, g.id) from comments g where g.id = ${input.parentId ?? null})`;
  const parent = input.parentId
    ? sql`(select json_build_object('id', c.id, 'audience', c.audience, 'deleted', c.deleted_at is not null)
        from comments c where c.id = ${root} and c.${key} and ${audibleTo(actor, "c", owner)})`
    : sql`null::json`;
  const [loaded] = await db.execute<Loaded>(sql`
    select ${columns}, ${parent} as parent, ${listeners(about, input.parentId ? root : null)} as listeners,
      (select count(*)::int from comments c
        where c.author_id = ${actor.personId} and c.created_at > now() - interval '1 minute') as recent,
      (select ${commentJson("c", actor)} from comments c join people p on p.id = c.author_id
        left join workspaces w on w.id = c.workspace_id
        where c.form_key = ${input.formKey} and c.author_id = ${actor.personId} and c.${key}) as sent
    from ${table} where ${where}`);
  return loaded;
}

/** Who hears of it: the write-up's authors, whoever made the session or asks, or everybody in the conversation it answers. */
function listeners(about: About, root: SQL | null): SQL {
  if (root) {
    return sql`(select json_agg(c.author_id) from comments c
      where (c.id = ${root} or c.parent_id = ${root}) and c.deleted_at is null)`;
  }
  if ("askId" in about) return sql`json_build_array(asks.asker_id)`;
  return "writeUpId" in about
    ? sql`(select json_agg(a.person_id) from write_up_authors a where a.write_up_id = ${about.writeUpId})`
    : sql`json_build_array(sessions.created_by)`;
}
