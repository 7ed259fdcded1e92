import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { parseTime, slotValue, startFrom } from "./start";

const real = clock.now;
beforeEach(() => {
  clock.now = () => new Date("2026-02-01T10:00:00Z");
});
afterEach(() => {
  clock.now = real;
});

const typed = { slot: "", date: "24 November 2026", time: "16:00", zone: "Europe/Rome" };

function refusal(when: Partial<typeof typed>) {
  try {
    startFrom({ ...typed, ...when });
  } catch (error) {
    if (error instanceof AppError) return error.fields;
  }
  throw new Error("it was not refused");
}

describe("when a session starts", () => {
  it("is the hour on the wall, in the zone, and the instant follows", () => {
    expect(startFrom(typed)).toEqual({
      wallStart: "2026-11-24T16:00",
      zone: "Europe/Rome",
      startsAt: new Date("2026-11-24T15:00:00Z"),
    });
  });

  it("is the proposal's, when one was picked", () => {
    const slot = slotValue("2026-03-10T08:30", "America/Los_Angeles");
    expect(startFrom({ ...typed, date: "", time: "", slot }).startsAt).toEqual(new Date("2026-03-10T15:30:00Z"));
    expect(startFrom({ ...typed, slot: "other" }).wallStart).toBe("2026-11-24T16:00");
  });

  it.each([
    [{ date: "" }, "date", "sessions.error.dateMissing"],
    [{ date: "November 2026" }, "date", "sessions.error.date"],
    [{ date: "31 April 2026" }, "date", "sessions.error.date"],
    [{ time: "" }, "time", "sessions.error.timeMissing"],
    [{ time: "25:00" }, "time", "sessions.error.time"],
    [{ zone: "CET" }, "zone", "sessions.error.zoneUnknown"],
    [{ zone: "Europe/Turin" }, "zone", "sessions.error.zoneUnknown"],
    [{ date: "31 January 2026" }, "time", "sessions.error.past"],
    [{ date: "24 November 2046" }, "date", "sessions.error.tooFar"],
    [{ slot: "tomorrow" }, "slot", "errors.field.invalid"],
    [{ slot: "2026-13-01T08:30[Europe/Rome]" }, "slot", "errors.field.invalid"],
    [{ slot: "2026-01-01T08:30[Europe/Rome]" }, "slot", "sessions.error.past"],
  ])("is asked for again with %j", (when, field, key) => {
    expect(refusal(when)[field]?.key).toBe(key);
  });

  it("is refused inside a clock change, with the two certain times beside it", () => {
    expect(refusal({ date: "29 March 2026", time: "02:30" }).time).toEqual({
      key: "sessions.error.gap",
      values: { time: "02:30", before: "01:59", after: "03:00" },
    });
    expect(refusal({ date: "25 October 2026", time: "02:30" }).time).toEqual({
      key: "sessions.error.overlap",
      values: { time: "02:30", before: "01:59", after: "03:00" },
    });
  });
});

it("a time is read as people write it", () => {
  expect(["16:00", "9.30", "0930", "16", "16h30", "16 30"].map(parseTime)).toEqual([
    "16:00",
    "09:30",
    "09:30",
    "16:00",
    "16:30",
    "16:30",
  ]);
  expect(["24:00", "16:60", "four", ""].map(parseTime)).toEqual([null, null, null, null]);
});
