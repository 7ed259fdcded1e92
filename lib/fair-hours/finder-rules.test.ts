import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDay, dayNumber, weekdayOf } from "@/lib/time/days";
import { instantToWall, wallToInstant } from "@/lib/time/wall";
import { findHours } from "./finder";
import { SPREADS, type WorkDay } from "./limits";
import type { FairCity, Search } from "./types";

/** The rules as they stand in the text, slow and obvious: each quarter-hour of each start looked up in each city's clock. */
function bruteForce({ cities, from, until, zone, minutes, step = 30, spread, earliest }: Search) {
  const required = cities.filter((one) => one.required);
  const clocks = required.map(weightIn);
  const quarters = Array.from({ length: Math.ceil(minutes / 15) }, (_, index) => index * 15);
  const slots = [];
  for (let day = dayNumber(from); day <= dayNumber(until); day++) {
    for (let minute = 0; minute < 1440; minute += step) {
      const wallStart = `${dateOfDay(day)}T${clockOf(minute)}`;
      const startsAt = startOf(wallStart, zone);
      if (!startsAt || startsAt < earliest) continue;
      const weights = clocks.map((weight) => quarters.map((quarter) => weight(startsAt.getTime() + quarter * 60_000)));
      if (weights.flat().includes(null)) continue;
      const burdens = weights.map((list) => list.reduce((sum: number, weight) => sum + (weight ?? 0), 0));
      slots.push({
        wallStart,
        startsAt,
        burdens,
        total: burdens.reduce((a, b) => a + b, 0),
        within: weights.flat().filter((weight) => weight === 0).length,
        after: burdens.map((burden, index) => burden + (required[index]?.balance ?? 0)).sort((a, b) => b - a),
      });
    }
  }
  const guard = { least: 0, balanced: 8, fairest: Number.POSITIVE_INFINITY }[spread];
  const least = Math.min(...slots.map(({ total }) => total));
  const kept = slots.filter(({ total }) => total <= least + guard);
  kept.sort(
    (a, b) =>
      lexicographic(a.after, b.after) ||
      a.total - b.total ||
      b.within - a.within ||
      a.startsAt.getTime() - b.startsAt.getTime(),
  );
  return { all: slots, kept };
}

function lexicographic(a: number[], b: number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function weightIn(one: FairCity): (at: number) => number | null {
  return once((at) => {
    const [date = "", time = ""] = wallIn(one.zone)(at).split("T");
    const hours = one.week[weekdayOn(date)];
    return !hours || one.holidays.has(date) ? null : weightOf(time, hours);
  });
}

function weightOf(time: string, [start, end]: NonNullable<WorkDay>): number | null {
  const hour = (minutes: number) => minutes / 60;
  const now = Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;
  if (now < 6 || now >= 22) return null;
  if (now >= hour(start) && now < hour(end)) return 0;
  if (now >= hour(start) - 1 && now < hour(end) + 1) return 1;
  if (now >= hour(start) - 2 && now < hour(end) + 3) return 2;
  return 4;
}

/** Asks the clock once for each moment: thousands of cohorts share their days. */
function once<K, V>(ask: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = ask(key);
    known.set(key, value);
    return value;
  };
}

const weekdayOn = once((date: string) => weekdayOf(dayNumber(date)));
const wallIn = once((zone: string) => once((at: number) => instantToWall(new Date(at), zone)));
const placedIn = once((zone: string) => once((wall: string) => wallToInstant(wall, zone)));

function startOf(wall: string, zone: string): Date | null {
  const start = placedIn(zone)(wall);
  return start.ok ? start.instant : null;
}

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const ZONES = [
  "Europe/Rome",
  "Europe/Dublin",
  "Europe/Madrid",
  "Europe/Amsterdam",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Europe/Warsaw",
  "Asia/Kolkata",
  "America/St_Johns",
  "Australia/Adelaide",
  "Asia/Kathmandu",
];
/** Ordinary days, and those around the changes of clocks. */
const DAYS = ["2026-03-07", "2026-03-28", "2026-06-23", "2026-10-03", "2026-10-24", "2026-10-30", "2026-12-24"];

const anyDay: fc.Arbitrary<WorkDay> = fc.oneof(
  { weight: 6, arbitrary: fc.constant([540, 1020] as const) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 24, max: 52 }), fc.integer({ min: 8, max: 36 }))
      .map(([start, length]) => [start * 15, (start + length) * 15] as const),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);
