import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, writeCalendar } from "./write";

const published: CalendarEvent = {
  uid: "0191d2a4-session@stafeta.example",
  sequence: 0,
  stamp: new Date("2026-10-01T08:09:10Z"),
  wallStart: "2026-11-24T16:00",
  zone: "Europe/Rome",
  minutes: 90,
  summary: "Who was not reached?",
  organizer: { name: "Stafeta", email: "sessions@stafeta.example" },
};

const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

function event(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
}

describe("what people wrote", () => {
  const described = (description: string) => writeCalendar({ ...published, description });
  const readBack = (text: string) => event(text).description;

  it.each([
    'a; b, c \\ d "e"',
    "one\ntwo\n\nthree",
    "\\n is no line break",
    "Łódź, ąę, façade, España; ñ",
    "🧑🏽‍🤝‍🧑🏻 ".repeat(30),
  ])("arrives as it was written: %j", (written) => {
    expect(readBack(described(written))).toBe(written);
  });

  it("has its line breaks from any system, and loses control characters and broken emoji halves", () => {
    expect(readBack(described("one\r\ntwo\rthree\u2028four"))).toBe("one\ntwo\nthree\nfour");
    expect(readBack(described("a\u0000b\u0007c\u007f\u0085d\ud83ee\tf"))).toBe("abc\nde\tf");
  });

  it("cannot add lines of its own, wherever it is put", () => {
    const evil = 'x"\r\nATTENDEE:mailto:eve@example.org\r\n;,:';
    const person = { name: evil, email: "ana@example.org\r\nX-EVIL:1" };
    const text = writeCalendar({
      ...published,
      uid: `uid${evil}`,
      summary: evil,
      description: evil,
      location: evil,
      url: "https://stafeta.example/sessions/1\r\nX-EVIL:1",
      organizer: person,
      method: "REQUEST",
      attendee: person,
    });
    const lines = unfolded(text);
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith("X-EVIL"))).toBe(false);
    expect(event(text).summary).toBe(evil.replaceAll("\r\n", "\n"));
    expect(event(text).attendees[0]?.getParameter("cn")).toBe("x' ATTENDEE:mailto:eve@example.org ;,:");
  });

  it("is folded at 75 octets, never inside a character, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (written) => {
        const text = described(`🚲${written}`);
        for (const line of Buffer.from(text).toString("binary").split("\r\n")) {
          expect(line.length).toBeLessThanOrEqual(75);
          const bytes = Buffer.from(line, "binary");
          expect(Buffer.from(bytes.toString("utf8")).equals(bytes)).toBe(true);
        }
        expect(readBack(text)).toBe(
          `🚲${written}`.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, ""),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out what was left empty", () => {
    const lines = unfolded(writeCalendar({ ...published, description: "", location: undefined })).join("\n");
    expect(lines).not.toMatch(/^(DESCRIPTION|LOCATION|URL|ATTENDEE)/m);
  });

  it("may be an address on the web, but only one that is", () => {
    const url = "https://stafeta.example/sessions/1?a=1,2;b";
    expect(unfolded(writeCalendar({ ...published, url }))).toContain(`URL:${url}`);
    expect(() => writeCalendar({ ...published, url: "not an address" })).toThrow(TypeError);
  });
});
