import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeWriteUp } from "@/db/factories";
import {
  agendaItems,
  auditLog,
  notifications,
  pollOptions,
  polls,
  series,
  sessionCities,
  sessionReadings,
  sessions,
} from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { scheduleSession } from "./schedule";
import { ScheduleInput } from "./schedule-schema";

type Input = Parameters<typeof ScheduleInput.parse>[0] & object;

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino", longitude: 7.7 });
  const dublin = await makeCity(cohort.id, {
    name: "Dublin",
    localName: "Dublin",
    zone: "Europe/Dublin",
    longitude: -6,
  });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const member = await makeMember(cohort.id, "member", dublin.id);
  return { cohort, turin, dublin, facilitator, official, member };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const nextYear = new Date().getUTCFullYear() + 1;

function input(values: Record<string, unknown> = {}) {
  return ScheduleInput.parse({
    formKey: newId(),
    cohortId: w.cohort.id,
    title: "Who was not reached?",
    format: "peer-assist",
    minutes: "",
    cities: [w.turin.id, w.dublin.id],
    date: `24 November ${nextYear}`,
    time: "16:00",
    zone: "Europe/Rome",
    host: w.dublin.id,
    ...values,
  } as Input);
}

const schedule = async (values: Record<string, unknown> = {}, as = w.facilitator) =>
  scheduleSession(await actorOf(as.id), input(values));

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

const audits = (subjectId: string) => db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId));
const toldOf = (sessionId: string) => db.select().from(notifications).where(eq(notifications.sessionId, sessionId));
const rowOf = async (id: string) => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];

describe("a facilitator who schedules a session", () => {
  it("makes it with its cities, its agenda, its audit row and a word to everybody invited", async () => {
    const left = await makePerson();
    await makeMembership(left.id, w.cohort.id, "member", w.turin.id, new Date(Date.now() - 1000));
    const reading = await makeWriteUp(w.turin, w.official.id, { audience: "cohort" });
    const { id } = await schedule({ readings: [reading.id], joinUrl: "https://meet.example.org/a" });

    expect(await rowOf(id)).toMatchObject({
      status: "scheduled",
      wallStart: `${nextYear}-11-24T16:00`,
      zone: "Europe/Rome",
      startsAt: new Date(`${nextYear}-11-24T15:00:00Z`),
      endsAt: new Date(`${nextYear}-11-24T16:30:00Z`),
      minutes: 90,
      sequence: 0,
      createdBy: w.facilitator.id,
    });
    const cities = await db.select().from(sessionCities).where(eq(sessionCities.sessionId, id));
    expect(cities.map((city) => city.workspaceId).sort()).toEqual([w.turin.id, w.dublin.id].sort());
    const steps = await db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.sessionId, id))
      .orderBy(agendaItems.position);
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(90);
    expect(steps[1]).toMatchObject({ title: "Dublin presents the problem", lead: "host" });
    expect(await db.select().from(sessionReadings).where(eq(sessionReadings.sessionId, id))).toHaveLength(1);
    expect(await audits(id)).toMatchObject([
      { action: "session.schedule", actorId: w.facilitator.id, cohortId: w.cohort.id, detail: { cities: 2 } },
    ]);
    const told = await toldOf(id);
    expect(told.map((row) => row.personId).sort()).toEqual([w.official.id, w.member.id].sort());
    expect(new Set(told.map((row) => row.kind))).toEqual(new Set(["session-scheduled"]));
  });

  it("makes one session with two clicks, also at the same moment", async () => {
    const formKey = newId();
    const made = await Promise.all([schedule({ formKey }), schedule({ formKey }), schedule({ formKey })]);
    const again = await schedule({ formKey, title: "Changed in between" });
    expect(new Set([...made, again].map(({ id }) => id)).size).toBe(1);
    const id = again.id;
    expect(await db.select().from(sessions).where(eq(sessions.formKey, formKey))).toHaveLength(1);
    expect(await audits(id)).toHaveLength(1);
    expect(await toldOf(id)).toHaveLength(2);
  });

  it("may choose another length, which the agenda follows", async () => {
    const { id } = await schedule({ minutes: "60" });
    const steps = await db.select().from(agendaItems).where(eq(agendaItems.sessionId, id));
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(60);
  });

  it("is told of an hour inside a clock change, beside the field", async () => {
    const lastSunday = 31 - new Date(Date.UTC(nextYear, 2, 31)).getUTCDay();
    const error = await refusal(schedule({ date: `${lastSunday} March ${nextYear}`, time: "02:30" }));
    expect(error.fields.time).toMatchObject({ key: "sessions.error.gap", values: { before: "01:59", after: "03:00" } });
  });

  it("cannot invite a city of another cohort, or let one host", async () => {
    const elsewhere = await makeCity((await makeCohort()).id);
    expect((await refusal(schedule({ cities: [elsewhere.id] }))).fields).toHaveProperty("cities");
    expect((await refusal(schedule({ cities: [newId()] }))).fields).toHaveProperty("cities");
    expect((await refusal(schedule({ host: elsewhere.id }))).fields).toHaveProperty("host");
  });

  it("cannot give to read what a city has not shared, or what another cohort shares", async () => {
    const kept = await makeWriteUp(w.turin, w.official.id, { audience: "city" });
    const cohort = await makeCohort();
    const elsewhere = await makeCity(cohort.id);
    const author = await makeMember(cohort.id, "official", elsewhere.id);
    const foreign = await makeWriteUp(elsewhere, author.id, { audience: "public" });
    for (const writeUp of [kept, foreign])
      expect((await refusal(schedule({ readings: [writeUp.id] }))).fields.readings?.key).toBe(
        "sessions.error.readingUnknown",
      );
  });
});

