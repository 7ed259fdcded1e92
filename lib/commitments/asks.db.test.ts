import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeCommitment, makeMember, makeSession } from "@/db/factories";
import { commitmentAsks, memberships, notifications } from "@/db/schema";
import { clock } from "@/lib/time/now";
import { askAboutCommitments, askDays } from "./asks";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id, { zone: "America/Los_Angeles", country: "US", region: "CA" });
  const lead = await makeMember(cohort.id, "lead", city.id);
  const official = await makeMember(cohort.id, "official", city.id);
  const member = await makeMember(cohort.id, "member", city.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  return { cohort, city, lead, official, member, facilitator };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  await db.execute(sql`update commitments set closed_at = now(), closed_by = created_by, status = 'done'`);
  w = await world();
});
afterEach(() => vi.restoreAllMocks());

/** The hourly job, as if it ran at `now`. */
async function at(now: string): Promise<void> {
  vi.spyOn(clock, "now").mockReturnValue(new Date(now));
  await askAboutCommitments();
}

const asked = async (id: string) =>
  (await db.select().from(commitmentAsks).where(eq(commitmentAsks.commitmentId, id))).map(({ ask }) => ask).sort();
const told = async (id: string) =>
  (await db.select().from(notifications).where(eq(notifications.commitmentId, id))).map((row) => row.personId).sort();

it("a city is asked on the day, and 30 and 90 days after the session, in its own morning and once each", async () => {
  const session = await makeSession(w.cohort.id, w.facilitator.id, [w.city], {
    startsAt: new Date("2026-11-24T16:00:00Z"),
  });
  const { id } = await makeCommitment(w.city, w.facilitator.id, {
    sessionId: session.id,
    dueOn: "2026-12-01",
    personId: w.member.id,
  });
  expect(askDays("2026-11-24", "2026-12-01")).toEqual({
    due: "2026-12-01",
    "after-30": "2026-12-24",
    "after-90": "2027-02-22",
  });
  await at("2026-12-01T15:59:00Z"); // 07:59 in San Francisco
  expect(await asked(id)).toEqual([]);
  await at("2026-12-01T16:00:00Z");
  await at("2026-12-01T17:00:00Z");
  expect(await asked(id)).toEqual(["due"]);
  expect(await told(id)).toEqual([w.member.id]);
  await at("2026-12-24T18:00:00Z");
  await at("2027-02-22T18:00:00Z");
  expect(await asked(id)).toEqual(["after-30", "after-90", "due"]);
  expect(await told(id)).toHaveLength(3);
  await at("2027-06-01T18:00:00Z");
  expect(await told(id)).toHaveLength(3);
});

it("nobody is asked on a weekend or a holiday of theirs, but on the next day on which they work", async () => {
  const { id } = await makeCommitment(w.city, w.facilitator.id, {
    dueOn: "2026-12-25",
    createdAt: new Date("2026-12-20T12:00:00Z"),
  });
  for (const day of ["2026-12-25", "2026-12-26", "2026-12-27"]) await at(`${day}T20:00:00Z`);
  expect(await asked(id)).toEqual([]);
  await at("2026-12-28T20:00:00Z");
  expect(await asked(id)).toEqual(["due"]);
});

it("when nobody is named, or whoever was has left, the city's lead and officials are asked", async () => {
  const created = { dueOn: "2026-12-01", createdAt: new Date("2026-11-24T12:00:00Z") };
  const open = await makeCommitment(w.city, w.facilitator.id, created);
  const left = await makeCommitment(w.city, w.facilitator.id, { ...created, personId: w.member.id });
  await db
    .update(memberships)
    .set({ untilAt: new Date(Date.now() - 1000) })
    .where(eq(memberships.personId, w.member.id));
  await at("2026-12-01T18:00:00Z");
  for (const { id } of [open, left]) expect(await told(id)).toEqual([w.lead.id, w.official.id].sort());
});

it("what is done or dropped is not asked about; several questions that have come are one", async () => {
  const old = { dueOn: "2026-12-01", createdAt: new Date("2026-06-01T12:00:00Z") };
  const done = await makeCommitment(w.city, w.lead.id, {
    ...old,
    status: "done",
    closedAt: new Date("2026-07-01T12:00:00Z"),
    closedBy: w.lead.id,
  });
  const open = await makeCommitment(w.city, w.lead.id, { ...old, personId: w.member.id });
  await at("2026-12-01T18:00:00Z");
  expect(await asked(done.id)).toEqual([]);
  expect(await asked(open.id)).toEqual(["after-30", "after-90", "due"]);
  expect(await told(open.id)).toEqual([w.member.id]);
});

it("two workers at once ask once", async () => {
  const { id } = await makeCommitment(w.city, w.lead.id, {
    dueOn: "2026-12-01",
    createdAt: new Date("2026-11-24T12:00:00Z"),
    personId: w.member.id,
  });
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-12-01T18:00:00Z"));
  await Promise.all([askAboutCommitments(), askAboutCommitments(), askAboutCommitments()]);
  expect(await told(id)).toHaveLength(1);
});
