import "server-only";
import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { formats, sessionCities, sessions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { FORMATS } from "@/lib/formats/format-list";
import { clock } from "@/lib/time/now";
import { calledAbroad } from "@/lib/workspaces/name";
import { statusAt } from "./moment";
import { entrustedWith } from "./subjects";

const WORDS_MAX = 8;
const NOTES_MAX = 200;

/**
 * The condition, for a query over sessions with their host and format, that keeps those in which every word occurs: in
 * title, purpose, host and format together, or in the notes and minutes, as far as the actor may read those. Undefined
 * when nothing is searched.
 */
export async function wordsIn(actor: Actor, q: string): Promise<SQL | undefined> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, WORDS_MAX);
  if (words.length === 0) return undefined;
  const said = await saidIn(actor, words);
  const abroad = calledAbroad(workspaces.name);
  const plain = words.map((word) => {
    const known = FORMATS.filter(({ name }) => Object.values(name).some((one) => folded(one).includes(folded(word))));
    return or(
      ...[sessions.title, sessions.purpose, workspaces.name, workspaces.localName, abroad, formats.name].map(
        (text) => sql`strpos(without_accents(${text}), without_accents(${word})) > 0`,
      ),
      known.length > 0
        ? inArray(
            sessions.format,
            known.map(({ id }) => id),
          )
        : undefined,
    );
  });
  return or(and(...plain), said.length > 0 ? inArray(sessions.id, said) : undefined);
}

/** The sessions whose notes, minutes or amendments hold all the words. Who may not read them finds nothing by them. */
async function saidIn(actor: Actor, words: readonly string[]): Promise<string[]> {
  const text = sql`concat_ws(' ',
    (select string_agg(n.body, ' ') from notes n where n.session_id = "sessions"."id" and n.deleted_at is null),
    (select x.markdown from minutes x where x.session_id = "sessions"."id"),
    (select string_agg(x.body, ' ') from amendments x where x.session_id = "sessions"."id"))`;
  const rows = await db
    .select({
      id: sessions.id,
      cohortId: sessions.cohortId,
      status: sessions.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      noteTakerId: sessions.noteTakerId,
      runnerId: sessions.runnerId,
      invited: sql<string[]>`array(select c.workspace_id from ${sessionCities} c where c.session_id = "sessions"."id")`,
    })
    .from(sessions)
    .where(
      and(
        sessionsVisibleTo(actor),
        ...words.map((word) => sql`strpos(without_accents(${text}), without_accents(${word})) > 0`),
      ),
    )
    .orderBy(sql`${sessions.startsAt} desc`)
    .limit(NOTES_MAX);
  const now = clock.now();
  return rows
    .filter((row) =>
      canSession(actor, "session.read-notes", { ...row, status: statusAt(row, now), entrusted: entrustedWith(row) }),
    )
    .map(({ id }) => id);
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
