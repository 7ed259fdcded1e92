import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import {
  makeCity,
  makeCohort,
  makeMember,
  makeMembership,
  makePerson,
  makeCommitment as makeRow,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import { auditLog, commitmentNews, commitments, memberships, notifications, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { changeCommitment, makeCommitment, reportOnCommitment } from "./mutations";
import {
  carriedTo,
  citiesToCommit,
  commitmentsOfCity,
  commitmentsOfSession,
  commitmentsToDo,
  getCommitment,
  listCommitments,
} from "./queries";
import { MakeCommitment } from "./schema";

const NOW = new Date("2026-11-23T10:00:00Z");
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", longitude: 7.7 });
  const bilbao = await makeCity(cohort.id, { name: "Bilbao", zone: "Europe/Madrid", longitude: -2.9 });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const observer = await makeMember(cohort.id, "observer");
  const lead = await makeMember(cohort.id, "lead", turin.id);
  const official = await makeMember(cohort.id, "official", turin.id);
  const peer = await makeMember(cohort.id, "member", bilbao.id);
  const session = await makeSession(cohort.id, facilitator.id, [turin, bilbao], { startsAt: later(-1) });
  return { cohort, turin, bilbao, facilitator, observer, lead, official, peer, session };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  vi.spyOn(clock, "now").mockReturnValue(NOW);
  w = await world();
});
afterEach(() => vi.restoreAllMocks());

