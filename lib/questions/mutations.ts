import "server-only";
import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { questions, questionVotes } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { type Actor, workspaceOf } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { limitRate } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import { publish } from "@/lib/live/publish";
import { loadSession } from "@/lib/sessions/subjects";
import { whileOpen } from "@/lib/sessions/while-open";
import { QUESTIONS_AN_HOUR, QUESTIONS_MAX } from "./limits";
import type { AnsweredInput, AskInput, RemoveInput, VoteInput } from "./schema";

interface Done {
  id: string;
}
type Session = NonNullable<Awaited<ReturnType<typeof loadSession>>>;

/** Puts a question on the list, with its author's own vote. The same form sent twice makes one. */
export async function askQuestion(actor: Actor, input: AskInput): Promise<Done> {
  const session = stillOpen(authorizeSession(actor, "session.note", await loadSession(actor, input.id)));
  await limitRate(`questions:${actor.personId}`, QUESTIONS_AN_HOUR, 3600);
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const [asked] = await tx
      .select({ many: count() })
      .from(questions)
      .where(and(eq(questions.sessionId, session.id), isNull(questions.deletedAt)));
    if ((asked?.many ?? 0) >= QUESTIONS_MAX) throw fieldError("question", "questions.error.tooMany");
    const [made] = await tx
      .insert(questions)
      .values({
        sessionId: session.id,
        authorId: actor.personId,
        workspaceId: workspaceOf(actor, session.cohortId),
        language: input.language,
        body: input.question,
        formKey: input.formKey,
      })
      .onConflictDoNothing()
      .returning({ id: questions.id });
    if (!made) return { id: session.id };
    await tx.insert(questionVotes).values({ questionId: made.id, personId: actor.personId });
    await tell(tx, actor, session, "question.ask", made.id);
    return { id: session.id };
  });
}

/** One vote for each person and question, or none. */
export async function voteQuestion(actor: Actor, { question, vote }: VoteInput): Promise<Done> {
  const found = await loadQuestion(actor, question);
  const session = stillOpen(authorizeSession(actor, "session.note", found.session));
  if (found.deletedAt) throw new AppError("not_found");
  const mine = { questionId: found.id, personId: actor.personId };
  return db.transaction(async (tx) => {
    const changed =
      vote === "yes"
        ? await tx.insert(questionVotes).values(mine).onConflictDoNothing().returning()
        : await tx
            .delete(questionVotes)
            .where(and(eq(questionVotes.questionId, mine.questionId), eq(questionVotes.personId, mine.personId)))
            .returning();
    if (changed.length > 0)
      await tell(tx, actor, session, vote === "yes" ? "question.vote" : "question.unvote", found.id);
    return { id: session.id };
  });
}

/** Marks a question as answered, or as open again, until the minutes are locked. */
export async function setAnswered(actor: Actor, { question, answered }: AnsweredInput): Promise<Done> {
  const found = await loadQuestion(actor, question);
  const session = authorizeSession(actor, "session.run", found.session);
  const yes = answered === "yes";
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const [changed] = await tx
      .update(questions)
      .set({ answeredAt: yes ? sql`now()` : null })
      .where(
        and(
          eq(questions.id, found.id),
          isNull(questions.deletedAt),
          yes ? isNull(questions.answeredAt) : isNotNull(questions.answeredAt),
        ),
      )
      .returning({ id: questions.id });
    if (changed) await tell(tx, actor, session, yes ? "question.answered" : "question.reopen", found.id);
    return { id: session.id };
  });
}

/** Takes a question off the list: one's own as long as questions are gathered, any for whoever runs the session. */
export async function removeQuestion(actor: Actor, { question }: RemoveInput): Promise<Done> {
  const found = await loadQuestion(actor, question);
  const own = found.authorId === actor.personId && found.session.status !== "held";
  const session = own
    ? authorizeSession(actor, "session.note", found.session)
    : authorizeSession(actor, "session.run", found.session);
  return db.transaction(async (tx) => {
    await whileOpen(tx, session.id);
    const [removed] = await tx
      .update(questions)
      .set({ deletedAt: sql`now()` })
      .where(and(eq(questions.id, found.id), isNull(questions.deletedAt)))
      .returning({ id: questions.id });
    if (removed) await tell(tx, actor, session, "question.remove", found.id);
    return { id: session.id };
  });
}

/** Asking and voting end with the session. */
function stillOpen<S extends Session>(session: S): S {
  if (session.status === "held") throw fieldError("form", "questions.error.over");
  return session;
}

async function loadQuestion(actor: Actor, id: string) {
  const [row] = await db
    .select({
      id: questions.id,
      authorId: questions.authorId,
      sessionId: questions.sessionId,
      deletedAt: questions.deletedAt,
    })
    .from(questions)
    .where(eq(questions.id, id));
  const session = row && (await loadSession(actor, row.sessionId));
  if (!row || !session) throw new AppError("not_found");
  return { ...row, session };
}

async function tell(tx: Tx, actor: Actor, session: Session, action: string, question: string) {
  const { id: subjectId, cohortId } = session;
  await record(tx, { actorId: actor.personId, action, cohortId, subjectId, detail: { question } });
  await publish(tx, `session:${subjectId}`, { kind: "question", id: question });
}