describe("the form for a session", () => {
  it.each([
    [{ title: " " }, "title"],
    [{ cities: [] }, "cities"],
    [{ cities: ["nothing"] }, "cities"],
    [{ minutes: "9" }, "minutes"],
    [{ minutes: "601" }, "minutes"],
    [{ format: " " }, "format"],
    [{ joinUrl: "javascript:alert(1)" }, "joinUrl"],
    [{ capacity: "0" }, "capacity"],
    [{ readings: ["../../etc"] }, "readings"],
    [{ title: "a\u0000b" }, "title"],
  ])("says which field is wrong in %j", (values, field) => {
    const base = { formKey: newId(), cohortId: w.cohort.id, title: "T", format: "troika", cities: [w.turin.id] };
    const parsed = ScheduleInput.safeParse({ ...base, ...values });
    expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0])).toContain(field);
  });
});

describe("a facilitator who says more of a session", () => {
  it("lets a city come that need not be there, and one named twice must be there", async () => {
    const { id } = await schedule({ cities: [w.turin.id], optional: [w.turin.id, w.dublin.id] });
    const cities = await db.select().from(sessionCities).where(eq(sessionCities.sessionId, id));
    expect(new Map(cities.map((city) => [city.workspaceId, city.required]))).toEqual(
      new Map([
        [w.turin.id, true],
        [w.dublin.id, false],
      ]),
    );
    expect(await toldOf(id)).toHaveLength(2);
  });

  it("says where, who takes notes, and until when a seat is held for each city", async () => {
    const { id } = await schedule({
      ...{ mode: "hybrid", location: "Via Roma 12", noteTaker: w.member.id, capacity: "20" },
      heldUntil: `20 November ${nextYear}`,
    });
    expect(await rowOf(id)).toMatchObject({
      ...{ mode: "hybrid", location: "Via Roma 12", noteTakerId: w.member.id, capacity: 20 },
      seatsHeldUntil: new Date(`${nextYear}-11-20T23:00:00Z`),
    });
  });

  it("is told what to do about seats that are held too long, or of which there is no number", async () => {
    const late = await refusal(schedule({ capacity: "9", heldUntil: `24 November ${nextYear}` }));
    expect(late.fields.heldUntil?.key).toBe("newSession.error.heldLate");
    const many = await refusal(schedule({ heldUntil: `20 November ${nextYear}` }));
    expect(many.fields.capacity?.key).toBe("newSession.error.heldWithoutSeats");
  });

  it("cannot take a format that the cohort does not have", async () => {
    expect((await refusal(schedule({ format: "party" }))).fields).toHaveProperty("format");
  });

  it("cannot let somebody of another cohort take the notes", async () => {
    const stranger = await makeMember((await makeCohort()).id, "facilitator");
    const left = await makePerson();
    await makeMembership(left.id, w.cohort.id, "member", w.turin.id, new Date(Date.now() - 1000));
    for (const { id } of [stranger, left])
      expect((await refusal(schedule({ noteTaker: id }))).fields).toHaveProperty("noteTaker");
  });
});

