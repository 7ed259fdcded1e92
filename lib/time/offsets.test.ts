import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetSeconds } from "@/lib/time/clock-changes";
import { instantOf, offsetStretches } from "@/lib/time/offsets";
import { wallToInstant } from "@/lib/time/wall";

const minute = (iso: string) => Date.parse(iso) / 60_000;
const wallMinute = (wall: string) => minute(`${wall}Z`);
const rome = (from: string, until: string) => offsetStretches("Europe/Rome", minute(from), minute(until));

describe("the offsets of a zone", () => {
  it("are one stretch where clocks stay, two around a change, without a gap between them", () => {
    expect(rome("2026-06-01T00:00Z", "2026-06-08T00:00Z").map(({ offset }) => offset)).toEqual([120]);
    expect(rome("2026-10-20T00:00Z", "2026-10-30T00:00Z")).toEqual([
      { from: minute("2026-10-20T00:00Z"), until: minute("2026-10-25T01:00Z"), offset: 120 },
      { from: minute("2026-10-25T01:00Z"), until: minute("2026-10-30T00:00Z"), offset: 60 },
    ]);
  });

  it("agree with the clock at any moment", () => {
    const zones = ["Europe/Rome", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe"];
    const from = minute("2026-01-01T00:00Z");
    const year = new Map(zones.map((zone) => [zone, offsetStretches(zone, from, from + 365 * 1440)]));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 1440 - 1 }), (zone, after) => {
        const at = from + after;
        const stretch = year.get(zone)?.findLast((one) => one.from <= at);
        expect(stretch?.offset).toBe(offsetSeconds(zone, new Date(at * 60_000)) / 60);
      }),
    );
  });
});

describe("a wall time as minutes", () => {
  const spring = rome("2026-03-25T00:00Z", "2026-04-02T00:00Z");
  const autumn = rome("2026-10-20T00:00Z", "2026-10-30T00:00Z");

  it("has the instant at which clocks show it", () => {
    expect(instantOf(wallMinute("2026-03-28T16:00"), spring)).toBe(minute("2026-03-28T15:00Z"));
    expect(instantOf(wallMinute("2026-03-30T16:00"), spring)).toBe(minute("2026-03-30T14:00Z"));
  });

  it("has none when clocks show it never or twice, right up to the edges", () => {
    const instants = (day: string, ...times: string[]) =>
      times.map((time) => instantOf(wallMinute(`${day}T${time}`), day < "2026-06" ? spring : autumn) !== null);
    expect(instants("2026-03-29", "01:59", "02:00", "02:59", "03:00")).toEqual([true, false, false, true]);
    expect(instants("2026-10-25", "01:59", "02:00", "02:59", "03:00")).toEqual([true, false, false, true]);
  });

  it("agrees with the calendar's own answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * 96 }), (quarter) => {
        const wall = wallMinute("2026-10-22T00:00") + quarter * 15;
        const placed = wallToInstant(new Date(wall * 60_000).toISOString().slice(0, 16), "Europe/Rome");
        expect(instantOf(wall, autumn)).toBe(placed.ok ? placed.instant.getTime() / 60_000 : null);
      }),
    );
  });
});
