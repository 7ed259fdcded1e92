import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeSession, makeWriteUp } from "@/db/factories";
import {
  agendaItems,
  answers,
  auditLog,
  memberships,
  notifications,
  sessionCities,
  sessionReadings,
  sessions,
} from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { answerSession, cancelSession, rescheduleSession, scheduleSession } from "./mutations";
import { ScheduleInput } from "./schema";

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
    [{ format: "party" }, "format"],
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

describe("somebody who does not facilitate", () => {
  it("cannot schedule, move or cancel, and changes nothing by trying", async () => {
    const { id } = await schedule();
    for (const person of [w.official, w.member]) {
      const actor = await actorOf(person.id);
      expect((await refusal(schedule({}, person))).code).toBe("forbidden");
      expect((await refusal(cancelSession(actor, { id, reason: "No" }))).code).toBe("forbidden");
      const move = {
        id,
        sequence: 0,
        minutes: null,
        slot: "",
        date: `1 June ${nextYear}`,
        time: "10",
        zone: "Europe/Rome",
      };
      expect((await refusal(rescheduleSession(actor, move))).code).toBe("forbidden");
    }
    expect(await rowOf(id)).toMatchObject({ status: "scheduled", sequence: 0 });
    expect(await audits(id)).toHaveLength(1);
  });

  it("and belongs to no cohort or to another learns nothing: it is not there", async () => {
    const { id } = await schedule();
    const outsider = await actorOf((await makePerson()).id);
    const other = await makeCohort();
    const stranger = await actorOf((await makeMember(other.id, "facilitator")).id);
    for (const actor of [outsider, stranger]) {
      expect((await refusal(scheduleSession(actor, input()))).code).toBe("not_found");
      expect((await refusal(cancelSession(actor, { id, reason: "No" }))).code).toBe("not_found");
      expect((await refusal(answerSession(actor, { id, answer: "going" }))).code).toBe("not_found");
    }
  });
});

describe("a facilitator who cancels", () => {
  it("says why, raises the sequence and tells everybody once, however often they click", async () => {
    const { id } = await schedule();
    await db.delete(notifications);
    const actor = await actorOf(w.facilitator.id);
    const results = await Promise.allSettled([
      cancelSession(actor, { id, reason: "The host is ill" }),
      cancelSession(actor, { id, reason: "Twice" }),
    ]);
    expect(results.some((result) => result.status === "fulfilled")).toBe(true);
    await cancelSession(actor, { id, reason: "A third time" });
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: "cancelled", sequence: 1 });
    expect((await audits(id)).map((audit) => audit.action)).toEqual(["session.schedule", "session.cancel"]);
    const told = await toldOf(id);
    expect(told.map((one) => one.kind)).toEqual(["session-cancelled", "session-cancelled"]);
  });

  it("tells those of the cohort too who meant to come, and nobody who has left it", async () => {
    const { id } = await schedule({ cities: [w.dublin.id] });
    const second = await makeMember(w.cohort.id, "facilitator");
    const gone = await makeMember(w.cohort.id, "facilitator");
    for (const person of [second, gone]) await answerSession(await actorOf(person.id), { id, answer: "going" });
    await db
      .update(memberships)
      .set({ untilAt: new Date(Date.now() - 1000) })
      .where(eq(memberships.personId, gone.id));
    await db.delete(notifications);
    await cancelSession(await actorOf(w.facilitator.id), { id, reason: "No host" });
    expect((await toldOf(id)).map((row) => row.personId).sort()).toEqual([w.member.id, second.id].sort());
  });

  it("cannot cancel what is over", async () => {
    const past = await makeSession(w.cohort.id, w.facilitator.id, [w.turin], {
      startsAt: new Date(Date.now() - 86_400_000),
    });
    const error = await refusal(cancelSession(await actorOf(w.facilitator.id), { id: past.id, reason: "Late" }));
    expect(error.code).toBe("forbidden");
  });
});

describe("a facilitator who moves a session", () => {
  const move = (id: string, values: object = {}) => ({
    id,
    sequence: 0,
    minutes: 120,
    slot: "",
    date: `25 November ${nextYear}`,
    time: "10:00",
    zone: "Europe/Dublin",
    ...values,
  });

  it("keeps its identity, raises the sequence and stretches the agenda", async () => {
    const { id } = await schedule();
    const uid = (await rowOf(id))?.uid;
    await rescheduleSession(await actorOf(w.facilitator.id), move(id));
    expect(await rowOf(id)).toMatchObject({
      uid,
      sequence: 1,
      wallStart: `${nextYear}-11-25T10:00`,
      zone: "Europe/Dublin",
      startsAt: new Date(`${nextYear}-11-25T10:00:00Z`),
      endsAt: new Date(`${nextYear}-11-25T12:00:00Z`),
    });
    const steps = await db.select().from(agendaItems).where(eq(agendaItems.sessionId, id));
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(120);
    expect((await audits(id)).map((audit) => audit.action)).toContain("session.reschedule");
  });

  it("is refused when somebody else has moved it in between", async () => {
    const { id } = await schedule();
    const actor = await actorOf(w.facilitator.id);
    await rescheduleSession(actor, move(id));
    expect((await refusal(rescheduleSession(actor, move(id)))).code).toBe("conflict");
    expect((await rowOf(id))?.sequence).toBe(1);
  });
});

describe("somebody who is invited", () => {
  it("answers, changes their mind, and leaves one answer and a trace of each", async () => {
    const { id } = await schedule();
    const actor = await actorOf(w.member.id);
    for (const answer of ["going", "going", "not"] as const) await answerSession(actor, { id, answer });
    expect(await db.select().from(answers).where(eq(answers.sessionId, id))).toMatchObject([
      { personId: w.member.id, answer: "not" },
    ]);
    const traces = (await audits(id)).filter((audit) => audit.action === "session.answer");
    expect(traces.map((audit) => audit.detail.answer)).toEqual(["going", "not"]);
  });

  it("gets the last seat or hears that there is none, also when all click at once", async () => {
    const { id } = await schedule({ capacity: "2" });
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => makeMember(w.cohort.id, "member", w.turin.id)));
    const actors = await Promise.all(people.map((person) => actorOf(person.id)));
    const results = await Promise.allSettled(actors.map((actor) => answerSession(actor, { id, answer: "going" })));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(2);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.status === "rejected" && refused.reason.fields.answer).toMatchObject({
      key: "sessions.error.full",
      values: { capacity: 2 },
    });
    expect(await db.select().from(answers).where(eq(answers.sessionId, id))).toHaveLength(2);
  });

  it("cannot answer once it is cancelled or over", async () => {
    const { id } = await schedule();
    await cancelSession(await actorOf(w.facilitator.id), { id, reason: "No host" });
    const past = await makeSession(w.cohort.id, w.facilitator.id, [w.dublin], {
      startsAt: new Date(Date.now() - 86_400_000),
    });
    const actor = await actorOf(w.member.id);
    for (const session of [id, past.id])
      expect((await refusal(answerSession(actor, { id: session, answer: "going" }))).code).toBe("forbidden");
  });

  it("of another city of the cohort may read but not answer", async () => {
    const { id } = await schedule({ cities: [w.turin.id] });
    const actor = await actorOf(w.member.id);
    expect((await refusal(answerSession(actor, { id, answer: "going" }))).code).toBe("forbidden");
  });
});
