import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, weekdayOf } from "@/lib/time/days";
import { instantToWall } from "@/lib/time/wall";
import { RHYTHMS } from "./limits";
import { nthStart, numberOf, occurrences, type Pattern, place, startsBetween, weekOfMonth } from "./occurrences";

const ZONES = [
  "Europe/Rome",
  "Europe/Dublin",
  "Europe/Madrid",
  "Europe/Amsterdam",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Europe/Warsaw",
];

const pattern = (values: Partial<Pattern> = {}): Pattern => ({
  rhythm: "weekly",
  wallStart: "2026-10-06T16:00",
  zone: "Europe/Rome",
  untilOn: null,
  ...values,
});
const daysOf = (given: Pattern, from: string, through: string) =>
  startsBetween(given, from, through).map(({ seriesStart }) => seriesStart.slice(0, 10));

const twoDigits = (number: number) => String(number).padStart(2, "0");
const patterns = fc
  .record({
    rhythm: fc.constantFrom(...RHYTHMS),
    day: fc.integer({ min: dayNumber("2024-01-01"), max: dayNumber("2028-12-31") }),
    minute: fc.integer({ min: 0, max: 95 }),
    zone: fc.constantFrom(...ZONES),
  })
  .map(({ rhythm, day, minute, zone }): Pattern => {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const time = `${twoDigits(Math.floor(minute / 4))}:${twoDigits((minute % 4) * 15)}`;
    return { rhythm, wallStart: `${date}T${time}`, zone, untilOn: null };
  });

describe("a facilitator whose series comes", () => {
  it("every week meets on the same weekday, at the same hour on the wall, before and after the clocks change", () => {
    const found = occurrences(pattern(), "2026-10-19", "2026-11-03");
    expect(found.map(({ wallStart }) => wallStart)).toEqual([
      "2026-10-20T16:00",
      "2026-10-27T16:00",
      "2026-11-03T16:00",
    ]);
    expect(found.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual(["14:00", "15:00", "15:00"]);
  });

  it("every second week meets in the weeks that the first one set", () => {
    const second = pattern({ rhythm: "fortnightly" });
    expect(daysOf(second, "2026-10-08", "2026-11-10")).toEqual(["2026-10-20", "2026-11-03"]);
  });

  it("every month on the second Tuesday meets on the second Tuesday", () => {
    const monthly = pattern({ rhythm: "monthly", wallStart: "2026-10-13T16:00" });
    expect(daysOf(monthly, "2026-10-01", "2027-02-28")).toEqual([
      "2026-10-13",
      "2026-11-10",
      "2026-12-08",
      "2027-01-12",
      "2027-02-09",
    ]);
  });

  it("every month on the fifth Friday meets on the last one when there is no fifth", () => {
    const fifth = pattern({ rhythm: "monthly", wallStart: "2026-10-30T16:00" });
    expect(daysOf(fifth, "2026-10-01", "2027-02-28")).toEqual([
      "2026-10-30",
      "2026-11-27",
      "2026-12-25",
      "2027-01-29",
      "2027-02-26",
    ]);
  });

  it("until a last day meets on that day and never after it", () => {
    expect(daysOf(pattern({ untilOn: "2026-10-20" }), "2026-10-01", "2027-10-01")).toEqual([
      "2026-10-06",
      "2026-10-13",
      "2026-10-20",
    ]);
    expect(daysOf(pattern({ untilOn: "2026-10-05" }), "2026-10-01", "2027-10-01")).toEqual([]);
  });

  it("at an hour that the clocks skip or show twice begins at the nearest certain minute, and it is marked", () => {
    const spring = place("2027-03-28T02:10", "Europe/Rome");
    expect(spring).toMatchObject({ wallStart: "2027-03-28T01:59", shifted: true });
    expect(place("2027-03-28T02:50", "Europe/Rome")).toMatchObject({ wallStart: "2027-03-28T03:00", shifted: true });
    expect(place("2026-10-25T02:50", "Europe/Rome")).toMatchObject({ wallStart: "2026-10-25T03:00", shifted: true });
    expect(place("2026-10-25T01:59", "Europe/Rome")).toMatchObject({ wallStart: "2026-10-25T01:59", shifted: false });
  });
});

describe("any series in any of the seven cities", () => {
  it("keeps weekday and hour, goes forward, and each start has one number", () => {
    fc.assert(
      fc.property(patterns, fc.integer({ min: 0, max: 80 }), (given, n) => {
        const start = nthStart(given, n);
        const [day = "", time] = start.split("T");
        const first = given.wallStart.slice(0, 10);
        expect(time).toBe(given.wallStart.slice(11));
        expect(weekdayOf(dayNumber(day))).toBe(weekdayOf(dayNumber(first)));
        expect(nthStart(given, n + 1) > start).toBe(true);
        expect(numberOf(given, start)).toBe(n);
        if (given.rhythm === "monthly") expect(Math.abs(weekOfMonth(day) - weekOfMonth(first))).toBeLessThanOrEqual(1);
        else expect((dayNumber(day) - dayNumber(first)) % 7).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it("begins each time when the clock there shows its hour, and is marked exactly when it cannot", () => {
    fc.assert(
      fc.property(patterns, fc.integer({ min: 0, max: 120 }), ({ zone, ...given }, n) => {
        const start = nthStart({ ...given, zone }, n);
        const placed = place(start, zone);
        expect(instantToWall(placed.startsAt, zone)).toBe(placed.wallStart);
        expect(placed.wallStart === start).toBe(!placed.shifted);
        expect(placed.wallStart.slice(0, 10)).toBe(start.slice(0, 10));
      }),
      { numRuns: 400 },
    );
  });
});
