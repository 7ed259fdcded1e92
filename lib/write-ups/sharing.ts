import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canWriteUp } from "@/lib/auth/can";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { cityNameIn } from "@/lib/workspaces/name";
import type { Document, Kind } from "./document";
import type { Audience, Requested } from "./limits";
import type { CityMark } from "./types";

export interface SharedWriteUp {
  id: string;
  kind: Kind;
  audience: Audience;
  language: string;
  /** A few lines written in the middle of it: it goes out without a timeline. */
  quickNote: boolean;
  /** Whether the public could read it before: then everybody reads why it was taken back. */
  wasPublic: boolean;
  title: string;
  city: CityMark & { id: string };
  /** The work in hand; null for somebody who reads only what was shared. */
  draft: { document: Document; updatedAt: Date } | null;
  /** The state of all languages, sent along with an approval. */
  seen: number;
  /** Whether the draft moved on since it was released. */
  changed: boolean;
  request: { target: Requested; by: string; at: Date } | null;
  returnedNote: string | null;
  /** Lately, and nothing was asked or decided since: who took back what was asked. */
  askedNoMore: { by: string; at: Date } | null;
  /** That it was taken back, and what those who lost it are told. */
  withdrawn: { from: Requested; at: Date; reason: string } | null;
  leads: string[];
  readers: Readers;
  /** What has gone out by mail to people outside the city. */
  mailed: { mails: number; people: number };
  abilities: {
    shareWithCity: boolean;
    ask: boolean;
    approve: boolean;
    narrow: boolean;
    unpublish: boolean;
    edit: boolean;
  };
}

/** How many people each audience is at this moment. */
export interface Readers {
  draft: number;
  city: number;
  cohort: number;
  /** From west to east. */
  cities: string[];
}

interface Row extends Record<string, unknown> {
  id: string;
  kind: Kind;
  audience: Audience;
  language: string;
  cohort_id: string;
  quick_note: boolean;
  title: string;
  city: SharedWriteUp["city"];
  document: Document;
  updated_at: string;
  seen: number;
  changed: boolean;
  requested: Requested | null;
  requested_by: string | null;
  requested_at: string | null;
  returned_note: string | null;
  asked_no_more: { action: string; by: string; at: string } | null;
  withdrawn_from: Requested | null;
  withdrawn_at: string | null;
  withdrawn_reason: string | null;
  leads: string[] | null;
  is_author: boolean;
  readers: Readers & { cities: string[] | null };
  mailed: SharedWriteUp["mailed"];
}

