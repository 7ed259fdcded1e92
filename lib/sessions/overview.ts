import "server-only";
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, formats, sessions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import type { NoteKind } from "@/lib/notes/limits";
import { instantsOf, type Month } from "@/lib/time/month";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { COMING_MAX, PAST_PAGE, UNANNOUNCED } from "./limits";
import { momentOf, statusAt } from "./moment";
import { passingNotices } from "./notices";
import type { CityCount, OverviewDay, OverviewLine } from "./overview-types";
import { CITY_COLUMNS } from "./parts";
import { myWorkspaces } from "./places";
import { entrustedWith } from "./subjects";
import { wordsIn } from "./words";

export interface Coming {
  days: OverviewDay[];
  /** Whose date is still voted on, the vote that closes first leading. */
  polls: OverviewLine[];
  /** Not announced yet; for facilitators and admins only. */
  drafts: OverviewLine[];
}

/** What is still to come: by day in the reader's clock, apart from what has no date yet and what is not announced. */
export async function comingSessions(actor: Actor, q = ""): Promise<Coming> {
  const now = clock.now();
  const ahead = and(gt(sessions.endsAt, now), ne(sessions.status, "held"));
  const lines = await linesOf(
    actor,
    and(or(ahead, inArray(sessions.status, [...UNANNOUNCED, "polling"])), await wordsIn(actor, q)),
    [asc(sessions.startsAt), asc(sessions.id)],
    COMING_MAX,
  );
  const isDraft = ({ status }: OverviewLine) => UNANNOUNCED.some((one) => one === status);
  const polls = lines.filter(({ status }) => status === "polling");
  const closes = ({ poll }: OverviewLine) => poll?.closesAt.getTime() ?? Number.POSITIVE_INFINITY;
  return {
    days: byDay(
      lines.filter((line) => !isDraft(line) && line.status !== "polling"),
      actor.zone,
    ),
    polls: polls.sort((a, b) => closes(a) - closes(b)),
    drafts: lines.filter(isDraft),
  };
}

/** What was, latest first, a page at a time. */
export async function pastSessions(
  actor: Actor,
  { before, q = "" }: { before?: string; q?: string },
): Promise<{ days: OverviewDay[]; more: boolean; oldest: string | null }> {
  const over = and(
    or(lte(sessions.endsAt, clock.now()), eq(sessions.status, "held")),
    notInArray(sessions.status, [...UNANNOUNCED, "polling"]),
  );
  const after: SQL | undefined = isId(before)
    ? sql`(${sessions.startsAt}, ${sessions.id}) < (select s.starts_at, s.id from sessions s where s.id = ${before})`
    : undefined;
  const found = await linesOf(
    actor,
    and(over, after, await wordsIn(actor, q)),
    [desc(sessions.startsAt), desc(sessions.id)],
    PAST_PAGE + 1,
  );
  const lines = found.slice(0, PAST_PAGE);
  return { days: byDay(lines, actor.zone), more: found.length > PAST_PAGE, oldest: lines.at(-1)?.id ?? null };
}

/** Whatever begins in a month by the reader's clock and has a date. */
export async function sessionsIn(actor: Actor, month: Month): Promise<OverviewDay[]> {
  const { from, until } = instantsOf(month, actor.zone);
  const lines = await linesOf(
    actor,
    and(
      gte(sessions.startsAt, from),
      lt(sessions.startsAt, until),
      notInArray(sessions.status, [...UNANNOUNCED, "polling"]),
    ),
    [asc(sessions.startsAt), asc(sessions.id)],
    COMING_MAX,
  );
  return byDay(lines, actor.zone);
}

const COLUMNS = {
  id: sessions.id,
  cohortId: sessions.cohortId,
  title: sessions.title,
  purpose: sessions.purpose,
  language: sessions.language,
  format: sessions.format,
  ownFormat: formats.name,
  status: sessions.status,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  minutes: sessions.minutes,
  wallStart: sessions.wallStart,
  zone: sessions.zone,
  noteTakerId: sessions.noteTakerId,
  runnerId: sessions.runnerId,
  host: CITY_COLUMNS,
  myAnswer: answers.answer,
};

