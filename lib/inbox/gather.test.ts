import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dateOfDay, dayNumber, weekdayOf } from "@/lib/time/days";
import { isDue } from "./gather";

const DAILY = { rhythm: "daily", work_start: 540, gathered_on: null, away_until: null } as const;
const WEEKLY = { ...DAILY, rhythm: "weekly" } as const;

test("a morning begins when its reader begins to work", () => {
  expect(isDue(DAILY, "2026-11-24", "08:59")).toBe(false);
  expect(isDue(DAILY, "2026-11-24", "09:00")).toBe(true);
  expect(isDue({ ...DAILY, work_start: 450 }, "2026-11-24", "07:30")).toBe(true);
});

test("there is one mail a day, and none while its reader is away", () => {
  expect(isDue({ ...DAILY, gathered_on: "2026-11-24" }, "2026-11-24", "15:00")).toBe(false);
  expect(isDue({ ...DAILY, gathered_on: "2026-11-23" }, "2026-11-24", "15:00")).toBe(true);
  expect(isDue({ ...DAILY, away_until: "2026-11-24" }, "2026-11-24", "15:00")).toBe(false);
  expect(isDue({ ...DAILY, away_until: "2026-11-24" }, "2026-11-25", "09:00")).toBe(true);
});

test("of the days tried in order, a weekly reader gets one in each week and a daily one each day", () => {
  const days = fc.array(fc.integer({ min: 20_000, max: 20_060 }), { maxLength: 40 });
  fc.assert(
    fc.property(days, fc.constantFrom(DAILY, WEEKLY), (tried, reader) => {
      let gathered: string | null = null;
      const sent: string[] = [];
      for (const day of [...tried].sort((a, b) => a - b).map(dateOfDay)) {
        if (!isDue({ ...reader, gathered_on: gathered }, day, "10:00")) continue;
        gathered = day;
        sent.push(day);
      }
      const period = (day: string) => (reader.rhythm === "daily" ? day : addDays(day, -weekdayOf(dayNumber(day))));
      const wanted = new Set(tried.map((day) => period(dateOfDay(day))));
      expect(sent.map(period)).toEqual([...wanted].sort());
    }),
  );
});
