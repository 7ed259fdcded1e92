import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateIn, endInstant, endWall, instantToWall, parseWall, wallToInstant } from "@/lib/time/wall";

const COHORT = [
  "Europe/Rome",
  "Europe/Dublin",
  "Europe/Madrid",
  "Europe/Amsterdam",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Europe/Warsaw",
];
const EUROPE = COHORT.filter((zone) => zone.startsWith("Europe/") && zone !== "Europe/Dublin");

const anyMinute = fc
  .integer({ min: Date.parse("2015-01-01T00:00Z") / 60_000, max: Date.parse("2030-12-31T23:59Z") / 60_000 })
  .map((minute) => new Date(minute * 60_000));

function placed(wall: string, zone: string): string {
  const result = wallToInstant(wall, zone);
  return result.ok ? result.instant.toISOString() : result.reason;
}

describe("a wall time", () => {
  it("is read from what a form sends", () => {
    expect(parseWall("2026-11-24T16:00")).toBe("2026-11-24T16:00");
    expect(parseWall(" 2026-11-24 16:00:00 ")).toBe("2026-11-24T16:00");
  });

  it.each(["2026-02-29T10:00", "2026-11-24T24:00", "2026-11-24T16:60", "2026-11-24", "2026-11-24T16:00Z", "soon", ""])(
    "is never made out of %j",
    (text) => {
      expect(parseWall(text)).toBeNull();
    },
  );

  it("becomes the instant at which that zone shows it", () => {
    expect(placed("2026-11-24T16:00", "Europe/Rome")).toBe("2026-11-24T15:00:00.000Z");
    expect(placed("2026-07-01T16:00", "Europe/Dublin")).toBe("2026-07-01T15:00:00.000Z");
    expect(placed("2026-07-01T16:00", "America/Sao_Paulo")).toBe("2026-07-01T19:00:00.000Z");
  });

  it("keeps summer time in São Paulo where there was some, and has none since 2019", () => {
    expect(placed("2019-01-15T12:00", "America/Sao_Paulo")).toBe("2019-01-15T14:00:00.000Z");
    expect(placed("2027-01-15T12:00", "America/Sao_Paulo")).toBe("2027-01-15T15:00:00.000Z");
    expect(placed("2018-11-04T00:30", "America/Sao_Paulo")).toBe("gap");
    expect(placed("2019-02-16T23:30", "America/Sao_Paulo")).toBe("overlap");
  });

  it("survives the way to the instant and back, in every city, unless it is refused", () => {
    fc.assert(
      fc.property(anyMinute, fc.constantFrom(...COHORT), (minute, zone) => {
        const wall = minute.toISOString().slice(0, 16);
        const result = wallToInstant(wall, zone);
        if (result.ok) expect(instantToWall(result.instant, zone)).toBe(wall);
        else for (const suggestion of result.suggestions) expect(wallToInstant(suggestion, zone).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("read off an instant leads back to it, unless the wall shows it twice", () => {
    fc.assert(
      fc.property(anyMinute, fc.constantFrom(...COHORT), (instant, zone) => {
        const result = wallToInstant(instantToWall(instant, zone), zone);
        expect(result).toEqual(result.ok ? { ok: true, instant } : { ...result, reason: "overlap" });
      }),
      { numRuns: 2000 },
    );
  });

  it("that is malformed is an error of the program, not a guess", () => {
    expect(() => wallToInstant("tomorrow", "Europe/Rome")).toThrow(RangeError);
    expect(() => wallToInstant("2026-11-24T16:00", "Europe/Turin")).toThrow(RangeError);
  });
});

describe("a wall time inside a clock change", () => {
  type Change = [zone: string, day: string, last: string, inside: string[], first: string];
  const gaps: Change[] = [
    ...EUROPE.map((zone): Change => [zone, "2026-03-29", "01:59", ["02:00", "02:30", "02:59"], "03:00"]),
    ["Europe/Dublin", "2026-03-29", "00:59", ["01:00", "01:59"], "02:00"],
    ["America/Los_Angeles", "2026-03-08", "01:59", ["02:00", "02:59"], "03:00"],
  ];
  const overlaps: Change[] = [
    ...EUROPE.map((zone): Change => [zone, "2026-10-25", "01:59", ["02:00", "02:30", "02:59"], "03:00"]),
    ["Europe/Dublin", "2026-10-25", "00:59", ["01:00", "01:59"], "02:00"],
    ["America/Los_Angeles", "2026-11-01", "00:59", ["01:00", "01:59"], "02:00"],
  ];

  describe.each([
    { reason: "gap", cases: gaps },
    { reason: "overlap", cases: overlaps },
  ])("($reason)", ({ reason, cases }) => {
    it.each(cases)(
      "in %s on %s is refused, and the minutes around it are offered",
      (zone, day, last, inside, first) => {
        const suggestions = [`${day}T${last}`, `${day}T${first}`];
        for (const time of inside) {
          expect(wallToInstant(`${day}T${time}`, zone)).toEqual({ ok: false, reason, suggestions });
        }
        for (const suggestion of suggestions) expect(wallToInstant(suggestion, zone).ok).toBe(true);
      },
    );
  });

  it("in São Paulo at midnight is offered the evening before and the hour after", () => {
    expect(wallToInstant("2018-11-04T00:00", "America/Sao_Paulo")).toEqual({
      ok: false,
      reason: "gap",
      suggestions: ["2018-11-03T23:59", "2018-11-04T01:00"],
    });
    expect(wallToInstant("2019-02-16T23:59", "America/Sao_Paulo")).toEqual({
      ok: false,
      reason: "overlap",
      suggestions: ["2019-02-16T22:59", "2019-02-17T00:00"],
    });
  });

  it("never happens in São Paulo since summer time was given up", () => {
    expect(wallToInstant("2026-11-01T00:30", "America/Sao_Paulo").ok).toBe(true);
  });

  it("of half an hour, or of a whole day, is refused as well", () => {
    expect(wallToInstant("2026-10-04T02:15", "Australia/Lord_Howe")).toMatchObject({
      reason: "gap",
      suggestions: ["2026-10-04T01:59", "2026-10-04T02:30"],
    });
    expect(wallToInstant("2011-12-30T12:00", "Pacific/Apia")).toMatchObject({
      reason: "gap",
      suggestions: ["2011-12-29T23:59", "2011-12-31T00:00"],
    });
  });
});

describe("the end", () => {
  it("is counted in real minutes, also through a clock change", () => {
    const startsAt = new Date("2026-03-29T00:30:00Z");
    expect(instantToWall(startsAt, "Europe/Rome")).toBe("2026-03-29T01:30");
    expect(endWall(startsAt, 60, "Europe/Rome")).toBe("2026-03-29T03:30");
    expect(endInstant(startsAt, 60).toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  it("falls on the next day after midnight", () => {
    expect(endWall(new Date("2026-11-24T22:30:00Z"), 90, "Europe/Rome")).toBe("2026-11-25T01:00");
  });
});

describe("a date", () => {
  it("is the one that the people of the zone live in", () => {
    const instant = new Date("2026-11-25T03:00:00Z");
    expect(dateIn(instant, "America/Los_Angeles")).toBe("2026-11-24");
    expect(dateIn(instant, "Europe/Rome")).toBe("2026-11-25");
  });
});
