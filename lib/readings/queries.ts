import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { people, readingMarks, writeUps, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import type { SessionView } from "@/lib/sessions/types";
import { WORDS_PER_MINUTE } from "./limits";
import type { ReadBy, ReadingMarks } from "./types";

/** Who has read what of a session's readings, by city, and how long it takes; null when there is nothing to read. */
export async function readingMarksOf(actor: Actor, session: SessionView): Promise<ReadingMarks | null> {
  const ids = session.readings.map(({ id }) => id);
  if (ids.length === 0) return null;
  const [lengths, marks] = await Promise.all([
    lengthsOf(actor, ids),
    session.abilities.readNotes ? marksOf(session.id, ids) : [],
  ]);
  const entries = session.readings.map(({ id, language }): [string, ReadBy] => {
    const text = lengths.find((one) => one.id === id && one.language === language);
    const of = marks.filter(({ writeUpId }) => writeUpId === id);
    const cities = session.cities.flatMap((city) => {
      const names = of.filter(({ cities }) => cities.includes(city.id)).map(({ name }) => name);
      return names.length > 0 ? [{ city, names }] : [];
    });
    const mine = of.some(({ personId }) => personId === actor.personId);
    return [id, { minutes: Math.max(1, Math.round((text?.words ?? 0) / WORDS_PER_MINUTE)), mine, cities }];
  });
  return {
    minutes: entries.reduce((sum, [, { minutes }]) => sum + minutes, 0),
    mayMark: session.abilities.note,
    byWriteUp: Object.fromEntries(entries),
  };
}

function lengthsOf(actor: Actor, ids: string[]) {
  return db
    .select({
      id: writeUps.id,
      language: writeUpTexts.language,
      words: sql<number>`coalesce(array_length(regexp_split_to_array(trim(${writeUpTexts.body}), '\\s+'), 1), 0)`,
    })
    .from(writeUps)
    .innerJoin(writeUpTexts, and(eq(writeUpTexts.writeUpId, writeUps.id), eq(writeUpTexts.audience, readingFor(actor))))
    .where(and(inArray(writeUps.id, ids), visibleTo(actor)));
}

/** With the cities that each reader belongs to now; a city's former people are not counted for it. */
function marksOf(sessionId: string, ids: string[]) {
  return db
    .select({
      writeUpId: readingMarks.writeUpId,
      personId: people.id,
      name: people.name,
      cities: sql<string[]>`array(select m.workspace_id from memberships m where m.person_id = ${people.id}
        and m.workspace_id is not null and m.from_at <= now() and (m.until_at is null or m.until_at > now()))`,
    })
    .from(readingMarks)
    .innerJoin(people, eq(people.id, readingMarks.personId))
    .where(and(eq(readingMarks.sessionId, sessionId), inArray(readingMarks.writeUpId, ids)))
    .orderBy(asc(readingMarks.readAt), asc(people.id));
}
