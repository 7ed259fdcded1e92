import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks, commitments, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { asksVisibleTo, readingFor, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { audibleTo } from "@/lib/comments/audible";
import { thingOf } from "@/lib/comments/types";
import { DOER, readCommitments } from "@/lib/commitments/rows";
import { isId } from "@/lib/ids";
import { UNANNOUNCED } from "@/lib/sessions/limits";
import { clock } from "@/lib/time/now";
import { awayUntil } from "./away";
import { PERSON_COMMENTS, PERSON_COMMITMENTS, PERSON_SESSIONS, PERSON_WRITE_UPS } from "./limits";
import { BY_ROLE, CITY_JSON, cohortsRead, textList } from "./parts";
import type { PersonComment, PersonPage, PersonPlace, PersonSession, PersonWriteUp } from "./types";

type Told<T> = Omit<T, "at" | "since" | "startsAt">;

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  languages: string[];
  expertise: string;
  zone: string;
  work_start: number;
  work_end: number;
  away_until: string | null;
  places: (Told<Omit<PersonPlace, "mayAsk">> & { since: number; cohortId: string })[] | null;
  write_ups: (PersonWriteUp & { total: number })[] | null;
  comments:
    | (Told<Omit<PersonComment, "about">> & {
        at: number;
        writeUpId: string | null;
        sessionId: string | null;
        askId: string | null;
      })[]
    | null;
  sessions: (Told<PersonSession> & { startsAt: number })[] | null;
  answered: PersonPage["answered"] | null;
}

/**
 * Somebody who belongs to one of the actor's cohorts now, with what they did as far as the actor may know it: two
 * statements. Null for everybody else: they do not exist for the actor.
 */
export async function getPerson(actor: Actor, id: string): Promise<PersonPage | null> {
  const cohorts = cohortsRead(actor);
  if (!isId(id) || cohorts.length === 0) return null;
  const told = db.execute<Row>(sql`
    select p.id, p.name, p.languages, p.expertise, p.zone, p.work_start, p.work_end, ${awayUntil("p", clock.now())} as away_until,
      held.places, ${writeUpsOf(actor, id)} as write_ups, ${commentsOf(actor, id)} as comments,
      ${sessionsOf(actor, id)} as sessions, ${answeredBy(actor, id)} as answered
    from people p cross join lateral (${placesIn(cohorts)}) held
    where p.id = ${id} and held.places is not null`);
  const [[row], promised] = await Promise.all([told, commitmentsOf(actor, id)]);
  if (!row) return null;
  const shared = row.write_ups ?? [];
  return {
    id: row.id,
    name: row.name,
    languages: row.languages,
    expertise: row.expertise,
    zone: row.zone,
    workStart: row.work_start,
    workEnd: row.work_end,
    awayUntil: row.away_until,
    isMe: row.id === actor.personId,
    places: (row.places ?? []).map(({ cohortId, ...place }) => ({
      ...place,
      since: new Date(place.since),
      mayAsk:
        place.city !== null &&
        !actor.memberships.some(({ workspaceId }) => workspaceId === place.city?.id) &&
        canPlace(actor, "ask.post", { cohortId, workspaceId: place.city.id }),
    })),
    writeUps: { items: shared.map(({ total: _total, ...writeUp }) => writeUp), total: shared[0]?.total ?? 0 },
    comments: (row.comments ?? []).flatMap(({ at, writeUpId, sessionId, askId, ...comment }) => {
      const about = thingOf({ writeUpId, sessionId, askId });
      return about ? [{ ...comment, at: new Date(at), about }] : [];
    }),
    sessions: (row.sessions ?? []).map((session) => ({ ...session, startsAt: new Date(session.startsAt) })),
    commitments: promised,
    answered: row.answered ?? [],
  };
}

function millis(column: SQL): SQL {
  return sql`floor(extract(epoch from ${column}) * 1000)::float8`;
}

function placesIn(cohorts: readonly string[]): SQL {
  return sql`select json_agg(json_build_object('role', m.role, 'since', ${millis(sql`m.from_at`)}, 'cohortId', m.cohort_id,
      'cohort', k.name, 'city', case when w.id is not null then ${CITY_JSON}::jsonb
        || jsonb_build_object('id', w.id, 'zone', w.zone, 'workWeek', w.work_week) end)
      order by w.longitude nulls last, ${BY_ROLE}) as places
    from memberships m join cohorts k on k.id = m.cohort_id left join workspaces w on w.id = m.workspace_id
    where m.person_id = p.id and m.cohort_id = any(${textList(cohorts)})
      and m.from_at <= now() and (m.until_at is null or m.until_at > now())`;
}

