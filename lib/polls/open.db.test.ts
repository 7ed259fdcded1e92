import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makePoll, makeSession } from "@/db/factories";
import { auditLog, mails, notifications, pollOptions, polls, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { startFrom } from "@/lib/sessions/start";
import { beginPollFrom } from "./begin";
import { OPTIONS_MAX } from "./limits";
import { openPoll } from "./open";
import { BeginInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id, { zone: "Europe/Dublin" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const member = await makeMember(cohort.id, "member", dublin.id);
  const session = await makeSession(cohort.id, facilitator.id, [turin, dublin], { status: "scheduled" });
  return { cohort, turin, dublin, facilitator, official, member, session };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const slot = (days: number, time = "16:00") => `${day(days)}T${time}[Europe/Rome]`;

async function begin(values: Record<string, unknown> = {}, person = w.facilitator) {
  const input = BeginInput.parse({ id: w.session.id, slots: [slot(20), slot(9)], ...values });
  return beginPollFrom(await actorOf(person.id), input);
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

const pollOf = async () => (await db.select().from(polls).where(eq(polls.sessionId, w.session.id)))[0];
const rowOf = async () => (await db.select().from(sessions).where(eq(sessions.id, w.session.id)))[0];

describe("a facilitator who puts a session to a vote", () => {
  it("asks everybody in its cities, once in the Inbox and once by mail, and the session stands at the earliest", async () => {
    const left = await makePerson();
    await makeMembership(left.id, w.cohort.id, "member", w.turin.id, new Date(Date.now() - 1000));
    await begin({ typed: [{ date: day(12), time: "9.30" }], until: day(7) });

    expect(await rowOf()).toMatchObject({ status: "polling", wallStart: `${day(9)}T16:00`, zone: "Europe/Rome" });
    const poll = await pollOf();
    expect(poll?.closesAt.toISOString()).toContain(day(7));
    expect(
      await db
        .select()
        .from(pollOptions)
        .where(eq(pollOptions.pollId, poll?.id ?? "")),
    ).toHaveLength(3);
    const told = await db.select().from(notifications).where(eq(notifications.sessionId, w.session.id));
    expect(told.map((row) => row.personId).sort()).toEqual([w.official.id, w.member.id].sort());
    expect(told.every((row) => row.kind === "poll-opened" && row.mailedAt !== null)).toBe(true);
    const queued = await db.select().from(mails).where(eq(mails.sessionId, w.session.id));
    expect(queued.map((mail) => mail.personId).sort()).toEqual([w.official.id, w.member.id].sort());
    expect(queued.every((mail) => mail.kind === "poll")).toBe(true);
    const audit = await db.select().from(auditLog).where(eq(auditLog.subjectId, w.session.id));
    expect(audit).toMatchObject([{ action: "poll.open", actorId: w.facilitator.id, detail: { options: 3 } }]);
  });

  it("has one poll and one letter to each from fifty clicks at once", async () => {
    await Promise.allSettled(Array.from({ length: 50 }, () => begin()));
    expect(await db.select().from(polls).where(eq(polls.sessionId, w.session.id))).toHaveLength(1);
    expect(await db.select().from(mails).where(eq(mails.sessionId, w.session.id))).toHaveLength(2);
    await begin();
    expect(await db.select().from(mails).where(eq(mails.sessionId, w.session.id))).toHaveLength(2);
  });

  it("need not say until when: a week, or less when the first time is near", async () => {
    await begin();
    const closesAt = (await pollOf())?.closesAt.getTime() ?? 0;
    expect(closesAt).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    expect(closesAt).toBeLessThan(Date.now() + 9 * 86_400_000);
  });

  it("may vote again on a session whose first vote was decided", async () => {
    await makePoll(w.session, w.facilitator.id, [2, 3], {
      finalisedAt: new Date(),
      finalisedBy: w.facilitator.id,
      chosenId: "0000000000000000",
    });
    await begin();
    expect((await pollOf())?.finalisedAt).toBeNull();
  });

  it.each([
    ["one time", { slots: [slot(9)] }, "slots", "polls.error.tooFew"],
    ["the same time twice", { slots: [slot(9), slot(9)] }, "slots", "polls.error.tooFew"],
    [
      "too many",
      { slots: Array.from({ length: OPTIONS_MAX + 1 }, (_, n) => slot(9 + n)) },
      "slots",
      "polls.error.tooMany",
    ],
    ["a time that has passed", { slots: [slot(-2), slot(9)] }, "slots", "sessions.error.past"],
    ["what is no time", { slots: ["tomorrow", slot(9)] }, "slots", "errors.field.invalid"],
    ["a date without an hour", { typed: [{ date: day(9), time: "" }] }, "typed.0.time", "sessions.error.timeMissing"],
    ["a deadline after the first time", { until: day(10) }, "until", "polls.error.deadlineLate"],
    ["a deadline that has passed", { until: day(-1) }, "until", "polls.error.deadlinePast"],
  ])("is told what is wrong with %s, and nothing happens", async (_, values, field, key) => {
    expect((await refusal(begin(values))).fields[field]?.key).toBe(key);
    expect(await pollOf()).toBeUndefined();
    expect((await rowOf())?.status).toBe("scheduled");
    expect(await db.select().from(mails).where(eq(mails.sessionId, w.session.id))).toHaveLength(0);
  });

  it("cannot for a session that is cancelled or over", async () => {
    await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, w.session.id));
    expect((await refusal(begin())).code).toBe("forbidden");
  });
});

describe("somebody who does not facilitate", () => {
  it("cannot put a session to a vote, and outside the cohort it is not there", async () => {
    for (const person of [w.official, w.member]) expect((await refusal(begin({}, person))).code).toBe("forbidden");
    const stranger = await makeMember((await makeCohort()).id, "facilitator");
    expect((await refusal(begin({}, stranger))).code).toBe("not_found");
    expect(await pollOf()).toBeUndefined();
  });
});

describe("opening a poll in the transaction that made its session", () => {
  it("happens once, and not at all when the transaction fails", async () => {
    const session = await makeSession(w.cohort.id, w.facilitator.id, [w.turin], { status: "polling" });
    const actor = await actorOf(w.facilitator.id);
    const options = [9, 10].map((days) => startFrom({ slot: slot(days), date: "", time: "", zone: "" }));
    const open = () => db.transaction((tx) => openPoll(tx, actor, { sessionId: session.id, options, closesAt: null }));
    await open();
    expect((await refusal(open())).code).toBe("conflict");
    expect(await db.select().from(mails).where(eq(mails.sessionId, session.id))).toHaveLength(1);
  });
});
