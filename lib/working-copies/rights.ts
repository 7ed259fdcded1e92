import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { writeUpAuthors, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canWriteUp } from "@/lib/auth/can";
import { visibleTo } from "@/lib/auth/visible-to";
import { AUDIENCES } from "@/lib/write-ups/limits";
import { fileOfTask } from "./file-task";

/**
 * The condition, for any query over `write_ups`, that keeps what the actor may edit: the rule "write-up.edit", asked for each
 * city they belong to. Autosave runs every second for everybody who writes, so that its rights travel in its one statement.
 */
export function editableBy(actor: Actor): SQL {
  const places = actor.memberships.flatMap(({ cohortId, workspaceId }) =>
    workspaceId === null ? [] : [{ cohortId, workspaceId }],
  );
  const allowed = places.flatMap((place) =>
    AUDIENCES.flatMap((audience) => {
      const may = (isAuthor: boolean) => canWriteUp(actor, "write-up.edit", { ...place, audience, isAuthor });
      if (!may(true)) return [];
      const here = sql`${writeUps.workspaceId} = ${place.workspaceId} and ${writeUps.audience} = ${audience}`;
      return [may(false) ? sql`(${here})` : sql`(${here} and ${isAuthor(actor)})`];
    }),
  );
  if (allowed.length === 0) return sql`false`;
  return sql`(${visibleTo(actor)} and (${sql.join(allowed, sql` or `)}))`;
}

/** The same for one form of it: a file that it describes is there. */
export function formOpenTo(actor: Actor, task: string): SQL {
  const fileId = fileOfTask(task);
  if (fileId === null) return editableBy(actor);
  return sql`(${editableBy(actor)} and exists (select 1 from files f
    where f.id = ${fileId} and f.write_up_id = ${writeUps.id} and f.removed_at is null))`;
}

function isAuthor(actor: Actor): SQL {
  return sql`exists (select 1 from ${writeUpAuthors} where ${writeUpAuthors.writeUpId} = ${writeUps.id} and ${writeUpAuthors.personId} = ${actor.personId})`;
}
