import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveHolidays } from "@/lib/fair-hours/holidays";
import { USUAL_WEEK, type WorkDay, type WorkWeek } from "@/lib/fair-hours/limits";
import { REPLY_MINUTES } from "./limits";
import { addWorkingMinutes, type WorkingTime, workingMinutesBetween } from "./reply-clock";

const ZONES = [
  "Europe/Rome",
  "Europe/Dublin",
  "Europe/Warsaw",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
];
const turin = city("Europe/Rome");

function city(zone: string, week: WorkWeek = USUAL_WEEK, holidays: string[] = []): WorkingTime {
  return { zone, week, holidays: new Set(holidays) };
}
const due = (time: WorkingTime, from: string, minutes = REPLY_MINUTES) =>
  addWorkingMinutes(time, new Date(from), minutes)?.toISOString().slice(0, 16);

describe("a city that is asked", () => {
  test("has two working days from the moment of the question", () => {
    expect(due(turin, "2026-11-23T10:00:00Z")).toBe("2026-11-25T10:00");
  });

  test("begins in its own morning when it was asked at night, and its two days end with the second", () => {
    expect(due(turin, "2026-11-23T22:30:00Z")).toBe("2026-11-25T16:00");
    expect(due(city("America/Los_Angeles"), "2026-11-23T10:00:00Z")).toBe("2026-11-25T01:00");
  });

  test("is not expected to work at the weekend or on its holidays", () => {
    expect(due(turin, "2026-11-20T15:00:00Z")).toBe("2026-11-24T15:00");
    const italy = effectiveHolidays({ country: "IT", region: "" }, []);
    expect(due({ ...turin, holidays: italy }, "2026-12-07T08:00:00Z")).toBe("2026-12-09T16:00");
  });

  test("works on a day of its country's table if it says so", () => {
    const works = effectiveHolidays({ country: "IT", region: "" }, [{ date: "2026-12-08", name: "x", works: true }]);
    expect(due({ ...turin, holidays: works }, "2026-12-07T08:00:00Z")).toBe("2026-12-08T16:00");
  });

  test("with a half day on Friday goes on after the weekend", () => {
    const half: WorkWeek = [...USUAL_WEEK.slice(0, 4), [540, 780], null, null];
    expect(due(city("Europe/Madrid", half), "2026-11-26T16:00:00Z", 300)).toBe("2026-11-30T09:00");
  });

  test("keeps its hours over a change of the clocks", () => {
    // Turin's clocks go back on 25 October 2026: nine o'clock is 07:00 UTC before and 08:00 after.
    expect(due(turin, "2026-10-23T07:00:00Z")).toBe("2026-10-26T16:00");
    expect(due(turin, "2026-03-27T08:00:00Z")).toBe("2026-03-30T15:00");
  });

  test("that never works has no day", () => {
    expect(addWorkingMinutes(city("Europe/Rome", Array<WorkDay>(7).fill(null)), new Date(), 1)).toBeNull();
  });
});

/** The same by looking at each minute on the wall: by Intl, which shares nothing with the code above. */
function bruteForce(time: WorkingTime) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: time.zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const offsets = new Map<number, number>();
  const offsetAt = (minute: number) => {
    const quarter = Math.floor(minute / 15);
    let known = offsets.get(quarter);
    if (known === undefined) {
      const parts = Object.fromEntries(
        format.formatToParts(new Date(quarter * 900_000)).map((part) => [part.type, Number(part.value)]),
      );
      const { year = 0, month = 0, day = 0, hour = 0, minute: minutes = 0 } = parts;
      known = Date.UTC(year, month - 1, day, hour, minutes) / 60_000 - quarter * 15;
      offsets.set(quarter, known);
    }
    return known;
  };
  return (minute: number): boolean => {
    const wall = minute + offsetAt(minute);
    const midnight = new Date(Math.floor(wall / 1440) * 86_400_000);
    const hours = time.week[(midnight.getUTCDay() + 6) % 7];
    if (!hours || time.holidays.has(midnight.toISOString().slice(0, 10))) return false;
    const clock = ((wall % 1440) + 1440) % 1440;
    return clock >= hours[0] && clock < hours[1];
  };
}

