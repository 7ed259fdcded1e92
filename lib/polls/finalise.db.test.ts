import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePoll, makeSession } from "@/db/factories";
import { answers, auditLog, memberships, notifications, polls, sessions, votes } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { finalisePoll } from "./finalise";
import type { Vote } from "./limits";
import { castVote } from "./mutations";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id, { zone: "Europe/Dublin" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const member = await makeMember(cohort.id, "member", dublin.id);
  const session = await makeSession(cohort.id, facilitator.id, [turin, dublin], { status: "polling" });
  const poll = await makePoll(session, facilitator.id);
  return { cohort, turin, dublin, facilitator, official, member, session, poll };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const optionAt = (index: number) => {
  const option = w.poll.options[index];
  if (!option) throw new Error("no such option");
  return option;
};

async function vote(person: { id: string }, index: number, said: Vote) {
  await castVote(await actorOf(person.id), { id: w.session.id, vote: { optionId: optionAt(index).id, vote: said } });
}

async function take(index: number, person = w.facilitator) {
  return finalisePoll(await actorOf(person.id), { id: w.session.id, option: optionAt(index).id });
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

const rowOf = async () => (await db.select().from(sessions).where(eq(sessions.id, w.session.id)))[0];
const answersOf = async () =>
  new Map(
    (await db.select().from(answers).where(eq(answers.sessionId, w.session.id))).map((row) => [
      row.personId,
      row.answer,
    ]),
  );
const told = async () =>
  (await db.select().from(notifications).where(eq(notifications.sessionId, w.session.id))).filter(
    (row) => row.kind === "session-scheduled",
  );
const decisions = async () =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, w.session.id))).filter(
    (row) => row.action === "poll.finalise",
  );

describe("a facilitator who takes an option", () => {
  it("schedules the session then, makes answers of the votes, and tells everybody invited", async () => {
    await vote(w.official, 1, "yes");
    await vote(w.member, 1, "if-need-be");
    await vote(w.facilitator, 1, "no");
    await vote(w.member, 0, "yes");
    await take(1);
    const { wallStart, zone, startsAt } = optionAt(1);
    expect(await rowOf()).toMatchObject({ status: "scheduled", wallStart, zone, startsAt, sequence: 1, seatsTaken: 1 });
    expect((await rowOf())?.endsAt).toEqual(new Date(startsAt.getTime() + 90 * 60_000));
    expect(await answersOf()).toEqual(
      new Map([
        [w.official.id, "going"],
        [w.member.id, "tentative"],
        [w.facilitator.id, "not"],
      ]),
    );
    expect((await told()).map((row) => row.personId).sort()).toEqual([w.official.id, w.member.id].sort());
    const [poll] = await db.select().from(polls).where(eq(polls.id, w.poll.id));
    expect(poll).toMatchObject({ finalisedBy: w.facilitator.id, chosenId: optionAt(1).id });
    expect((await decisions()).map((row) => row.detail)).toMatchObject([{ option: optionAt(1).id, answers: 3 }]);
  });

  it("gets one session and one invitation each from fifty clicks at once", async () => {
    await vote(w.official, 0, "yes");
    const clicks = await Promise.allSettled(Array.from({ length: 50 }, () => take(0)));
    expect(clicks.every((click) => click.status === "fulfilled")).toBe(true);
    expect(await rowOf()).toMatchObject({ status: "scheduled", sequence: 1, startsAt: optionAt(0).startsAt });
    expect(await told()).toHaveLength(2);
    expect(await decisions()).toHaveLength(1);
    expect(await answersOf()).toEqual(new Map([[w.official.id, "going"]]));
  });

  it("wins against another who takes another option at the same moment, or loses; never both", async () => {
    const second = await makeMember(w.cohort.id, "facilitator");
    const clicks = await Promise.allSettled([take(0), take(1, second), take(0), take(1, second)]);
    const [poll] = await db.select().from(polls).where(eq(polls.id, w.poll.id));
    const chosen = w.poll.options.find(({ id }) => id === poll?.chosenId);
    expect(await rowOf()).toMatchObject({ sequence: 1, startsAt: chosen?.startsAt });
    expect(clicks.filter((click) => click.status === "fulfilled")).toHaveLength(2);
    expect(await decisions()).toHaveLength(1);
  });

  it("seats those who said yes first, and lets the others wait", async () => {
    await db.update(sessions).set({ capacity: 2 }).where(eq(sessions.id, w.session.id));
    const people = [
      w.official,
      w.member,
      ...(await Promise.all([1, 2].map(() => makeMember(w.cohort.id, "member", w.turin.id)))),
    ];
    for (const person of people) await vote(person, 0, "yes");
    await take(0);
    const given = await answersOf();
    expect(people.map(({ id }) => given.get(id))).toEqual(["going", "going", "waiting", "waiting"]);
    expect(await rowOf()).toMatchObject({ seatsTaken: 2 });
  });

  it("leaves out who has left since, and whose city is no longer invited", async () => {
    for (const person of [w.official, w.member]) await vote(person, 0, "yes");
    await db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.official.id));
    await take(0);
    expect(await answersOf()).toEqual(new Map([[w.member.id, "going"]]));
  });

  it("ends the vote: whoever votes at the same moment is counted or refused, and nobody later", async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => makeMember(w.cohort.id, "member", w.turin.id)));
    const [, ...cast] = await Promise.allSettled([take(0), ...people.map((person) => vote(person, 0, "yes"))]);
    const counted = cast.filter((one) => one.status === "fulfilled").length;
    expect(await db.select().from(votes).where(eq(votes.pollId, w.poll.id))).toHaveLength(counted);
    expect((await answersOf()).size).toBe(counted);
    expect((await refusal(vote(w.member, 0, "yes"))).fields.form?.key).toBe("polls.error.over");
  });

  it("cannot take what has passed, what is not there, or what was called off", async () => {
    const actor = await actorOf(w.facilitator.id);
    expect((await refusal(finalisePoll(actor, { id: w.session.id, option: newId() }))).code).toBe("not_found");
    vi.spyOn(clock, "now").mockReturnValue(new Date(optionAt(0).startsAt.getTime() + 1));
    expect((await refusal(take(0))).fields.form?.key).toBe("polls.error.optionGone");
    vi.restoreAllMocks();
    await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, w.session.id));
    expect((await refusal(take(0))).code).toBe("forbidden");
    expect(await decisions()).toHaveLength(0);
  });
});

describe("somebody who does not facilitate", () => {
  it("cannot decide, and outside the cohort it is not there", async () => {
    for (const person of [w.official, w.member]) expect((await refusal(take(0, person))).code).toBe("forbidden");
    const stranger = await makeMember((await makeCohort()).id, "admin");
    expect((await refusal(take(0, stranger))).code).toBe("not_found");
    expect(await rowOf()).toMatchObject({ status: "polling", sequence: 0 });
  });
});
