import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { editors, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { dropCopy } from "./drop";
import type { KeptState, Other } from "./limits";
import { arrives, othersIn } from "./presence";
import { formOpenTo } from "./rights";
import type { CopyInput, FormAddressInput } from "./schema";

/**
 * Keeps what somebody has typed so far, and says that they are here: one statement. A save that comes late changes nothing.
 * It is no change of the write-up, so it leaves no row in the log.
 */
export async function keepCopy(actor: Actor, input: CopyInput): Promise<KeptState> {
  const { writeUp, task, language, fields, version, seen, serial } = input;
  const [row] = await db.execute<{ kept: number | null; serial: number | null; others: Other[] }>(sql`
    with mine as (select ${writeUps.id} from ${writeUps} where ${writeUps.id} = ${writeUp} and ${formOpenTo(actor, task)}),
    here as (${arrives(actor.personId, task)}),
    saved as (
      insert into working_copies as c (write_up_id, person_id, language, task, fields, version, seen, serial)
      select id, ${actor.personId}, ${language}, ${task}, ${JSON.stringify(fields)}::text::jsonb, ${version}, ${seen}, ${serial} from mine
      on conflict (write_up_id, person_id, language, task) do update
        set fields = excluded.fields, version = excluded.version, seen = excluded.seen, serial = excluded.serial, updated_at = now()
        where c.serial < excluded.serial
      returning c.serial)
    select (select s.serial from saved s) as kept,
      (select c.serial from working_copies c where c.write_up_id = mine.id and c.person_id = ${actor.personId}
        and c.language = ${language} and c.task = ${task}) as serial,
      ${othersIn(sql`mine.id`, actor.personId, task)} as others
    from mine`);
  if (!row) throw new AppError("not_found");
  return { kept: row.kept !== null, serial: Math.max(row.kept ?? 0, row.serial ?? 0), others: row.others };
}

/** Throws away what the actor typed into a form. Only their own; what is not there is thrown away already. */
export async function throwAway(actor: Actor, { writeUp, task, language }: FormAddressInput): Promise<void> {
  await dropCopy(db, { writeUpId: writeUp, personId: actor.personId, language, task });
}

/** The actor closed a write-up. */
export async function leave(actor: Actor, writeUp: string, task: string): Promise<void> {
  const mine = and(eq(editors.writeUpId, writeUp), eq(editors.personId, actor.personId), eq(editors.task, task));
  await db.delete(editors).where(mine);
}
