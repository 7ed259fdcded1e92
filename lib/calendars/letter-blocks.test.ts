import { expect, it } from "vitest";
import { cityHours } from "./letter-blocks";

const at = (clock: string, endClock: string, dayShift: number, endDayShift: number) => ({
  clock,
  endClock,
  dayShift,
  endDayShift,
});

it("says nothing of the day to a reader whose day it is", () => {
  expect(cityHours(at("16:30", "18:00", 0, 0), "en")).toBe("16:30 to 18:00");
});

it("says once that all of it lies on another day", () => {
  expect(cityHours(at("00:30", "02:00", 1, 1), "en")).toBe("00:30 to 02:00, the day after");
  expect(cityHours(at("07:00", "08:30", -1, -1), "it")).toBe("dalle 07:00 alle 08:30, il giorno prima");
});

it("says it of the one end that lies on another day, when it runs past midnight there", () => {
  expect(cityHours(at("23:30", "01:00", 0, 1), "en")).toBe("23:30 to 01:00 (the day after)");
  expect(cityHours(at("23:30", "01:00", -1, 0), "it")).toBe("dalle 23:30 (il giorno prima) alle 01:00");
});
