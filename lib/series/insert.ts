import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendaItems, type series, sessions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { fitted, stepsOf } from "@/lib/formats/offered";
import type { FormatStep } from "@/lib/formats/types";
import { cityName } from "@/lib/sessions/city-name";
import { insertSession } from "@/lib/sessions/insert";
import { tellAbout } from "@/lib/sessions/tell";
import type { WallTime } from "@/lib/time/wall";

interface Given {
  seriesStart: WallTime;
  wallStart: WallTime;
  startsAt: Date;
  readings?: readonly string[];
  formKey?: string;
}

/**
 * One occurrence as a session of its own, with its own place in everybody's calendar: whoever is invited gets a line in the
 * Inbox and one calendar message for each, so that each can be answered, moved and cancelled alone. Null when it is there.
 */
export async function insertOccurrence(
  tx: Tx,
  actor: Actor,
  row: typeof series.$inferSelect,
  { seriesStart, wallStart, startsAt, readings = [], formKey }: Given,
): Promise<string | null> {
  const { template, zone, minutes, cohortId, createdBy } = row;
  const { required, optional } = template;
  const id = await insertSession(tx, {
    ...template,
    ...{ cohortId, wallStart, zone, startsAt, minutes, seriesStart, createdBy, readings, formKey },
    seriesId: row.id,
    steps: await agendaFor(tx, row),
  });
  if (id === null) return null;
  await tellAbout(tx, actor, { id, cohortId, invited: [...required, ...optional] }, "session-scheduled");
  return id;
}

/** The agenda of the format; when the cohort no longer has that format, the one of the latest session of the series. */
async function agendaFor(tx: Tx, { id, template, minutes, cohortId }: typeof series.$inferSelect) {
  const { format, language, hostId } = template;
  const [host] = hostId ? await tx.select().from(workspaces).where(eq(workspaces.id, hostId)) : [];
  try {
    return (await stepsOf({ cohortId, format, minutes, language, host: host ? cityName(host, language) : null })).steps;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return latestAgenda(tx, id, minutes);
  }
}

async function latestAgenda(tx: Tx, seriesId: string, minutes: number): Promise<FormatStep[]> {
  const [latest] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.seriesId, seriesId))
    .orderBy(desc(sessions.seriesStart))
    .limit(1);
  if (!latest) return [];
  const { title, lead, output } = agendaItems;
  const steps = await tx
    .select({ title, lead, output, minutes: agendaItems.minutes })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, latest.id))
    .orderBy(asc(agendaItems.position));
  return steps.length > 0 && steps.length <= minutes ? fitted(steps, minutes) : [];
}
