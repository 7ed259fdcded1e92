import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCity, makeCohort } from "@/db/factories";
import { clock } from "@/lib/time/now";
import { burdenAround } from "./burden-around";
import { hoursAsked, type Query } from "./hours-asked";
import { hourToMoveTo, proposeHours } from "./proposals";

const real = clock.now;
beforeEach(() => {
  clock.now = () => new Date("2026-11-23T10:00:00Z");
});
afterEach(() => {
  clock.now = real;
});

const ROME = "Europe/Rome";
const blank = { date: "", time: "", zone: ROME };

async function world(...zones: string[]) {
  const cohort = await makeCohort();
  const cities = await Promise.all(zones.map((zone, index) => makeCity(cohort.id, { zone, longitude: index })));
  const formats = [{ id: "peer-assist", minutes: 90 }];
  const ids = cities.map(({ id }) => id);
  const propose = (query: Query = {}, typed = blank) =>
    proposeHours(cohort.id, hoursAsked(query, { cities, formats }, ROME, clock.now()), typed, ROME);
  return { cohort, ids, propose };
}

describe("somebody who plans a session", () => {
  it("finds the fairest hour picked, with what it costs each city", async () => {
    const { ids, propose } = await world("America/Los_Angeles", ROME);
    const hours = await propose();
    expect(hours.found.proposals).toHaveLength(3);
    expect(hours.slot).toBe(`${hours.found.proposals[0]?.wallStart}[${ROME}]`);
    expect(hours.chosen?.byCity.map(({ cityId }) => cityId)).toEqual(ids);
    expect(hours.chosen?.total).toBe(hours.found.proposals[0]?.total);
  });

  it("keeps the hour that was picked while it is among the proposed, on another day too", async () => {
    const { propose } = await world("America/Los_Angeles", ROME);
    const [, second] = (await propose()).found.proposals;
    const day = second?.days[1];
    const slot = `${day?.wallStart}[${ROME}]`;
    const hours = await propose({ slot });
    expect(hours).toMatchObject({ slot, chosen: { wallStart: day?.wallStart, total: second?.total } });
    expect((await propose({ slot: `2026-11-25T03:00[${ROME}]` })).slot).not.toContain("T03:00");
  });

  it("sees what a time of their own costs, and what is wrong with it", async () => {
    const { propose } = await world(ROME);
    const own = await propose({ slot: "other" }, { ...blank, date: "25 November 2026", time: "18:00" });
    expect(own).toMatchObject({ slot: "other", chosen: { total: 12, wallStart: "2026-11-25T18:00" }, wrong: {} });
    const half = await propose({ slot: "other" }, { ...blank, date: "25 November 2026" });
    expect(half).toMatchObject({ slot: "other", chosen: null, wrong: {} });
    const gap = await propose({ slot: "other" }, { ...blank, date: "28 March 2027", time: "02:30" });
    expect(gap.wrong.time?.key).toBe("sessions.error.gap");
  });

  it("asks nothing of a city that need not be there", async () => {
    const { ids, propose } = await world("Pacific/Auckland", "Europe/Dublin", ROME);
    const [auckland = "", ...others] = ids;
    const hours = await propose({ "cities[]": others, "optional[]": [auckland] });
    expect(hours.chosen?.byCity.find(({ cityId }) => cityId === auckland)).toMatchObject({
      required: false,
      burden: 0,
    });
    expect(hours.chosen?.total).toBe(0);
  });

  it("is offered no hour while no city must be there", async () => {
    const { ids, propose } = await world(ROME);
    expect((await propose({ format: "peer-assist", "optional[]": ids })).found.proposals).toEqual([]);
  });

  it("hears who is in the way when nothing fits, and may take either way out", async () => {
    const { ids, propose } = await world("America/Los_Angeles", "Europe/Dublin", ROME, "Asia/Tokyo");
    const hours = await propose({ format: "peer-assist", "cities[]": ids, minutes: "480" });
    expect(hours.found.proposals).toEqual([]);
    expect(hours).toMatchObject({ slot: "other", chosen: null, wrong: {} });
    expect(hours.found.nothing?.blocks.length).toBeGreaterThan(0);
  });

  it("sees the picked hour in the strip of its day, and the first day while none is picked", async () => {
    const { cohort, ids, propose } = await world("America/Los_Angeles", ROME);
    const picked = await burdenAround(cohort.id, await propose(), ROME);
    expect(picked.strip.frame).not.toBeNull();
    expect(picked.strip.rows.map(({ cityId }) => cityId)).toEqual(ids);
    const none = await burdenAround(cohort.id, await propose({ slot: "other" }, { ...blank, time: "9" }), ROME);
    expect(none).toMatchObject({ strip: { frame: null, date: "2026-11-25" }, counted: { sessions: 0, since: null } });
  });
});

describe("somebody who moves a session", () => {
  async function moving(typed: Partial<typeof blank>) {
    const { cohort, ids } = await world("America/Los_Angeles", ROME);
    const [coast = "", city = ""] = ids;
    const cities = [
      { id: coast, required: false },
      { id: city, required: true },
    ];
    const session = { id: "0000000000000000", cohortId: cohort.id, cities, readerZone: ROME };
    return { coast, city, ...(await hourToMoveTo(session, { ...blank, ...typed }, 60)) };
  }

  it("sees what the new hour costs each city, and whom it asks at night", async () => {
    const { coast, city, chosen, wrong } = await moving({ date: "25 November 2026", time: "22:30" });
    expect(chosen?.byCity).toMatchObject([
      { cityId: coast, clock: "13:30", required: false, burden: 0, allowed: true },
      { cityId: city, clock: "22:30", required: true, burden: 16, allowed: false },
    ]);
    expect([chosen?.total, wrong]).toEqual([16, {}]);
  });

  it("hears what is wrong with an hour that cannot be", async () => {
    expect(await moving({ date: "28 March 2027", time: "02:30" })).toMatchObject({
      chosen: null,
      wrong: { time: { key: "sessions.error.gap" } },
    });
  });
});
