import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, attendance, formats, minutes, notes, pollOptions, polls, sessions, votes } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { comingSessions, pastSessions, sessionsIn } from "./overview";
import type { OverviewDay } from "./overview-types";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino", longitude: 7.7 });
  const frisco = await makeCity(cohort.id, {
    name: "San Francisco",
    localName: "San Francisco",
    zone: "America/Los_Angeles",
    longitude: -122,
  });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const far = await makeMember(cohort.id, "member", frisco.id);
  return { cohort, turin, frisco, facilitator, official, far };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const session = (values: Parameters<typeof makeSession>[3] = {}, cities = [w.turin, w.frisco]) =>
  makeSession(w.cohort.id, w.facilitator.id, cities, { startsAt: inDays(3), ...values });
const titles = (days: OverviewDay[]) => days.flatMap(({ sessions }) => sessions.map(({ title }) => title));
const lines = (days: OverviewDay[]) => days.flatMap(({ sessions }) => sessions);
const note = (sessionId: string, body: string, values: Partial<typeof notes.$inferInsert> = {}) =>
  db.insert(notes).values({ id: newId(), sessionId, authorId: w.official.id, language: "en", body, ...values });

describe("what is coming", () => {
  it("stands by day with who comes from each city, what I said, and whether I may answer", async () => {
    const made = await session({ title: "Volunteers" });
    await db.insert(answers).values([
      { sessionId: made.id, personId: w.official.id, answer: "going" },
      { sessionId: made.id, personId: w.far.id, answer: "tentative" },
    ]);
    const { days } = await comingSessions(await actorOf(w.official.id));
    const [line] = lines(days);
    expect(line).toMatchObject({ title: "Volunteers", myAnswer: "going", abilities: { answer: true, edit: false } });
    expect(line?.cities.map(({ name, going, tentative }) => [name, going, tentative])).toEqual([
      ["San Francisco", 0, 1],
      ["Turin", 1, 0],
    ]);
  });

  it("keeps a session that is on, until it is over", async () => {
    const on = await session({ title: "On now", startsAt: inDays(-0.01) });
    await session({ title: "Over", startsAt: inDays(-1) });
    const actor = await actorOf(w.official.id);
    const [line, ...rest] = lines((await comingSessions(actor)).days);
    expect([line?.id, line?.moment, rest]).toEqual([on.id, "now", []]);
    expect(titles((await pastSessions(actor, {})).days)).toEqual(["Over"]);
  });

  it("stands under the reader's day: late in San Francisco is tomorrow in Turin", async () => {
    const now = vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T10:00Z"));
    await session({ startsAt: new Date("2026-12-02T05:00Z") });
    const actor = await actorOf(w.official.id);
    const dates = async (zone: string) => (await comingSessions({ ...actor, zone })).days.map(({ date }) => date);
    expect(await dates("America/Los_Angeles")).toEqual(["2026-12-01"]);
    expect(await dates("Europe/Rome")).toEqual(["2026-12-02"]);
    now.mockRestore();
  });

  it("shows a cancelled one as cancelled, which nobody answers", async () => {
    await session({ status: "cancelled", title: "Called off" });
    const [line] = lines((await comingSessions(await actorOf(w.official.id))).days);
    expect(line).toMatchObject({ title: "Called off", status: "cancelled", abilities: { answer: false } });
  });

  it("keeps drafts apart, and from everybody but facilitators", async () => {
    await session({ status: "draft", title: "Half a thought" });
    const mine = await comingSessions(await actorOf(w.facilitator.id));
    expect(mine.drafts.map(({ title }) => title)).toEqual(["Half a thought"]);
    expect(mine.days).toEqual([]);
    const theirs = await comingSessions(await actorOf(w.official.id));
    expect([theirs.drafts, theirs.days, theirs.polls]).toEqual([[], [], []]);
  });

  it("puts a session without a date under its vote, with how far I am", async () => {
    const made = await session({ status: "polling" });
    const [poll] = await db
      .insert(polls)
      .values({ sessionId: made.id, closesAt: inDays(1), createdBy: w.facilitator.id })
      .returning({ id: polls.id });
    const pollId = poll?.id ?? "";
    const wall = { pollId, zone: "Europe/Rome" };
    const [first] = await db
      .insert(pollOptions)
      .values([
        { ...wall, wallStart: "2026-12-01T16:00", startsAt: inDays(3) },
        { ...wall, wallStart: "2026-12-02T16:00", startsAt: inDays(4) },
      ])
      .returning({ id: pollOptions.id });
    await db.insert(votes).values({ pollId, optionId: first?.id ?? "", personId: w.official.id, vote: "yes" });
    const { polls: open, days } = await comingSessions(await actorOf(w.official.id));
    expect(open.map(({ poll: asked }) => [asked?.options, asked?.mine])).toEqual([[2, 1]]);
    expect(days).toEqual([]);
  });

  it("says what a session from the cohort's own format is called", async () => {
    const [format] = await db
      .insert(formats)
      .values({
        cohortId: w.cohort.id,
        name: "Short round",
        language: "en",
        minutes: 30,
        steps: [{ title: "Round", minutes: 30, lead: "all", output: null }],
        createdBy: w.facilitator.id,
      })
      .returning({ id: formats.id });
    await session({ format: format?.id });
    const [line] = lines((await comingSessions(await actorOf(w.official.id))).days);
    expect(line?.ownFormat).toBe("Short round");
  });

  it("says that it is an hour later than usual in my city, in the weeks when it is", async () => {
    const now = vi.spyOn(clock, "now").mockReturnValue(new Date("2026-10-20T12:00Z"));
    await session({ wallStart: "2026-10-27T16:00", startsAt: new Date("2026-10-27T15:00Z") });
    const shiftFor = async (id: string) => lines((await comingSessions(await actorOf(id))).days)[0]?.shift;
    expect(await shiftFor(w.far.id)).toMatchObject({ minutes: 60, city: { name: "San Francisco" } });
    expect(await shiftFor(w.official.id)).toBeNull();
    now.mockRestore();
  });
});

