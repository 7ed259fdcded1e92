import { expect, it } from "vitest";
import { USUAL_WEEK } from "@/lib/fair-hours/limits";
import { byDistance, hoursAhead, workMoment } from "./clock";

const turin = { zone: "Europe/Rome", workWeek: USUAL_WEEK };

it("a reader sees whether somebody is likely at work in the city", () => {
  expect(workMoment(turin, new Date("2026-11-24T08:00:00Z"))).toBe("within");
  expect(workMoment(turin, new Date("2026-11-24T07:59:00Z"))).toBe("outside");
  expect(workMoment(turin, new Date("2026-11-24T16:00:00Z"))).toBe("outside");
});

it("the weekend is that of the city, not of the reader", () => {
  const sundayEvening = new Date("2026-11-22T23:30:00Z");
  expect(workMoment(turin, sundayEvening)).toBe("outside");
  expect(workMoment({ ...turin, zone: "America/Sao_Paulo" }, sundayEvening)).toBe("weekend");
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
