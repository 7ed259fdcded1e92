import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson, makeSession } from "@/db/factories";
import { agendaItems, auditLog, memberships, notifications, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { answerSession } from "./answer";
import { cancelSession, rescheduleSession } from "./mutations";
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

  it("leaves an open vote alone: the vote decides the hour", async () => {
    const { id } = await schedule();
    await db.update(sessions).set({ status: "polling" }).where(eq(sessions.id, id));
    const error = await refusal(rescheduleSession(await actorOf(w.facilitator.id), move(id)));
    expect(error.fields.form?.key).toBe("sessions.error.polling");
  });

  it("of a draft tells nobody", async () => {
    const { id } = await makeSession(w.cohort.id, w.facilitator.id, [w.turin], { status: "draft" });
    await rescheduleSession(await actorOf(w.facilitator.id), move(id));
    expect(await rowOf(id)).toMatchObject({ status: "draft", sequence: 1 });
    expect(await toldOf(id)).toEqual([]);
  });
});
