import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, auditLog, memberships, notifications, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { answerSession } from "./answer";
import type { Answer } from "./limits";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const member = await makeMember(cohort.id, "member", dublin.id);
  return { cohort, turin, dublin, facilitator, member };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const DAY = 86_400_000;
const soon = () => new Date(Date.now() + 7 * DAY);
const session = (values: Partial<typeof sessions.$inferInsert> = {}, cities = [w.turin, w.dublin]) =>
  makeSession(w.cohort.id, w.facilitator.id, cities, { startsAt: soon(), ...values });
const say = async (personId: string, id: string, answer: Answer) =>
  answerSession(await actorOf(personId), { id, answer });
const answerOf = async (personId: string, sessionId: string) =>
  (
    await db
      .select()
      .from(answers)
      .where(and(eq(answers.sessionId, sessionId), eq(answers.personId, personId)))
  )[0]?.answer;
const takenOf = async (id: string) =>
  (await db.select({ taken: sessions.seatsTaken }).from(sessions).where(eq(sessions.id, id)))[0]?.taken;
const auditsOf = (subjectId: string) =>
  db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId)).orderBy(auditLog.id);

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

describe("somebody who is invited", () => {
  it("answers, changes their mind, and leaves one answer and a trace of each", async () => {
    const { id } = await session();
    for (const answer of ["going", "going", "not"] as const) await say(w.member.id, id, answer);
    expect(await db.select().from(answers).where(eq(answers.sessionId, id))).toMatchObject([
      { personId: w.member.id, answer: "not" },
    ]);
    expect((await auditsOf(id)).map((audit) => audit.detail.answer)).toEqual(["going", "not"]);
    expect(await takenOf(id)).toBe(0);
  });

  it("waits when all seats are taken, and saying so again keeps the place in the line", async () => {
    const { id } = await session({ capacity: 1 });
    const [first, second] = [await makeMember(w.cohort.id, "lead", w.turin.id), w.member];
    const third = await makeMember(w.cohort.id, "member", w.turin.id);
    expect(await say(first.id, id, "going")).toEqual({ id, answer: "going" });
    expect(await say(second.id, id, "going")).toEqual({ id, answer: "waiting" });
    await say(third.id, id, "going");
    expect(await say(second.id, id, "going")).toEqual({ id, answer: null });
    expect(await takenOf(id)).toBe(1);
    expect((await auditsOf(id)).map((audit) => audit.detail.answer)).toEqual(["going", "waiting", "waiting"]);

    await say(first.id, id, "tentative");
    expect(await Promise.all([first, second, third].map((one) => answerOf(one.id, id)))).toEqual([
      "tentative",
      "going",
      "waiting",
    ]);
    const told = await db.select().from(notifications).where(eq(notifications.sessionId, id));
    expect(told).toMatchObject([{ kind: "seat-free", personId: second.id, actorId: null }]);
    expect(await auditsOf(id)).toContainEqual(
      expect.objectContaining({ action: "session.promote", actorId: null, detail: { personId: second.id } }),
    );
  });

  it("who leaves the line gives nobody's seat away", async () => {
    const { id } = await session({ capacity: 1 });
    const first = await makeMember(w.cohort.id, "lead", w.turin.id);
    await say(first.id, id, "going");
    await say(w.member.id, id, "going");
    await say(w.member.id, id, "not");
    expect(await Promise.all([answerOf(first.id, id), answerOf(w.member.id, id), takenOf(id)])).toEqual([
      "going",
      "not",
      1,
    ]);
  });

  it("cannot answer once it is cancelled or over", async () => {
    const cancelled = await session({ status: "cancelled" });
    const past = await session({ startsAt: new Date(Date.now() - DAY) });
    for (const { id } of [cancelled, past])
      expect((await refusal(say(w.member.id, id, "going"))).code).toBe("forbidden");
    expect(await db.select().from(answers)).not.toContainEqual(expect.objectContaining({ personId: w.member.id }));
  });

  it("of another city of the cohort may read but not answer, and of another cohort finds nothing", async () => {
    const { id } = await session({}, [w.turin]);
    expect((await refusal(say(w.member.id, id, "going"))).code).toBe("forbidden");
    const stranger = await makeMember((await makeCohort()).id, "facilitator");
    expect((await refusal(say(stranger.id, id, "going"))).code).toBe("not_found");
    const observer = await makeMember(w.cohort.id, "observer");
    expect((await refusal(say(observer.id, id, "going"))).code).toBe("forbidden");
  });

  it("and whose membership ended while the page was open gets no seat", async () => {
    const { id } = await session();
    const actor = await actorOf(w.member.id);
    await db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.member.id));
    expect((await refusal(answerSession(actor, { id, answer: "going" }))).code).toBe("conflict");
    expect(await takenOf(id)).toBe(0);
  });
});
