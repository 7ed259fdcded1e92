import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { mails, notifications, people } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { clock } from "@/lib/time/now";
import { gatherNews } from "./gather";
import { markSeen } from "./mutations";
import { notify } from "./notify";
import { tellPerson } from "./tell";

beforeEach(async () => {
  await db.update(people).set({ mailRhythm: "at-once" });
});
afterEach(() => vi.restoreAllMocks());

/** A city whose people work from Monday to Friday, with a holiday on Tuesday 8 December 2026. */
async function world(
  rhythm: "daily" | "weekly" | "never" | "at-once",
  values: Partial<typeof people.$inferInsert> = {},
) {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { country: "IT" });
  const anna = await makeMember(cohort.id, "official", turin.id);
  const zofia = await makeMember(cohort.id, "facilitator");
  await db
    .update(people)
    .set({ mailRhythm: rhythm, ...values })
    .where(eq(people.id, anna.id));
  const writeUp = await makeWriteUp(turin, anna.id);
  const happens = (kind: "released" | "approval-asked" = "released") =>
    notify(db, { kind, writeUpId: writeUp.id, actorId: zofia.id, personIds: [anna.id] });
  const sent = async () => (await db.select().from(mails).where(eq(mails.personId, anna.id))).map(({ kind }) => kind);
  return { anna, zofia, writeUp, happens, sent };
}

/** The job, as if it ran at `now`. */
async function at(now: string): Promise<void> {
  vi.spyOn(clock, "now").mockReturnValue(new Date(now));
  await gatherNews();
}

test("what is new comes together in the reader's morning, once, in their zone", async () => {
  const w = await world("daily", { zone: "America/Los_Angeles", workStart: 480 });
  await w.happens();
  await w.happens();
  await tellPerson(w.anna.id);
  expect(await w.sent()).toEqual([]);
  await at("2026-11-24T15:31:00Z"); // 07:31 in San Francisco
  expect(await w.sent()).toEqual([]);
  await at("2026-11-24T16:01:00Z");
  await at("2026-11-24T17:01:00Z");
  expect(await w.sent()).toEqual(["digest"]);
  await w.happens();
  await at("2026-11-24T18:01:00Z");
  expect(await w.sent()).toEqual(["digest"]);
  await at("2026-11-25T16:01:00Z");
  expect(await w.sent()).toEqual(["digest", "digest"]);
});

test("two workers at the same minute make one mail", async () => {
  const w = await world("daily");
  await w.happens();
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-24T09:00:00Z"));
  await Promise.all(Array.from({ length: 4 }, gatherNews));
  expect(await w.sent()).toEqual(["digest"]);
});

test("nothing comes on a free day, on the city's holiday or while its reader is away", async () => {
  const w = await world("daily", { awayUntil: "2026-12-09" });
  await w.happens();
  await at("2026-12-07T09:00:00Z"); // a Monday, away
  await at("2026-12-09T09:00:00Z");
  expect(await w.sent()).toEqual([]);
  await db.update(people).set({ awayUntil: null }).where(eq(people.id, w.anna.id));
  await at("2026-12-08T09:00:00Z"); // the Immaculate Conception
  await at("2026-12-12T09:00:00Z"); // a Saturday
  expect(await w.sent()).toEqual([]);
  await at("2026-12-14T09:00:00Z");
  expect(await w.sent()).toEqual(["digest"]);
});

test("once a week is on the first working day of the week, also when its reader comes back later", async () => {
  const w = await world("weekly");
  await at("2026-11-30T09:00:00Z");
  await w.happens();
  await at("2026-12-01T09:00:00Z"); // what comes on a Tuesday waits
  await at("2026-12-04T09:00:00Z");
  expect(await w.sent()).toEqual([]);
  await at("2026-12-07T09:00:00Z");
  expect(await w.sent()).toEqual(["digest"]);
  await w.happens();
  await db.update(people).set({ awayUntil: "2026-12-16" }).where(eq(people.id, w.anna.id));
  await at("2026-12-14T09:00:00Z");
  expect(await w.sent()).toEqual(["digest"]);
  await at("2026-12-17T09:00:00Z");
  expect(await w.sent()).toEqual(["digest", "digest"]);
});

test("what has a clock comes at once also to those who hear once a day", async () => {
  const w = await world("daily");
  await w.happens("released");
  await w.happens("approval-asked");
  await tellPerson(w.anna.id);
  expect(await w.sent()).toEqual(["news"]);
  await at("2026-11-24T09:00:00Z");
  expect(await w.sent()).toEqual(["news", "digest"]);
});

test("whoever wants no mail gets none, and not later either", async () => {
  const w = await world("never");
  await w.happens("approval-asked");
  await tellPerson(w.anna.id);
  await at("2026-11-24T09:00:00Z");
  await db.update(people).set({ mailRhythm: "at-once" }).where(eq(people.id, w.anna.id));
  await tellPerson(w.anna.id);
  expect(await w.sent()).toEqual([]);
  await w.happens();
  await tellPerson(w.anna.id);
  expect(await w.sent()).toEqual(["news"]);
});

test("what was seen or put away before morning makes no mail", async () => {
  const w = await world("daily");
  await w.happens();
  await markSeen(await actorOf(w.anna.id), { writeUpId: w.writeUp.id });
  await w.happens();
  await db.update(notifications).set({ doneAt: sql`now()` }).where(eq(notifications.personId, w.anna.id));
  await at("2026-11-24T09:00:00Z");
  expect(await w.sent()).toEqual([]);
});
