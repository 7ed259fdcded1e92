import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { canWriteUp } from "@/lib/auth/can";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { cityNameIn } from "@/lib/workspaces/name";
import type { Document, Kind } from "@/lib/write-ups/document";
import type { Audience, Reading } from "@/lib/write-ups/limits";
import { documentFor } from "@/lib/write-ups/reading";
import type { RevisedWriteUp } from "./types";

/** The write-up with what the reader reads of the original now, or null when it does not exist for them. */
export async function loadPlace(reader: Reader, id: string, locale: Locale) {
  if (!isId(id)) return null;
  const [row] = await db.execute<{
    id: string;
    kind: Kind;
    audience: Audience;
    reading: Reading;
    cohort_id: string;
    language: string;
    document: Document;
    city: RevisedWriteUp["city"];
    demo: boolean;
    is_author: boolean;
  }>(sql`
    select write_ups.id, write_ups.kind, write_ups.audience, t.audience as reading, write_ups.cohort_id, write_ups.language,
      t.document, h.demo,
      json_build_object('id', c.id, 'slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      exists (select 1 from write_up_authors a
        where a.write_up_id = write_ups.id and a.person_id = ${reader?.personId ?? null}) as is_author
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join cohorts h on h.id = write_ups.cohort_id
    join write_up_texts t on t.write_up_id = write_ups.id and t.audience = ${readingFor(reader)}
      and t.language = write_ups.language
    where ${writeUps.id} = ${id} and ${visibleTo(reader)}`);
  if (!row) return null;
  const { cohort_id: cohortId, is_author: isAuthor, document, ...rest } = row;
  const subject = { cohortId, workspaceId: row.city.id, audience: row.audience, isAuthor };
  const writeUp: RevisedWriteUp = {
    ...rest,
    title: document.title,
    abilities: { edit: canWriteUp(reader, "write-up.edit", subject) },
  };
  return { writeUp, subject, now: document };
}

/** For statements that call revisions `r`: those that the reader may know of. Only the city has its own. */
export function revisionVisibleTo(reader: Reader): SQL {
  const reading = readingFor(reader);
  return sql`(${reading} = 'city' or r.audience = 'public' or (${reading} = 'cohort' and r.audience = 'cohort'))`;
}

/**
 * An earlier state as somebody above the city may read it today: without the sections and files that have been taken from
 * their audience since, whatever the revision was pinned with.
 */
export function asReadNow(reading: Reading, old: Document, now: Document): Document {
  if (reading === "city") return old;
  const sections = new Set(now.sections.map(({ key }) => key));
  const media = new Set(now.media.map(({ id }) => id));
  const cut = documentFor(reading, old);
  return {
    ...cut,
    sections: cut.sections.filter(({ key }) => sections.has(key)),
    media: cut.media.filter(({ id }) => media.has(id)),
  };
}