describe("what was", () => {
  it("stands with who was there by city and what came of it", async () => {
    const held = await session({ status: "held", startsAt: inDays(-3) });
    await note(held.id, "One", { kind: "idea" });
    await note(held.id, "Two", { kind: "idea" });
    await note(held.id, "Gone", { kind: "idea", deletedAt: new Date() });
    await note(held.id, "Just a note");
    await note(held.id, "By June", { kind: "commitment" });
    await db.insert(attendance).values({
      sessionId: held.id,
      personId: w.far.id,
      workspaceId: w.frisco.id,
      recordedBy: w.facilitator.id,
    });
    await db.insert(minutes).values({
      sessionId: held.id,
      language: "en",
      markdown: "We met.",
      updatedBy: w.facilitator.id,
    });
    const [line] = lines((await pastSessions(await actorOf(w.official.id), {})).days);
    expect(line).toMatchObject({ outputs: { idea: 2, commitment: 1 }, hasMinutes: true });
    expect(line?.cities.map(({ came }) => came)).toEqual([1, 0]);
  });

  it("keeps who is there from cities that were not invited, until it is held", async () => {
    const on = await session({ startsAt: inDays(-0.01), status: "live" }, [w.turin]);
    await db.insert(attendance).values({
      ...{ sessionId: on.id, personId: w.official.id, workspaceId: w.turin.id, recordedBy: w.official.id },
    });
    const came = async (personId: string) => {
      const actor = await actorOf(personId);
      const found = [(await comingSessions(actor)).days, (await pastSessions(actor, {})).days].flatMap(lines);
      return found.map(({ cities }) => cities[0]?.came);
    };
    expect([await came(w.official.id), await came(w.far.id)]).toEqual([[1], [0]]);
    await db.update(sessions).set({ status: "held" }).where(eq(sessions.id, on.id));
    expect(await came(w.far.id)).toEqual([1]);
  });

  it("keeps what was noted in a cancelled session from cities that were not invited", async () => {
    const off = await session({ status: "cancelled", startsAt: inDays(-3) }, [w.turin]);
    await note(off.id, "One", { kind: "idea" });
    const seenBy = async (id: string) => lines((await pastSessions(await actorOf(id), {})).days)[0]?.outputs;
    expect(await seenBy(w.official.id)).toEqual({ idea: 1 });
    expect(await seenBy(w.far.id)).toBeNull();
  });

  it("comes a page at a time, each session once", async () => {
    for (let day = 1; day <= 22; day++) await session({ status: "held", startsAt: inDays(-day), title: `Day ${day}` });
    const actor = await actorOf(w.official.id);
    const first = await pastSessions(actor, {});
    const second = await pastSessions(actor, { before: first.oldest ?? undefined });
    expect([first.more, second.more]).toEqual([true, false]);
    expect([...titles(first.days), ...titles(second.days)]).toEqual(
      Array.from({ length: 22 }, (_, day) => `Day ${day + 1}`),
    );
  });
});