/** The text of a write-up that the actor reads: in a language of theirs, or as it was written. */
function textRead(actor: Actor): SQL {
  return sql`from write_up_texts x where x.write_up_id = write_ups.id and x.audience = ${readingFor(actor)}
    order by array_position(${textList(actor.languages)}, x.language), x.language = write_ups.language desc limit 1`;
}

function writeUpsOf(actor: Actor, id: string): SQL {
  return sql`(select json_agg(f.one order by f.place) from (
    select json_build_object('id', write_ups.id, 'title', x.title, 'language', x.language, 'kind', write_ups.kind,
        'audience', write_ups.audience, 'city', ${CITY_JSON}, 'total', count(*) over ()) as one,
      row_number() over (order by write_ups.released_at desc nulls first, write_ups.id) as place
    from write_up_authors a join ${writeUps} on write_ups.id = a.write_up_id
      join workspaces w on w.id = write_ups.workspace_id
      cross join lateral (select x.title, x.language ${textRead(actor)}) x
    where a.person_id = ${id} and ${visibleTo(actor)}
    order by place limit ${PERSON_WRITE_UPS}) f)`;
}

/**
 * What they said where the actor may read and hear it. Not what stands hidden or removed; and nothing from sessions of
 * which nobody is to tell who said what.
 */
function commentsOf(actor: Actor, id: string): SQL {
  return sql`(select json_agg(f.one order by f.created_at desc, f.id desc) from (
    select c.id, c.created_at, json_build_object('id', c.id, 'html', c.html, 'language', c.language,
      'at', ${millis(sql`c.created_at`)}, 'writeUpId', write_ups.id, 'sessionId', sessions.id, 'askId', asks.id,
      'title', coalesce(x.title, sessions.title, asks.title),
      'titleLanguage', coalesce(x.language, sessions.language, asks.language)) as one
    from comments c
      left join ${writeUps} on write_ups.id = c.write_up_id and ${visibleTo(actor)}
      left join ${sessions} on sessions.id = c.session_id and ${sessionsVisibleTo(actor)}
        and sessions.confidentiality <> 'use-not-name'
      left join ${asks} on asks.id = c.ask_id and ${asksVisibleTo(actor)}
      left join lateral (select x.title, x.language ${textRead(actor)}) x on true
    where c.author_id = ${id} and c.deleted_at is null and c.hidden_at is null
      and num_nonnulls(write_ups.id, sessions.id, asks.id) = 1 and ${audibleTo(actor, "c", sql`write_ups.workspace_id`)}
    order by c.created_at desc, c.id desc limit ${PERSON_COMMENTS}) f)`;
}

/** The sessions that they run or take notes in, latest first. */
function sessionsOf(actor: Actor, id: string): SQL {
  const runs = sql`coalesce(sessions.runner_id, sessions.created_by) = ${id}`;
  const takesNotes = sql`coalesce(sessions.note_taker_id = ${id}, false)`;
  return sql`(select json_agg(f.one order by f.starts_at desc) from (
    select sessions.starts_at, json_build_object('id', sessions.id, 'title', sessions.title, 'language', sessions.language,
      'startsAt', ${millis(sql`sessions.starts_at`)}, 'runs', ${runs}, 'takesNotes', ${takesNotes}) as one
    from ${sessions}
    where ${sessionsVisibleTo(actor)} and (${runs} or ${takesNotes})
      and sessions.status <> 'cancelled' and sessions.status <> all(${textList([...UNANNOUNCED, "polling"])})
    order by sessions.starts_at desc limit ${PERSON_SESSIONS}) f)`;
}

/** What they said they would do, what is still to do first. */
function commitmentsOf(actor: Actor, id: string) {
  const open = sql`${commitments.closedAt} is null`;
  const order = sql`(${open}) desc, case when ${open} then ${commitments.dueOn} end, ${commitments.closedAt} desc, ${commitments.id}`;
  return readCommitments(actor, sql`${DOER} = ${id}`, order, PERSON_COMMITMENTS);
}

/** What was asked of a city, or of whoever knows, and they answered. */
function answeredBy(actor: Actor, id: string): SQL {
  return sql`(select json_agg(f.one order by f.answered_at desc) from (
    select asks.answered_at, json_build_object('id', asks.id, 'title', asks.title, 'language', asks.language,
      'city', case when w.id is not null then ${CITY_JSON} end) as one
    from comments c join ${asks} on asks.answer_id = c.id left join workspaces w on w.id = asks.from_workspace_id
    where c.author_id = ${id} and c.ask_id = asks.id and c.deleted_at is null and c.hidden_at is null
      and ${asksVisibleTo(actor)} and ${audibleTo(actor, "c", null)}
    order by asks.answered_at desc limit ${PERSON_SESSIONS}) f)`;
}
