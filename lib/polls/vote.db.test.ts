import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makePoll, makeSession } from "@/db/factories";
import { auditLog, mails, memberships, notifications, pollOptions, polls, sessions, votes } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { OPTIONS_MAX, SUGGESTIONS_MAX, type Vote } from "./limits";
import { castVote, suggestOption } from "./mutations";
import { extendPoll, remindVoters } from "./organise";
import { SuggestInput, VoteInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id, { zone: "Europe/Dublin" });
  const warsaw = await makeCity(cohort.id, { zone: "Europe/Warsaw" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const member = await makeMember(cohort.id, "member", dublin.id);
  const uninvited = await makeMember(cohort.id, "official", warsaw.id);
  const session = await makeSession(cohort.id, facilitator.id, [turin, dublin], {
    status: "polling",
    startsAt: inDays(10),
  });
  const poll = await makePoll(session, facilitator.id);
  return { cohort, turin, dublin, facilitator, official, member, uninvited, session, poll };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});
afterEach(() => {
  vi.restoreAllMocks();
});

function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

const day = (days: number) => inDays(days).toISOString().slice(0, 10);
const optionId = (index: number) => w.poll.options[index]?.id ?? "";

async function vote(person: { id: string }, index: number, said: Vote, sessionId = w.session.id) {
  return castVote(await actorOf(person.id), { id: sessionId, vote: { optionId: optionId(index), vote: said } });
}

async function suggest(person: { id: string }, date: string, time = "11:00") {
  const input = SuggestInput.parse({ id: w.session.id, date, time, zone: "Europe/Rome" });
  return suggestOption(await actorOf(person.id), input);
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

const audits = async (action: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, w.session.id))).filter((row) => row.action === action);
const allVotes = () => db.select().from(votes).where(eq(votes.pollId, w.poll.id));

describe("somebody who is invited and votes", () => {
  it("says yes, changes their mind, and leaves one vote and a trace of each word", async () => {
    for (const said of ["yes", "yes", "no"] as const) await vote(w.member, 0, said);
    await vote(w.member, 1, "if-need-be");
    expect((await allVotes()).map(({ personId, vote: said }) => [personId, said]).sort()).toEqual([
      [w.member.id, "if-need-be"],
      [w.member.id, "no"],
    ]);
    expect((await audits("poll.vote")).map((row) => row.detail)).toEqual([
      { option: optionId(0), vote: "yes", by: "page" },
      { option: optionId(0), vote: "no", by: "page" },
      { option: optionId(1), vote: "if-need-be", by: "page" },
    ]);
  });

  it("may be a facilitator too, who belongs to no city", async () => {
    await vote(w.facilitator, 0, "yes");
    expect(await allVotes()).toHaveLength(1);
  });

  it("is told when the deadline has passed, and the earlier vote stands", async () => {
    await vote(w.member, 0, "yes");
    vi.spyOn(clock, "now").mockReturnValue(inDays(2));
    expect((await refusal(vote(w.member, 0, "no"))).fields.form?.key).toBe("polls.error.closed");
    expect((await allVotes())[0]?.vote).toBe("yes");
  });

  it("cannot vote on a time that has passed, or that belongs to another poll", async () => {
    const other = await makeSession(w.cohort.id, w.facilitator.id, [w.dublin], { status: "polling" });
    const theirs = await makePoll(other, w.facilitator.id);
    const actor = await actorOf(w.member.id);
    const wrong = { id: w.session.id, vote: { optionId: theirs.options[0]?.id ?? "", vote: "yes" as const } };
    expect((await refusal(castVote(actor, wrong))).fields.form?.key).toBe("polls.error.optionGone");
    await db
      .update(polls)
      .set({ closesAt: inDays(11) })
      .where(eq(polls.id, w.poll.id));
    vi.spyOn(clock, "now").mockReturnValue(inDays(10.9));
    expect((await refusal(vote(w.member, 0, "yes"))).fields.form?.key).toBe("polls.error.optionGone");
    expect(await allVotes()).toHaveLength(0);
  });

  it("cannot vote once it is decided or called off", async () => {
    await db.update(sessions).set({ status: "scheduled" }).where(eq(sessions.id, w.session.id));
    expect((await refusal(vote(w.member, 0, "yes"))).fields.form?.key).toBe("polls.error.over");
    await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, w.session.id));
    expect((await refusal(vote(w.member, 0, "yes"))).code).toBe("forbidden");
  });
});

