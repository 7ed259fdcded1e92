import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace, type PlaceSubject } from "@/lib/auth/can";
import { readingFor, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { audibleTo } from "@/lib/comments/audible";
import { LOG_PAGE, ROLES } from "./limits";
import type { LogEntry } from "./types";

interface Row extends Record<string, unknown> {
  id: string;
  at: string;
  action: string;
  who: string | null;
  whom: string | null;
  role: string | null;
  city: LogEntry["city"];
  write_up_id: string | null;
  session_id: string | null;
  title: string | null;
  language: string | null;
}

/**
 * What was done in a city or in a whole cohort, newest first; null for those who may not read the log. Rows about things
 * that the reader may not see are left out, so that the log tells nothing that the pages do not.
 */
export async function listLog(
  actor: Actor,
  place: PlaceSubject,
  options: { before?: number; limit?: number } = {},
): Promise<{ entries: LogEntry[]; older: number | null } | null> {
  if (!canPlace(actor, "audit.read", place)) return null;
  const limit = options.limit ?? LOG_PAGE;
  const before = Number.isSafeInteger(options.before) ? options.before : undefined;
  const rows = await db.execute<Row>(sql`
    select a.id, a.at, a.action, who.name as who, whom.name as whom, a.detail->>'role' as role,
      case when w.id is null then null else json_build_object('code', w.code, 'name', w.name, 'localName', w.local_name,
        'accent', w.accent, 'languages', w.languages) end as city,
      write_ups.id as write_up_id, sessions.id as session_id,
      coalesce(t.title, sessions.title) as title, coalesce(t.language, sessions.language) as language
    from audit_log a
    left join people who on who.id = a.actor_id
    left join people whom on whom.id = a.detail->>'personId'
    left join workspaces w on w.id = a.workspace_id
    left join ${writeUps} on write_ups.id in (a.subject_id, a.detail->>'writeUpId')
    left join lateral (select t.title, t.language from write_up_texts t
      where t.write_up_id = write_ups.id and t.audience = ${readingFor(actor)}
      order by (t.language = ${actor.locale}) desc, (t.language = write_ups.language) desc limit 1) t on true
    left join ${sessions} on sessions.id in (a.subject_id, a.detail->>'sessionId')
    left join comments c on c.id = a.subject_id
    where ${within(place)} ${before ? sql`and a.id < ${before}` : sql``}
      and (write_ups.id is null or ${visibleTo(actor)})
      and (sessions.id is null or ${sessionsVisibleTo(actor)})
      and (c.id is null or ${audibleTo(actor, "c", sql`a.workspace_id`)})
    order by a.id desc
    limit ${limit + 1}`);
  const entries = rows.slice(0, limit).map(toEntry);
  return { entries, older: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

function within(place: PlaceSubject): SQL {
  return place.workspaceId === null ? sql`a.cohort_id = ${place.cohortId}` : sql`a.workspace_id = ${place.workspaceId}`;
}

function toEntry(row: Row): LogEntry {
  const href = row.write_up_id ? `/write-ups/${row.write_up_id}` : `/sessions/${row.session_id}`;
  return {
    id: Number(row.id),
    at: new Date(row.at),
    action: row.action,
    who: row.who,
    whom: row.whom,
    role: ROLES.find((role) => role === row.role) ?? null,
    city: row.city,
    about: row.title && row.language ? { href, title: row.title, language: row.language } : null,
  };
}
