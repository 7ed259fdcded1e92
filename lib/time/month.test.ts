import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantsOf, monthsBeside, parseMonth, weekdays, weeksOf } from "./month";

const months = fc
  .tuple(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

describe("a month on a page", () => {
  it("has every day once, in weeks of seven from Monday", () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        const days = weeks.flat().filter((day) => day !== null);
        expect(days.at(0)).toBe(`${month}-01`);
        expect(new Set(days).size).toBe(new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate());
        for (const [index, day] of weeks.flat().entries())
          if (day !== null) expect((new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7).toBe(index % 7);
      }),
    );
  });

  it("begins where the month before it ends, by the clocks of the reader", () => {
    for (const zone of ["Europe/Rome", "America/Los_Angeles", "Pacific/Kiritimati"])
      for (const month of ["2026-03", "2026-10", "2026-12"]) {
        const { after } = monthsBeside(month);
        expect(instantsOf(month, zone).until).toEqual(instantsOf(after, zone).from);
        expect(monthsBeside(after).before).toBe(month);
      }
    expect(instantsOf("2026-12", "Europe/Rome").from.toISOString()).toBe("2026-11-30T23:00:00.000Z");
  });

  it("is read from an address, or not at all", () => {
    expect(parseMonth("2026-12")).toBe("2026-12");
    for (const bad of ["2026-13", "2026-1", "1999-12", "9999-01", "", undefined, ["2026-12"]])
      expect(parseMonth(bad)).toBeNull();
  });

  it("has its weekdays in the reader's language", () => {
    expect(weekdays("it").map(({ long }) => long)).toEqual([
      "lunedì",
      "martedì",
      "mercoledì",
      "giovedì",
      "venerdì",
      "sabato",
      "domenica",
    ]);
    expect(weekdays("en")[0]).toEqual({ long: "Monday", short: "Mon" });
  });
});