/** Who belonged to a city then: whoever left before a session is no longer counted for it. */
const COUNTS = sql<CityCount[]>`(
  select coalesce(json_agg(json_build_object(
    'id', w.id, 'slug', w.slug, 'code', w.code, 'name', w.name, 'localName', w.local_name, 'languages', w.languages,
    'accent', w.accent, 'zone', w.zone, 'going', coalesce(a.going, 0), 'tentative', coalesce(a.tentative, 0),
    'came', (select count(*)::int from attendance t where t.session_id = c.session_id and t.workspace_id = w.id)
  ) order by w.longitude, w.id), '[]'::json)
  from session_cities c join workspaces w on w.id = c.workspace_id
  left join lateral (
    select (count(distinct a.person_id) filter (where a.answer = 'going'))::int as going,
      (count(distinct a.person_id) filter (where a.answer = 'tentative'))::int as tentative
    from answers a join memberships m on m.person_id = a.person_id and m.workspace_id = w.id
      and (m.until_at is null or m.until_at > least(now(), "sessions"."starts_at"))
    where a.session_id = c.session_id
  ) a on true
  where c.session_id = "sessions"."id")`;

const OUTPUTS = sql<Partial<Record<NoteKind, number>>>`(
  select coalesce(json_object_agg(n.kind, n.count), '{}'::json) from (
    select kind, count(*)::int as count from notes
    where notes.session_id = "sessions"."id" and deleted_at is null and kind <> 'note' group by kind) n)`;

const HAS_MINUTES = sql<boolean>`exists (select 1 from minutes x where x.session_id = "sessions"."id" and (x.locked_at is not null or x.markdown <> ''))`;

function pollOf(actor: Actor, now: Date) {
  return sql<{ closesAt: string; options: number; mine: number } | null>`(
    select json_build_object('closesAt', p.closes_at,
      'options', (select count(*)::int from poll_options o where o.poll_id = p.id),
      'mine', (select count(*)::int from votes v where v.poll_id = p.id and v.person_id = ${actor.personId}))
    from polls p where p.session_id = "sessions"."id" and p.finalised_at is null and p.closes_at > ${now.toISOString()}::timestamptz)`;
}

async function linesOf(actor: Actor, where: SQL | undefined, order: SQL[], limit: number): Promise<OverviewLine[]> {
  const now = clock.now();
  const rows = await db
    .select({ ...COLUMNS, cities: COUNTS, outputs: OUTPUTS, hasMinutes: HAS_MINUTES, poll: pollOf(actor, now) })
    .from(sessions)
    .leftJoin(workspaces, eq(workspaces.id, sessions.hostId))
    .leftJoin(formats, and(eq(formats.id, sessions.format), eq(formats.cohortId, sessions.cohortId)))
    .leftJoin(answers, and(eq(answers.sessionId, sessions.id), eq(answers.personId, actor.personId)))
    .where(and(sessionsVisibleTo(actor), where))
    .orderBy(...order)
    .limit(limit);
  const mine = myWorkspaces(actor);
  return rows.map((row) => {
    const { cohortId, noteTakerId, runnerId, poll, cities, outputs, hasMinutes, ...line } = row;
    const subject = {
      cohortId,
      status: statusAt(row, now),
      invited: row.cities.map(({ id }) => id),
      entrusted: entrustedWith(row),
    };
    const notes = canSession(actor, "session.read-notes", subject);
    return {
      ...line,
      moment: momentOf(row, now),
      poll: poll && { ...poll, closesAt: new Date(poll.closesAt) },
      // Who came belongs to what was noted.
      cities: notes ? cities : cities.map((city) => ({ ...city, came: 0 })),
      outputs: notes ? outputs : null,
      hasMinutes: notes && hasMinutes,
      shift:
        row.status === "cancelled"
          ? null
          : shiftFor(
              row,
              row.cities.filter(({ id }) => mine.includes(id)),
            ),
      abilities: {
        answer: row.status !== "polling" && canSession(actor, "session.answer", subject),
        edit: canSession(actor, "session.edit", subject),
      },
    };
  });
}

function shiftFor(session: Parameters<typeof passingNotices>[0], own: CityCount[]): OverviewLine["shift"] {
  const [notice] = passingNotices(session, own);
  const city = own.find(({ id }) => id === notice?.cityId);
  return notice && city ? { city, minutes: notice.deltaMinutes } : null;
}

function byDay(lines: OverviewLine[], zone: string): OverviewDay[] {
  const days = new Map<string, OverviewLine[]>();
  for (const line of lines) {
    const date = dateIn(line.startsAt, zone);
    days.set(date, [...(days.get(date) ?? []), line]);
  }
  return [...days].map(([date, found]) => ({ date, sessions: found }));
}
