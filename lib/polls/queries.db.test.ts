import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makePoll, makeSession } from "@/db/factories";
import { memberships, people, polls, sessionCities, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import type { Vote } from "./limits";
import { castVote } from "./mutations";
import { proposeOptions } from "./propose";
import { getPoll } from "./queries";
import { votesToGive } from "./to-do";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", longitude: 7 });
  const dublin = await makeCity(cohort.id, { name: "Dublin", zone: "Europe/Dublin", longitude: -6 });
  const francisco = await makeCity(cohort.id, { name: "San Francisco", zone: "America/Los_Angeles", longitude: -122 });
  const warsaw = await makeCity(cohort.id, { name: "Warsaw", zone: "Europe/Warsaw", longitude: 21 });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const member = await makeMember(cohort.id, "member", dublin.id);
  const uninvited = await makeMember(cohort.id, "lead", warsaw.id);
  const session = await makeSession(cohort.id, facilitator.id, [turin, dublin, francisco], { status: "polling" });
  await db.update(sessionCities).set({ required: false }).where(eq(sessionCities.workspaceId, francisco.id));
  const poll = await makePoll(session, facilitator.id, [10, 11]);
  return { cohort, turin, dublin, francisco, facilitator, official, member, uninvited, session, poll };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const poll = async (person: { id: string }) => getPoll(await actorOf(person.id), w.session.id);
async function vote(person: { id: string }, index: number, said: Vote) {
  const optionId = w.poll.options[index]?.id ?? "";
  await castVote(await actorOf(person.id), { id: w.session.id, vote: { optionId, vote: said } });
}

describe("a voter who opens the poll", () => {
  it("sees the clocks from west to east, what each hour costs, and which city is missing", async () => {
    await vote(w.official, 0, "yes");
    await vote(w.facilitator, 0, "no");
    const seen = await poll(w.member);
    expect(seen?.cities.map(({ name }) => name)).toEqual(["San Francisco", "Dublin", "Turin"]);
    const option = seen?.options[0];
    expect(option?.byCity.map(({ clock }) => Number(clock.slice(0, 2)) % 24)).toHaveLength(3);
    expect(option?.byCity[0]?.burden).toBeNull();
    expect(option?.total).toBe(option?.byCity.reduce((sum, { burden }) => sum + (burden ?? 0), 0));
    expect(option?.missing).toEqual([w.dublin.id]);
    expect(option?.all).toEqual({ yes: 1, "if-need-be": 0, no: 1 });
    expect(option?.names.yes).toEqual([w.official.name]);
    expect(option?.mine).toBeNull();
    expect(seen?.options[1]?.missing).toEqual([w.dublin.id, w.turin.id]);
    expect(seen).toMatchObject({ asked: 2, voted: 1, closed: false, abilities: { vote: true, decide: false } });
    expect(seen?.cities.map(({ waitedFor }) => waitedFor.map(({ id }) => id))).toEqual([[], [w.member.id], []]);
  });

  it("has the organiser's clock beside an own one that differs, with the shift of its day", async () => {
    await db.update(people).set({ zone: "Pacific/Kiritimati" }).where(eq(people.id, w.member.id));
    const far = (await poll(w.member))?.options[0];
    expect(far?.organiser).toMatchObject({ dayShift: -1, endDayShift: -1 });
    expect((await poll(w.facilitator))?.options[0]?.organiser).toBeNull();
  });

  it("does not count the votes of somebody who has left", async () => {
    await vote(w.official, 0, "yes");
    await db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.official.id));
    const seen = await poll(w.member);
    expect(seen?.options[0]).toMatchObject({ all: { yes: 0 }, missing: [w.dublin.id, w.turin.id] });
    expect(JSON.stringify(seen)).not.toContain(w.official.name);
  });
});

it("whoever is not invited, of another cohort, of none, or has left, learns nothing of it", async () => {
  await vote(w.official, 0, "yes");
  const left = await makePerson();
  await makeMembership(left.id, w.cohort.id, "official", w.turin.id, new Date(Date.now() - 1000));
  const stranger = await makeMember((await makeCohort()).id, "admin");
  const observer = await makeMember(w.cohort.id, "observer");
  for (const person of [w.uninvited, observer, stranger, left, await makePerson()])
    expect(await poll(person)).toBeNull();
});

it("there is no poll any more once it is decided or called off", async () => {
  for (const status of ["scheduled", "cancelled"] as const) {
    await db.update(sessions).set({ status }).where(eq(sessions.id, w.session.id));
    expect(await poll(w.facilitator)).toBeNull();
  }
});

describe("a facilitator who is about to ask", () => {
  it("gets fair hours on several days for the cities of the session, and nobody else does", async () => {
    const planned = await makeSession(w.cohort.id, w.facilitator.id, [w.turin, w.dublin]);
    const offered = await proposeOptions(await actorOf(w.facilitator.id), planned.id, "en");
    expect(offered?.people).toBe(2);
    const ticked = offered?.proposed.filter((option) => option.ticked) ?? [];
    expect(ticked).toHaveLength(3);
    expect(new Set(ticked.map(({ startsAt }) => startsAt.getTime())).size).toBe(3);
    for (const person of [w.official, w.uninvited])
      expect(await proposeOptions(await actorOf(person.id), planned.id, "en")).toBeNull();
    expect(await proposeOptions(await actorOf(w.facilitator.id), w.session.id, "en")).toBeNull();
  });
});

describe("somebody whose city is asked when it can come", () => {
  const waiting = async (person: { id: string }) =>
    (await votesToGive(await actorOf(person.id))).map(({ sessionId }) => sessionId);

  it("is told so until they have voted", async () => {
    expect(await waiting(w.member)).toEqual([w.session.id]);
    await vote(w.member, 1, "no");
    expect(await waiting(w.member)).toEqual([]);
    expect(await waiting(w.official)).toEqual([w.session.id]);
  });

  it("is not told of a vote that is closed, decided or for other cities", async () => {
    for (const person of [w.uninvited, w.facilitator]) expect(await waiting(person)).toEqual([]);
    await db.update(polls).set({ closesAt: new Date(Date.now() - 1000) });
    expect(await waiting(w.member)).toEqual([]);
    await db.update(polls).set({ closesAt: new Date(Date.now() + 86_400_000) });
    await db.update(sessions).set({ status: "scheduled" }).where(eq(sessions.id, w.session.id));
    expect(await waiting(w.member)).toEqual([]);
  });
});
