import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import type { CopyState, Fields, Other } from "./limits";
import { arrives, othersIn } from "./presence";
import { editableBy, formOpenTo } from "./rights";
import type { FormAddressInput } from "./schema";

/**
 * What the actor typed into a form and has not saved, and who else has the write-up open; says that the actor has. Null when
 * they may not edit it. Nobody ever reads somebody else's copy.
 */
export async function openForm(actor: Actor, { writeUp, task, language }: FormAddressInput): Promise<CopyState | null> {
  const [row] = await db.execute<{
    fields: Fields | null;
    version: number;
    seen: string;
    serial: number | null;
    updated_at: string;
    others: Other[];
  }>(sql`
    with mine as (select ${writeUps.id} from ${writeUps} where ${writeUps.id} = ${writeUp} and ${formOpenTo(actor, task)}),
    here as (${arrives(actor.personId, task)})
    select c.fields, c.version, c.seen, c.serial, c.updated_at, ${othersIn(sql`mine.id`, actor.personId, task)} as others
    from mine left join working_copies c
      on c.write_up_id = mine.id and c.person_id = ${actor.personId} and c.language = ${language} and c.task = ${task}`);
  if (!row) return null;
  const { fields, version, seen } = row;
  const copy =
    fields && fields.length > 0 ? { fields, version, seen, at: new Date(row.updated_at).toISOString() } : null;
  return { person: actor.personId, copy, serial: row.serial ?? 0, others: row.others };
}

/** The tasks of a write-up in which the actor typed something that is not in its text, by the order in which they did. */
export async function tasksWithCopies(actor: Actor, writeUp: string, language: string): Promise<string[]> {
  const rows = await db.execute<{ task: string }>(sql`
    select c.task from working_copies c join write_ups on write_ups.id = c.write_up_id
    where c.write_up_id = ${writeUp} and c.person_id = ${actor.personId} and c.language = ${language}
      and c.fields <> '[]'::jsonb and ${editableBy(actor)}
    order by c.updated_at`);
  return rows.map(({ task }) => task);
}
