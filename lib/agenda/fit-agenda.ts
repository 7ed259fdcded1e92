import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendaItems } from "@/db/schema";
import { scale } from "@/lib/formats/formats";

/** An agenda that filled the old length is stretched to the new one; titles that somebody changed stay. */
export async function fitAgenda(tx: Tx, session: { id: string; minutes: number }, minutes: number) {
  const steps = await tx
    .select({ id: agendaItems.id, minutes: agendaItems.minutes })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, session.id))
    .orderBy(agendaItems.position);
  const filled = steps.reduce((sum, step) => sum + step.minutes, 0) === session.minutes;
  if (!filled || steps.length === 0 || steps.length > minutes) return;
  const lengths = scale(
    steps.map((step) => step.minutes),
    minutes,
  );
  const values = steps.map((step, index) => sql`(${step.id}, ${lengths[index] ?? 1}::int)`);
  await tx.execute(
    sql`update agenda_items set minutes = fitted.minutes from (values ${sql.join(values, sql`, `)}) as fitted (id, minutes) where agenda_items.id = fitted.id`,
  );
}
