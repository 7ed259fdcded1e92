import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { endInstant, instantToWall, wallToInstant } from "@/lib/time/wall";
import { type CalendarEvent, writeCalendar } from "./write";

const COHORT = [
  "Europe/Rome",
  "Europe/Dublin",
  "Europe/Madrid",
  "Europe/Amsterdam",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Europe/Warsaw",
];

const published: CalendarEvent = {
  uid: "0191d2a4-session@stafeta.example",
  sequence: 2,
  stamp: new Date("2026-10-01T08:09:10.500Z"),
  wallStart: "2026-11-24T16:00",
  zone: "Europe/Rome",
  minutes: 90,
  summary: "Who was not reached?",
  organizer: { name: "Stafeta", email: "sessions@stafeta.example" },
};
const attendee = { name: "Ana Souza", email: "ana@example.org" };

const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

function event(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
}

/** Start and end as each reader understands them. */
function asRead(text: string) {
  const ical = event(text);
  const node = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === "VEVENT");
  if (node?.type !== "VEVENT") throw new Error("node-ical found no event");
  return {
    ical: [ical.startDate.toJSDate().toISOString(), ical.endDate.toJSDate().toISOString()],
    node: [node.start.toISOString(), node.end?.toISOString()],
  };
}

function observances(text: string): string[] {
  const zone = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vtimezone");
  return (zone?.getAllSubcomponents() ?? []).map((part) => {
    const value = (name: string) => String(part.getFirstPropertyValue(name));
    return `${part.name} ${value("dtstart")} ${value("tzoffsetfrom")} ${value("tzoffsetto")}`;
  });
}

describe("a calendar file", () => {
  it("says what a calendar needs, in the order and form that all of them read", () => {
    expect(unfolded(writeCalendar(published)).filter((line) => !/^(TZOFFSET|DTSTART:)/.test(line))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Stafeta//Learning sessions//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Rome",
      ...["STANDARD", "DAYLIGHT", "STANDARD", "DAYLIGHT", "STANDARD"].flatMap((kind) => [
        `BEGIN:${kind}`,
        `END:${kind}`,
      ]),
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:0191d2a4-session@stafeta.example",
      "SEQUENCE:2",
      "DTSTAMP:20261001T080910Z",
      "DTSTART;TZID=Europe/Rome:20261124T160000",
      "DTEND;TZID=Europe/Rome:20261124T173000",
      "SUMMARY:Who was not reached?",
      'ORGANIZER;CN="Stafeta":mailto:sessions@stafeta.example',
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("is the same to the byte however often a revision is sent", () => {
    expect(writeCalendar(published)).toBe(writeCalendar({ ...published }));
  });

  it("invites exactly one person and keeps the answer they have given", () => {
    const lines = unfolded(
      writeCalendar({ ...published, method: "REQUEST", attendee: { ...attendee, answer: "ACCEPTED" } }),
    );
    expect(lines).toContain("METHOD:REQUEST");
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Ana Souza":mailto:ana@example.org',
    ]);
    const optional = writeCalendar({ ...published, method: "REQUEST", attendee: { ...attendee, optional: true } });
    expect(unfolded(optional).join("\n")).toContain("ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION");
  });

  it("that cancels is recognised by every calendar that has the session", () => {
    const cancelled = unfolded(writeCalendar({ ...published, method: "CANCEL", attendee, sequence: 3 }));
    expect(cancelled).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3"]));
    expect(cancelled).toContain("UID:0191d2a4-session@stafeta.example");
    expect(cancelled).toContain('ORGANIZER;CN="Stafeta":mailto:sessions@stafeta.example');
    expect(unfolded(writeCalendar({ ...published, cancelled: true }))).toContain("STATUS:CANCELLED");
  });

  it("is refused for a start that clocks don't show, or show twice", () => {
    expect(() => writeCalendar({ ...published, wallStart: "2026-03-29T02:30" })).toThrow(RangeError);
    expect(() => writeCalendar({ ...published, wallStart: "2026-10-25T02:30" })).toThrow(RangeError);
  });

  it("says such a start in UTC when its instant is known, since rules may change after it was agreed on", () => {
    for (const startsAt of ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]) {
      const text = writeCalendar({ ...published, wallStart: "2026-10-25T02:30", startsAt: new Date(startsAt) });
      expect(asRead(text).ical[0]).toBe(startsAt);
      expect(asRead(text).node[0]).toBe(startsAt);
    }
  });
});

describe("the hour in a person's calendar", () => {
  it("is the session's, in every zone and season, whichever program reads it", () => {
    const quarter = fc.integer({
      min: Date.parse("2019-06-01T00:00Z") / 9e5,
      max: Date.parse("2030-06-01T00:00Z") / 9e5,
    });
    fc.assert(
      fc.property(quarter, fc.constantFrom(...COHORT), fc.integer({ min: 15, max: 600 }), (at, zone, minutes) => {
        const startsAt = new Date(at * 9e5);
        const wallStart = instantToWall(startsAt, zone);
        fc.pre(wallToInstant(wallStart, zone).ok);
        const instants = [startsAt.toISOString(), endInstant(startsAt, minutes).toISOString()];
        const read = asRead(writeCalendar({ ...published, wallStart, zone, minutes }));
        expect(read).toEqual({ ical: instants, node: instants });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["Europe/Rome", "2026-03-29T01:30", 60],
    ["Europe/Rome", "2026-10-25T01:30", 60],
    ["Europe/Rome", "2026-10-25T01:30", 120],
    ["Europe/Dublin", "2026-10-25T00:30", 90],
    ["America/Los_Angeles", "2026-11-01T00:30", 120],
    ["America/Los_Angeles", "2026-03-08T01:30", 120],
    ["America/Sao_Paulo", "2026-11-24T23:30", 60],
  ])("is right across a clock change (%s, %s, %i minutes)", (zone, wallStart, minutes) => {
    const start = wallToInstant(wallStart, zone);
    if (!start.ok) throw new Error("inside a clock change");
    const instants = [start.instant.toISOString(), endInstant(start.instant, minutes).toISOString()];
    expect(asRead(writeCalendar({ ...published, zone, wallStart, minutes }))).toEqual({
      ical: instants,
      node: instants,
    });
  });
});

describe("the zone in a calendar file", () => {
  it("tells the changes of the year before and the year after, as they really take place", () => {
    expect(observances(writeCalendar(published))).toEqual([
      "standard 2025-11-24T16:00:00 +01:00 +01:00",
      "daylight 2026-03-29T02:00:00 +01:00 +02:00",
      "standard 2026-10-25T03:00:00 +02:00 +01:00",
      "daylight 2027-03-28T02:00:00 +01:00 +02:00",
      "standard 2027-10-31T03:00:00 +02:00 +01:00",
    ]);
  });

  it("calls Dublin's summer time daylight time, as calendar programs expect", () => {
    const [, first, second] = observances(writeCalendar({ ...published, zone: "Europe/Dublin" }));
    expect(first).toBe("daylight 2026-03-29T01:00:00 +00:00 +01:00");
    expect(second).toBe("standard 2026-10-25T02:00:00 +01:00 +00:00");
  });

  it("gives São Paulo no summer time", () => {
    expect(observances(writeCalendar({ ...published, zone: "America/Sao_Paulo" }))).toEqual([
      "standard 2025-11-24T16:00:00 -03:00 -03:00",
    ]);
  });
});
