import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentence } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { comparePartialDates, daysBetween, isPartialDate, noSuchDay, parsePartialDate } from "@/lib/time/partial-date";

const anyPartial = fc
  .tuple(
    fc.integer({ min: 1500, max: 2099 }),
    fc.option(fc.integer({ min: 1, max: 12 })),
    fc.option(fc.integer({ min: 1, max: 28 })),
  )
  .map(([year, month, day]) =>
    [year, month, month && day]
      .filter((part) => part !== null)
      .map((part) => String(part).padStart(2, "0"))
      .join("-"),
  );

describe("a date somebody types", () => {
  it.each([
    ["2020", "2020"],
    ["March 2020", "2020-03"],
    ["marzo 2020", "2020-03"],
    ["Mar 2020", "2020-03"],
    ["18 March 2020", "2020-03-18"],
    ["18th of March 2020", "2020-03-18"],
    ["March 18, 2020", "2020-03-18"],
    ["18 marzo 2020", "2020-03-18"],
    ["  1º  Maggio 2020 ", "2020-05-01"],
    ["3 Sept 2020", "2020-09-03"],
    ["3 sep. 2020", "2020-09-03"],
    ["2020-03", "2020-03"],
    ["2020-03-18", "2020-03-18"],
    ["18/03/2020", "2020-03-18"],
    ["18.3.2020", "2020-03-18"],
    ["3/2020", "2020-03"],
    ["29 February 2020", "2020-02-29"],
  ])("as %j is understood as %s", (typed, partial) => {
    expect(parsePartialDate(typed)).toBe(partial);
  });

  it.each([
    "",
    "soon",
    "March",
    "18 March",
    "20",
    "12020",
    "18 Mars 2020",
    "03/18/2020",
    "31 April 2020",
    "29/02/2021",
    "2020-13",
    "2020-00",
    "2020-3-18",
    "spring 2020",
  ])("as %j is asked for again, never guessed", (typed) => {
    expect(parsePartialDate(typed)).toBeNull();
  });

  it.each([
    ["30/2/2025", "30 February 2025", "30 febbraio 2025"],
    ["29.02.2021", "29 February 2021", "29 febbraio 2021"],
    ["31 aprile 2026", "31 April 2026", "31 aprile 2026"],
    ["June 31, 2020", "31 June 2020", "31 giugno 2020"],
    ["2020-12-32", "32 December 2020", "32 dicembre 2020"],
  ])("as %j is said not to exist, in their language", (typed, en, it) => {
    const day = noSuchDay(typed) ?? undefined;
    expect(sentence("en", "errors.field.noSuchDay", day)).toMatch(`${en} does not exist`);
    expect(sentence("it", "errors.field.noSuchDay", day)).toMatch(`Il giorno ${it} non esiste`);
  });

  it.each(["29/2/2020", "13/2020", "03/18/2020", "30 Floreal 2020", "2020", "soon", ""])(
    "as %j is not said to lack a day",
    (typed) => {
      expect(noSuchDay(typed)).toBeNull();
    },
  );

  it.each(["en", "it"])("in the words in which it was shown to them (%s) is the same date", (locale) => {
    fc.assert(
      fc.property(anyPartial, (partial) => {
        expect(isPartialDate(partial)).toBe(true);
        expect(parsePartialDate(formatPartialDate(partial, locale))).toBe(partial);
      }),
    );
  });
});

describe("a partial date", () => {
  it("is nothing but a year, a month or a day that exists", () => {
    expect(["2020", "2020-02", "2020-02-29"].every(isPartialDate)).toBe(true);
    expect(["2021-02-29", "2020-13", "20", "March 2020", " 2020"].some(isPartialDate)).toBe(false);
  });

  it("sorts by time, the vaguer one first where two begin alike", () => {
    const shuffled = ["2020-03-18", "2021", "2020-03", "2019-12-31", "2020", "2020-11"];
    const sorted = ["2019-12-31", "2020", "2020-03", "2020-03-18", "2020-11", "2021"];
    expect(shuffled.sort(comparePartialDates)).toEqual(sorted);
    expect(comparePartialDates("2020", "2020")).toBe(0);
  });

  it("gives a number of days only against another, both known to the day", () => {
    expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
    expect(daysBetween("2020-03-18", "2020-03-09")).toBe(-9);
    expect(daysBetween("2020-03-18", "2020-03-18")).toBe(0);
    expect(daysBetween("2020-03", "2020-03-18")).toBeNull();
    expect(daysBetween("2020-03-18", "2020")).toBeNull();
  });
});
