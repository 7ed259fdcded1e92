import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson, makeSession } from "@/db/factories";
import { holidays, sessionCities, sessions, workspaces } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { clock } from "@/lib/time/now";
import { freeDays, hoursOf, ledgerOf } from "./queries";
import { reckonBurdens, reckonCity } from "./reckon";
import { getLedger } from "./view";

const now = new Date("2026-11-24T12:00:00Z");
const founded = new Date("2025-01-01T00:00:00Z");

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { createdAt: founded, longitude: 7.7 });
  const west = { zone: "America/Los_Angeles", country: "US", region: "CA", longitude: -122 };
  const sanFrancisco = await makeCity(cohort.id, { createdAt: founded, ...west });
  const facilitator = await makeMember(cohort.id, "facilitator");
  return { cohort, turin, sanFrancisco, facilitator };
}
type World = Awaited<ReturnType<typeof world>>;

/** 16:30 in Turin is 07:30 in San Francisco: a point and two. */
async function meet(
  { cohort, turin, sanFrancisco, facilitator }: World,
  values: Partial<typeof sessions.$inferInsert>,
) {
  const session = await makeSession(cohort.id, facilitator.id, [turin, sanFrancisco], { minutes: 90, ...values });
  await db.transaction((tx) => reckonBurdens(tx, session.id));
  return session;
}

async function burdens(sessionId: string) {
  const rows = await db.select().from(sessionCities).where(eq(sessionCities.sessionId, sessionId));
  return new Map(rows.map(({ workspaceId, burden }) => [workspaceId, burden]));
}
const balances = async (cohortId: string, options = {}) =>
  (await ledgerOf(cohortId, now, options)).rows.map(({ balance }) => balance);

afterEach(() => vi.restoreAllMocks());

describe("what the hour of a session costs its cities", () => {
  it("is written down for each, by its own clock; who need not be there pays nothing", async () => {
    const here = await world();
    const session = await meet(here, { startsAt: new Date("2026-12-01T15:30Z") });
    expect(await burdens(session.id)).toEqual(
      new Map([
        [here.turin.id, 4],
        [here.sanFrancisco.id, 8],
      ]),
    );
    await db.update(sessionCities).set({ required: false }).where(eq(sessionCities.workspaceId, here.sanFrancisco.id));
    await db.transaction((tx) => reckonBurdens(tx, session.id));
    expect((await burdens(session.id)).get(here.sanFrancisco.id)).toBe(0);
  });

  it("is that of the new hour after a move, and the heaviest on a holiday of the table or the city's own", async () => {
    const here = await world();
    const session = await meet(here, { startsAt: new Date("2026-12-08T15:30Z") });
    // The Immaculate Conception in Italy; an ordinary Tuesday in California.
    expect(await burdens(session.id)).toEqual(
      new Map([
        [here.turin.id, 24],
        [here.sanFrancisco.id, 8],
      ]),
    );
    const added = { workspaceId: here.sanFrancisco.id, onDate: "2026-12-09", addedBy: here.facilitator.id };
    await db.insert(holidays).values({ ...added, name: "A day of ours" });
    const startsAt = new Date("2026-12-09T15:00Z");
    await db
      .update(sessions)
      .set({ startsAt, endsAt: new Date("2026-12-09T16:30Z") })
      .where(eq(sessions.id, session.id));
    await db.transaction((tx) => reckonBurdens(tx, session.id));
    expect(await burdens(session.id)).toEqual(
      new Map([
        [here.turin.id, 2],
        [here.sanFrancisco.id, 24],
      ]),
    );
  });

  it("follows new working hours in sessions ahead, not in those that were held", async () => {
    vi.spyOn(clock, "now").mockReturnValue(now);
    const here = await world();
    const held = await meet(here, { startsAt: new Date("2026-11-10T15:30Z"), status: "held" });
    const ahead = await meet(here, { startsAt: new Date("2026-12-01T15:30Z") });
    const week = Array.from({ length: 7 }, () => [480, 1080] as const);
    await db.update(workspaces).set({ workWeek: week }).where(eq(workspaces.id, here.turin.id));
    await db.transaction((tx) => reckonCity(tx, here.turin.id));
    expect((await burdens(held.id)).get(here.turin.id)).toBe(4);
    expect(await burdens(ahead.id)).toEqual(
      new Map([
        [here.turin.id, 0],
        [here.sanFrancisco.id, 8],
      ]),
    );
  });
});

