import { describe, expect, it } from "vitest";
import { translator } from "@/lib/i18n/translator";
import {
  dayParts,
  formatClock,
  formatDateTime,
  formatDay,
  formatDayWithoutYear,
  formatPartialDate,
  formatRelativeDay,
  formatShortDay,
  partialDateParts,
  sinceParts,
} from "@/lib/time/format";

const LOCALES = ["en", "it", "es", "eu", "nl", "pt-BR", "pl"];
const session = new Date("2026-11-24T15:00:00Z");

describe("a reader", () => {
  it("in Turin reads the day and the clock of Turin, in English or Italian", () => {
    expect(formatClock(session, "Europe/Rome", "en")).toBe("16:00");
    expect(formatDay(session, "Europe/Rome", "en")).toBe("Tuesday 24 November 2026");
    expect(formatDay(session, "Europe/Rome", "it")).toBe("martedì 24 novembre 2026");
    expect(formatShortDay(session, "Europe/Rome", "en")).toBe("24 Nov");
    expect(formatShortDay(session, "Europe/Rome", "it")).toBe("24 nov");
    expect(formatDateTime(session, "Europe/Rome", "en")).toBe("24 Nov 2026, 16:00");
    expect(dayParts(session, "Europe/Rome", "en")).toEqual({ number: "24", month: "Nov" });
    expect(dayParts(session, "Europe/Rome", "it")).toEqual({ number: "24", month: "nov" });
  });

  it.each(LOCALES)("in %s reads clocks as on a timetable: 24 hours, two digits, midnight is 00:00", (locale) => {
    expect(formatClock(session, "America/Los_Angeles", locale)).toBe("07:00");
    expect(formatClock(new Date("2026-11-24T23:00:00Z"), "Europe/Rome", locale)).toBe("00:00");
  });

  it("reads the short month of a large date without its full stop", () => {
    expect(dayParts(session, "Europe/Madrid", "eu")).toEqual({ number: "24", month: "aza" });
    expect(dayParts(session, "America/Sao_Paulo", "pt-BR")).toEqual({ number: "24", month: "nov" });
    expect(dayParts(session, "Europe/Warsaw", "pl")).toEqual({ number: "24", month: "lis" });
  });

  it("reads the other languages the way they write a day", () => {
    expect(formatDay(session, "America/Sao_Paulo", "pt-BR")).toBe("terça-feira, 24 de novembro de 2026");
    expect(formatDay(session, "Europe/Warsaw", "pl")).toBe("wtorek, 24 listopada 2026");
    expect(formatDay(session, "Europe/Amsterdam", "nl")).toBe("dinsdag 24 november 2026");
  });

  it("reads the first of a month as Italians say it, wherever the month's name follows, and in no other language", () => {
    const first = new Date("2026-04-30T22:01:00Z");
    const now = new Date("2026-09-12T12:00:00Z");
    const words = (locale: string, zone = "Europe/Rome") => [
      formatDay(first, zone, locale),
      formatDayWithoutYear(first, zone, locale),
      formatShortDay(first, zone, locale),
      formatDateTime(first, zone, locale),
      formatRelativeDay(first, now, zone, locale),
      formatRelativeDay(first, new Date("2027-09-12T12:00:00Z"), zone, locale),
      formatPartialDate("2026-05-01", locale),
    ];
    expect(words("it")).toEqual([
      "venerdì 1º maggio 2026",
      "venerdì 1º maggio",
      "1º mag",
      "1º mag 2026, 00:01",
      "1º mag",
      "1º mag 2026",
      "1º maggio 2026",
    ]);
    for (const locale of LOCALES.filter((one) => one !== "it")) expect(words(locale).join()).not.toContain("º");
    expect(formatDay(first, "UTC", "it")).toBe("giovedì 30 aprile 2026");
    for (const day of ["2026-05-11", "2026-05-10", "2026-05-21", "2026-05-31", "2026-01"])
      expect(formatPartialDate(day, "it")).not.toContain("º");
    expect(dayParts(first, "Europe/Rome", "it")).toEqual({ number: "1", month: "mag" });
    expect(partialDateParts("2026-05-01", "it")).toEqual({ lead: "1", rest: "maggio 2026" });
  });

  it("gets the same words however often they ask, and never those of another zone", () => {
    for (let times = 0; times < 3; times++) {
      expect(formatClock(session, "Europe/Dublin", "en")).toBe("15:00");
      expect(formatClock(session, "Europe/Warsaw", "en")).toBe("16:00");
    }
  });
});