/** Everything the page about sharing says, for somebody who may edit or share; else null. One statement. */
export async function getWriteUpForSharing(
  actor: Actor,
  id: string,
  locale: Locale = actor.locale,
): Promise<SharedWriteUp | null> {
  if (!isId(id)) return null;
  const [row] = await db.execute<Row>(sql`
    with now_in as (
      select m.person_id, m.workspace_id, m.cohort_id, m.role from memberships m
      where m.from_at <= now() and (m.until_at is null or m.until_at > now()))
    select write_ups.id, write_ups.kind, write_ups.audience, write_ups.language, write_ups.cohort_id,
      write_ups.quick_note,
      json_build_object('id', c.id, 'slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      (select x.title from write_up_texts x where x.write_up_id = write_ups.id and x.language = write_ups.language
        and x.audience = ${readingFor(actor)}) as title,
      t.document, t.updated_at, write_ups.requested, p.name as requested_by, write_ups.requested_at, write_ups.returned_note,
      write_ups.withdrawn_from, write_ups.withdrawn_at, write_ups.withdrawn_reason,
      case when write_ups.requested is null then ${lastAnswer} end as asked_no_more,
      (select sum(x.version)::int from write_up_texts x where x.write_up_id = write_ups.id and x.audience = 'city') as seen,
      exists (select 1 from write_up_texts x
        left join write_up_texts r on r.write_up_id = x.write_up_id and r.language = x.language and r.audience = 'cohort'
        where x.write_up_id = write_ups.id and x.audience = 'city' and x.version is distinct from r.version) as changed,
      (select json_agg(l.name order by l.name) from now_in m join people l on l.id = m.person_id
        where m.workspace_id = c.id and m.role = 'lead') as leads,
      exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${actor.personId}) as is_author,
      ${readersIn(locale)} as readers, ${mailed} as mailed
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join write_up_texts t on t.write_up_id = write_ups.id and t.audience = 'city' and t.language = write_ups.language
    left join people p on p.id = write_ups.requested_by
    where ${writeUps.id} = ${id} and ${visibleTo(actor)}`);
  if (!row) return null;
  const subject = {
    cohortId: row.cohort_id,
    workspaceId: row.city.id,
    audience: row.audience,
    isAuthor: row.is_author,
  };
  const can = (action: Parameters<typeof canWriteUp>[1]) => canWriteUp(actor, action, subject);
  const abilities = {
    shareWithCity: can("write-up.share-with-city"),
    ask: can("write-up.ask"),
    approve: can("write-up.approve"),
    narrow: can("write-up.narrow"),
    unpublish: can("write-up.unpublish"),
    edit: can("write-up.edit"),
  };
  if (!Object.values(abilities).some(Boolean)) return null;
  const { draft, city, cohort, cities } = row.readers;
  // Somebody outside the city, such as an admin who may unpublish, hears nothing of the work in hand.
  const inside = abilities.edit;
  return {
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    language: row.language,
    quickNote: row.quick_note,
    wasPublic: row.audience === "public" || row.withdrawn_from === "public",
    title: row.title,
    city: row.city,
    draft: inside ? { document: row.document, updatedAt: new Date(row.updated_at) } : null,
    seen: inside ? row.seen : 0,
    changed: inside && row.changed,
    request:
      inside && row.requested !== null && row.requested_at !== null
        ? { target: row.requested, by: row.requested_by ?? "", at: new Date(row.requested_at) }
        : null,
    returnedNote: inside ? row.returned_note : null,
    askedNoMore:
      inside && row.asked_no_more?.action === "write-up.withdraw"
        ? { by: row.asked_no_more.by, at: new Date(row.asked_no_more.at) }
        : null,
    withdrawn:
      row.withdrawn_from !== null && row.withdrawn_at !== null
        ? { from: row.withdrawn_from, at: new Date(row.withdrawn_at), reason: row.withdrawn_reason ?? "" }
        : null,
    leads: row.leads ?? [],
    readers: { draft, city, cohort, cities: cities ?? [] },
    mailed: row.mailed,
    abilities,
  };
}

/** Counted from the memberships that hold now; an author who left reads nothing. */
const readersIn = (locale: Locale) => sql`json_build_object(
  'draft', (select count(distinct m.person_id) from now_in m join write_up_authors a on a.person_id = m.person_id
    where a.write_up_id = write_ups.id and m.workspace_id = c.id),
  'city', (select count(distinct m.person_id) from now_in m where m.workspace_id = c.id),
  'cohort', (select count(distinct m.person_id) from now_in m where m.cohort_id = write_ups.cohort_id),
  'cities', (select json_agg(${cityNameIn(locale)} order by c.longitude) from workspaces c
    where c.cohort_id = write_ups.cohort_id and c.kind = 'city' and exists (select 1 from now_in m where m.workspace_id = c.id)))`;

const mailed = sql`(select json_build_object('mails', count(distinct s.id), 'people', count(distinct s.person_id))
  from notifications n join mail_notifications b on b.notification_id = n.id join mails s on s.id = b.mail_id
  where n.write_up_id = write_ups.id and s.sent_at is not null
    and not exists (select 1 from now_in m where m.person_id = n.person_id and m.workspace_id = c.id))`;

/** What happened last to a request, within the weeks in which somebody may still follow a mail about it. */
const lastAnswer = sql`(select json_build_object('action', a.action, 'by', w.name, 'at', a.at)
  from audit_log a join people w on w.id = a.actor_id
  where a.workspace_id = c.id and a.at > now() - interval '30 days' and a.subject_id = write_ups.id
    and a.action in ('write-up.ask', 'write-up.withdraw', 'write-up.approve', 'write-up.give-back', 'write-up.narrow')
  order by a.id desc limit 1)`;
