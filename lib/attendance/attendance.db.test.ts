import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, attendance, auditLog, minutes } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { getSession } from "@/lib/sessions/queries";
import { clock } from "@/lib/time/now";
import { addGuest, checkIn, strikeGuest, tickAttendance } from "./mutations";
import { attendanceOf, attendanceSheetOf } from "./queries";

const START = new Date("2026-12-01T15:00:00Z");
const real = clock.now;
const goTo = (minutes: number) => {
  clock.now = () => new Date(START.getTime() + minutes * 60_000);
};
afterEach(() => {
  clock.now = real;
});

async function world() {
  goTo(0);
  const cohort = await makeCohort();
  const dublin = await makeCity(cohort.id, { longitude: -6 });
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id, { longitude: 21 });
  const as = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const facilitator = await as(cohort.id, "facilitator");
  const session = await makeSession(cohort.id, facilitator.personId, [turin, dublin], { startsAt: START });
  return {
    ...{ id: session.id, turin, dublin, warsaw, facilitator },
    anna: await as(cohort.id, "member", turin.id),
    ben: await as(cohort.id, "official", dublin.id),
    uninvited: await as(cohort.id, "official", warsaw.id),
    observer: await as(cohort.id, "observer"),
  };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const here = (actor: Actor, said: "yes" | "no" = "yes") => checkIn(actor, { id: w.id, here: said });
const seen = async (actor: Actor) => {
  const session = await getSession(actor, w.id);
  return session && attendanceOf(actor, session);
};
const sheet = async () => {
  const session = await getSession(w.facilitator, w.id);
  return session && attendanceSheetOf(session);
};
const rows = () => db.select().from(attendance).where(eq(attendance.sessionId, w.id));
const audits = async () =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, w.id)).orderBy(asc(auditLog.id))).map(
    (one) => one.action,
  );
const lock = () => {
  const by = w.facilitator.personId;
  return db
    .insert(minutes)
    .values({ sessionId: w.id, language: "en", updatedBy: by, lockedBy: by, lockedAt: new Date() });
};

