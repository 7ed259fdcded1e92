import { describe, expect, it } from "vitest";
import { clockChanges, offsetSeconds } from "@/lib/time/clock-changes";

const year = (from: string, until: string) => [new Date(from), new Date(until)] as const;

describe("clock changes", () => {
  it("are the two of the year in Turin, each with the offsets before and after", () => {
    expect(clockChanges("Europe/Rome", ...year("2026-01-01T00:00Z", "2027-01-01T00:00Z"))).toEqual([
      { at: new Date("2026-03-29T01:00Z"), before: 3600, after: 7200 },
      { at: new Date("2026-10-25T01:00Z"), before: 7200, after: 3600 },
    ]);
  });

  it("count when they fall on the last moment asked for, not on the first", () => {
    expect(clockChanges("Europe/Rome", ...year("2026-03-29T01:00Z", "2026-10-25T01:00Z"))).toHaveLength(1);
  });

  it("don't happen in São Paulo any more", () => {
    expect(clockChanges("America/Sao_Paulo", ...year("2019-03-01T00:00Z", "2040-01-01T00:00Z"))).toEqual([]);
    expect(clockChanges("America/Sao_Paulo", ...year("2018-10-01T00:00Z", "2019-03-01T00:00Z"))).toHaveLength(2);
  });

  it("are known years ahead", () => {
    expect(clockChanges("America/Los_Angeles", ...year("2025-01-01T00:00Z", "2036-01-01T00:00Z"))).toHaveLength(22);
  });

  it("leave the offset of any moment to be asked", () => {
    expect(offsetSeconds("America/Sao_Paulo", new Date("2026-07-01T00:00Z"))).toBe(-10_800);
  });
});
