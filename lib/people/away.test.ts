import { expect, it } from "vitest";
import { isAway } from "./away";

const away = (zone: string, now: string) => isAway({ awayUntil: "2026-12-24", zone }, new Date(now));

it("somebody is away until their last day is over on their own clock", () => {
  expect(away("Europe/Rome", "2026-12-24T22:59:00Z")).toBe(true);
  expect(away("Europe/Rome", "2026-12-24T23:00:00Z")).toBe(false);
  expect(away("America/Los_Angeles", "2026-12-25T07:59:00Z")).toBe(true);
  expect(away("America/Los_Angeles", "2026-12-25T08:00:00Z")).toBe(false);
});

it("whoever has said nothing is there", () => {
  expect(isAway({ awayUntil: null, zone: "Europe/Rome" }, new Date())).toBe(false);
});
