import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems, formats, sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { agendaOf, formatOf } from "./formats";
import { markOf } from "./mark";
import type { FormatStep, OwnFormat } from "./types";

const COLUMNS = {
  id: formats.id,
  cohortId: formats.cohortId,
  name: formats.name,
  language: formats.language,
  minutes: formats.minutes,
  steps: formats.steps,
};

function aroundMe(actor: Actor) {
  const cohorts = [...new Set(actor.memberships.map(({ cohortId }) => cohortId))];
  return inArray(formats.cohortId, cohorts);
}

/** The formats that the facilitators of the actor's cohorts keep, by name. */
export async function listOwnFormats(actor: Actor): Promise<OwnFormat[]> {
  if (actor.memberships.length === 0) return [];
  const rows = await db
    .select(COLUMNS)
    .from(formats)
    .where(and(aroundMe(actor), isNull(formats.archivedAt)))
    .orderBy(asc(formats.name), asc(formats.id));
  return rows.map(({ cohortId, ...format }) => format);
}

/** A format of the actor's cohort as its rules need it; null when it does not exist for them, or no longer. */
export async function loadFormat(actor: Actor, id: string) {
  if (!isId(id) || actor.memberships.length === 0) return null;
  const [row] = await db
    .select(COLUMNS)
    .from(formats)
    .where(and(eq(formats.id, id), aroundMe(actor), isNull(formats.archivedAt)));
  return row ? { ...row, workspaceId: null } : null;
}

/** A format to edit, with the mark of its state; null for those who may not. */
export async function getFormatForEditing(actor: Actor, id: string): Promise<(OwnFormat & { seen: string }) | null> {
  const found = await loadFormat(actor, id);
  if (!found || !canPlace(actor, "session.schedule", found)) return null;
  const { cohortId, workspaceId, ...format } = found;
  return { ...format, seen: formatMark(format) };
}

/** What a format holds, as a mark. */
export function formatMark({ name, language, steps }: Pick<OwnFormat, "name" | "language" | "steps">): string {
  return markOf([name, language, steps.map(({ title, minutes, lead, output }) => [title, minutes, lead, output])]);
}

interface Start {
  name: string;
  language: string;
  steps: FormatStep[];
}

/** What a new format begins with: another format, or the agenda of a session as it was. Null when there is no such thing. */
export async function startOfFormat(
  actor: Actor,
  from: { format?: string; session?: string },
  locale: Locale,
): Promise<Start | null> {
  if (isId(from.session)) return startOfSession(actor, from.session);
  const known = from.format ? formatOf(from.format) : null;
  if (known) return { name: known.name[locale], language: locale, steps: agendaOf(known, known.minutes, locale, null) };
  return from.format ? await loadFormat(actor, from.format) : null;
}

async function startOfSession(actor: Actor, id: string): Promise<Start | null> {
  const rows = await db
    .select({
      name: sessions.title,
      language: sessions.language,
      title: agendaItems.title,
      minutes: agendaItems.minutes,
      lead: agendaItems.lead,
      output: agendaItems.output,
    })
    .from(sessions)
    .innerJoin(agendaItems, eq(agendaItems.sessionId, sessions.id))
    .where(and(eq(sessions.id, id), sessionsVisibleTo(actor)))
    .orderBy(asc(agendaItems.position));
  const [first] = rows;
  if (!first) return null;
  const steps = rows.map(({ name, language, ...step }) => step);
  return { name: first.name, language: first.language, steps };
}
