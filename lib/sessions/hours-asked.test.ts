import { describe, expect, it } from "vitest";
import { hoursAsked, type Query } from "./hours-asked";

const now = new Date("2026-11-23T10:00:00Z");
const offer = {
  cities: [{ id: "sfo" }, { id: "dub" }, { id: "tor" }],
  formats: [
    { id: "peer-assist", minutes: 90 },
    { id: "troika", minutes: 30 },
  ],
};
const asked = (query: Query, zone = "Europe/Rome", at = now) => hoursAsked(query, offer, zone, at);

describe("somebody who opens the form", () => {
  it("is offered all cities, the first format and four weeks from two days ahead", () => {
    expect(asked({})).toEqual({
      required: ["sfo", "dub", "tor"],
      ...{ optional: [], second: [], problems: {} },
      ...{ format: "peer-assist", minutes: 90, from: "2026-11-25", until: "2026-12-22", spread: "balanced", slot: "" },
    });
  });

  it("counts the days by their own calendar", () => {
    const late = new Date("2026-11-23T11:00:00Z");
    expect(asked({}, "Pacific/Kiritimati", late).from).toBe("2026-11-26");
    expect(asked({}, "America/Los_Angeles", new Date("2026-11-23T07:00:00Z")).from).toBe("2026-11-24");
  });
});

describe("somebody who has chosen", () => {
  it("keeps cities, length, dates, spread and hour", () => {
    const query = {
      ...{ "cities[]": ["tor", "dub", "elsewhere"], "optional[]": ["sfo", "tor"], format: "troika", minutes: "45" },
      ...{ from: "30 November 2026", until: "18/12/2026", spread: "fairest", slot: "2026-11-30T16:30[Europe/Rome]" },
    };
    expect(asked(query)).toMatchObject({
      ...{ required: ["dub", "tor"], optional: ["sfo"], minutes: 45, from: "2026-11-30", until: "2026-12-18" },
      ...{ spread: "fairest", slot: "2026-11-30T16:30[Europe/Rome]", problems: {} },
    });
  });

  it("has no city when none is ticked, and one when one is", () => {
    const none = asked({ format: "troika" });
    expect(none).toMatchObject({ required: [], problems: { cities: "sessions.error.citiesMissing" } });
    expect(asked({ "cities[]": "tor" }).required).toEqual(["tor"]);
  });

  it("takes the length of the format when none is typed", () => {
    expect(asked({ format: "troika" }).minutes).toBe(30);
    expect(asked({ format: "troika", minutes: " " }).minutes).toBe(30);
  });

  it("lets one city come instead of being there", () => {
    expect(asked({ format: "troika", "cities[]": ["sfo", "tor"], letGo: "sfo" })).toMatchObject({
      ...{ required: ["tor"], optional: ["sfo"] },
    });
  });

  it("shares the cities out on two sittings", () => {
    expect(asked({ "cities[]": ["sfo", "dub", "tor"], sittings: "dub.tor|sfo.dub" })).toMatchObject({
      ...{ required: ["dub", "tor"], optional: [], second: ["sfo", "dub"] },
    });
  });
});

describe("somebody who typed what cannot be", () => {
  it.each([
    [{ from: "soon" }, { from: "sessions.error.date" }],
    [{ from: "November 2026" }, { from: "sessions.error.date" }],
    [{ until: "31 November 2026" }, { until: "sessions.error.date" }],
    [{ from: "2026-12-10", until: "2026-12-09" }, { until: "newSession.error.backwards" }],
    [{ from: "2026-11-01", until: "2026-11-20" }, { until: "newSession.error.backwards" }],
    [{ from: "2026-12-01", until: "2027-06-01" }, { until: "newSession.error.farApart" }],
    [{ minutes: "5" }, { minutes: "sessions.error.minutes" }],
    [{ minutes: "an hour" }, { minutes: "sessions.error.minutes" }],
  ])("is told so and sees usual hours: %j", (query, problems) => {
    const { from, until, ...rest } = asked(query);
    expect(rest.problems).toEqual(problems);
    expect(until >= from).toBe(true);
  });

  it.each([
    [{ spread: "mine", format: "party", letGo: ["a", "b"], sittings: "|", "second[]": ["x"] }],
    [{ slot: ["a"] }],
  ])("gets the usual form for an address that nobody made: %j", (query) => {
    expect(asked({ ...query })).toMatchObject({ spread: "balanced", second: [], minutes: 90 });
  });
});
