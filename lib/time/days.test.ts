import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateOfDay, dayNumber, weekdayOf } from "@/lib/time/days";

describe("a plain date", () => {
  it("is a number of days, and back", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("2026-11-24")).toBe(20_781);
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (day) => {
        expect(dayNumber(dateOfDay(day))).toBe(day);
      }),
    );
  });

  it("falls on the weekday that the calendar says", () => {
    expect(weekdayOf(dayNumber("2026-11-23"))).toBe(0);
    expect(weekdayOf(dayNumber("2026-11-29"))).toBe(6);
    expect(weekdayOf(dayNumber("1969-12-31"))).toBe(2);
  });

  it("moves by days and by months, and stays within a shorter month", () => {
    expect(addDays("2026-12-30", 3)).toBe("2027-01-02");
    expect(addDays("2026-03-29", -1)).toBe("2026-03-28");
    expect(addMonths("2026-11-24", -12)).toBe("2025-11-24");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  });

  it("that no calendar has is an error of the program", () => {
    expect(() => dayNumber("2026-02-30")).toThrow(RangeError);
  });
});
