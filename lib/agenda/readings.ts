import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems, writeUps, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { StepReading } from "@/lib/sessions/types";

/** What the steps of a session are about, by the id of the step, as far as the actor may read it and in their language. */
export async function stepReadings(actor: Actor, sessionId: string): Promise<Map<string, StepReading>> {
  const wanted = sql`array[${sql.join(
    actor.languages.map((language) => sql`${language}`),
    sql`, `,
  )}]::text[]`;
  const rows = await db
    .selectDistinctOn([agendaItems.id], {
      step: agendaItems.id,
      id: writeUps.id,
      title: writeUpTexts.title,
      language: writeUpTexts.language,
    })
    .from(agendaItems)
    .innerJoin(writeUps, eq(writeUps.id, agendaItems.writeUpId))
    .innerJoin(writeUpTexts, and(eq(writeUpTexts.writeUpId, writeUps.id), eq(writeUpTexts.audience, readingFor(actor))))
    .where(and(eq(agendaItems.sessionId, sessionId), visibleTo(actor)))
    .orderBy(
      agendaItems.id,
      sql`array_position(${wanted}, ${writeUpTexts.language}) nulls last`,
      sql`(${writeUpTexts.language} = ${writeUps.language}) desc`,
      writeUpTexts.language,
    );
  return new Map(rows.map(({ step, ...reading }) => [step, reading]));
}