describe("a facilitator who keeps a draft", () => {
  it("has a session of which nobody hears", async () => {
    const { id } = await schedule({ as: "draft" });
    expect((await rowOf(id))?.status).toBe("draft");
    expect(await toldOf(id)).toEqual([]);
    expect(await audits(id)).toMatchObject([{ action: "session.schedule" }]);
  });
});

describe("a facilitator who asks for a vote", () => {
  const at = (day: number, time: string) => `${nextYear}-11-${day}T${time}[Europe/Rome]`;

  it("puts each hour once to the cities that are invited, the session at the earliest", async () => {
    const { id } = await schedule({ as: "vote", options: [at(25, "16:00"), at(24, "17:30"), at(25, "16:00")] });
    expect(await rowOf(id)).toMatchObject({ status: "polling", wallStart: `${nextYear}-11-24T17:30` });
    const [poll] = await db.select().from(polls).where(eq(polls.sessionId, id));
    const options = await db
      .select()
      .from(pollOptions)
      .where(eq(pollOptions.pollId, poll?.id ?? ""));
    expect(options.map((option) => option.wallStart).sort()).toEqual([
      `${nextYear}-11-24T17:30`,
      `${nextYear}-11-25T16:00`,
    ]);
    expect(new Set((await toldOf(id)).map(({ kind }) => kind))).toEqual(new Set(["poll-opened"]));
  });

  it("votes until the end of a day by the clock of the hours", async () => {
    const { id } = await schedule({
      ...{ as: "vote", options: [at(24, "16:00"), at(25, "16:00")] },
      closesAt: `20 November ${nextYear}`,
    });
    const [poll] = await db.select().from(polls).where(eq(polls.sessionId, id));
    expect(poll?.closesAt).toEqual(new Date(`${nextYear}-11-20T23:00:00Z`));
  });

  it.each([
    [[at(24, "16:00")], "options"],
    [[], "options"],
    [["other", at(24, "16:00")], "options"],
    [["2020-11-24T16:00[Europe/Rome]", at(24, "16:00")], "options"],
  ])("needs two hours that can still be: %j", async (options, field) => {
    const before = await db.$count(sessions);
    expect((await refusal(schedule({ as: "vote", options }))).fields).toHaveProperty(field);
    expect(await db.$count(sessions)).toBe(before);
  });

  it("makes one session and one poll with two clicks", async () => {
    const form = { as: "vote", formKey: newId(), options: [at(24, "16:00"), at(25, "16:00")] };
    const made = await Promise.all([schedule(form), schedule(form)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await db.$count(polls, eq(polls.sessionId, made[0].id))).toBe(1);
  });
});

describe("a facilitator who repeats a session", () => {
  const real = clock.now;
  beforeEach(() => {
    clock.now = () => new Date(`${nextYear}-11-01T10:00:00Z`);
  });
  afterEach(() => {
    clock.now = real;
  });
  const fortnightly = { rhythm: "fortnightly", seriesUntil: "", rotates: undefined };

  it("has the first one at the chosen hour and the next ones in the calendar, also after two clicks", async () => {
    const form = { ...fortnightly, formKey: newId(), seriesUntil: `31 December ${nextYear}`, noteTaker: w.member.id };
    const made = await Promise.all([schedule(form), schedule(form)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const first = await rowOf(made[0].id);
    expect(first).toMatchObject({ wallStart: `${nextYear}-11-24T16:00`, noteTakerId: w.member.id });
    const all = await db
      .select()
      .from(sessions)
      .where(eq(sessions.seriesId, first?.seriesId ?? ""));
    expect(all.length).toBeGreaterThan(1);
    expect(await db.$count(series)).toBeGreaterThan(0);
  });

  it("is told of an end before the first one, and that a series is neither a draft nor a vote", async () => {
    const early = await refusal(schedule({ ...fortnightly, seriesUntil: `1 November ${nextYear}` }));
    expect(early.fields).toHaveProperty("seriesUntil");
    for (const as of ["draft", "vote"])
      expect((await refusal(schedule({ ...fortnightly, as }))).fields.rhythm?.key).toBe(
        `newSession.error.series-${as}`,
      );
  });
});

it("somebody who does not facilitate makes nothing, however it is sent", async () => {
  const before = await db.$count(sessions);
  for (const as of ["send", "draft", "vote"])
    expect((await refusal(schedule({ as }, w.official))).code).toBe("forbidden");
  expect(await db.$count(sessions)).toBe(before);
});
