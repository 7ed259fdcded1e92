import { expect, it } from "vitest";
import { instantToWall } from "@/lib/time/wall";
import { proposeStarts } from "./proposals";

const SEVEN = [
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Europe/Dublin",
  "Europe/Madrid",
  "Europe/Amsterdam",
  "Europe/Rome",
  "Europe/Warsaw",
];
const sunday = new Date("2026-11-22T10:00:00Z");

it("seven cities are offered three different days at three different hours, the least burden first", () => {
  const proposals = proposeStarts(SEVEN, "Europe/Rome", 90, sunday);
  expect(new Set(proposals.map(({ wallStart }) => wallStart.slice(0, 10))).size).toBe(3);
  expect(proposals.map(({ wallStart }) => wallStart.slice(11))).toEqual(["16:30", "16:00", "15:30"]);
  const burdens = proposals.map(({ outside }) => outside);
  expect(burdens).toEqual([...burdens].sort((a, b) => a - b));
  for (const { startsAt } of proposals)
    expect(Number(instantToWall(startsAt, "America/Los_Angeles").slice(11, 13))).toBeGreaterThanOrEqual(6);
});

it("sixty minutes fit into the day of all seven, so nobody is asked outside it", () => {
  expect(proposeStarts(SEVEN, "Europe/Rome", 60, sunday)[0]).toMatchObject({
    wallStart: "2026-11-24T17:00",
    outside: 0,
  });
});

it("one city alone meets in its own day, on a weekday, with two days' notice", () => {
  const proposals = proposeStarts(["Europe/Rome"], "Europe/Rome", 60, sunday);
  expect(proposals[0]).toMatchObject({ wallStart: "2026-11-24T08:00", outside: 0 });
  for (const { startsAt } of proposals) expect([0, 6]).not.toContain(startsAt.getUTCDay());
});

it("a session longer than any day has no proposal", () => {
  expect(proposeStarts(SEVEN, "Europe/Rome", 16 * 60, sunday)).toEqual([]);
});
