import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { canWriteUp, relationsTo } from "@/lib/auth/can";
import type { Hears, SayByClass, TopicKind, View } from "@/lib/live/topics";
import { clock } from "@/lib/time/now";
import { type Quoting, quotingIn } from "./live-passages";
import type { TalkNews, ToldComment } from "./live-types";
import { type CommentRow, commentJson, shapeComment } from "./shape";
import { abilitiesOn, type SubjectRow, subjectOf } from "./subject";
import type { About } from "./types";

/** What is said about a thing, as it is said, and who has its page open. */
export const talkTopics = {
  "talk-write-up": topicOf((writeUpId) => ({ writeUpId })),
  "talk-session": topicOf((sessionId) => ({ sessionId })),
  "talk-ask": topicOf((askId) => ({ askId })),
} satisfies Record<string, TopicKind>;

interface Ground extends SubjectRow {
  /** Of a write-up. */
  authors: string[] | null;
  told: ToldRow[];
}

interface ToldRow {
  comment: CommentRow;
  /** Not only for the city that the thing belongs to. */
  for_all: boolean;
  reacted_by: ToldComment["reactedBy"] | null;
}

function topicOf(aboutOf: (id: string) => About): TopicKind {
  return {
    presence: true,
    async audience(id) {
      const ground = await groundOf(aboutOf(id), []);
      return (actor) => hearsOn(actor, ground);
    },
    async contentByClass(id, events) {
      const about = aboutOf(id);
      const asOf = clock.now().getTime();
      const ground = await groundOf(about, [...new Set(events.flatMap((event) => event.id ?? []))]);
      const quoting = await quotingIn(about, ground?.told.map(({ comment }) => comment.passage) ?? []);
      const hears = (actor: Actor) => hearsOn(actor, ground);
      const itself = events.some((event) => event.id === id);
      return ground ? { ...tell(ground, quoting, asOf, itself), hears } : { classOf: () => "", say: () => null, hears };
    },
  };
}

function hearsOn(actor: Actor, ground: Ground | undefined): Hears {
  if (!ground) return false;
  const subject = subjectFor(actor, ground);
  const on = abilitiesOn(actor, subject);
  if (!on.read || !mayRead(actor, subject)) return false;
  return on.post || "unseeing";
}

/**
 * Read once for all who listen, and said once for each language, clock and standing. When what is talked about has changed
 * `itself`, they hear that even where no comment did.
 */
function tell(ground: Ground, quoting: Quoting, asOf: number, itself: boolean): SayByClass {
  const standing = (actor: Actor) =>
    relationsTo(actor, {
      cohortId: ground.cohort_id,
      workspaceId: ground.workspace_id,
      isAuthor: subjectFor(actor, ground).is_author === true,
    });
  return {
    classOf: (actor) => [...standing(actor)].sort().join(),
    say(view, actor) {
      const at = standing(actor);
      const own = at.has("member") || at.has("official") || at.has("lead");
      const comments = ground.told
        .filter((row) => row.for_all || own)
        .map((row) => {
          const told = toldTo(row, actor, subjectFor(actor, ground), view);
          return told.passage && row.comment.passage ? { ...told, passage: quoting(row.comment.passage, own) } : told;
        });
      return comments.length === 0 && !itself ? null : ({ kind: "talk", comments, asOf } satisfies TalkNews);
    },
  };
}

/** For one of a class who stands for all of it: hence as somebody whom no comment knows. */
function toldTo(row: ToldRow, actor: Actor, subject: SubjectRow, view: View): ToldComment {
  const comment = shapeComment(row.comment, { ...actor, personId: "" }, subject, view);
  return { ...comment, reactedBy: comment.reactions.length > 0 ? (row.reacted_by ?? {}) : {} };
}

/**
 * The thing as it is now, with all who wrote it, and those of its comments that somebody is to be told of, in the order
 * of the thread: one statement, so that everybody who listens is measured by the state in which the words were read.
 */
async function groundOf(about: About, ids: string[]): Promise<Ground | undefined> {
  const { columns, table, key, owner, cohort } = subjectOf(null, about);
  const authors =
    "writeUpId" in about
      ? sql`(select json_agg(a.person_id) from write_up_authors a where a.write_up_id = ${about.writeUpId})`
      : sql`null::json`;
  const reactedBy = sql`(select json_object_agg(k.reaction, k.people) from (
    select v.reaction, json_agg(v.person_id) as people from comment_reactions v where v.comment_id = c.id group by v.reaction) k)`;
  const told = sql`(select json_agg(json_build_object('comment', ${commentJson("c", null)},
      'for_all', ${owner ? sql`c.audience = 'cohort'` : sql`true`}, 'reacted_by', ${reactedBy}) order by c.created_at, c.id)
    from comments c join people p on p.id = c.author_id left join workspaces w on w.id = c.workspace_id
    where c.${key} and c.cohort_id = ${cohort}
      and c.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)))`;
  const [ground] = await db.execute<Ground>(sql`
    select ${columns}, ${authors} as authors, coalesce(${ids.length > 0 ? told : sql`null::json`}, '[]') as told
    from ${table} where ${table}.id = ${idOf(about)}`);
  return ground;
}

function subjectFor(actor: Actor, ground: Ground): SubjectRow {
  return { ...ground, is_author: ground.authors?.includes(actor.personId) ?? false };
}

/** Beside what is said there: whether they may read the thing itself. */
function mayRead(actor: Actor, { cohort_id, workspace_id, audience, is_author }: SubjectRow): boolean {
  if (audience === null || workspace_id === null) return true;
  const subject = { cohortId: cohort_id, workspaceId: workspace_id, audience, isAuthor: is_author === true };
  return canWriteUp(actor, "write-up.read", subject);
}

function idOf(about: About): string {
  if ("writeUpId" in about) return about.writeUpId;
  return "sessionId" in about ? about.sessionId : about.askId;
}
