import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeSession } from "@/db/factories";
import { agendaItems, answers, auditLog, memberships, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { getSession } from "@/lib/sessions/queries";
import { clock } from "@/lib/time/now";
import { endSession, entrust, moveStep, shortenRest, startSession } from "./mutations";
import { runOf, runSheetOf } from "./queries";

const START = new Date("2026-12-01T15:00:00Z");
const real = clock.now;
const aMomentAgo = () => new Date(real().getTime() - 1000);
const goTo = (minutes: number) => {
  clock.now = () => new Date(START.getTime() + minutes * 60_000);
};
afterEach(() => {
  clock.now = real;
});

/** A session of 30 minutes in three steps, ten minutes before its start. */
async function world() {
  goTo(-10);
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const member = await makeMember(cohort.id, "member", turin.id);
  const host = await makeMember(cohort.id, "official", dublin.id);
  const session = await makeSession(cohort.id, facilitator.id, [turin, dublin], {
    startsAt: START,
    minutes: 30,
    hostId: dublin.id,
  });
  const steps = await db
    .insert(agendaItems)
    .values(
      [5, 15, 10].map((minutes, position) => ({ sessionId: session.id, position, title: `Step ${position}`, minutes })),
    )
    .returning();
  const [a = "", b = "", c = ""] = steps.map(({ id }) => id);
  return {
    ...{ cohort, turin, dublin, host, session, a, b, c, id: session.id },
    facilitator: await actorOf(facilitator.id),
    member: await actorOf(member.id),
  };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const row = async () => (await db.select().from(sessions).where(eq(sessions.id, w.id)))[0];
const steps = () =>
  db.select().from(agendaItems).where(eq(agendaItems.sessionId, w.id)).orderBy(asc(agendaItems.position));
const audits = async () =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, w.id)).orderBy(asc(auditLog.id))).map(
    (one) => one.action,
  );
const start = () => startSession(w.facilitator, { id: w.id });
const go = (step: string, to: "next" | "back" | "skip" = "next", actor = w.facilitator) =>
  moveStep(actor, { id: w.id, step, to });

