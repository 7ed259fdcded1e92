import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Reader } from "@/lib/auth/actor";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors/errors";
import type { Locale } from "@/lib/i18n/locales";
import { audibleTo } from "./audible";
import { callableOn, suggestionsFor } from "./callable";
import { authorizePost, type SubjectRow, subjectOf } from "./subject";
import type { About, Suggestion } from "./types";
import { audienceOf, type Ground } from "./write";

interface Typed {
  typed: string;
  /** The comment that is being answered: what is said inside the city is told to nobody else. */
  parentId: string | null;
  /** Whether what is written will stay inside the city, because of the passage that is meant. */
  inside: boolean;
}

type Loaded = SubjectRow & { parent: Ground["parent"] };

/** Whom the actor can call where they write: nobody who may not read it, and no city without anybody who may. */
export async function suggestionsOn(
  reader: Reader,
  about: About,
  { typed, parentId, inside }: Typed,
  locale: Locale,
): Promise<Suggestion[]> {
  if (!reader) throw new AppError("not_found");
  await limitPerson(reader, "suggest");
  const { columns, table, where, owner, key } = subjectOf(reader, about);
  const [row] = await db.execute<Loaded>(sql`
    select ${columns}, (select json_build_object('id', c.id, 'audience', c.audience, 'closed', false) from comments c
      where c.id = (select coalesce(k.parent_id, k.id) from comments k
        where k.id = ${parentId} and ${audibleTo(reader, "k", owner)}) and c.${key}
        and ${audibleTo(reader, "c", owner)}) as parent
    from ${table} where ${where}`);
  const ground = authorizePost(reader, row);
  if (parentId && !ground.parent) throw new AppError("not_found");
  const here = await callableOn(ground, about, inside ? "city" : audienceOf(ground), locale);
  return suggestionsFor(here, reader, typed);
}