describe("a day near the present", () => {
  const now = new Date("2026-11-24T22:30:00Z");
  const on = (iso: string, locale = "en") => formatRelativeDay(new Date(iso), now, "Europe/Rome", locale);

  it("is named by its distance, then by its weekday", () => {
    expect(on("2026-11-23T12:00:00Z")).toBe("yesterday");
    expect(on("2026-11-24T08:00:00Z")).toBe("today");
    expect(on("2026-11-25T08:00:00Z")).toBe("tomorrow");
    expect(on("2026-11-25T08:00:00Z", "it")).toBe("domani");
    expect(on("2026-11-30T08:00:00Z")).toBe("Monday");
  });

  it("is tomorrow as soon as the clock of the zone says so", () => {
    expect(on("2026-11-24T22:59:00Z")).toBe("today");
    expect(on("2026-11-24T23:00:00Z")).toBe("tomorrow");
  });

  it("is a date when it is a week away or past, with the year when that is another", () => {
    expect(on("2026-12-01T08:00:00Z")).toBe("1 Dec");
    expect(on("2026-11-20T08:00:00Z")).toBe("20 Nov");
    expect(on("2027-01-12T08:00:00Z")).toBe("12 Jan 2027");
  });
});

describe("a date that is only partly known", () => {
  it("never says more than is known", () => {
    expect(formatPartialDate("2020", "en")).toBe("2020");
    expect(formatPartialDate("2020-03", "en")).toBe("March 2020");
    expect(formatPartialDate("2020-03-18", "en")).toBe("18 March 2020");
    expect(formatPartialDate("2020-03", "it")).toBe("marzo 2020");
    expect(formatPartialDate("2020-03-01", "it")).toBe("1º marzo 2020");
  });

  it("is begun from in Italian as it is heard", () => {
    const since = (partial: string) => translator("it", "reading")("since", sinceParts(partial, "it"));
    expect(since("2020")).toBe("Dal 2020");
    expect(since("2020-03")).toBe("Da marzo 2020");
    expect(since("2020-03-03")).toBe("Dal 3 marzo 2020");
    expect(since("2020-03-08")).toBe("Dall’8 marzo 2020");
    expect(since("2020-03-01")).toBe("Dal 1º marzo 2020");
    expect(translator("en", "reading")("since", sinceParts("2020-03", "en"))).toBe("Since March 2020");
  });

  it("leads with a number when the day is known, with a month's name when it is not", () => {
    expect(partialDateParts("2020-03-18", "en")).toEqual({ lead: "18", rest: "March 2020" });
    expect(partialDateParts("2020-03", "en")).toEqual({ lead: "Mar", rest: "2020" });
    expect(partialDateParts("2020", "en")).toEqual({ lead: "2020", rest: "" });
    expect(partialDateParts("2020-03", "it")).toEqual({ lead: "mar", rest: "2020" });
  });

  it("keeps the grammar of each language when it is taken apart", () => {
    expect(partialDateParts("2020-03-18", "pl")).toEqual({ lead: "18", rest: "marca 2020" });
    expect(partialDateParts("2020-03-18", "es")).toEqual({ lead: "18", rest: "marzo de 2020" });
    expect(partialDateParts("2020-03-18", "eu")).toEqual({ lead: "18", rest: "2020(e)ko martxoa" });
  });

  it("that is none is an error of the program", () => {
    expect(() => formatPartialDate("2020-13", "en")).toThrow(RangeError);
    expect(() => formatPartialDate("soon", "en")).toThrow();
  });
});
