import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace, canWriteUp } from "@/lib/auth/can";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { cityNameIn } from "@/lib/workspaces/name";
import type { Document, Kind } from "./document";
import type { Audience, Requested } from "./limits";
import type { CityMark } from "./types";

export interface EditedWriteUp {
  id: string;
  kind: Kind;
  audience: Audience;
  /** The language it was written in: the one that is edited. */
  language: string;
  city: CityMark & { id: string };
  crisis: { id: string; type: string } | null;
  document: Document;
  /** Rises with each change of the text. */
  version: number;
  updatedAt: Date;
  cohortId: string;
  /** Three lines so far; it is shared without a timeline. */
  quickNote: boolean;
  /** What the lead wrote when giving it back. */
  returnedNote: string | null;
  /** What waits for the lead, and who asked. */
  request: { target: Requested; by: string; at: Date } | null;
  /** Whether the actor may take that back. Whoever may decide gives it back instead. */
  mayTakeBack: boolean;
}

/** The work in hand, for somebody who may edit it; else null. */
export async function getWriteUpForEditing(
  actor: Actor,
  id: string,
  locale: Locale = actor.locale,
): Promise<EditedWriteUp | null> {
  if (!isId(id)) return null;
  const [row] = await db.execute<{
    id: string;
    kind: Kind;
    audience: Audience;
    language: string;
    cohort_id: string;
    city: EditedWriteUp["city"];
    crisis: EditedWriteUp["crisis"];
    document: Document;
    version: number;
    updated_at: string;
    is_author: boolean;
    quick_note: boolean;
    returned_note: string | null;
    requested: Requested | null;
    requested_by: string | null;
    requested_at: string | null;
  }>(sql`
    select write_ups.id, write_ups.kind, write_ups.audience, write_ups.language, write_ups.cohort_id, write_ups.quick_note,
      write_ups.returned_note, write_ups.requested, write_ups.requested_at,
      (select p.name from people p where p.id = write_ups.requested_by) as requested_by,
      json_build_object('id', c.id, 'slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      (select json_build_object('id', x.id, 'type', x.type) from crises x where x.id = write_ups.crisis_id) as crisis,
      t.document, t.version, t.updated_at,
      exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${actor.personId}) as is_author
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join write_up_texts t on t.write_up_id = write_ups.id and t.audience = 'city' and t.language = write_ups.language
    where ${writeUps.id} = ${id} and ${visibleTo(actor)}`);
  if (!row) return null;
  const subject = {
    cohortId: row.cohort_id,
    workspaceId: row.city.id,
    audience: row.audience,
    isAuthor: row.is_author,
  };
  if (!canWriteUp(actor, "write-up.edit", subject)) return null;
  const { id: writeUp, kind, audience, language, city, crisis, document, version } = row;
  return {
    ...{ id: writeUp, kind, audience, language, city, crisis, document, version },
    cohortId: row.cohort_id,
    quickNote: row.quick_note,
    updatedAt: new Date(row.updated_at),
    returnedNote: row.returned_note,
    request:
      row.requested !== null && row.requested_at !== null
        ? { target: row.requested, by: row.requested_by ?? "", at: new Date(row.requested_at) }
        : null,
    mayTakeBack:
      row.requested !== null &&
      canWriteUp(actor, "write-up.ask", subject) &&
      !canWriteUp(actor, "write-up.approve", subject),
  };
}

export interface StartPlace extends CityMark {
  id: string;
  languages: string[];
}

/** The cities for which the actor may begin a write-up; none means there is no such page for them. */
export async function listStartPlaces(actor: Actor, locale: Locale = actor.locale): Promise<StartPlace[]> {
  const ids = actor.memberships.flatMap(({ cohortId, workspaceId }) =>
    workspaceId !== null && canPlace(actor, "write-up.create", { cohortId, workspaceId }) ? [workspaceId] : [],
  );
  if (ids.length === 0) return [];
  return db.execute<StartPlace & Record<string, unknown>>(sql`
    select c.id, c.slug, c.code, ${cityNameIn(locale)} as name, c.accent, c.languages from workspaces c
    where c.id = any(string_to_array(${[...new Set(ids)].join(",")}, ',')) order by c.name`);
}

/** How another city of the cohort wrote a section, as the actor may read it: the newest that is not too short. */
export async function exampleOf(
  actor: Actor,
  { id, cohortId, kind, city }: Pick<EditedWriteUp, "id" | "cohortId" | "kind" | "city">,
  section: string,
  languages: readonly string[],
  locale: Locale = actor.locale,
): Promise<{ city: string; title: string; words: string; language: string } | null> {
  const [row] = await db.execute<{ city: string; title: string; words: string; language: string }>(sql`
    select ${cityNameIn(locale)} as city, t.title, t.language, s.section ->> 'html' as words
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join write_up_texts t on t.write_up_id = write_ups.id and t.audience = 'cohort'
    cross join lateral jsonb_array_elements(t.document -> 'sections') as s (section)
    where ${visibleTo(actor)} and write_ups.id <> ${id} and write_ups.cohort_id = ${cohortId} and write_ups.workspace_id <> ${city.id}
      and write_ups.audience in ('cohort', 'public') and s.section ->> 'key' = ${section} and length(s.section ->> 'markdown') > 80
      and t.language = any(string_to_array(${languages.join(",")}, ','))
    order by write_ups.kind = ${kind} desc, array_position(string_to_array(${languages.join(",")}, ','), t.language),
      write_ups.released_at desc, write_ups.id limit 1`);
  return row ?? null;
}