const MINUTE = 60_000;
const SPAN = 25 * 1440;
const day = fc.oneof(
  { weight: 3, arbitrary: fc.constant<WorkDay>([540, 1020]) },
  { weight: 1, arbitrary: fc.constant<WorkDay>([540, 780]) },
  { weight: 1, arbitrary: fc.constant<WorkDay>(null) },
  // Over the hour of the night in which clocks change.
  { weight: 1, arbitrary: fc.constant<WorkDay>([0, 1440]) },
);
const world = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.tuple(day, day, day, day, day, day, day),
  free: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }),
  // Around both changes of the clocks of 2026, in both halves of the world, and any other time.
  from: fc.oneof(
    fc.constantFrom("2026-03-06", "2026-03-27", "2026-04-03", "2026-10-02", "2026-10-23", "2026-10-30"),
    fc
      .date({ min: new Date("2025-01-01"), max: new Date("2027-12-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  minute: fc.integer({ min: 0, max: 1439 }),
  minutes: fc.integer({ min: 1, max: 1000 }),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function made({ zone, week, free, from, minute }: Omit<World, "minutes">) {
  const start = Date.parse(from) / MINUTE + minute;
  const holidays = free.map((shift) => new Date(Date.parse(from) + shift * 86_400_000).toISOString().slice(0, 10));
  return { time: city(zone, week, holidays), start, from: new Date(start * MINUTE) };
}

test("the moment is the one that counting each minute on the wall gives", () => {
  fc.assert(
    fc.property(world, ({ minutes, ...rest }) => {
      const { time, start, from } = made(rest);
      const works = bruteForce(time);
      let counted = 0;
      let expected: number | null = null;
      for (let minute = start; minute < start + SPAN && expected === null; minute++) {
        if (works(minute)) counted++;
        if (counted === minutes) expected = minute + 1;
      }
      const found = addWorkingMinutes(time, from, minutes);
      if (expected === null) return found === null || found.getTime() > (start + SPAN) * MINUTE;
      expect(found?.getTime()).toBe(expected * MINUTE);
      // The last minute before it was worked: it is never in free time.
      expect(works(expected - 1)).toBe(true);
      expect(workingMinutesBetween(time, from, new Date(expected * MINUTE))).toBe(minutes);
      return true;
    }),
    { numRuns: 150 },
  );
});

test("whoever asks later, or needs longer, is never answered earlier", () => {
  fc.assert(
    fc.property(world, fc.nat(5000), fc.nat(500), ({ minutes, ...rest }, later, more) => {
      const { time, from } = made(rest);
      const base = addWorkingMinutes(time, from, minutes)?.getTime() ?? Number.POSITIVE_INFINITY;
      const after = addWorkingMinutes(time, new Date(from.getTime() + later * MINUTE), minutes)?.getTime();
      const longer = addWorkingMinutes(time, from, minutes + more)?.getTime();
      return (after ?? Number.POSITIVE_INFINITY) >= base && (longer ?? Number.POSITIVE_INFINITY) >= base;
    }),
    { numRuns: 300 },
  );
});

test("two stretches together are as long as the whole", () => {
  fc.assert(
    fc.property(world, fc.nat(20_000), fc.nat(20_000), ({ minutes: _, ...rest }, one, two) => {
      const { time, from } = made(rest);
      const middle = new Date(from.getTime() + one * MINUTE);
      const end = new Date(middle.getTime() + two * MINUTE);
      const sum = workingMinutesBetween(time, from, middle) + workingMinutesBetween(time, middle, end);
      return sum === workingMinutesBetween(time, from, end);
    }),
    { numRuns: 300 },
  );
});
