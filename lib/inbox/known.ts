import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asks, commitments, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { asksVisibleTo, commitmentsVisibleTo, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import type { Role } from "@/lib/cohorts/limits";
import { audibleTo } from "@/lib/comments/audible";

/** The thing that a notification `n` is about. */
export const THING = sql`coalesce(n.write_up_id, n.session_id, n.commitment_id, n.ask_id)`;

/**
 * "from … where …" of a statement about notifications `n` that the actor may know of at this moment, with the thing and the
 * comment `c`. What they lost access to is not among them, nor what was removed or hidden since. `joins` adds tables, `among` is where to look.
 */
export function knownNews(actor: Actor, condition: SQL, { joins = sql``, among = sql`notifications` } = {}): SQL {
  return sql`
    from ${among} n
      left join ${writeUps} on ${writeUps.id} = n.write_up_id and ${visibleTo(actor)}
      left join ${sessions} on ${sessions.id} = n.session_id and ${sessionsVisibleTo(actor)}
      left join ${commitments} on ${commitments.id} = n.commitment_id and ${commitmentsVisibleTo(actor)}
      left join ${asks} on ${asks.id} = n.ask_id and ${asksVisibleTo(actor)}
      left join comments c on c.id = n.comment_id and c.deleted_at is null and ${audibleTo(actor, "c", sql`${writeUps.workspaceId}`)}
        and ${toldOf(actor, COMMENT)}
      ${joins}
    where n.person_id = ${actor.personId}
      and num_nonnulls(${writeUps.id}, ${sessions.id}, ${commitments.id}, ${asks.id}) = 1
      and (n.comment_id is null or c.id is not null) and ${askTold(actor)} and ${condition}`;
}

/** What is said is hidden, by whom it is, and in which cohort. */
interface Said {
  hiddenAt: SQL;
  authorId: SQL;
  cohortId: SQL;
}
const COMMENT: Said = { hiddenAt: sql`c.hidden_at`, authorId: sql`c.author_id`, cohortId: sql`c.cohort_id` };
const ASK: Said = { hiddenAt: sql`${asks.hiddenAt}`, authorId: sql`${asks.askerId}`, cohortId: sql`${asks.cohortId}` };

/** A hidden comment is news for its author and its moderators only, and only that it is hidden. */
function toldOf(actor: Actor, said: Said): SQL {
  const { hiddenAt } = said;
  const own = sql`${said.authorId} = ${actor.personId}`;
  const moderated = moderatedBy(actor, said);
  return sql`case n.kind when 'hidden' then ${hiddenAt} is not null and ${own} when 'appeal-decided' then ${own}
    when 'appealed' then ${hiddenAt} is not null and ${moderated}
    when 'reported' then ${hiddenAt} is null and ${moderated} else ${hiddenAt} is null end`;
}

/** A hidden ask likewise, and with it all that was said to it. */
function askTold(actor: Actor): SQL {
  return sql`case when n.ask_id is null then true when n.comment_id is null then ${toldOf(actor, ASK)}
    else ${asks.hiddenAt} is null end`;
}

/** Whether the actor moderates it by the rules "comment.moderate", "ask.moderate" and their like. */
function moderatedBy({ memberships }: Actor, { cohortId }: Said): SQL {
  const places = (roles: Role[], of: "workspaceId" | "cohortId") =>
    JSON.stringify(memberships.filter(({ role }) => roles.includes(role)).map((m) => m[of]));
  const among = (value: SQL, given: string) => sql`${given}::text::jsonb ? ${value}`;
  return sql`(${among(sql`coalesce(${writeUps.workspaceId}, ${asks.toWorkspaceId}, '')`, places(["lead"], "workspaceId"))}
    or ${among(cohortId, places(["facilitator", "admin"], "cohortId"))}
      and coalesce(${writeUps.audience}, 'cohort') in ('cohort', 'public'))`;
}
