import { expect, it } from "vitest";
import { formatHour, parseHour } from "./work-hours";

it("a person types an hour as they like", () => {
  expect(["9", "09:30", "9.30", " 17h45 ", "24:00", "0:00"].map(parseHour)).toEqual([540, 570, 570, 1065, 1440, 0]);
});

it("what is not an hour of a day is not taken for one", () => {
  for (const typed of ["", "25", "24:01", "9:60", "nine", "9:3", "-1", "9:30:00"]) expect(parseHour(typed)).toBeNull();
});

it("hours read back as they stand on a timetable", () => {
  expect([540, 570, 1440].map(formatHour)).toEqual(["09:00", "09:30", "24:00"]);
});