describe("somebody who searches", () => {
  const found = async (q: string, as = w.official) => {
    const actor = await actorOf(as.id);
    const [coming, past] = await Promise.all([comingSessions(actor, q), pastSessions(actor, { q })]);
    return [...titles(coming.days), ...titles(past.days)].sort();
  };

  it("finds by title, purpose, host and format together, whatever the accents and the case", async () => {
    await session({ title: "Società e cura", purpose: "Who stays?", hostId: w.turin.id, format: "peer-assist" });
    await session({ title: "Other", purpose: "Nothing", format: "troika" });
    for (const q of ["societa", "WHO stays", "torino", "aiuto tra pari", "peer assist turin cura"])
      expect(await found(q), q).toEqual(["Società e cura"]);
    expect(await found("societa troika")).toEqual([]);
    expect(await found("%")).toEqual([]);
  });

  it("finds a session by what its host is called in another language", async () => {
    const warsaw = await makeCity(w.cohort.id, { name: "Warsaw", localName: "Warszawa", languages: ["pl"] });
    await session({ title: "Care", hostId: warsaw.id });
    for (const q of ["warsaw", "warszawa", "varsavia care"]) expect(await found(q), q).toEqual(["Care"]);
  });

  it("finds a word of the notes or the minutes only in what they may read", async () => {
    const live = await session({ title: "Only Turin", startsAt: inDays(2) }, [w.turin]);
    await note(live.id, "the quokka argument");
    const held = await session({ title: "Held", status: "held", startsAt: inDays(-5) }, [w.turin]);
    await db.insert(minutes).values({
      sessionId: held.id,
      language: "en",
      markdown: "A quokka came up.",
      updatedBy: w.facilitator.id,
    });
    expect(await found("quokka")).toEqual(["Held", "Only Turin"]);
    expect(await found("quokka", w.facilitator)).toEqual(["Held", "Only Turin"]);
    // Another city reads the minutes of what was held, but not the notes of what is to come.
    expect(await found("quokka", w.far)).toEqual(["Held"]);
    expect(await found("quokka", await makeMember((await makeCohort()).id, "facilitator"))).toEqual([]);
  });

  it("finds nothing by a note that was removed", async () => {
    const made = await session({ title: "Removed" });
    await note(made.id, "axolotl", { deletedAt: new Date() });
    expect(await found("axolotl")).toEqual([]);
  });
});

it("a month holds what begins in it by the reader's clock, without drafts and open votes", async () => {
  const edge = new Date("2026-11-30T23:30Z");
  await session({ title: "Edge", startsAt: edge });
  await session({ title: "Draft", startsAt: new Date("2026-12-05T15:00Z"), status: "draft" });
  const rome = await actorOf(w.facilitator.id);
  expect(titles(await sessionsIn({ ...rome, zone: "Europe/Rome" }, "2026-12"))).toEqual(["Edge"]);
  expect(titles(await sessionsIn({ ...rome, zone: "Europe/Rome" }, "2026-11"))).toEqual([]);
  expect(titles(await sessionsIn({ ...rome, zone: "America/Los_Angeles" }, "2026-11"))).toEqual(["Edge"]);
});

it("a person of another cohort sees nothing of it", async () => {
  await session();
  await session({ status: "held", startsAt: inDays(-3) });
  const stranger = await actorOf((await makeMember((await makeCohort()).id, "admin")).id);
  const { days, polls: open, drafts } = await comingSessions(stranger);
  expect([days, open, drafts, (await pastSessions(stranger, {})).days]).toEqual([[], [], [], []]);
});
