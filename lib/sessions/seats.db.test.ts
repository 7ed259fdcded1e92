import { and, asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, memberships, notifications, sessionCities, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { clock } from "@/lib/time/now";
import { answerSession } from "./answer";
import type { Answer } from "./limits";
import { forgetUninvited, giveAnswers, leaveSeats, settleSeats } from "./seats";

async function world() {
  const cohort = await makeCohort();
  const cities = [await makeCity(cohort.id), await makeCity(cohort.id), await makeCity(cohort.id)] as const;
  const facilitator = await makeMember(cohort.id, "facilitator");
  return { cohort, cities, facilitator };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  vi.restoreAllMocks();
  w = await world();
});

const DAY = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY);
const session = (values: Partial<typeof sessions.$inferInsert> = {}) =>
  makeSession(w.cohort.id, w.facilitator.id, [...w.cities], { startsAt: later(20), ...values });
const people = (count: number, city = w.cities[0]) =>
  Promise.all(Array.from({ length: count }, () => makeMember(w.cohort.id, "member", city.id)));
const say = async (personId: string, id: string, answer: Answer) =>
  answerSession(await actorOf(personId), { id, answer });
const rowOf = async (id: string) => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];
const answered = (id: string, answer: "going" | "waiting") =>
  db
    .select()
    .from(answers)
    .where(and(eq(answers.sessionId, id), eq(answers.answer, answer)))
    .orderBy(asc(answers.answeredAt), asc(answers.personId));
const ids = (rows: { personId: string }[]) => rows.map(({ personId }) => personId);

describe("two hundred people who want one of twenty seats at the same moment", () => {
  it("twenty come, a hundred and eighty wait, and the line moves in the order in which they asked", async () => {
    const { id } = await session({ capacity: 20 });
    const all = await people(200);
    const actors = await Promise.all(all.map((one) => actorOf(one.id)));
    const results = await Promise.all(actors.map((actor) => answerSession(actor, { id, answer: "going" })));
    expect(results.filter(({ answer }) => answer === "going")).toHaveLength(20);
    expect(results.filter(({ answer }) => answer === "waiting")).toHaveLength(180);
    const [going, waiting] = [await answered(id, "going"), await answered(id, "waiting")];
    expect([going.length, waiting.length, (await rowOf(id))?.seatsTaken]).toEqual([20, 180, 20]);
    expect(going.at(-1)?.answeredAt.getTime()).toBeLessThanOrEqual(waiting[0]?.answeredAt.getTime() ?? 0);

    const leavers = going.slice(0, 7);
    await Promise.all(leavers.map(({ personId }) => say(personId, id, "not")));
    const promoted = ids(await answered(id, "going")).filter((personId) => !ids(going).includes(personId));
    expect(promoted).toEqual(ids(waiting.slice(0, 7)));
    const told = await db.select().from(notifications).where(eq(notifications.sessionId, id));
    expect(ids(told).sort()).toEqual([...promoted].sort());
  }, 60_000);
});

describe("a city with a held seat", () => {
  it("keeps it until somebody of the city comes; the others wait", async () => {
    const { id } = await session({ capacity: 3, seatsHeldUntil: later(5) });
    const [a1, a2] = await people(2, w.cities[0]);
    const [b1] = await people(1, w.cities[1]);
    if (!a1 || !a2 || !b1) throw new Error("nobody");
    expect((await say(a1.id, id, "going")).answer).toBe("going");
    expect((await say(a2.id, id, "going")).answer).toBe("waiting");
    expect((await say(w.facilitator.id, id, "going")).answer).toBe("waiting");
    expect((await say(b1.id, id, "going")).answer).toBe("going");
    expect((await rowOf(id))?.seatsTaken).toBe(2);
  });

  it("gives it up when its date has passed, and the first who waits gets it", async () => {
    const { id } = await session({ capacity: 3, seatsHeldUntil: later(5) });
    const all = await people(4, w.cities[0]);
    for (const one of all) await say(one.id, id, "going");
    expect(ids(await answered(id, "going"))).toEqual([all[0]?.id]);
    vi.spyOn(clock, "now").mockReturnValue(later(6));
    await db.transaction((tx) => settleSeats(tx, id));
    expect(ids(await answered(id, "going"))).toEqual(all.slice(0, 3).map(({ id: person }) => person));
  });
});

describe("somebody whose membership ends", () => {
  it("loses the seats that were to come to the first who waits, and keeps what was held", async () => {
    const coming = await session({ capacity: 1 });
    const held = await session({ startsAt: later(-3) });
    const [first, second] = await people(2);
    if (!first || !second) throw new Error("nobody");
    await db.insert(answers).values({ sessionId: held.id, personId: first.id, answer: "going" });
    await say(first.id, coming.id, "going");
    await say(second.id, coming.id, "going");
    await db.transaction(async (tx) => {
      await tx.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, first.id));
      await leaveSeats(tx, { personId: first.id, cohortId: w.cohort.id });
    });
    expect(ids(await answered(coming.id, "going"))).toEqual([second.id]);
    expect(ids(await answered(held.id, "going"))).toEqual([first.id]);
  });

  it("gets no seat by an answer that was on its way when it ended", async () => {
    const { id } = await session({ capacity: 1 });
    const [one] = await people(1);
    if (!one) throw new Error("nobody");
    const actor = await actorOf(one.id);
    let late: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, one.id));
      await leaveSeats(tx, { personId: one.id, cohortId: w.cohort.id });
      late = answerSession(actor, { id, answer: "going" });
      late.catch(() => {});
      await vi.waitFor(async () =>
        expect(await tx.execute(sql`select 1 from pg_locks where not granted limit 1`)).toHaveLength(1),
      );
    });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect(await rowOf(id)).toMatchObject({ seatsTaken: 0 });
  });

  it("keeps the seat while another membership still invites them", async () => {
    const { id } = await session({ capacity: 1 });
    const [one] = await people(1);
    if (!one) throw new Error("nobody");
    const [extra] = await db
      .insert(memberships)
      .values({ personId: one.id, cohortId: w.cohort.id, role: "member", workspaceId: w.cities[1].id })
      .returning();
    await say(one.id, id, "going");
    await db.transaction(async (tx) => {
      await tx
        .update(memberships)
        .set({ untilAt: sql`now()` })
        .where(eq(memberships.id, extra?.id ?? ""));
      await leaveSeats(tx, { personId: one.id, cohortId: w.cohort.id });
    });
    expect(ids(await answered(id, "going"))).toEqual([one.id]);
  });
});

