import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/time/days";
import { wallToInstant } from "@/lib/time/wall";
import { burdenOf } from "./burden";
import { findHours } from "./finder";
import { effectiveHolidays } from "./holidays";
import { SPREADS, type Spread, USUAL_WEEK } from "./limits";

const SEVEN: [id: string, zone: string, country: string, region: string][] = [
  ["turin", "Europe/Rome", "IT", ""],
  ["dublin", "Europe/Dublin", "IE", ""],
  ["bilbao", "Europe/Madrid", "ES", "PV"],
  ["rotterdam", "Europe/Amsterdam", "NL", ""],
  ["san-francisco", "America/Los_Angeles", "US", "CA"],
  ["belo-horizonte", "America/Sao_Paulo", "BR", "MG-BH"],
  ["warsaw", "Europe/Warsaw", "PL", ""],
];
const SESSIONS = 24;
const MINUTES = 90;

interface Year {
  /** First and last day of the n-th window. */
  window: (n: number) => [from: string, until: string];
  withHolidays: boolean;
}

/** Twenty-four sessions, one every fortnight from 7 September 2026; each city's points add up from nought. */
function pointsOf(spread: Spread | "always at 17:00 in Turin", { window, withHolidays }: Year) {
  const paid = new Map<string, number>();
  const pay = (id: string, burden: number) => paid.set(id, (paid.get(id) ?? 0) + burden);
  for (let n = 0; n < SESSIONS; n++) {
    const [from, until] = window(n);
    const cities = SEVEN.map(([id, zone, country, region]) => ({
      id,
      zone,
      week: USUAL_WEEK,
      holidays: withHolidays ? effectiveHolidays({ country, region }, []) : new Set<string>(),
      required: true,
      balance: paid.get(id) ?? 0,
    }));
    if (spread === "always at 17:00 in Turin") {
      const start = wallToInstant(`${from}T17:00`, "Europe/Rome");
      if (!start.ok) throw new Error(`no 17:00 on ${from}`);
      for (const city of cities) pay(city.id, burdenOf(city, start.instant, MINUTES).burden);
      continue;
    }
    const place = { from, until, zone: "Europe/Rome", earliest: new Date(0) };
    const [best] = findHours({ cities, ...place, minutes: MINUTES, spread }).proposals;
    for (const { cityId, burden } of best?.byCity ?? []) pay(cityId, burden);
  }
  const points = [...paid.values()].map((quarters) => quarters / 4);
  return { heaviest: Math.max(...points), total: points.reduce((a, b) => a + b, 0) };
}

const monday = (n: number) => addDays("2026-09-07", 14 * n);

describe("a year of seven cities, a session every other Monday, no holidays", () => {
  const year: Year = { window: (n) => [monday(n), monday(n)], withHolidays: false };

  it("least total lets one city pay all", () => {
    expect(pointsOf("least", year)).toEqual({ heaviest: 94, total: 94 });
  });

  it("balanced halves what the heaviest pays for half as many points more", () => {
    expect(pointsOf("balanced", year)).toEqual({ heaviest: 47, total: 141 });
  });

  it("fairest spreads it furthest", () => {
    expect(pointsOf("fairest", year)).toEqual({ heaviest: 35.5, total: 183 });
  });

  it("always the same hour costs most of all", () => {
    expect(pointsOf("always at 17:00 in Turin", year)).toEqual({ heaviest: 48, total: 227 });
  });
});

describe("with holidays", () => {
  it("any weekday of every other week costs just as much: a holiday only moves the day", () => {
    const year: Year = { window: (n) => [monday(n), addDays(monday(n), 4)], withHolidays: true };
    expect(SPREADS.map((spread) => pointsOf(spread, year))).toEqual([
      { heaviest: 94, total: 94 },
      { heaviest: 47, total: 141 },
      { heaviest: 35.5, total: 183 },
    ]);
  });

  it("ten weekdays to choose from cost less, since they reach into the weeks in which clocks are closer", () => {
    const year: Year = { window: (n) => [monday(n), addDays(monday(n), 11)], withHolidays: true };
    expect(SPREADS.map((spread) => pointsOf(spread, year))).toEqual([
      { heaviest: 90, total: 90 },
      { heaviest: 45, total: 135 },
      { heaviest: 34, total: 175 },
    ]);
  });
});
