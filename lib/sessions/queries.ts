import "server-only";
import { and, asc, desc, eq, gt, inArray, lte, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { answers, people, sessionCities, sessions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { cityClock, type SessionTime } from "@/lib/time/session-clocks";
import { dateIn } from "@/lib/time/wall";
import { cityOnClock } from "./city-name";
import { COMING_MAX, PAST_PAGE, UNANNOUNCED } from "./limits";
import { doorsOpen, momentOf, statusAt } from "./moment";
import { type AnswerRow, agendaOfSession, answersOf, CITY_COLUMNS, citiesOf, readingsOf } from "./parts";
import { citiesAround, myWorkspaces } from "./places";
import { entrustedWith } from "./subjects";
import type { NextSession, SessionDay, SessionLine, SessionView } from "./types";

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

/** Coming sessions, soonest first, or past ones, latest first and a page at a time, by day in the reader's clock. */
export async function listSessions(
  actor: Actor,
  { when, before }: { when: "upcoming" | "past"; before?: string },
): Promise<{ days: SessionDay[]; more: boolean }> {
  const now = clock.now();
  const past = when === "past";
  const page = past ? PAST_PAGE : COMING_MAX;
  const over = or(lte(sessions.endsAt, now), eq(sessions.status, "held"));
  const after: SQL | undefined = isId(before)
    ? sql`(${sessions.startsAt}, ${sessions.id}) < (select s.starts_at, s.id from sessions s where s.id = ${before})`
    : undefined;
  const rows = await db
    .select({
      ...LINE_COLUMNS,
      host: CITY_COLUMNS,
      myAnswer: answers.answer,
      cities: sql<number>`(select count(*)::int from session_cities c where c.session_id = ${sessions.id})`,
    })
    .from(sessions)
    .leftJoin(workspaces, eq(workspaces.id, sessions.hostId))
    .leftJoin(answers, myAnswer(actor))
    .where(
      and(
        sessionsVisibleTo(actor),
        past ? over : and(gt(sessions.endsAt, now), ne(sessions.status, "held")),
        past ? after : undefined,
      ),
    )
    .orderBy(past ? desc(sessions.startsAt) : asc(sessions.startsAt), past ? desc(sessions.id) : asc(sessions.id))
    .limit(page + 1);
  const lines = rows.slice(0, page).map((row) => ({ ...row, moment: momentOf(row, now) }));
  return { days: byDay(lines, actor.zone), more: rows.length > page };
}

function byDay(lines: SessionLine[], zone: string): SessionDay[] {
  const days = new Map<string, SessionLine[]>();
  for (const line of lines) {
    const date = dateIn(line.startsAt, zone);
    days.set(date, [...(days.get(date) ?? []), line]);
  }
  return [...days].map(([date, found]) => ({ date, sessions: found }));
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
    })
    .from(sessions)
    .innerJoin(creators, eq(creators.id, sessions.createdBy))
    .leftJoin(workspaces, eq(workspaces.id, sessions.hostId))
    .leftJoin(answers, myAnswer(actor))
    .where(and(eq(sessions.id, id), sessionsVisibleTo(actor)));
  if (!row) return null;
  const { formKey, createdBy, createdAt, hostId, zoneRules, joinUrl, ...session } = row.session;
  const now = clock.now();
  const [around, cities, answered, agenda, readings] = await Promise.all([
    citiesAround(actor),
    citiesOf(id),
    answersOf(id, session.startsAt),
    agendaOfSession(id, session.startsAt, actor.zone, actor.locale),
    readingsOf(actor, id),
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
    cities: cities.map((city) => ({
      ...city,
      ...timeIn(session, city, actor.zone),
      ...namesByAnswer(answered.filter((answer) => answer.workspaceId === city.id)),
    })),
    others: othersComing(answered, invited),
    agenda,
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
  return { going: named("going"), tentative: named("tentative"), not: named("not") };
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
