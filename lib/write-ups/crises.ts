import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { crises, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import { fieldError } from "@/lib/errors/errors";
import type { Locale } from "@/lib/i18n/locales";
import { newId } from "@/lib/ids";
import { cityNameIn } from "@/lib/workspaces/name";
import { newCrisisType } from "./schema";
import { CRISIS_TYPES } from "./vocabulary";

export interface OfferedCrisis {
  id: string;
  type: string;
  /** The city that wrote about it first, to tell two floods apart; null for a crisis of all. */
  city: string | null;
}

/** A crisis that every cohort knows; its row is made when the first case names it. */
const COVID = { id: "covid-19", type: "pandemic-epidemic", hazard: "biological" } as const;

/** The crises that the actor may know of: those of write-ups they may read, and COVID-19. The most told comes first. */
export async function listCrises(actor: Actor, locale: Locale = actor.locale): Promise<OfferedCrisis[]> {
  const rows = await db.execute<{ id: string; type: string; city: string | null }>(sql`
    select x.id, x.type, (array_agg(${cityNameIn(locale)} order by write_ups.created_at))[1] as city
    from ${writeUps} join crises x on x.id = write_ups.crisis_id join workspaces c on c.id = write_ups.workspace_id
    where ${visibleTo(actor)} and x.id <> ${COVID.id}
    group by x.id, x.type order by count(*) desc, x.id limit 100`);
  return [{ id: COVID.id, type: COVID.type, city: null }, ...rows];
}

/** The id of the crisis that was chosen: one the actor may know of, or a new one of the type. */
export async function placeCrisis(tx: Tx, actor: Actor, chosen: string): Promise<{ id: string; made: boolean }> {
  const type = newCrisisType(chosen);
  if (type) {
    const id = newId();
    await tx.insert(crises).values({ id, type, hazard: CRISIS_TYPES[type] });
    return { id, made: true };
  }
  if (chosen === COVID.id) {
    await tx.insert(crises).values(COVID).onConflictDoNothing();
    return { id: COVID.id, made: false };
  }
  const [known] = await tx.execute(sql`
    select 1 from ${writeUps} where ${writeUps.crisisId} = ${chosen} and ${visibleTo(actor)} limit 1`);
  if (!known) throw fieldError("crisis", "errors.field.invalid");
  return { id: chosen, made: false };
}

/** A new crisis that no case names after all, such as from a form that was sent twice. */
export async function dropCrisis(tx: Tx, id: string): Promise<void> {
  await tx.delete(crises).where(eq(crises.id, id));
}
