import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import type { Document } from "@/lib/write-ups/document";
import type { Reading } from "@/lib/write-ups/limits";
import { getWriteUp } from "@/lib/write-ups/queries";
import type { WriteUpPage } from "@/lib/write-ups/types";
import { asReadNow, loadPlace, revisionVisibleTo } from "./place";
import type { RevisionList, RevisionPage } from "./types";

/** The history of a write-up as far as the reader may know of it. */
export async function listRevisions(reader: Reader, id: string, locale: Locale): Promise<RevisionList | null> {
  const place = await loadPlace(reader, id, locale);
  if (!place) return null;
  const { writeUp } = place;
  const rows = await db.execute<{
    number: number;
    at: string;
    by: string;
    audience: Reading;
    taken_back: boolean;
    restored_from: number | null;
    current: boolean;
  }>(sql`
    select r.number, r.created_at as at, p.name as by, r.audience, r.restored_from,
      r.audience = 'city' and r.documents <> '{}' as taken_back,
      r.id is not distinct from write_ups.released_revision_id as current
    from ${writeUps} join revisions r on r.write_up_id = write_ups.id join people p on p.id = r.created_by
    where ${writeUps.id} = ${id} and ${visibleTo(reader)} and ${revisionVisibleTo(reader)}
    order by r.number desc`);
  return {
    writeUp,
    revisions: rows.map((row) => ({
      number: row.number,
      at: new Date(row.at),
      by: writeUp.reading === "public" ? null : row.by,
      audience: row.audience,
      takenBack: row.taken_back,
      restoredFrom: row.restored_from,
      current: row.current,
    })),
  };
}

/** One revision in the best of `languages`, as the reader may read it today, or null when it does not exist for them. */
export async function getRevision(
  reader: Reader,
  id: string,
  number: number,
  languages: readonly string[],
  locale: Locale,
): Promise<RevisionPage | null> {
  const place = await loadPlace(reader, id, locale);
  const base = place && (await getWriteUp(reader, id, languages, locale));
  if (!place || !base) return null;
  const [row] = await db.execute<{
    at: string;
    audience: Reading;
    documents: Record<string, Document>;
    work: Record<string, Document>;
    current: boolean;
  }>(sql`
    select r.created_at as at, r.audience, r.documents, r.work,
      r.id is not distinct from write_ups.released_revision_id as current
    from ${writeUps} join revisions r on r.write_up_id = write_ups.id
    where ${writeUps.id} = ${id} and r.number = ${number} and ${visibleTo(reader)} and ${revisionVisibleTo(reader)}`);
  if (!row) return null;
  const { reading } = place.writeUp;
  const whole = reading === "city" && Object.keys(row.work).length > 0;
  const texts = whole ? row.work : row.documents;
  const held = Object.keys(texts);
  const language = [...languages, base.originalLanguage].find((one) => held.includes(one)) ?? held[0];
  const document = language === undefined ? undefined : texts[language];
  if (language === undefined || !document) return null;
  const at = new Date(row.at);
  const released = row.audience === "city" ? undefined : row.documents[language];
  return {
    writeUp: {
      ...base,
      document: asReadNow(reading, document, place.now),
      language,
      languages: held.sort((a, b) => Number(b === base.originalLanguage) - Number(a === base.originalLanguage)),
      translator: base.language === language ? base.translator : null,
      behind: 0,
      releasedAt: at,
      updatedAt: at,
      requested: null,
      abilities: nothing(base.abilities),
    },
    number,
    at,
    audience: row.audience,
    takenBack: row.audience === "city" && Object.keys(row.documents).length > 0,
    current: row.current,
    cited: released?.title ?? null,
  };
}

/** An earlier state is read, nothing else. */
function nothing(abilities: WriteUpPage["abilities"]): WriteUpPage["abilities"] {
  return Object.fromEntries(Object.keys(abilities).map((name) => [name, false])) as WriteUpPage["abilities"];
}