describe("somebody whose city is not invited", () => {
  it("may not vote or suggest, and changes nothing by trying", async () => {
    expect((await refusal(vote(w.uninvited, 0, "yes"))).code).toBe("forbidden");
    expect((await refusal(suggest(w.uninvited, day(14)))).code).toBe("forbidden");
    expect(await allVotes()).toHaveLength(0);
    expect(await audits("poll.vote")).toHaveLength(0);
  });

  it("and of another cohort, or of none, learns nothing: it is not there", async () => {
    const stranger = await makeMember((await makeCohort()).id, "facilitator");
    const nobody = await makePerson();
    const left = await makePerson();
    await makeMembership(left.id, w.cohort.id, "member", w.turin.id, new Date(Date.now() - 1000));
    for (const person of [stranger, nobody, left]) {
      expect((await refusal(vote(person, 0, "yes"))).code).toBe("not_found");
      expect((await refusal(suggest(person, day(14)))).code).toBe("not_found");
      const actor = await actorOf(person.id);
      expect((await refusal(extendPoll(actor, { id: w.session.id, until: day(3) }))).code).toBe("not_found");
      expect((await refusal(remindVoters(actor, { id: w.session.id }))).code).toBe("not_found");
    }
  });

  it("loses the vote between the page and the click when their membership ends", async () => {
    const actor = await actorOf(w.member.id);
    await db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.member.id));
    const input = { id: w.session.id, vote: { optionId: optionId(0), vote: "yes" as const } };
    expect((await refusal(castVote(actor, input))).fields.form?.key).toBe("polls.error.optionGone");
    expect(await allVotes()).toHaveLength(0);
  });
});

describe("the buttons of a vote", () => {
  it.each(["", "yes", `${newId()}:maybe`, `nothing:yes`, `${newId()}:yes:no`])("refuse %j", (value) => {
    const parsed = VoteInput.safeParse({ id: newId(), vote: value });
    expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0])).toContain("vote");
  });
});

describe("a voter who suggests another time", () => {
  it("sees it among the options with their name and their yes, and the session stands at the earliest", async () => {
    await suggest(w.member, day(5));
    const [added] = await db.select().from(pollOptions).where(eq(pollOptions.suggestedBy, w.member.id));
    expect(added).toMatchObject({ wallStart: `${day(5)}T11:00`, zone: "Europe/Rome" });
    expect(await allVotes()).toMatchObject([{ optionId: added?.id, personId: w.member.id, vote: "yes" }]);
    const [session] = await db.select().from(sessions).where(eq(sessions.id, w.session.id));
    expect(session).toMatchObject({ wallStart: `${day(5)}T11:00`, startsAt: added?.startsAt, status: "polling" });
    expect(await audits("poll.suggest")).toHaveLength(1);
  });

  it("cannot suggest what is there, what comes before the deadline, or what no clock shows", async () => {
    await suggest(w.member, day(14));
    expect((await refusal(suggest(w.official, day(14)))).fields.date?.key).toBe("polls.error.there");
    await db
      .update(polls)
      .set({ closesAt: inDays(8) })
      .where(eq(polls.id, w.poll.id));
    expect((await refusal(suggest(w.member, day(6)))).fields.date?.key).toBe("polls.error.beforeDeadline");
    expect((await refusal(suggest(w.member, "soon"))).fields.date?.key).toBe("sessions.error.date");
    expect((await refusal(suggest(w.member, day(-3)))).fields.time?.key).toBe("sessions.error.past");
  });

  it("has a few suggestions, and all together there are not too many, also when all send at once", async () => {
    for (let n = 0; n < SUGGESTIONS_MAX; n++) await suggest(w.member, day(20 + n));
    expect((await refusal(suggest(w.member, day(40)))).fields.form?.key).toBe("polls.error.enough");
    const sent = await Promise.allSettled(
      Array.from({ length: OPTIONS_MAX }, (_, n) => suggest(w.facilitator, day(50 + n))),
    );
    expect(sent.filter((one) => one.status === "fulfilled")).toHaveLength(OPTIONS_MAX - 3 - SUGGESTIONS_MAX);
    expect(await db.select().from(pollOptions).where(eq(pollOptions.pollId, w.poll.id))).toHaveLength(OPTIONS_MAX);
  });
});

