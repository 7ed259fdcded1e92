import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { agendaItems, sessions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { markOf } from "@/lib/formats/mark";
import { isId } from "@/lib/ids";
import { READINGS_MAX, type SessionStatus, UNANNOUNCED } from "@/lib/sessions/limits";
import { statusAt } from "@/lib/sessions/moment";
import { CITY_COLUMNS, readingsOffered } from "@/lib/sessions/parts";
import type { Reading } from "@/lib/sessions/types";
import { offsetSeconds } from "@/lib/time/clock-changes";
import { formatClock } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { endInstant, instantToWall } from "@/lib/time/wall";
import type { EditedAgenda, EditedStep } from "./types";

export function isAnnounced(status: SessionStatus): boolean {
  return !UNANNOUNCED.some((unannounced) => unannounced === status);
}

/** The agenda of a session with what its form offers; null for those who may not change it. */
export async function getAgenda(actor: Actor, id: string): Promise<EditedAgenda | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select({
      id: sessions.id,
      cohortId: sessions.cohortId,
      status: sessions.status,
      title: sessions.title,
      language: sessions.language,
      minutes: sessions.minutes,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      host: CITY_COLUMNS,
    })
    .from(sessions)
    .leftJoin(workspaces, eq(workspaces.id, sessions.hostId))
    .where(and(eq(sessions.id, id), sessionsVisibleTo(actor)));
  if (!row) return null;
  const status = statusAt(row, clock.now());
  if (!canSession(actor, "session.edit", { cohortId: row.cohortId, status, invited: [] })) return null;
  const [steps, readings] = await Promise.all([stepsOfSession(db, id), offered(actor, row.cohortId)]);
  const shown = (instant: Date) => formatClock(instant, actor.zone, actor.locale);
  let at = row.startsAt;
  return {
    id,
    title: row.title,
    language: row.language,
    minutes: row.minutes,
    announced: isAnnounced(status),
    host: row.host,
    steps: steps.map((step) => {
      const begins = at;
      at = endInstant(begins, step.minutes);
      return { ...step, clock: shown(begins), endClock: shown(at) };
    }),
    seen: agendaMark(steps),
    readings,
    start: shown(row.startsAt),
    end: shown(row.endsAt),
    startMinute: minuteOfDay(row.startsAt, row.endsAt, actor.zone),
  };
}

function minuteOfDay(startsAt: Date, endsAt: Date, zone: string): number | null {
  if (offsetSeconds(zone, startsAt) !== offsetSeconds(zone, endsAt)) return null;
  const [hours, minutes] = instantToWall(startsAt, zone).slice(-5).split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** More than a session gives to read: a step may be about something else that the cohort reads. */
function offered(actor: Actor, cohortId: string): Promise<Reading[]> {
  return readingsOffered(actor, cohortId, READINGS_MAX * 4);
}

export async function stepsOfSession(from: Queryable, sessionId: string): Promise<EditedStep[]> {
  const rows = await from
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      minutes: agendaItems.minutes,
      lead: agendaItems.lead,
      output: agendaItems.output,
      writeUpId: agendaItems.writeUpId,
      startedAt: agendaItems.startedAt,
    })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position));
  return rows.map(({ startedAt, ...step }) => ({ ...step, started: startedAt !== null }));
}

/** What is in an agenda, as a mark; that a step has begun meanwhile is no change of it. */
export function agendaMark(steps: readonly EditedStep[]): string {
  return markOf(steps.map((one) => [one.id, one.title, one.minutes, one.lead, one.output, one.writeUpId]));
}
