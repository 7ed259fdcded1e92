import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors/errors";
import { followersOf } from "@/lib/follows/sql";
import { authorizeAnchor } from "@/lib/passages/authorize";
import { renderMarkdown } from "@/lib/text/markdown";
import { audibleTo } from "./audible";
import { callIn } from "./call";
import { shapeLoaded } from "./load";
import type { PostCommentInput } from "./schema";
import { type CommentRow, commentJson, type View } from "./shape";
import { authorizePost, subjectOf } from "./subject";
import type { About, ThreadComment } from "./types";
import { audienceOf, type CameBy, type Ground, insertComment } from "./write";

interface Loaded extends Ground {
  /** The comment that this form made before, when it is sent twice. */
  sent: CommentRow | null;
}

/**
 * Says something about a thing, or answers what somebody said. Two statements: one loads all that decides, one writes the
 * comment with all that follows from it; names that are called and a passage cost one more. Sending the same form twice
 * makes one.
 */
export async function postComment(
  actor: Actor,
  input: PostCommentInput,
  view: View,
  by: CameBy = "page",
): Promise<ThreadComment> {
  const about = aboutOf(input);
  const ground = authorizePost(actor, await loadGround(actor, about, input));
  const place = { subject: ground, about };
  if (ground.sent) return shapeLoaded(actor, place, ground.sent, view);
  if (input.parentId && !ground.parent) throw new AppError("not_found");
  if (ground.parent?.closed) throw new AppError("conflict");

  const { markdown, formKey } = input;
  const language = input.language ?? actor.locale;
  const placed = input.writeUpId && input.passage ? await authorizeAnchor(actor, input.writeUpId, input.passage) : null;
  const passage = placed?.anchor ?? null;
  const audience = placed?.inside ? "city" : audienceOf(ground);
  const { html, called, unclear } = await callIn(renderMarkdown(markdown), ground, about, audience, input);
  if (called.length > 0) await limitPerson(actor, "mention");
  const words = { markdown, html, language, passage };
  const written = await insertComment(actor, about, ground, { ...words, formKey, audience, called, by });
  const row = written && {
    ...written,
    ...words,
    parentId: ground.parent?.id ?? null,
    author: { id: actor.personId, name: actor.name },
    edited: false,
    deletedBy: null,
    resolvedBy: null,
    hiddenReason: null,
    looked: null,
    reactions: null,
  };
  // Nothing was written: the same form arrived twice at the same moment, or the thing changed in between.
  const found = row ?? (await loadGround(actor, about, input))?.sent;
  if (!found) throw new AppError("conflict");
  const shaped = await shapeLoaded(actor, place, found, view);
  return unclear.length > 0 ? { ...shaped, unclear } : shaped;
}

export function aboutOf({ writeUpId, sessionId, askId }: PostCommentInput): About {
  if (writeUpId) return { writeUpId };
  return sessionId ? { sessionId } : { askId: askId ?? "" };
}

async function loadGround(actor: Actor, about: About, input: PostCommentInput): Promise<Loaded | undefined> {
  const { columns, table, where, owner, key } = subjectOf(actor, about);
  const root = sql`(select coalesce(k.parent_id, k.id) from comments k
    where k.id = ${input.parentId ?? null} and ${audibleTo(actor, "k", owner)})`;
  const parent = input.parentId
    ? sql`(select json_build_object('id', c.id, 'audience', c.audience, 'closed', c.deleted_at is not null or c.hidden_at is not null)
        from comments c where c.id = ${root} and c.${key} and ${audibleTo(actor, "c", owner)})`
    : sql`null::json`;
  const [loaded] = await db.execute<Loaded>(sql`
    select ${columns}, ${parent} as parent, ${listeners(about, input.parentId ? root : null)} as listeners,
      (select ${commentJson("c", actor)} from comments c join people p on p.id = c.author_id
        left join workspaces w on w.id = c.workspace_id
        where c.form_key = ${input.formKey} and c.author_id = ${actor.personId} and c.${key}) as sent
    from ${table} where ${where}`);
  return loaded;
}

/**
 * Who hears of it: whoever follows the thing; and the write-up's authors, whoever made the session, whoever asks and the
 * city that is asked, or everybody in the conversation that it answers.
 */
function listeners(about: About, root: SQL | null): SQL {
  return sql`(select json_agg(h.person_id) from (${byPlace(about, root)} union ${followersOf(about)}) h)`;
}

function byPlace(about: About, root: SQL | null): SQL {
  if (root) {
    return sql`select c.author_id as person_id from comments c
      where (c.id = ${root} or c.parent_id = ${root}) and c.deleted_at is null and c.hidden_at is null`;
  }
  if ("writeUpId" in about)
    return sql`select a.person_id from write_up_authors a where a.write_up_id = ${about.writeUpId}`;
  if ("sessionId" in about) return sql`select sessions.created_by as person_id`;
  return sql`select asks.asker_id as person_id union select m.person_id from memberships m
    where m.workspace_id = asks.to_workspace_id and m.role in ('official', 'lead')
      and m.from_at <= now() and (m.until_at is null or m.until_at > now())`;
}