describe("a facilitator", () => {
  it("sets another deadline, after which nobody votes, and nobody else may", async () => {
    const actor = await actorOf(w.facilitator.id);
    await extendPoll(actor, { id: w.session.id, until: day(4) });
    const [poll] = await db.select().from(polls).where(eq(polls.id, w.poll.id));
    expect(poll?.closesAt.toISOString()).toContain(day(4));
    vi.spyOn(clock, "now").mockReturnValue(inDays(3));
    await vote(w.member, 0, "yes");
    expect(await audits("poll.extend")).toHaveLength(1);
    const official = await actorOf(w.official.id);
    expect((await refusal(extendPoll(official, { id: w.session.id, until: day(5) }))).code).toBe("forbidden");
  });

  it.each([
    ["", "polls.error.untilMissing"],
    ["some day", "sessions.error.date"],
    [day(-2), "polls.error.deadlinePast"],
    [day(30), "polls.error.deadlineAfterLast"],
  ])("is told why %j is no deadline", async (until, key) => {
    const actor = await actorOf(w.facilitator.id);
    expect((await refusal(extendPoll(actor, { id: w.session.id, until }))).fields.until?.key).toBe(key);
  });

  it("reminds those who have not voted, at most once a day, also with two clicks at once", async () => {
    await vote(w.official, 0, "no");
    const actor = await actorOf(w.facilitator.id);
    const remind = () => remindVoters(actor, { id: w.session.id });
    const clicks = await Promise.allSettled([remind(), remind(), remind()]);
    expect(clicks.filter((click) => click.status === "fulfilled")).toHaveLength(1);
    expect((await refusal(remind())).fields.form?.key).toBe("polls.error.reminded");
    const told = await db.select().from(notifications).where(eq(notifications.sessionId, w.session.id));
    expect(told).toMatchObject([{ personId: w.member.id, kind: "poll-reminder" }]);
    expect(told[0]?.mailedAt).not.toBeNull();
    const queued = await db.select().from(mails).where(eq(mails.sessionId, w.session.id));
    expect(queued).toMatchObject([{ personId: w.member.id, kind: "poll" }]);
    expect((await audits("poll.remind")).map((row) => row.detail)).toEqual([{ people: 1 }]);
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 25 * 3_600_000));
    await db
      .update(polls)
      .set({ closesAt: inDays(5) })
      .where(eq(polls.id, w.poll.id));
    await remind();
    expect(await db.select().from(mails).where(eq(mails.sessionId, w.session.id))).toHaveLength(2);
  });

  it("has nobody to remind when all have voted; others may not remind", async () => {
    expect((await refusal(remindVoters(await actorOf(w.official.id), { id: w.session.id }))).code).toBe("forbidden");
    await vote(w.official, 0, "no");
    await vote(w.member, 0, "no");
    const error = await refusal(remindVoters(await actorOf(w.facilitator.id), { id: w.session.id }));
    expect(error.fields.form?.key).toBe("polls.error.nobodyMissing");
  });
});
