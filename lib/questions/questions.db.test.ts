import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { auditLog, minutes, questions, questionVotes, sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { getSession } from "@/lib/sessions/queries";
import { QUESTIONS_AN_HOUR } from "./limits";
import { askQuestion, removeQuestion, setAnswered, voteQuestion } from "./mutations";
import { questionsOf } from "./queries";
import { AskInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const [turin, dublin, warsaw] = [await makeCity(cohort.id), await makeCity(cohort.id), await makeCity(cohort.id)];
  const as = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const facilitator = await as(cohort.id, "facilitator");
  const session = await makeSession(cohort.id, facilitator.personId, [turin, dublin]);
  return {
    ...{ cohort, turin, session, id: session.id, facilitator },
    anna: await as(cohort.id, "member", turin.id),
    ben: await as(cohort.id, "official", dublin.id),
    uninvited: await as(cohort.id, "official", warsaw.id),
    observer: await as(cohort.id, "observer"),
  };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const ask = (actor: Actor, question = "Who rang whom?", formKey = newId()) =>
  askQuestion(actor, AskInput.parse({ id: w.id, formKey, question, language: "en" }));
const list = async (actor: Actor) => {
  const session = await getSession(actor, w.id);
  return session && questionsOf(actor, session);
};
const firstId = async () => (await db.select().from(questions).where(eq(questions.sessionId, w.id)))[0]?.id ?? "";
const audits = async () =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, w.id)).orderBy(asc(auditLog.id))).map(
    (one) => one.action,
  );
const hold = (confidentiality: "open" | "use-not-name" = "open") =>
  db.update(sessions).set({ status: "held", confidentiality }).where(eq(sessions.id, w.id));

describe("somebody who is invited", () => {
  test("asks once, however often the form is sent, and votes for it by that", async () => {
    const key = newId();
    await Promise.all([ask(w.anna, "One?", key), ask(w.anna, "One?", key)]);
    expect((await list(w.ben))?.items).toMatchObject([
      { body: "One?", votes: 1, mine: false, author: { name: w.anna.name, me: false, city: { id: w.turin.id } } },
    ]);
    expect(await audits()).toEqual(["question.ask"]);
  });

  test("asks so many in an hour, and leaves room for others", async () => {
    for (let asked = 0; asked < QUESTIONS_AN_HOUR; asked++) await ask(w.anna, `Question ${asked}?`);
    await expect(ask(w.anna, "One more?")).rejects.toMatchObject({ code: "too_many" });
    await ask(w.ben);
  });

  test("votes once for a question, and takes it back", async () => {
    await ask(w.anna);
    const question = await firstId();
    await Promise.all([1, 2, 3].map(() => voteQuestion(w.ben, { question, vote: "yes" })));
    expect((await list(w.ben))?.items).toMatchObject([{ votes: 2, mine: true }]);
    await voteQuestion(w.ben, { question, vote: "no" });
    await voteQuestion(w.ben, { question, vote: "no" });
    expect(await db.select().from(questionVotes).where(eq(questionVotes.questionId, question))).toHaveLength(1);
    expect(await audits()).toEqual(["question.ask", "question.vote", "question.unvote"]);
  });

  test("finds the most wanted first and what was answered last", async () => {
    await ask(w.anna, "One?");
    const one = await firstId();
    await ask(w.anna, "Two?");
    await ask(w.ben, "Three?");
    const two = (await db.select().from(questions).where(eq(questions.body, "Two?")))[0]?.id ?? "";
    await voteQuestion(w.ben, { question: two, vote: "yes" });
    await voteQuestion(w.ben, { question: one, vote: "yes" });
    await voteQuestion(w.facilitator, { question: one, vote: "yes" });
    expect((await list(w.anna))?.items.map(({ body }) => body)).toEqual(["One?", "Two?", "Three?"]);
    await setAnswered(w.facilitator, { question: one, answered: "yes" });
    expect((await list(w.anna))?.items.map(({ body }) => body)).toEqual(["Two?", "Three?", "One?"]);
  });

  test("removes their own and nobody else's", async () => {
    await ask(w.anna);
    const question = await firstId();
    await expect(removeQuestion(w.ben, { question })).rejects.toMatchObject({ code: "forbidden" });
    await removeQuestion(w.anna, { question });
    await removeQuestion(w.anna, { question });
    expect((await list(w.anna))?.items).toEqual([]);
    expect(await audits()).toEqual(["question.ask", "question.remove"]);
    await expect(voteQuestion(w.ben, { question, vote: "yes" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is asked for words when there are none, and cut short at the most that fits", () => {
    const given = (question: string) => AskInput.safeParse({ id: w.id, formKey: newId(), question }).success;
    expect([given(" \n "), given("x".repeat(400)), given("x".repeat(401))]).toEqual([false, true, false]);
  });

  test("neither asks nor votes when it is over", async () => {
    await ask(w.anna);
    await hold();
    await expect(ask(w.anna)).rejects.toMatchObject({ fields: { form: { key: "questions.error.over" } } });
    const question = await firstId();
    await expect(voteQuestion(w.ben, { question, vote: "yes" })).rejects.toMatchObject({ code: "invalid" });
    await expect(removeQuestion(w.anna, { question })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("somebody who is not invited", () => {
  test("reads no question before the session was held, and asks none", async () => {
    await ask(w.anna);
    expect(await list(w.uninvited)).toBeNull();
    expect(await list(w.observer)).toBeNull();
    await expect(ask(w.uninvited)).rejects.toMatchObject({ code: "forbidden" });
    const question = await firstId();
    await expect(voteQuestion(w.uninvited, { question, vote: "yes" })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await actorOf((await makeMember((await makeCohort()).id, "facilitator")).id);
    await expect(setAnswered(stranger, { question, answered: "yes" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("reads them afterwards, with names only where people may be named", async () => {
    await ask(w.anna);
    await hold("open");
    expect((await list(w.observer))?.items).toMatchObject([{ author: { name: w.anna.name } }]);
    await hold("use-not-name");
    expect((await list(w.observer))?.items).toMatchObject([{ author: null }]);
    expect((await list(w.ben))?.items).toMatchObject([{ author: null }]);
    expect((await list(w.anna))?.items).toMatchObject([{ author: { me: true } }]);
  });
});

describe("whoever runs the session", () => {
  test("marks a question as answered once, and opens it again", async () => {
    await ask(w.anna);
    const question = await firstId();
    await expect(setAnswered(w.ben, { question, answered: "yes" })).rejects.toMatchObject({ code: "forbidden" });
    await setAnswered(w.facilitator, { question, answered: "yes" });
    await setAnswered(w.facilitator, { question, answered: "yes" });
    expect((await list(w.ben))?.items).toMatchObject([{ answered: true, abilities: { vote: false } }]);
    await setAnswered(w.facilitator, { question, answered: "no" });
    expect(await audits()).toEqual(["question.ask", "question.answered", "question.reopen"]);
  });

  test("changes nothing once the minutes are locked", async () => {
    await ask(w.anna);
    const by = w.facilitator.personId;
    await hold();
    await db
      .insert(minutes)
      .values({ sessionId: w.id, language: "en", updatedBy: by, lockedBy: by, lockedAt: new Date() });
    const question = await firstId();
    const locked = { fields: { form: { key: "minutes.error.locked" } } };
    await expect(setAnswered(w.facilitator, { question, answered: "yes" })).rejects.toMatchObject(locked);
    await expect(removeQuestion(w.facilitator, { question })).rejects.toMatchObject(locked);
  });
});
