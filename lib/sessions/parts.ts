import "server-only";
import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  agendaItems,
  answers,
  memberships,
  people,
  sessionCities,
  sessionReadings,
  workspaces,
  writeUps,
  writeUpTexts,
} from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import { formatClock } from "@/lib/time/format";
import { endInstant } from "@/lib/time/wall";
import type { AgendaEntry, Reading } from "./types";

export const CITY_COLUMNS = {
  id: workspaces.id,
  slug: workspaces.slug,
  code: workspaces.code,
  name: workspaces.name,
  localName: workspaces.localName,
  languages: workspaces.languages,
  accent: workspaces.accent,
  zone: workspaces.zone,
};

/** The cities a session invites, from west to east. */
export function citiesOf(sessionId: string) {
  return db
    .select({ ...CITY_COLUMNS, required: sessionCities.required })
    .from(sessionCities)
    .innerJoin(workspaces, eq(workspaces.id, sessionCities.workspaceId))
    .where(eq(sessionCities.sessionId, sessionId))
    .orderBy(asc(workspaces.longitude), asc(workspaces.id));
}

export interface AnswerRow {
  personId: string;
  name: string;
  answer: (typeof answers.$inferSelect)["answer"];
  workspaceId: string | null;
}

/** Who answered what, with each city they belonged to then; who has left since is gone. */
export function answersOf(sessionId: string, startsAt: Date): Promise<AnswerRow[]> {
  return db
    .select({
      personId: people.id,
      name: people.name,
      answer: answers.answer,
      workspaceId: memberships.workspaceId,
    })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.personId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        or(
          isNull(memberships.untilAt),
          gt(memberships.untilAt, sql`least(now(), ${startsAt.toISOString()}::timestamptz)`),
        ),
        sql`${memberships.cohortId} = (select cohort_id from sessions where sessions.id = ${sessionId})`,
      ),
    )
    .where(eq(answers.sessionId, sessionId))
    .orderBy(asc(answers.answeredAt), asc(people.id), asc(memberships.fromAt));
}

/** The steps with their clocks, one after the other from the start. */
export async function agendaOfSession(
  sessionId: string,
  startsAt: Date,
  zone: string,
  locale: string,
): Promise<AgendaEntry[]> {
  const steps = await db
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      minutes: agendaItems.minutes,
      lead: agendaItems.lead,
      output: agendaItems.output,
    })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position));
  let at = startsAt;
  return steps.map((step) => {
    const begins = at;
    at = endInstant(begins, step.minutes);
    const clock = formatClock(begins, zone, locale);
    return { ...step, startsAt: begins, endsAt: at, clock, endClock: formatClock(at, zone, locale) };
  });
}

const READING_COLUMNS = {
  id: writeUps.id,
  kind: writeUps.kind,
  original: writeUps.language,
  title: writeUpTexts.title,
  language: writeUpTexts.language,
  city: CITY_COLUMNS,
};

/** What is to be read before, as far as the reader may read it. */
export async function readingsOf(actor: Actor, sessionId: string): Promise<Reading[]> {
  const rows = await db
    .select(READING_COLUMNS)
    .from(sessionReadings)
    .innerJoin(writeUps, eq(writeUps.id, sessionReadings.writeUpId))
    .innerJoin(workspaces, eq(workspaces.id, writeUps.workspaceId))
    .innerJoin(writeUpTexts, and(eq(writeUpTexts.writeUpId, writeUps.id), eq(writeUpTexts.audience, readingFor(actor))))
    .where(and(eq(sessionReadings.sessionId, sessionId), visibleTo(actor)))
    .orderBy(asc(sessionReadings.position));
  return inOneLanguage(rows, actor.languages);
}

/** What may be given to read: all that the cohort reads, newest first. */
export async function readingsOffered(actor: Actor, cohortId: string, limit: number): Promise<Reading[]> {
  const rows = await db
    .select(READING_COLUMNS)
    .from(writeUps)
    .innerJoin(workspaces, eq(workspaces.id, writeUps.workspaceId))
    .innerJoin(writeUpTexts, and(eq(writeUpTexts.writeUpId, writeUps.id), eq(writeUpTexts.audience, readingFor(actor))))
    .where(and(eq(writeUps.cohortId, cohortId), inArray(writeUps.audience, ["cohort", "public"]), visibleTo(actor)))
    .orderBy(sql`${writeUps.releasedAt} desc nulls last`, asc(writeUps.id))
    .limit(limit * 4);
  return inOneLanguage(rows, actor.languages).slice(0, limit);
}

type ReadingRow = Reading & { original: string };

/** Of the texts of each write-up the one in the language its reader prefers, else the original. */
function inOneLanguage(rows: ReadingRow[], languages: readonly string[]): Reading[] {
  const rank = (row: ReadingRow) => {
    const preferred = languages.indexOf(row.language);
    return preferred >= 0 ? preferred : row.language === row.original ? languages.length : languages.length + 1;
  };
  const best = new Map<string, ReadingRow>();
  for (const row of rows) {
    const kept = best.get(row.id);
    if (!kept || rank(row) < rank(kept)) best.set(row.id, row);
  }
  return [...best.values()].map(({ original, ...reading }) => reading);
}
