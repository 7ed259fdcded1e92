import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReply } from "./reply";
import { writeCalendar } from "./write";

const REPLY = [
  "BEGIN:VCALENDAR",
  "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
  "VERSION:2.0",
  "METHOD:REPLY",
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Rome",
  "BEGIN:STANDARD",
  "DTSTART:19701025T030000",
  "END:STANDARD",
  "END:VTIMEZONE",
  "BEGIN:VEVENT",
  "DTSTART:20270203T150000Z",
  "DTSTAMP:20270101T080910Z",
  "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=\"Ana; S: 'x'\";X-",
  " NUM-GUESTS=0:MAILTO:Ana@Example.org",
  "UID:0191d2a4@stafeta.example",
  "SEQUENCE:2",
  "BEGIN:VALARM",
  "UID:of-the-alarm",
  "ATTENDEE:mailto:eve@example.org",
  "END:VALARM",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
];

describe("an answer from a calendar", () => {
  it.each([["\r\n"], ["\n"]])("is read as programs write it, with line ends %j", (end) => {
    expect(readReply(REPLY.join(end))).toEqual({
      uid: "0191d2a4@stafeta.example",
      sequence: 2,
      stamp: new Date("2027-01-01T08:09:10Z"),
      attendees: [{ email: "ana@example.org", answer: "ACCEPTED" }],
    });
  });

  it("may leave out what some programs leave out", () => {
    const short = REPLY.filter((line) => !/^(SEQUENCE|DTSTAMP)/.test(line)).join("\r\n");
    expect(readReply(short)).toMatchObject({ sequence: null, stamp: null });
  });

  it("is nothing else: no invitation, no list of tasks, no text without an event", () => {
    const invitation = writeCalendar({
      method: "REQUEST",
      uid: "x@stafeta.example",
      sequence: 0,
      stamp: new Date(0),
      wallStart: "2027-02-03T16:00",
      zone: "Europe/Rome",
      minutes: 60,
      summary: "x",
      organizer: { name: "Stafeta", email: "a@b.eu" },
      attendee: { name: "Ana", email: "ana@example.org" },
    });
    expect(readReply(invitation)).toBeNull();
    expect(readReply(REPLY.join("\r\n").replaceAll("VEVENT", "VTODO"))).toBeNull();
    expect(readReply("METHOD:REPLY\r\nUID:x")).toBeNull();
    expect(readReply("")).toBeNull();
    expect(readReply(`${REPLY.join("\r\n")}${" ".repeat(300_000)}`)).toBeNull();
  });

  it("breaks nothing, however it is broken", () => {
    const line = fc.oneof(fc.constantFrom(...REPLY), fc.string({ unit: "binary", maxLength: 80 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const read = readReply(lines.join("\r\n"));
        expect(read === null || typeof read.uid === "string").toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