describe("somebody who is there", () => {
  test("says so once, for their city, and takes it back", async () => {
    await Promise.all([here(w.anna), here(w.anna)]);
    await here(w.ben);
    expect(await seen(w.ben)).toMatchObject({
      total: 2,
      mine: { here: true },
      cities: [
        { city: { id: w.dublin.id }, present: [{ name: w.ben.name }] },
        { city: { id: w.turin.id }, present: [{ name: w.anna.name }] },
      ],
    });
    await here(w.anna, "no");
    await here(w.anna, "no");
    expect(await seen(w.anna)).toMatchObject({ total: 1, mine: { here: false } });
    expect(await audits()).toEqual(["attendance.check-in", "attendance.check-in", "attendance.check-out"]);
  });

  test.each([
    [-31, false],
    [-30, true],
    [90 + 12 * 60, true],
    [90 + 12 * 60 + 1, false],
  ])("%d minutes from the start they can: %s", async (minutes, can) => {
    goTo(minutes);
    expect((await seen(w.anna))?.mine).toEqual(can ? { here: false } : null);
    const said = here(w.anna);
    if (can) await said;
    else await expect(said).rejects.toMatchObject({ fields: { form: { key: "attendance.error.closed" } } });
  });

  test("was not invited and cannot", async () => {
    await expect(here(w.uninvited)).rejects.toMatchObject({ code: "forbidden" });
    await expect(here(w.observer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await seen(w.observer)).toBeNull();
  });

  test("facilitates and belongs to no city", async () => {
    await here(w.facilitator);
    expect(await seen(w.facilitator)).toMatchObject({
      cities: [{ city: null, present: [{ name: w.facilitator.name }] }],
    });
  });
});

describe("whoever runs the session", () => {
  test("has those who said that they come to tick, and the others of each city", async () => {
    await db.insert(answers).values({ sessionId: w.id, personId: w.anna.personId, answer: "going" });
    await here(w.ben);
    expect((await sheet())?.cities).toMatchObject([
      { city: { id: w.dublin.id }, expected: [{ id: w.ben.personId, here: true }], others: [] },
      { city: { id: w.turin.id }, expected: [{ id: w.anna.personId, here: false }], others: [] },
      { city: null, expected: [], others: [{ id: w.facilitator.personId }] },
    ]);
  });

  test("ticks and unticks without undoing what somebody said meanwhile", async () => {
    await here(w.ben);
    const [anna, ben] = [w.anna.personId, w.ben.personId];
    await here(w.facilitator);
    await tickAttendance(w.facilitator, { id: w.id, there: [anna], was: [ben] });
    const present = (await rows()).map(({ personId }) => personId);
    expect(present.sort()).toEqual([anna, w.facilitator.personId].sort());
    expect((await rows()).find(({ personId }) => personId === anna)).toMatchObject({
      workspaceId: w.turin.id,
      recordedBy: w.facilitator.personId,
    });
    expect(await audits()).toEqual(["attendance.check-in", "attendance.check-in", "attendance.tick"]);
  });

  test("ticks nobody who has nothing to do with it", async () => {
    const ticked = tickAttendance(w.facilitator, { id: w.id, there: [w.uninvited.personId], was: [] });
    await expect(ticked).rejects.toMatchObject({ code: "invalid" });
    expect(await rows()).toEqual([]);
  });

  test("writes down a name once, and takes it back", async () => {
    const guest = { id: w.id, name: "Sandra O’Neill", city: w.dublin.id };
    await Promise.all([addGuest(w.facilitator, guest), addGuest(w.facilitator, guest)]);
    await addGuest(w.facilitator, { ...guest, city: null });
    await addGuest(w.facilitator, { ...guest, city: null });
    expect(await seen(w.anna)).toMatchObject({ total: 2, cities: [{ city: { id: w.dublin.id } }, { city: null }] });
    await expect(addGuest(w.facilitator, { ...guest, city: w.warsaw.id })).rejects.toMatchObject({ code: "invalid" });
    for (const { id: entry } of await rows()) await strikeGuest(w.facilitator, { id: w.id, entry });
    expect(await rows()).toEqual([]);
    expect(await audits()).toEqual([
      "attendance.add-guest",
      "attendance.add-guest",
      "attendance.strike-guest",
      "attendance.strike-guest",
    ]);
  });

  test("strikes no entry of another session, and none of a person with an account", async () => {
    const other = await makeSession(
      (await getSession(w.facilitator, w.id))?.cohortId ?? "",
      w.facilitator.personId,
      [],
    );
    await addGuest(w.facilitator, { id: other.id, name: "Kim", city: null });
    await here(w.anna);
    const [kim] = await db.select().from(attendance).where(eq(attendance.sessionId, other.id));
    const [anna] = await rows();
    await strikeGuest(w.facilitator, { id: w.id, entry: kim?.id ?? "" });
    await strikeGuest(w.facilitator, { id: w.id, entry: anna?.id ?? "" });
    expect(await db.select().from(attendance)).toEqual(expect.arrayContaining([kim, anna]));
  });

  test("is the only one who can", async () => {
    await expect(tickAttendance(w.ben, { id: w.id, there: [], was: [] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addGuest(w.ben, { id: w.id, name: "Kim", city: null })).rejects.toMatchObject({ code: "forbidden" });
    const session = await getSession(w.ben, w.id);
    expect(session && (await attendanceSheetOf(session))).toBeNull();
  });

  test("changes nothing once the minutes are locked", async () => {
    await here(w.anna);
    await lock();
    const locked = { fields: { form: { key: "minutes.error.locked" } } };
    await expect(here(w.ben)).rejects.toMatchObject(locked);
    const struck = tickAttendance(w.facilitator, { id: w.id, there: [], was: [w.anna.personId] });
    await expect(struck).rejects.toMatchObject(locked);
    await expect(addGuest(w.facilitator, { id: w.id, name: "Kim", city: null })).rejects.toMatchObject(locked);
    expect(await sheet()).toMatchObject({ locked: true });
    expect((await seen(w.anna))?.mine).toBeNull();
  });
});

test("a hundred people who check in at once are a hundred entries", async () => {
  const session = await getSession(w.facilitator, w.id);
  const people = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const person = await makeMember(session?.cohortId ?? "", "member", w.turin.id);
      return actorOf(person.id);
    }),
  );
  await Promise.all(people.map((person) => here(person)));
  expect(await rows()).toHaveLength(100);
});
