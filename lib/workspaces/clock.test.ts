import { expect, it } from "vitest";
import { USUAL_WEEK } from "@/lib/fair-hours/limits";
import { byDistance, hoursAhead, workMoment } from "./clock";

const turin = { zone: "Europe/Rome", workWeek: USUAL_WEEK };

it("a reader sees whether somebody is likely at work in the city", () => {
  expect(workMoment(turin, new Date("2026-11-24T08:00:00Z")).moment).toBe("within");
  expect(workMoment(turin, new Date("2026-11-24T07:59:00Z")).moment).toBe("outside");
  expect(workMoment(turin, new Date("2026-11-24T16:00:00Z")).moment).toBe("outside");
});

it("the hours are those of the day, where one is shorter", () => {
  const fridays = { ...turin, workWeek: USUAL_WEEK.map((day, index) => (index === 4 ? ([540, 780] as const) : day)) };
  expect(workMoment(fridays, new Date("2026-11-27T13:00:00Z"))).toEqual({ moment: "outside", hours: [540, 780] });
  expect(workMoment(fridays, new Date("2026-11-26T13:00:00Z"))).toEqual({ moment: "within", hours: [540, 1020] });
});

it("the weekend is that of the city, not of the reader", () => {
  const sundayEvening = new Date("2026-11-22T23:30:00Z");
  expect(workMoment(turin, sundayEvening).moment).toBe("outside");
  expect(workMoment({ ...turin, zone: "America/Sao_Paulo" }, sundayEvening).moment).toBe("weekend");
});

it("distances follow the clocks, with those weeks in which only one side has changed them", () => {
  expect(hoursAhead("America/Los_Angeles", "Europe/Rome", new Date("2026-11-24T12:00:00Z"))).toBe(-9);
  expect(hoursAhead("America/Los_Angeles", "Europe/Rome", new Date("2026-10-28T12:00:00Z"))).toBe(-8);
  expect(hoursAhead("Asia/Kolkata", "Europe/Rome", new Date("2026-11-24T12:00:00Z"))).toBe(4.5);
});

it("cities on one clock are named together", () => {
  const cities = [{ zone: "Europe/Dublin" }, { zone: "Europe/Madrid" }, { zone: "Europe/Warsaw" }];
  const groups = byDistance(cities, "Europe/Rome", new Date("2026-11-24T12:00:00Z"));
  expect(groups.map(([hours, group]) => [hours, group.length])).toEqual([
    [-1, 1],
    [0, 2],
  ]);
});
