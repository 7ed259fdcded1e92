import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { people, questions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { CITY_COLUMNS } from "@/lib/sessions/parts";
import type { SessionView } from "@/lib/sessions/types";
import { QUESTIONS_MAX } from "./limits";
import type { Questions } from "./types";

/** What people want to ask, most wanted first; null for those who do not read a session's notes. */
export async function questionsOf(actor: Actor, session: SessionView): Promise<Questions | null> {
  if (!session.abilities.readNotes) return null;
  const open = session.moment !== "after" && session.status !== "cancelled";
  const { note, run } = session.abilities;
  // While it is on, its guests hear who asks; afterwards "use it, don't name it" holds for all who read.
  const named = session.confidentiality !== "use-not-name" || (open && note);
  const votes = sql<number>`(select count(*)::int from question_votes v where v.question_id = ${questions.id})`;
  const mine = sql<boolean>`exists (select 1 from question_votes v where v.question_id = ${questions.id} and v.person_id = ${actor.personId})`;
  const rows = await db
    .select({
      id: questions.id,
      body: questions.body,
      language: questions.language,
      answeredAt: questions.answeredAt,
      authorId: people.id,
      name: people.name,
      city: CITY_COLUMNS,
      votes,
      mine,
    })
    .from(questions)
    .innerJoin(people, eq(people.id, questions.authorId))
    .leftJoin(workspaces, eq(workspaces.id, questions.workspaceId))
    .where(and(eq(questions.sessionId, session.id), isNull(questions.deletedAt)))
    .orderBy(sql`${questions.answeredAt} is not null`, desc(votes), asc(questions.createdAt), asc(questions.id))
    .limit(QUESTIONS_MAX);
  return {
    mayAsk: open && note,
    items: rows.map(({ id, body, language, answeredAt, authorId, name, city, votes, mine }) => {
      const me = authorId === actor.personId;
      return {
        id,
        body,
        language,
        votes,
        mine,
        answered: answeredAt !== null,
        author: named || me ? { name, city, me } : null,
        abilities: { vote: open && note && answeredAt === null, answer: run, remove: run || (me && open && note) },
      };
    }),
  };
}