function input(values: Record<string, unknown> = {}) {
  return MakeCommitment.parse({
    formKey: newId(),
    city: w.turin.id,
    sessionId: w.session.id,
    what: "Send Bilbao our agreement with the nodes",
    due: "30 November 2026",
    ...values,
  });
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

const as = (person: { id: string }) => actorOf(person.id);
const audits = (id: string) => db.select().from(auditLog).where(eq(auditLog.subjectId, id));
const told = (id: string) => db.select().from(notifications).where(eq(notifications.commitmentId, id));
const report = (id: string, values: object = {}) => ({
  formKey: newId(),
  id,
  status: "under-way" as const,
  body: "",
  evidence: "",
  ...values,
});

describe("whoever takes something on", () => {
  it("writes it down in a session, for their own city, and does it themselves if they say so", async () => {
    const { id } = await makeCommitment(await as(w.official), input({ self: "on" }));
    expect(await getCommitment(await as(w.peer), id)).toMatchObject({
      what: "Send Bilbao our agreement with the nodes",
      dueOn: "2026-11-30",
      status: "open",
      person: { id: w.official.id },
      city: { id: w.turin.id },
      madeIn: { id: w.session.id },
      daysLate: 0,
      mine: false,
      abilities: { update: false },
    });
    expect(await audits(id)).toMatchObject([{ action: "commitment.make", workspaceId: w.turin.id }]);
    expect(await told(id)).toEqual([]);
  });

  it("makes one with two clicks, also at the same moment", async () => {
    const actor = await as(w.official);
    const form = input();
    const made = await Promise.all([1, 2, 3].map(() => makeCommitment(actor, form)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await commitmentsOfSession(actor, w.session.id)).toHaveLength(1);
  });

  it("cannot do so for another city, unless they facilitate: then the city hears of it", async () => {
    expect((await refusal(makeCommitment(await as(w.peer), input()))).code).toBe("forbidden");
    expect((await refusal(makeCommitment(await as(w.observer), input()))).code).toBe("forbidden");
    const { id } = await makeCommitment(await as(w.facilitator), input({ self: "on" }));
    expect((await getCommitment(await as(w.lead), id))?.person).toBeNull();
    expect((await told(id)).map((row) => row.personId).sort()).toEqual([w.lead.id, w.official.id].sort());
  });

  it("is not told that a city or a session of another cohort exists", async () => {
    const elsewhere = await makeCohort();
    const city = await makeCity(elsewhere.id);
    const runner = await makeMember(elsewhere.id, "facilitator");
    const foreign = await makeSession(elsewhere.id, runner.id, [city], { startsAt: later(2) });
    const actor = await as(w.facilitator);
    expect((await refusal(makeCommitment(actor, input({ city: city.id })))).code).toBe("not_found");
    expect((await refusal(makeCommitment(actor, input({ sessionId: foreign.id })))).code).toBe("not_found");
    expect((await refusal(makeCommitment(await as(await makePerson()), input()))).code).toBe("not_found");
    expect(await citiesToCommit(actor, foreign.id)).toEqual([]);
    expect((await citiesToCommit(actor, w.session.id)).map(({ id }) => id)).toEqual([w.bilbao.id, w.turin.id]);
    expect((await citiesToCommit(await as(w.peer), w.session.id)).map(({ id }) => id)).toEqual([w.bilbao.id]);
  });

  it.each([
    ["", "commitments.error.dueMissing"],
    ["November 2026", "commitments.error.due"],
    ["22 November 2026", "commitments.error.duePast"],
    ["1 December 2031", "commitments.error.dueFar"],
  ])("is told beside the field what is wrong with the day %j", async (due, key) => {
    expect((await refusal(makeCommitment(await as(w.official), input({ due })))).fields.due?.key).toBe(key);
  });
});

describe("whoever does it", () => {
  it("says how far it is; every report stays, what shows it adds up, and nobody's is lost", async () => {
    const { id } = await makeRow(w.turin, w.lead.id, { personId: w.official.id });
    const [doer, lead] = [await as(w.official), await as(w.lead)];
    await Promise.all([
      reportOnCommitment(doer, report(id, { body: "Half of it", evidence: "https://example.org/a" })),
      reportOnCommitment(lead, report(id, { body: "The other half", evidence: "https://example.org/b" })),
    ]);
    await reportOnCommitment(doer, report(id, { status: "done", body: "Sent" }));
    const seen = await getCommitment(doer, id);
    expect(seen?.steps.map((step) => step.body).sort()).toEqual(["Half of it", "Sent", "The other half"]);
    expect(seen?.evidence.split("\n").sort()).toEqual(["https://example.org/a", "https://example.org/b"]);
    expect(seen).toMatchObject({ status: "done", daysLate: 0 });
    expect(seen?.closedAt).not.toBeNull();
    expect((await audits(id)).map((row) => row.detail.status)).toEqual(
      expect.arrayContaining(["under-way", "under-way", "done"]),
    );
  });

  it("sends a report twice and leaves one", async () => {
    const { id } = await makeRow(w.turin, w.lead.id);
    const form = report(id, { body: "Once" });
    const lead = await as(w.lead);
    await Promise.all([reportOnCommitment(lead, form), reportOnCommitment(lead, form)]);
    expect(await db.select().from(commitmentNews).where(eq(commitmentNews.commitmentId, id))).toHaveLength(1);
  });

  it("gives a reason when it is dropped, and may take it up again", async () => {
    const { id } = await makeRow(w.turin, w.lead.id);
    const lead = await as(w.lead);
    const error = await refusal(reportOnCommitment(lead, report(id, { status: "dropped" })));
    expect(error.fields.body?.key).toBe("commitments.error.reasonMissing");
    await reportOnCommitment(lead, report(id, { status: "dropped", body: "The office was closed" }));
    expect(await getCommitment(lead, id)).toMatchObject({ status: "dropped" });
    await reportOnCommitment(lead, report(id, { status: "open" }));
    expect(await getCommitment(lead, id)).toMatchObject({ status: "open", closedAt: null });
  });

  it("is refused when it is another's: an official of the city, a peer, an observer", async () => {
    const { id } = await makeRow(w.turin, w.lead.id, { personId: w.lead.id });
    for (const person of [w.official, w.peer, w.observer])
      expect((await refusal(reportOnCommitment(await as(person), report(id)))).code).toBe("forbidden");
    const stranger = await as(await makeMember((await makeCohort()).id, "admin"));
    expect((await refusal(reportOnCommitment(stranger, report(id)))).code).toBe("not_found");
    expect(await db.select().from(commitmentNews).where(eq(commitmentNews.commitmentId, id))).toEqual([]);
  });

  it("has it no longer after leaving the city: it is the city's again", async () => {
    const { id } = await makeRow(w.turin, w.lead.id, { personId: w.official.id });
    await db
      .update(memberships)
      .set({ untilAt: new Date(Date.now() - 1000) })
      .where(eq(memberships.personId, w.official.id));
    await makeMembership(w.official.id, w.cohort.id, "official", w.bilbao.id);
    expect((await refusal(reportOnCommitment(await as(w.official), report(id)))).code).toBe("forbidden");
    expect(await getCommitment(await as(w.lead), id)).toMatchObject({ person: null, mine: true });
    expect((await commitmentsToDo(await as(w.official))).map((row) => row.id)).not.toContain(id);
  });
});

describe("whoever changes it", () => {
  const change = (id: string, values: object = {}) => ({
    id,
    version: 1,
    what: "Send it",
    due: "2026-12-31",
    person: null,
    writeUp: "",
    ...values,
  });

  it("names somebody of the city, who hears of it", async () => {
    const { id } = await makeRow(w.turin, w.lead.id);
    const lead = await as(w.lead);
    const other = await refusal(changeCommitment(lead, change(id, { person: w.peer.id })));
    expect(other.fields.person?.key).toBe("commitments.error.personUnknown");
    await changeCommitment(lead, change(id, { person: w.official.id, due: "4 January 2027" }));
    expect(await getCommitment(lead, id)).toMatchObject({ person: { id: w.official.id }, dueOn: "2027-01-04" });
    expect((await told(id)).map((row) => row.personId)).toEqual([w.official.id]);
  });

  it("is told when somebody else changed it in between, and nothing is overwritten", async () => {
    const { id } = await makeRow(w.turin, w.lead.id);
    const results = await Promise.allSettled(
      [w.lead, w.facilitator].map(async (person) =>
        changeCommitment(await as(person), change(id, { what: person.id })),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.status === "rejected" && refused.reason.code).toBe("conflict");
  });

  it("may leave a day in the past as it was", async () => {
    const { id } = await makeRow(w.turin, w.lead.id, { dueOn: "2026-11-01" });
    await changeCommitment(await as(w.lead), change(id, { due: "2026-11-01" }));
    expect(await getCommitment(await as(w.lead), id)).toMatchObject({ what: "Send it", daysLate: 22 });
  });

  it("links a write-up that they can read, and readers who may not see it learn nothing", async () => {
    const { id } = await makeRow(w.turin, w.lead.id);
    const kept = await makeWriteUp(w.turin, w.official.id, { audience: "city" });
    const lead = await as(w.lead);
    const foreign = await refusal(changeCommitment(lead, change(id, { writeUp: newId() })));
    expect(foreign.fields.writeUp?.key).toBe("commitments.error.writeUpUnknown");
    await changeCommitment(lead, change(id, { writeUp: `https://stafeta.example/write-ups/${kept.id}?in=it` }));
    expect((await getCommitment(lead, id))?.writeUp?.id).toBe(kept.id);
    for (const person of [w.peer, w.facilitator, w.observer])
      expect((await getCommitment(await as(person), id))?.writeUp).toBeNull();
  });
});

describe("a commitment comes back", () => {
  const held = (days: number, cities: { id: string }[], values: object = {}) =>
    makeSession(w.cohort.id, w.facilitator.id, cities, { startsAt: later(days), status: "held", ...values });

  it("in every session of its city until it is closed, with the number of times it was carried", async () => {
    const { id } = await makeRow(w.turin, w.lead.id, { createdAt: later(-40), sessionId: null });
    await held(-30, [w.turin, w.bilbao]);
    await held(-20, [w.bilbao]);
    await held(-10, [w.turin], { status: "cancelled" });
    const next = await makeSession(w.cohort.id, w.facilitator.id, [w.turin], { startsAt: later(5) });
    const actor = await as(w.peer);
    // Held 30 days ago, and the one of yesterday, whose end has passed.
    expect(await carriedTo(actor, next)).toMatchObject([{ id, carried: 2 }]);
    const without = await makeSession(w.cohort.id, w.facilitator.id, [w.bilbao], { startsAt: later(6) });
    expect(await carriedTo(actor, without)).toEqual([]);
    await reportOnCommitment(await as(w.lead), report(id, { status: "done" }));
    await db
      .update(commitments)
      .set({ closedAt: later(6) })
      .where(eq(commitments.id, id));
    const after = await makeSession(w.cohort.id, w.facilitator.id, [w.turin], { startsAt: later(7) });
    expect(await carriedTo(actor, after)).toEqual([]);
    expect(await carriedTo(actor, next)).toMatchObject([{ id }]);
  });

  it("not in the session in which it was made, and not for a session of before", async () => {
    await makeRow(w.turin, w.lead.id, { createdAt: later(-2), sessionId: w.session.id });
    const before = await held(-5, [w.turin]);
    expect(await carriedTo(await as(w.lead), before)).toEqual([]);
    expect(await carriedTo(await as(w.lead), w.session)).toEqual([]);
    expect(await commitmentsOfSession(await as(w.lead), w.session.id)).toHaveLength(1);
  });

  it("is never for somebody of another cohort", async () => {
    const { id } = await makeRow(w.turin, w.lead.id, { createdAt: later(-9) });
    const stranger = await as(await makeMember((await makeCohort()).id, "admin"));
    expect(await getCommitment(stranger, id)).toBeNull();
    expect((await listCommitments(stranger, {})).items).toEqual([]);
    expect(await commitmentsOfCity(stranger, w.turin.id)).toEqual([]);
    expect(await carriedTo(stranger, w.session)).toEqual([]);
    await db.update(sessions).set({ status: "draft" }).where(eq(sessions.id, w.session.id));
    const { id: here } = await makeRow(w.turin, w.lead.id, { sessionId: w.session.id });
    expect((await getCommitment(await as(w.peer), here))?.madeIn).toBeNull();
  });
});

describe("what waits for somebody", () => {
  it("is what they do themselves and what their city took on while nobody is named, if it is late or due soon", async () => {
    const own = await makeRow(w.turin, w.lead.id, { personId: w.official.id, dueOn: "2026-11-20" });
    const city = await makeRow(w.turin, w.lead.id, { dueOn: "2026-12-01" });
    await makeRow(w.turin, w.lead.id, { dueOn: "2027-03-01" });
    await makeRow(w.bilbao, w.lead.id, { dueOn: "2026-12-01" });
    expect((await commitmentsToDo(await as(w.official))).map(({ id }) => id)).toEqual([own.id]);
    expect((await commitmentsToDo(await as(w.lead))).map(({ id }) => id)).toEqual([city.id]);
    expect(await commitmentsToDo(await as(w.peer))).toEqual([]);
  });

  it("is listed a page at a time, none twice and none missing", async () => {
    for (let n = 0; n < 35; n++) await makeRow(w.turin, w.lead.id, { dueOn: `2026-12-${String((n % 9) + 10)}` });
    const actor = await as(w.peer);
    const first = await listCommitments(actor, {});
    const second = await listCommitments(actor, {}, first.after ?? "");
    expect([first.items.length, second.items.length, second.after]).toEqual([30, 5, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(35);
    expect((await listCommitments(actor, { city: w.bilbao.slug })).items).toEqual([]);
    expect((await listCommitments(actor, { status: "done" })).items).toEqual([]);
  });
});
