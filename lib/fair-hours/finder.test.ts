import { afterEach, describe, expect, it } from "vitest";
import { findHours } from "./finder";
import { USUAL_WEEK, type WorkWeek } from "./limits";
import type { FairCity, Search } from "./types";

const SEVEN = {
  turin: "Europe/Rome",
  dublin: "Europe/Dublin",
  bilbao: "Europe/Madrid",
  rotterdam: "Europe/Amsterdam",
  "san-francisco": "America/Los_Angeles",
  "belo-horizonte": "America/Sao_Paulo",
  warsaw: "Europe/Warsaw",
};

function city(id: string, zone: string, values: Partial<FairCity> = {}): FairCity {
  return { id, zone, week: USUAL_WEEK, holidays: new Set(), required: true, balance: 0, ...values };
}
const seven = () => Object.entries(SEVEN).map(([id, zone]) => city(id, zone));

function search(values: Partial<Search> = {}): Search {
  return {
    cities: seven(),
    from: "2026-11-30",
    until: "2026-12-18",
    zone: "Europe/Rome",
    minutes: 90,
    spread: "balanced",
    earliest: new Date("2026-11-23T08:00Z"),
    ...values,
  };
}

const points = (quarters: number) => quarters / 4;

describe("a facilitator of seven cities", () => {
  it("is offered three different hours, each with all the days on which it costs the same", () => {
    const cities = seven().map((one) => (one.id === "san-francisco" ? { ...one, balance: 54 } : one));
    const { proposals, allowed, free } = findHours(search({ cities }));
    expect(proposals.map(({ wallStart, total }) => [wallStart, points(total)])).toEqual([
      ["2026-11-30T16:30", 6],
      ["2026-11-30T16:00", 4.5],
      ["2026-11-30T15:30", 4],
    ]);
    // Fifteen weekdays, one of them the proposal's own.
    expect(proposals.map(({ days }) => days.length)).toEqual([14, 14, 14]);
    expect({ allowed, free }).toEqual({ allowed: 180, free: false });
  });

  it("reads what it costs each city, whose turn it is, and how the next hour differs", () => {
    const cities = seven().map((one) => (one.id === "san-francisco" ? { ...one, balance: 54 } : one));
    const [first] = findHours(search({ cities })).proposals;
    expect(first?.byCity.find(({ cityId }) => cityId === "san-francisco")).toEqual({
      cityId: "san-francisco",
      required: true,
      before: 54,
      burden: 8,
      after: 62,
      clock: "07:30",
      endClock: "09:00",
      dayShift: 0,
      endDayShift: 0,
      within: false,
      allowed: true,
    });
    expect(first).toMatchObject({ carryMost: ["san-francisco"], paidMost: ["san-francisco"], aboveLeast: 8 });
    expect(first?.next?.total).toBe(-6);
    expect(first?.next?.byCity).toContainEqual({ cityId: "san-francisco", burden: 2 });
    expect(first?.next?.byCity.some(({ cityId }) => cityId === "dublin")).toBe(false);
  });

  it("who asks for the fewest points gets them, though one city pays them all", () => {
    const [first] = findHours(search({ spread: "least" })).proposals;
    expect(first).toMatchObject({ wallStart: "2026-11-30T15:30", total: 16, carryMost: ["san-francisco"] });
  });

  it("is told when an hour within everybody's working day is left", () => {
    const europe = seven().filter(({ zone }) => zone.startsWith("Europe"));
    const { proposals, free } = findHours(search({ cities: europe }));
    expect(free).toBe(true);
    expect(proposals.map(({ total }) => total)).toEqual([0, 0, 0]);
    expect(proposals[0]).toMatchObject({ wallStart: "2026-11-30T10:00", carryMost: [], paidMost: [] });
  });

  it("is never offered a start that has passed, nor a holiday of a city that must be there", () => {
    const cities = seven().map((one) => (one.id === "warsaw" ? { ...one, holidays: new Set(["2026-12-01"]) } : one));
    const { proposals } = findHours(search({ cities, earliest: new Date("2026-11-30T15:45Z") }));
    const starts = proposals.flatMap(({ wallStart, days }) => [wallStart, ...days.map((day) => day.wallStart)]);
    expect(starts.filter((start) => start < "2026-11-30T17:00")).toEqual([]);
    expect(starts.filter((start) => start.startsWith("2026-12-01"))).toEqual([]);
  });

  it("a city that may come pays nothing and stops nobody", () => {
    const cities = seven().map((one) => (one.id === "san-francisco" ? { ...one, required: false, balance: 54 } : one));
    const [first] = findHours(search({ cities })).proposals;
    expect(first).toMatchObject({ wallStart: "2026-11-30T13:00", total: 0, paidMost: [] });
    expect(first?.byCity.find(({ cityId }) => cityId === "san-francisco")).toMatchObject({
      burden: 0,
      after: 54,
      clock: "04:00",
      allowed: false,
      within: false,
    });
  });
});