describe("a facilitator who starts a session", () => {
  test("opens it with its first step, once, however often they click", async () => {
    await Promise.all([start(), start(), start()]);
    expect(await row()).toMatchObject({ status: "live", stepId: w.a, wentLiveAt: clock.now() });
    expect((await steps())[0]?.startedAt).toEqual(clock.now());
    expect(await audits()).toEqual(["session.start"]);
  });

  test("waits until the doors are open", async () => {
    goTo(-31);
    await expect(start()).rejects.toMatchObject({ code: "conflict" });
    expect(await row()).toMatchObject({ status: "scheduled", stepId: null });
  });

  test("does not start what is over", async () => {
    goTo(31);
    await expect(start()).rejects.toMatchObject({ code: "conflict" });
    const session = await getSession(w.facilitator, w.id);
    expect(session && (await runSheetOf(session))?.mayStart).toBe(false);
  });

  test("finds nothing to start when it was cancelled", async () => {
    await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, w.id));
    await expect(start()).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("somebody who may not run a session", () => {
  test("starts, moves and hands over nothing, and has no run sheet", async () => {
    await expect(startSession(w.member, { id: w.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(go(w.a, "next", w.member)).rejects.toMatchObject({ code: "forbidden" });
    await expect(shortenRest(w.member, { id: w.id, step: w.a })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSession(w.member, { id: w.id })).rejects.toMatchObject({ code: "forbidden" });
    const taking = { id: w.id, task: "run" as const, person: w.member.personId, was: null };
    await expect(entrust(w.member, taking)).rejects.toMatchObject({ code: "forbidden" });
    const view = await getSession(w.member, w.id);
    expect(view && (await runSheetOf(view))).toBeNull();
  });

  test("does not find the session of another cohort", async () => {
    const stranger = await actorOf((await makeMember((await makeCohort()).id, "facilitator")).id);
    await expect(startSession(stranger, { id: w.id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a facilitator who goes from step to step", () => {
  beforeEach(async () => {
    goTo(0);
    await start();
  });

  test("moves once when two people press at the same moment", async () => {
    goTo(6);
    await Promise.all([go(w.a), go(w.a), go(w.a)]);
    expect(await row()).toMatchObject({ stepId: w.b });
    const [a, b, c] = await steps();
    expect([a?.endedAt, b?.startedAt, c?.startedAt]).toEqual([clock.now(), clock.now(), null]);
    expect(await audits()).toEqual(["session.start", "session.step"]);
  });

  test("leaves one out, and brings it back by going back", async () => {
    goTo(5);
    await go(w.a, "skip");
    expect((await steps()).map(({ startedAt, endedAt }) => [startedAt !== null, endedAt !== null])).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ]);
    await go(w.c, "back");
    expect(await row()).toMatchObject({ stepId: w.a });
    expect((await steps()).map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [START, null],
      [null, null],
      [null, null],
    ]);
  });

  test("stays where they are before the first and after the last step", async () => {
    await go(w.a, "back");
    expect(await row()).toMatchObject({ stepId: w.a });
    await go(w.a);
    await go(w.b);
    await go(w.c);
    await go(w.c, "skip");
    expect(await row()).toMatchObject({ stepId: w.c });
  });

  test("goes on with what is still open when the running step was deleted", async () => {
    await go(w.a);
    await db.delete(agendaItems).where(eq(agendaItems.id, w.b));
    await moveStep(w.facilitator, { id: w.id, step: null, to: "next" });
    expect(await row()).toMatchObject({ stepId: w.c });
  });

  test("sees the real clock of each step, also after the end", async () => {
    goTo(9);
    await go(w.a);
    const view = await getSession(w.facilitator, w.id);
    const run = view && (await runOf(view));
    expect(run).toMatchObject({ live: true, timed: true, plan: { late: 4, left: 15 } });
    goTo(20);
    await endSession(w.facilitator, { id: w.id });
    const after = await getSession(w.facilitator, w.id);
    expect(after && (await runOf(after)).plan.steps.map(({ took, state }) => [state, took])).toEqual([
      ["done", 9],
      ["done", 11],
      ["next", null],
    ]);
  });
});

describe("a facilitator who is running late", () => {
  beforeEach(async () => {
    goTo(0);
    await start();
  });

  test("shortens what is left so that it ends on time", async () => {
    goTo(10);
    await shortenRest(w.facilitator, { id: w.id, step: w.a });
    expect((await steps()).map(({ minutes }) => minutes)).toEqual([5, 12, 8]);
    const view = await getSession(w.facilitator, w.id);
    expect(view && (await runOf(view)).plan.late).toBe(0);
    expect(await audits()).toEqual(["session.start", "session.shorten"]);
    await shortenRest(w.facilitator, { id: w.id, step: w.a });
    expect(await audits()).toHaveLength(2);
  });

  test("is told to leave steps out when not a minute is left for each", async () => {
    goTo(29);
    await expect(shortenRest(w.facilitator, { id: w.id, step: w.a })).rejects.toMatchObject({
      code: "invalid",
      fields: { form: { key: "running.error.noRoom", values: { count: 2 } } },
    });
    expect((await steps()).map(({ minutes }) => minutes)).toEqual([5, 15, 10]);
  });

  test("changes nothing for a step that runs no more", async () => {
    goTo(10);
    await go(w.a);
    await shortenRest(w.facilitator, { id: w.id, step: w.a });
    expect((await steps()).map(({ minutes }) => minutes)).toEqual([5, 15, 10]);
  });
});

describe("a facilitator who hands over", () => {
  const hand = (person: string | null, was: string | null, task: "run" | "notes" = "run", actor = w.facilitator) =>
    entrust(actor, { id: w.id, task, person, was });

  test("lets somebody of the host city run it, who can hand it on to somebody who comes", async () => {
    await db.insert(answers).values({ sessionId: w.id, personId: w.member.personId, answer: "going" });
    await hand(w.host.id, null);
    const host = await actorOf(w.host.id);
    await startSession(host, { id: w.id });
    await go(w.a, "next", host);
    await hand(w.member.personId, w.host.id, "run", host);
    expect(await row()).toMatchObject({ runnerId: w.member.personId });
    await expect(go(w.b, "next", host)).rejects.toMatchObject({ code: "forbidden" });
    await go(w.b, "next", w.member);
    expect(await audits()).toEqual([
      "session.hand-over",
      "session.start",
      "session.step",
      "session.hand-over",
      "session.step",
    ]);
  });

  test("names who takes notes, and takes it back", async () => {
    await hand(w.host.id, null, "notes");
    expect(await row()).toMatchObject({ noteTakerId: w.host.id, runnerId: null });
    await hand(null, w.host.id, "notes");
    expect(await row()).toMatchObject({ noteTakerId: null });
  });

  test("cannot choose somebody who neither comes nor is of the host city, or has left", async () => {
    await expect(hand(w.member.personId, null)).rejects.toMatchObject({ code: "invalid" });
    await db.insert(answers).values({ sessionId: w.id, personId: w.member.personId, answer: "tentative" });
    await expect(hand(w.member.personId, null)).rejects.toMatchObject({ code: "invalid" });
    const gone = await makePerson();
    await makeMembership(gone.id, w.cohort.id, "lead", w.dublin.id, aMomentAgo());
    await db.insert(answers).values({ sessionId: w.id, personId: gone.id, answer: "going" });
    await expect(hand(gone.id, null)).rejects.toMatchObject({ code: "invalid" });
  });

  test("does not take it from somebody else unawares", async () => {
    await hand(w.host.id, null);
    await expect(hand(w.facilitator.personId, null)).rejects.toMatchObject({ code: "conflict" });
    expect(await row()).toMatchObject({ runnerId: w.host.id });
  });

  test("has nobody left to run it when that person leaves the cohort", async () => {
    await hand(w.host.id, null);
    const host = await actorOf(w.host.id);
    await db.update(memberships).set({ untilAt: aMomentAgo() }).where(eq(memberships.personId, w.host.id));
    await expect(startSession(await actorOf(host.personId), { id: w.id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a facilitator who ends a session", () => {
  test("closes it once, with the step that ran", async () => {
    goTo(0);
    await start();
    goTo(4);
    await Promise.all([endSession(w.facilitator, { id: w.id }), endSession(w.facilitator, { id: w.id })]);
    expect(await row()).toMatchObject({ status: "held", heldAt: clock.now(), stepId: null });
    expect((await steps())[0]?.endedAt).toEqual(clock.now());
    expect(await audits()).toEqual(["session.start", "session.end"]);
    await expect(go(w.a)).rejects.toMatchObject({ code: "conflict" });
  });

  test("cannot end what was never started", async () => {
    await expect(endSession(w.facilitator, { id: w.id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("may still run and end it when it has gone over its time", async () => {
    goTo(0);
    await start();
    goTo(45);
    await go(w.a);
    await endSession(w.facilitator, { id: w.id });
    expect(await row()).toMatchObject({ status: "held" });
  });
});
