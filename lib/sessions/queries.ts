import "server-only";
import { and, asc, eq, gt, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { answers, formats, people, sessionCities, sessions, workspaces } from "@/db/schema";
import { stepReadings } from "@/lib/agenda/readings";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { seriesLine } from "@/lib/series/queries";
import { clock } from "@/lib/time/now";
import { cityClock, type SessionTime } from "@/lib/time/session-clocks";
import { cityOnClock } from "./city-name";
import { UNANNOUNCED } from "./limits";
import { doorsOpen, momentOf, statusAt } from "./moment";
import { type AnswerRow, agendaOfSession, answersOf, CITY_COLUMNS, citiesOf, readingsOf } from "./parts";
import { citiesAround, myWorkspaces } from "./places";
import { entrustedWith } from "./subjects";
import type { NextSession, SessionView } from "./types";

const creators = alias(people, "creators");

const LINE_COLUMNS = {
  id: sessions.id,
  title: sessions.title,
  purpose: sessions.purpose,
  language: sessions.language,
  format: sessions.format,
  status: sessions.status,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  minutes: sessions.minutes,
  wallStart: sessions.wallStart,
  zone: sessions.zone,
};

function myAnswer(actor: Actor) {
  return and(eq(answers.sessionId, sessions.id), eq(answers.personId, actor.personId));
}

/** A session as the actor may see it, or null: it does not exist for them. */
export async function getSession(actor: Actor, id: string): Promise<SessionView | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select({
      session: sessions,
      host: CITY_COLUMNS,
      creator: { id: creators.id, name: creators.name },
      myAnswer: answers.answer,
      ownFormat: formats.name,
    })
    .from(sessions)
    .innerJoin(creators, eq(creators.id, sessions.createdBy))
    .leftJoin(formats, and(eq(formats.id, sessions.format), eq(formats.cohortId, sessions.cohortId)))
    .leftJoin(workspaces, eq(workspaces.id, sessions.hostId))
    .leftJoin(answers, myAnswer(actor))
    .where(and(eq(sessions.id, id), sessionsVisibleTo(actor)));
  if (!row) return null;
  const { formKey, createdBy, createdAt, hostId, zoneRules, joinUrl, ...session } = row.session;
  const now = clock.now();
  const [around, cities, answered, agenda, readings, series, about] = await Promise.all([
    citiesAround(actor),
    citiesOf(id),
    answersOf(id, session.startsAt),
    agendaOfSession(id, session.startsAt, actor.zone, actor.locale),
    readingsOf(actor, id),
    seriesLine(actor, session),
    stepReadings(actor, id),
  ]);
  const invited = cities.map((city) => city.id);
  const subject = {
    cohortId: session.cohortId,
    status: statusAt(session, now),
    invited,
    entrusted: entrustedWith(session),
  };
  const join = canSession(actor, "session.join", subject);
  const going = new Set(answered.filter(({ answer }) => answer === "going").map(({ personId }) => personId));
  return {
    ...session,
    moment: momentOf(session, now),
    doorsOpen: doorsOpen(session, now),
    joinUrl: join ? joinUrl : null,
    seatsTaken: going.size,
    creator: row.creator,
    host: row.host,
    ownFormat: row.ownFormat,
    cities: cities.map((city) => ({
      ...city,
      ...timeIn(session, city, actor.zone),
      ...namesByAnswer(answered.filter((answer) => answer.workspaceId === city.id)),
    })),
    others: othersComing(answered, invited),
    waiting: unique(
      answered.filter(({ answer }) => answer === "waiting").map(({ personId, name }) => ({ id: personId, name })),
    ),
    series,
    agenda: agenda.map((step) => ({ ...step, writeUp: about.get(step.id) ?? null })),
    readings,
    myAnswer: row.myAnswer,
    myId: actor.personId,
    myWorkspaceIds: myWorkspaces(actor),
    readerZone: actor.zone,
    readerCity: cityOnClock(actor.zone, around, myWorkspaces(actor)),
    now,
    abilities: {
      edit: canSession(actor, "session.edit", subject),
      cancel: canSession(actor, "session.cancel", subject),
      answer: canSession(actor, "session.answer", subject),
      join,
      comment: canSession(actor, "session-comment.post", subject),
      note: canSession(actor, "session.note", subject),
      readNotes: canSession(actor, "session.read-notes", subject),
      run: canSession(actor, "session.run", subject),
    },
  };
}

/** The next session that concerns the actor: their city is invited, or they belong to the cohort itself. */
export async function nextSession(actor: Actor): Promise<NextSession | null> {
  const now = clock.now();
  const mine = myWorkspaces(actor);
  const concerned = or(
    mine.length > 0
      ? sql`exists (select 1 from ${sessionCities} where ${sessionCities.sessionId} = ${sessions.id} and ${inArray(sessionCities.workspaceId, mine)})`
      : undefined,
    inCohorts(actor.memberships.filter((m) => m.workspaceId === null).map((m) => m.cohortId)),
  );
  if (!concerned) return null;
  const [row] = await db
    .select({
      ...LINE_COLUMNS,
      cohortId: sessions.cohortId,
      joinUrl: sessions.joinUrl,
      host: CITY_COLUMNS,
      myAnswer: answers.answer,
    })
    .from(sessions)
    .leftJoin(workspaces, eq(workspaces.id, sessions.hostId))
    .leftJoin(answers, myAnswer(actor))
    .where(
      and(
        sessionsVisibleTo(actor),
        gt(sessions.endsAt, now),
        notInArray(sessions.status, [...UNANNOUNCED, "cancelled", "held"]),
        sql`${answers.answer} is distinct from 'not'`,
        concerned,
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(1);
  if (!row) return null;
  const cities = await citiesOf(row.id);
  const { cohortId, joinUrl, format, status, ...session } = row;
  const subject = { cohortId, status, invited: cities.map((city) => city.id) };
  return {
    ...session,
    moment: momentOf(row, now),
    doorsOpen: doorsOpen(row, now),
    joinUrl: canSession(actor, "session.join", subject) ? joinUrl : null,
    myWorkspaceIds: mine,
    cities: cities.map((city) => ({ ...city, ...timeIn(session, city, actor.zone) })),
  };
}

function inCohorts(cohortIds: string[]): SQL | undefined {
  return cohortIds.length > 0 ? inArray(sessions.cohortId, cohortIds) : undefined;
}

function timeIn(session: SessionTime, city: { id: string; zone: string }, readerZone: string) {
  const { cityId, ...time } = cityClock(session, city, readerZone);
  return time;
}

function namesByAnswer(rows: AnswerRow[]) {
  const named = (answer: AnswerRow["answer"]) =>
    unique(rows.filter((row) => row.answer === answer).map(({ personId, name }) => ({ id: personId, name })));
  return { going: named("going"), waiting: named("waiting"), tentative: named("tentative"), not: named("not") };
}

function othersComing(rows: AnswerRow[], invited: readonly string[]) {
  const inCities = new Set(
    rows.filter((row) => row.workspaceId !== null && invited.includes(row.workspaceId)).map((row) => row.personId),
  );
  const others = rows.filter((row) => row.answer === "going" && !inCities.has(row.personId));
  return unique(others.map(({ personId, name }) => ({ id: personId, name })));
}

function unique<T extends { id: string }>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