describe("the ledger of a cohort", () => {
  it("counts what was held and what is planned, from west to east", async () => {
    const here = await world();
    await meet(here, { startsAt: new Date("2026-11-10T15:30Z"), status: "held" });
    await meet(here, { startsAt: new Date("2026-12-01T15:30Z") });
    const ledger = await ledgerOf(here.cohort.id, now);
    expect(ledger).toMatchObject({ begun: 1, ahead: 1, from: new Date("2025-11-24T00:00Z") });
    expect(ledger.rows.map(({ id, balance }) => [id, balance])).toEqual([
      [here.sanFrancisco.id, 16],
      [here.turin.id, 8],
    ]);
    expect(ledger.rows[0]).toMatchObject({ sessions: 2, last: { burden: 8 } });
  });

  it("counts no session that is cancelled, kept as a draft, put to a vote, or more than twelve months old", async () => {
    const here = await world();
    for (const status of ["cancelled", "draft", "proposed", "polling"] as const)
      await meet(here, { startsAt: new Date("2026-12-01T15:30Z"), status });
    await meet(here, { startsAt: new Date("2025-11-03T15:30Z"), status: "held" });
    const ledger = await ledgerOf(here.cohort.id, now);
    expect(ledger).toMatchObject({ begun: 0, ahead: 0, first: null });
    expect(ledger.rows.map(({ balance }) => balance)).toEqual([0, 0]);
  });

  it("leaves out the session that is about to move, so that it does not pay twice", async () => {
    const here = await world();
    const session = await meet(here, { startsAt: new Date("2026-12-01T15:30Z") });
    expect(await balances(here.cohort.id)).toEqual([8, 4]);
    expect(await balances(here.cohort.id, { without: session.id })).toEqual([0, 0]);
  });

  it("is read by everybody in the cohort, and never that of another", async () => {
    const here = await world();
    const other = await world();
    await meet(other, { startsAt: new Date("2026-12-01T15:30Z") });
    const observer = await makeMember(here.cohort.id, "observer");
    const read = await getLedger(await actorOf(observer.id));
    expect(read?.rows.map(({ id, balance }) => [id, balance])).toEqual([
      [here.sanFrancisco.id, 0],
      [here.turin.id, 0],
    ]);
    expect(await getLedger(await actorOf((await makePerson()).id))).toBeNull();
  });
});

it("the finder is given each city with its week, its days off and its balance", async () => {
  const here = await world();
  await meet(here, { startsAt: new Date("2026-12-01T15:30Z") });
  const added = { workspaceId: here.turin.id, addedBy: here.facilitator.id };
  await db.insert(holidays).values([
    { ...added, onDate: "2027-06-24", name: "San Giovanni" },
    { ...added, onDate: "2026-12-08", name: "Immacolata", works: true },
  ]);
  const [west, turin] = await hoursOf(here.cohort.id, now);
  expect(west).toMatchObject({ id: here.sanFrancisco.id, zone: "America/Los_Angeles", required: true, balance: 8 });
  expect(west?.holidays.has("2026-11-26")).toBe(true);
  expect([turin?.holidays.has("2027-06-24"), turin?.holidays.has("2026-12-08")]).toEqual([true, false]);
});

it("a city's free days are those of its week and its holidays", async () => {
  const { turin } = await world();
  const free = await freeDays(turin.id, "2026-12-04", "2026-12-09");
  expect([...free]).toEqual(["2026-12-05", "2026-12-06", "2026-12-08"]);
});
