import { describe, expect, it } from "vitest";
import { isKnownZone, offsetLabel, zoneRulesVersion, zonesOffered } from "@/lib/time/zones";

describe("zones", () => {
  it.each([
    "Europe/Rome",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
    "Antarctica/DumontDUrville",
    "Asia/Kolkata",
    "Asia/Calcutta",
  ])("accept %s, a place that the zone rules know", (zone) => {
    expect(isKnownZone(zone)).toBe(true);
  });

  it.each([
    "CET",
    "EST5EDT",
    "+02:00",
    "UTC",
    "Etc/GMT+2",
    "US/Pacific",
    "Europe/Turin",
    "europe/rome",
    "Europe/ROME",
    "",
  ])("refuse %j, which is no place or none that is known", (zone) => {
    expect(isKnownZone(zone)).toBe(false);
  });

  it("are offered with the cities' own first, each once, and nothing that would be refused", () => {
    const offered = zonesOffered(["Europe/Warsaw", "America/Sao_Paulo", "Europe/Warsaw", "CET"]);
    expect(offered.slice(0, 2)).toEqual(["Europe/Warsaw", "America/Sao_Paulo"]);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered).toContain("Pacific/Kiritimati");
    expect(offered.every(isKnownZone)).toBe(true);
  });

  it("say how far they are from UTC on that day", () => {
    const winter = new Date("2026-11-24T15:00:00Z");
    const summer = new Date("2026-07-01T15:00:00Z");
    expect(offsetLabel(winter, "Europe/Rome")).toBe("UTC+1");
    expect(offsetLabel(summer, "Europe/Rome")).toBe("UTC+2");
    expect(offsetLabel(winter, "Europe/Dublin")).toBe("UTC");
    expect(offsetLabel(winter, "America/Sao_Paulo")).toBe("UTC−3");
    expect(offsetLabel(winter, "Asia/Kolkata")).toBe("UTC+5:30");
    expect(offsetLabel(summer, "America/St_Johns")).toBe("UTC−2:30");
  });

  it("come with the release of their rules, so that a change of them is noticed", () => {
    expect(zoneRulesVersion()).toMatch(/^20\d\d[a-z]$/);
  });
});