describe("a night in which clocks change", () => {
  const week: WorkWeek = Array.from({ length: 7 }, () => [0, 1440] as const);
  const starts = (from: string, zone: string) => {
    const cities = [city("sydney", "Australia/Sydney", { week })];
    return findHours(search({ cities, from, until: from, zone, minutes: 30, earliest: new Date(0) })).looked;
  };

  it("has no start at an hour that the organiser's clock leaves out or shows twice", () => {
    expect(starts("2026-03-29", "Europe/Rome")).toBe(46);
    expect(starts("2026-10-25", "Europe/Rome")).toBe(46);
    expect(starts("2026-10-26", "Europe/Rome")).toBe(48);
  });

  it("moves a city by an hour when only its own clocks have changed", () => {
    const cities = [city("turin", "Europe/Rome"), city("san-francisco", "America/Los_Angeles")];
    const hoursOn = (day: string) => {
      const { proposals } = findHours(search({ cities, from: day, until: day, earliest: new Date(0) }));
      return proposals.map(({ byCity, total }) => [byCity[0]?.clock, byCity[1]?.clock, points(total)]);
    };
    expect(hoursOn("2026-10-23")[0]).toEqual(["16:30", "07:30", 3]);
    expect(hoursOn("2026-10-26")[0]).toEqual(["16:00", "08:00", 1.5]);
  });
});

describe("when nothing fits", () => {
  const long = () => findHours(search({ minutes: 600 }));

  it("the city that stands in the way is named, with the reasons", () => {
    const { proposals, allowed, nothing } = long();
    expect({ proposals, allowed }).toEqual({ proposals: [], allowed: 0 });
    expect(nothing?.blocks[0]).toMatchObject({ cityId: "san-francisco", holiday: 0 });
    expect(nothing?.blocks.slice(1).map(({ alone }) => alone)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("a holiday is named when it is all that stands in the way", () => {
    const cities = [
      city("turin", "Europe/Rome"),
      city("warsaw", "Europe/Warsaw", { holidays: new Set(["2026-11-11"]) }),
    ];
    const { nothing } = findHours(search({ cities, from: "2026-11-11", until: "2026-11-11", earliest: new Date(0) }));
    // From 04:45 to 22:00 some quarter-hour of 90 minutes lies in the day; 30 of those starts suit Turin.
    expect(nothing?.blocks[0]).toMatchObject({ cityId: "warsaw", holidays: ["2026-11-11"], alone: 30, holiday: 34 });
  });

  it("the hours that one city less would allow are shown", () => {
    const { nothing } = long();
    expect(nothing?.withoutOne.map(({ cityId }) => cityId)).toEqual(["san-francisco"]);
    const [first] = nothing?.withoutOne[0]?.proposals ?? [];
    expect(first?.wallStart).toBe("2026-11-30T10:00");
    expect(first?.byCity.find(({ cityId }) => cityId === "san-francisco")).toMatchObject({
      required: false,
      burden: 0,
    });
  });

  it("two sittings are proposed among neighbours by the clock, with a city in both", () => {
    const [mondays, otherDays] = [0, 1].map((from) =>
      USUAL_WEEK.map((day, index) => ((index === 0) === (from === 0) ? day : null)),
    );
    const cities = seven().map((one) => {
      if (one.id === "san-francisco") return { ...one, week: mondays ?? [] };
      return one.id === "rotterdam" ? { ...one, week: otherDays ?? [] } : one;
    });
    const sittings = findHours(search({ cities })).nothing?.sittings;
    expect(sittings?.first.cityIds).toEqual(["san-francisco", "belo-horizonte"]);
    expect(sittings?.second.cityIds).toEqual(["turin", "dublin", "bilbao", "rotterdam", "belo-horizonte", "warsaw"]);
    expect(sittings?.shared).toEqual(["belo-horizonte"]);
    const proposals = [sittings?.first.proposal, sittings?.second.proposal];
    expect(proposals.map((one) => [one?.wallStart, one?.total])).toEqual([
      ["2026-11-30T18:00", 0],
      ["2026-12-01T13:00", 0],
    ]);
  });

  it("two cities that never share an hour can't be parted further", () => {
    const cities = [city("turin", "Europe/Rome"), city("auckland", "Pacific/Auckland")];
    const { nothing } = findHours(search({ cities, minutes: 300 }));
    expect(nothing).toMatchObject({ withoutOne: [], sittings: null });
  });
});

describe("on a server anywhere", () => {
  const host = process.env.TZ;
  afterEach(() => {
    if (host === undefined) delete process.env.TZ;
    else process.env.TZ = host;
  });

  it.each(["UTC", "Europe/Rome", "America/Los_Angeles", "Pacific/Kiritimati"])(
    "in %s the hours are the same",
    (zone) => {
      process.env.TZ = zone;
      const { proposals } = findHours(search({ from: "2026-10-23", until: "2026-10-30", earliest: new Date(0) }));
      expect(proposals.map(({ startsAt }) => startsAt.toISOString())).toEqual([
        "2026-10-26T15:00:00.000Z",
        "2026-10-26T14:30:00.000Z",
        "2026-10-26T14:00:00.000Z",
      ]);
    },
  );
});
