import { expect, it } from "vitest";
import { USUAL_WEEK } from "./limits";
import { stripHours } from "./strip-hours";
import type { FairCity } from "./types";

function city(id: string, zone: string, holidays: string[] = []): FairCity {
  return { id, zone, week: USUAL_WEEK, holidays: new Set(holidays), required: true, balance: 0 };
}
const day = { date: "2026-11-30", zone: "Europe/Rome" };
const shown = (strip: ReturnType<typeof stripHours>) =>
  strip.rows[0]?.cells.map(({ clock, weight }) => `${clock}/${weight}`);

it("the hours of a day in Turin are shown as San Francisco lives them, the slot framed", () => {
  const strip = stripHours([city("san-francisco", "America/Los_Angeles")], {
    ...day,
    slot: { minute: 990, minutes: 90 },
  });
  expect(strip.hours).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
  expect(shown(strip)?.slice(7, 12)).toEqual(["05/-1", "06/4", "07/2", "08/1", "09/0"]);
  expect(strip.frame).toEqual({ from: 9, span: 2, lead: 25, trail: 0 });
});

it("a city half an hour apart shows its minutes, and the heavier half of an hour", () => {
  const strip = stripHours([city("delhi", "Asia/Kolkata")], { ...day, slot: null });
  expect(shown(strip)?.slice(0, 2)).toEqual(["11:30/0", "12:30/0"]);
  expect(strip.rows[0]?.cells[5]).toEqual({ clock: "16:30", weight: 1 });
  expect(strip.frame).toBeNull();
});

it("a slot before seven or after midnight makes the strip longer", () => {
  const early = stripHours([city("turin", "Europe/Rome")], { ...day, slot: { minute: 330, minutes: 60 } });
  expect(early.hours[0]).toBe(5);
  expect(early.frame).toEqual({ from: 0, span: 2, lead: 25, trail: 25 });
  const late = stripHours([city("turin", "Europe/Rome")], { ...day, slot: { minute: 1410, minutes: 60 } });
  expect(late.hours.slice(-3)).toEqual([22, 23, 0]);
  expect(late.frame).toMatchObject({ from: 16, span: 2, lead: 25, trail: 25 });
});

it("a holiday closes the city's own day, not the organiser's", () => {
  const strip = stripHours([city("auckland", "Pacific/Auckland", ["2026-12-01"])], { ...day, slot: null });
  // 07:00 in Turin is 19:00 in Auckland; from noon on it is the holiday there.
  expect(strip.rows[0]?.cells.slice(0, 3).map(({ weight }) => weight)).toEqual([2, 4, 4]);
  expect(strip.rows[0]?.cells.slice(3).every(({ weight }) => weight === -1)).toBe(true);
});

it("on the day the clocks change the hours stay those of the wall", () => {
  const strip = stripHours([city("turin", "Europe/Rome")], { date: "2026-03-29", zone: "Europe/Rome", slot: null });
  expect(strip.rows[0]?.cells.map(({ clock }) => Number(clock))).toEqual(strip.hours);
});
