import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { amendments, minutes, people, questions, workspaces } from "@/db/schema";
import { CITY_COLUMNS } from "@/lib/sessions/parts";

const lockers = alias(people, "lockers");
const SAID_BY = { name: people.name, city: CITY_COLUMNS };

export async function minutesRow(sessionId: string) {
  const [row] = await db
    .select({
      markdown: minutes.markdown,
      html: minutes.html,
      language: minutes.language,
      version: minutes.version,
      updatedAt: minutes.updatedAt,
      updatedBy: people.name,
      lockedAt: minutes.lockedAt,
      lockedBy: lockers.name,
    })
    .from(minutes)
    .innerJoin(people, eq(people.id, minutes.updatedBy))
    .leftJoin(lockers, eq(lockers.id, minutes.lockedBy))
    .where(eq(minutes.sessionId, sessionId));
  return row ?? null;
}

export async function questionsLeft(sessionId: string) {
  const rows = await db
    .select({ id: questions.id, body: questions.body, language: questions.language, ...SAID_BY })
    .from(questions)
    .innerJoin(people, eq(people.id, questions.authorId))
    .leftJoin(workspaces, eq(workspaces.id, questions.workspaceId))
    .where(and(eq(questions.sessionId, sessionId), isNull(questions.deletedAt), isNull(questions.answeredAt)))
    .orderBy(
      sql`(select count(*) from question_votes v where v.question_id = ${questions.id}) desc`,
      asc(questions.createdAt),
    );
  return rows.map(({ name, city, ...question }) => ({ ...question, by: { name, city } }));
}

export function amendmentsOf(sessionId: string) {
  return db
    .select({
      id: amendments.id,
      body: amendments.body,
      language: amendments.language,
      author: people.name,
      at: amendments.createdAt,
    })
    .from(amendments)
    .innerJoin(people, eq(people.id, amendments.authorId))
    .where(eq(amendments.sessionId, sessionId))
    .orderBy(asc(amendments.createdAt), asc(amendments.id));
}