const anyCity = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.array(anyDay, { minLength: 7, maxLength: 7 }),
  holidays: fc.array(fc.constantFrom(...DAYS.flatMap((day) => [day, dateOfDay(dayNumber(day) + 1)])), { maxLength: 3 }),
  required: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
  balance: fc.integer({ min: 0, max: 60 }),
});
const anySearch: fc.Arbitrary<Search> = fc
  .record({
    cities: fc.array(anyCity, { minLength: 1, maxLength: 5 }),
    from: fc.constantFrom(...DAYS),
    days: fc.integer({ min: 1, max: 3 }),
    zone: fc.constantFrom(...ZONES),
    minutes: fc.constantFrom(15, 30, 50, 60, 90, 120, 240),
    step: fc.constantFrom(30, 60),
    spread: fc.constantFrom(...SPREADS),
    late: fc.integer({ min: 0, max: 24 }),
  })
  .map(({ days, late, cities, ...rest }) => ({
    ...rest,
    until: dateOfDay(dayNumber(rest.from) + days - 1),
    earliest: new Date(Date.parse(`${rest.from}T00:00Z`) + (late - 12) * 3_600_000),
    cities: cities.map((one, index) => ({ ...one, id: `city-${index}`, holidays: new Set(one.holidays) })),
  }));

describe("for any cohort", () => {
  it("the proposals are those of the rules, worked out slowly", () => {
    fc.assert(
      fc.property(anySearch, (asked) => {
        const found = findHours(asked);
        const { all, kept } = bruteForce(asked);
        const hours = [...new Set(kept.map(({ wallStart }) => wallStart.slice(11)))].slice(0, 3);
        const expected = hours.map((hour) => {
          const same = all.filter(({ wallStart }) => wallStart.endsWith(hour));
          const best = kept.find(({ wallStart }) => wallStart.endsWith(hour));
          const days = same.filter((slot) => slot !== best && slot.burdens.join() === best?.burdens.join());
          const { wallStart, startsAt, total, burdens } = best ?? {};
          return { wallStart, startsAt, total, burdens, days: days.map((slot) => slot.wallStart) };
        });
        const proposed = found.proposals.slice(0, hours.length).map(({ wallStart, startsAt, total, byCity, days }) => ({
          ...{ wallStart, startsAt, total, days: days.map((day) => day.wallStart) },
          burdens: byCity.filter((one) => one.required).map(({ burden }) => burden),
        }));
        expect({ proposed, allowed: found.allowed, nothing: found.nothing !== null }).toEqual({
          ...{ proposed: expected, allowed: all.length, nothing: all.length === 0 },
        });
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it("no hour comes first that is worse for one city and better for none", () => {
    fc.assert(
      fc.property(anySearch, (asked) => {
        const [first] = findHours(asked).proposals;
        if (!first) return;
        const burdens = first.byCity.filter((one) => one.required).map(({ burden }) => burden);
        const better = bruteForce(asked).all.filter(
          (slot) =>
            slot.burdens.every((burden, index) => burden <= (burdens[index] ?? 0)) &&
            slot.burdens.some((burden, index) => burden < (burdens[index] ?? 0)),
        );
        expect(better).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("the order in which cities are given changes nothing", () => {
    const facts = (asked: Search) => {
      const { proposals, nothing, ...counts } = findHours(asked);
      const sorted = (ids: readonly string[]) => ids.toSorted();
      return {
        ...counts,
        proposals: proposals.map(({ byCity, carryMost, paidMost, next, ...rest }) => ({
          ...rest,
          byCity: byCity.toSorted((a, b) => (a.cityId < b.cityId ? -1 : 1)),
          carryMost: sorted(carryMost),
          paidMost: sorted(paidMost),
        })),
        blocks: nothing?.blocks,
        without: nothing?.withoutOne.map(({ cityId, proposals: left }) => [cityId, left[0]?.wallStart]),
        sittings: nothing?.sittings && [
          ...[nothing.sittings.first, nothing.sittings.second].map(({ cityIds, proposal }) => [
            sorted(cityIds),
            proposal.wallStart,
          ]),
          sorted(nothing.sittings.shared),
        ],
      };
    };
    fc.assert(
      fc.property(anySearch, fc.integer({ min: 1, max: 4 }), (asked, turn) => {
        const cities = [...asked.cities.slice(turn), ...asked.cities.slice(0, turn)].reverse();
        expect(facts({ ...asked, cities })).toEqual(facts(asked));
      }),
      { numRuns: 500 },
    );
  });
});
