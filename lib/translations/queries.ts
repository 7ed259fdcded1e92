import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canWriteUp } from "@/lib/auth/can";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { cityNameIn } from "@/lib/workspaces/name";
import type { Document, Kind } from "@/lib/write-ups/document";
import type { Audience } from "@/lib/write-ups/limits";
import type { CityMark } from "@/lib/write-ups/types";
import { followsOf, type StoredTranslation } from "./follow";
import { storedFollows } from "./follow-original";
import { machineFor } from "./machine/provider";
import { partsOf } from "./parts";
import type { TranslatedWriteUp, Translation } from "./types";

interface Row extends Record<string, unknown> {
  id: string;
  kind: Kind;
  audience: Audience;
  language: string;
  cohort_id: string;
  workspace_id: string;
  city: CityMark;
  original: Document;
  version: number;
  is_author: boolean;
  translations: ({ language: string; translator: string | null } & StoredTranslation)[] | null;
}

/** The city's work in every language, for somebody who may edit it; else null. */
export async function getTranslations(
  actor: Actor,
  id: string,
  locale: Locale = "en",
): Promise<TranslatedWriteUp | null> {
  if (!isId(id)) return null;
  const [row] = await db.execute<Row>(sql`
    select write_ups.id, write_ups.kind, write_ups.audience, write_ups.language, write_ups.cohort_id, write_ups.workspace_id,
      json_build_object('slug', c.slug, 'code', c.code, 'name', ${cityNameIn(locale)}, 'accent', c.accent) as city,
      o.document as original, o.version,
      exists (select 1 from write_up_authors a where a.write_up_id = write_ups.id and a.person_id = ${actor.personId}) as is_author,
      (select json_agg(json_build_object('language', t.language, 'document', t.document, 'follows', ${storedFollows},
          'followsVersion', t.follows_version, 'translator', p.name, 'machine', t.machine) order by t.language)
        from write_up_texts t left join people p on p.id = t.translated_by
        where t.write_up_id = write_ups.id and t.audience = 'city' and t.language <> write_ups.language) as translations
    from ${writeUps}
    join workspaces c on c.id = write_ups.workspace_id
    join write_up_texts o on o.write_up_id = write_ups.id and o.audience = 'city' and o.language = write_ups.language
    where ${writeUps.id} = ${id} and ${visibleTo(actor)}`);
  if (!row) return null;
  const subject = {
    cohortId: row.cohort_id,
    workspaceId: row.workspace_id,
    audience: row.audience,
    isAuthor: row.is_author,
  };
  if (!canWriteUp(actor, "write-up.edit", subject)) return null;
  const { id: writeUpId, kind, audience, language, city, original } = row;
  return {
    id: writeUpId,
    kind,
    audience,
    language,
    city,
    original,
    service: machineFor(audience)?.name ?? null,
    translations: (row.translations ?? []).map((stored) => {
      const follows = followsOf(stored, { document: original, version: row.version });
      const { language, document, translator, machine } = stored;
      return {
        language,
        begun: true,
        document,
        parts: partsOf(kind, original, { document, follows }),
        translator,
        machine,
      };
    }),
  };
}

/** One language of it, also one that nobody has begun. */
export function translationInto(writeUp: TranslatedWriteUp, language: string): Translation {
  const found = writeUp.translations.find((one) => one.language === language);
  if (found) return found;
  const parts = partsOf(writeUp.kind, writeUp.original, null);
  return { language, document: writeUp.original, parts, translator: null, machine: null, begun: false };
}
