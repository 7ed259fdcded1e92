import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { asks, commitments, sessions, writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { limitPerson } from "@/lib/auth/rate-limit";
import { asksVisibleTo, commitmentsVisibleTo, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import type { Follow } from "./limits";
import type { FollowThingInput } from "./schema";
import { aboutThing } from "./sql";
import type { Thing } from "./types";

/** Notes what the actor wants to hear of a thing that they may read; null: what everybody in their place hears. */
export async function followThing(actor: Actor, thing: Thing, follow: Follow | null): Promise<void> {
  const there = await db.execute(whereVisible(actor, thing));
  if (there.length === 0) throw new AppError("not_found");
  await limitPerson(actor, "follow");
  await db.transaction(async (tx) => {
    const changed = follow ? await setFollow(tx, actor, thing, follow) : await forget(tx, actor, thing);
    if (!changed) return;
    const [subjectId = null] = Object.values(thing);
    await record(tx, {
      actorId: actor.personId,
      action: follow ? `follow.${follow}` : "follow.stop",
      subjectId,
      detail: { ...thing },
    });
  });
}

/** The thing that a form names. */
export function namedThing({ writeUpId, sessionId, commitmentId, askId }: FollowThingInput): Thing {
  if (writeUpId) return { writeUpId };
  if (sessionId) return { sessionId };
  return askId ? { askId } : { commitmentId: commitmentId ?? "" };
}

async function setFollow(tx: Queryable, actor: Actor, thing: Thing, follow: Follow): Promise<boolean> {
  const of = { writeUpId: null, sessionId: null, commitmentId: null, askId: null, ...thing };
  const rows = await tx.execute(sql`
    insert into follows (id, person_id, write_up_id, session_id, commitment_id, ask_id, follow)
    values (${newId()}, ${actor.personId}, ${of.writeUpId}, ${of.sessionId}, ${of.commitmentId}, ${of.askId}, ${follow})
    on conflict on constraint follows_once do update set follow = excluded.follow, created_at = now()
      where follows.follow <> excluded.follow
    returning id`);
  return rows.length > 0;
}

async function forget(tx: Queryable, actor: Actor, thing: Thing): Promise<boolean> {
  const rows = await tx.execute(
    sql`delete from follows f where f.person_id = ${actor.personId} and ${aboutThing("f", thing)} returning f.id`,
  );
  return rows.length > 0;
}

function whereVisible(actor: Actor, thing: Thing): SQL {
  if ("writeUpId" in thing)
    return sql`select 1 from ${writeUps} where ${writeUps.id} = ${thing.writeUpId} and ${visibleTo(actor)}`;
  if ("sessionId" in thing)
    return sql`select 1 from ${sessions} where ${sessions.id} = ${thing.sessionId} and ${sessionsVisibleTo(actor)}`;
  if ("askId" in thing) return sql`select 1 from ${asks} where ${asks.id} = ${thing.askId} and ${asksVisibleTo(actor)}`;
  return sql`select 1 from ${commitments} where ${commitments.id} = ${thing.commitmentId} and ${commitmentsVisibleTo(actor)}`;
}
