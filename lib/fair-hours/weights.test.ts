import { describe, expect, it } from "vitest";
import { burdenOf } from "./burden";
import { USUAL_WEEK } from "./limits";
import { formatPoints } from "./points";
import { reasonAt, weightAt } from "./weights";

const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const weights = (day: readonly [number, number], ...times: string[]) => times.map((time) => weightAt(at(time), day));

describe("an hour outside nine to five", () => {
  const day = [540, 1020] as const;

  it("weighs more the farther it is, up to the edges of the day", () => {
    expect(weights(day, "09:00", "12:00", "16:45")).toEqual([0, 0, 0]);
    expect(weights(day, "08:00", "08:45", "17:00", "17:45")).toEqual([1, 1, 1, 1]);
    expect(weights(day, "07:00", "07:45", "18:00", "19:45")).toEqual([2, 2, 2, 2]);
    expect(weights(day, "06:00", "06:45", "20:00", "21:45")).toEqual([4, 4, 4, 4]);
    expect(weights(day, "05:45", "22:00", "00:00", "03:00")).toEqual([-1, -1, -1, -1]);
  });

  it("is not allowed on a day off", () => {
    expect(weightAt(at("12:00"), null)).toBe(-1);
  });
});

describe("a city with other hours", () => {
  it("has the same steps around its own, while night stays night", () => {
    const early = [420, 900] as const;
    expect(weights(early, "07:00", "06:45", "15:00", "16:00", "17:45", "18:00", "05:45")).toEqual([
      0, 1, 1, 2, 2, 4, -1,
    ]);
    const late = [780, 1260] as const;
    expect(weights(late, "12:45", "11:45", "10:45", "20:45", "21:00", "21:45", "22:00")).toEqual([
      1, 2, 4, 0, 1, 1, -1,
    ]);
  });

  it("has no working hours at night, whatever it says", () => {
    expect(weights([0, 1440], "05:00", "06:00", "21:45", "22:00")).toEqual([-1, 0, 0, -1]);
  });

  it("learns why an hour is not allowed; a holiday only counts where another day would do", () => {
    expect(reasonAt(at("23:00"), [540, 1020], true)).toBe("night");
    expect(reasonAt(at("12:00"), null, true)).toBe("dayOff");
    expect(reasonAt(at("12:00"), [540, 1020], true)).toBe("holiday");
    expect(reasonAt(at("12:00"), [540, 1020], false)).toBeNull();
  });
});

describe("what a session costs a city", () => {
  const sanFrancisco = { zone: "America/Los_Angeles", week: USUAL_WEEK, holidays: new Set(["2026-11-26"]) };
  const cost = (start: string, minutes: number) => burdenOf(sanFrancisco, new Date(start), minutes);

  it("is counted in quarters of a point, by its own clock", () => {
    expect(cost("2026-11-24T15:30Z", 90)).toEqual({ burden: 8, allowed: true, within: false });
    expect(cost("2026-11-24T18:00Z", 90)).toEqual({ burden: 0, allowed: true, within: true });
  });

  it("is the heaviest weight at night and on a holiday by its own calendar", () => {
    expect(cost("2026-11-24T10:00Z", 60)).toEqual({ burden: 16, allowed: false, within: false });
    expect(cost("2026-11-27T01:00Z", 60)).toEqual({ burden: 16, allowed: false, within: false });
    expect(cost("2026-11-28T01:00Z", 60)).toMatchObject({ burden: 4, allowed: true });
  });

  it("counts a quarter-hour that is begun", () => {
    expect(cost("2026-11-24T15:30Z", 50).burden).toBe(cost("2026-11-24T15:30Z", 60).burden);
  });

  it("follows the clock when it changes while a session runs", () => {
    const rome = { zone: "Europe/Rome", week: USUAL_WEEK.map(() => [540, 1020] as const), holidays: new Set<string>() };
    // From 01:30 to 07:30 by the wall, five hours: the last two quarter-hours are after seven.
    expect(burdenOf(rome, new Date("2026-03-29T00:30Z"), 300).burden).toBe(18 * 4 + 2 * 2);
  });
});

it("points are printed as people of the language write them", () => {
  expect(formatPoints(54, "en")).toBe("13.5");
  expect(formatPoints(53, "it")).toBe("13,25");
  expect(formatPoints(0, "en", true)).toBe("0.0");
  expect(formatPoints(8, "en", true)).toBe("+2.0");
});