describe("votes that become answers", () => {
  it("are written in the order they were given, and more than there are seats wait", async () => {
    const { id } = await session({ capacity: 2 });
    const all = await people(4);
    const given = all.map(({ id: personId }) => ({ personId, answer: "going" as const }));
    const stored = await db.transaction((tx) => giveAnswers(tx, id, given));
    expect([...stored.values()]).toEqual(["going", "going", "waiting", "waiting"]);
    expect(ids(await answered(id, "waiting"))).toEqual(ids(given.slice(2)));
  });
});

type Step =
  | { do: "say"; who: number; answer: Answer }
  | { do: "capacity"; seats: number | null }
  | { do: "end"; who: number }
  | { do: "together"; steps: { who: number; answer: Answer }[] };

const PEOPLE = 9;
const word = fc.record({
  who: fc.nat(PEOPLE - 1),
  answer: fc.constantFrom<Answer>("going", "going", "tentative", "not"),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: word.map((said): Step => ({ do: "say", ...said })) },
    {
      weight: 1,
      arbitrary: fc
        .option(fc.integer({ min: 1, max: 7 }), { nil: null })
        .map((seats): Step => ({ do: "capacity", seats })),
    },
    { weight: 1, arbitrary: fc.nat(PEOPLE - 1).map((who): Step => ({ do: "end", who })) },
    {
      weight: 2,
      arbitrary: fc.array(word, { minLength: 2, maxLength: 6 }).map((all): Step => ({ do: "together", steps: all })),
    },
  ),
  { minLength: 4, maxLength: 14 },
);

describe("people who come, leave, wait and are let in, in any order and at once", () => {
  it("never sit on more seats than there are, and never wait beside a free one", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), async (plan, capacity) => {
        w = await world();
        const { id } = await session({ capacity });
        const all = await people(PEOPLE);
        const actors = await Promise.all(all.map((one) => actorOf(one.id)));
        const gone = new Set<number>();
        const speak = async ({ who, answer }: { who: number; answer: Answer }) => {
          const actor = actors[who];
          if (actor) await answerSession(actor, { id, answer }).catch(() => {});
        };
        for (const step of plan) {
          const line = ids(await answered(id, "waiting"));
          const seated = ids(await answered(id, "going"));
          if (step.do === "say") await speak(step);
          if (step.do === "together") await Promise.all(step.steps.map(speak));
          if (step.do === "capacity" && (step.seats === null || step.seats >= seated.length))
            await db.transaction(async (tx) => {
              await tx.update(sessions).set({ capacity: step.seats }).where(eq(sessions.id, id));
              await settleSeats(tx, id);
            });
          if (step.do === "end")
            await db.transaction(async (tx) => {
              const personId = all[step.who]?.id ?? "";
              gone.add(step.who);
              await tx.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, personId));
              await leaveSeats(tx, { personId, cohortId: w.cohort.id });
            });

          const [row, going, waiting] = [await rowOf(id), await answered(id, "going"), await answered(id, "waiting")];
          expect(row?.seatsTaken).toBe(going.length);
          if (row?.capacity) expect(going.length).toBeLessThanOrEqual(row.capacity);
          if (waiting.length > 0) expect(going.length).toBe(row?.capacity);
          for (const who of gone) expect(ids([...going, ...waiting])).not.toContain(all[who]?.id);
          // Who still waits, waits in the same order; who was let in stood before them.
          if (step.do !== "together") {
            const still = ids(waiting).filter((person) => line.includes(person));
            expect(still).toEqual(line.filter((person) => still.includes(person)));
            const letIn = ids(going).filter((person) => line.includes(person));
            const last = Math.max(-1, ...letIn.map((person) => line.indexOf(person)));
            for (const person of still) expect(line.indexOf(person)).toBeGreaterThan(last);
          }
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

it("a city that is taken off takes its answers along", async () => {
  const { id } = await session({ capacity: 1 });
  const [a] = await people(1, w.cities[0]);
  const [b] = await people(1, w.cities[1]);
  if (!a || !b) throw new Error("nobody");
  await say(a.id, id, "going");
  await say(b.id, id, "going");
  const gone = await db.transaction(async (tx) => {
    await tx
      .delete(sessionCities)
      .where(and(eq(sessionCities.sessionId, id), eq(sessionCities.workspaceId, w.cities[0].id)));
    return forgetUninvited(tx, id);
  });
  expect(gone).toEqual([a.id]);
  expect(ids(await answered(id, "going"))).toEqual([b.id]);
});
