import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { VALUE_KINDS } from "./document";
import { figureText, parseFigure } from "./figure-input";

describe("an official types a figure the way it stands in the source", () => {
  it.each([
    ["12", "exact", 12],
    ["1.100", "exact", 1100],
    ["1,100", "exact", 1100],
    ["1 100", "exact", 1100],
    ["1'100", "exact", 1100],
    ["24,000+", "at-least", 24000],
    ["24.000 +", "at-least", 24000],
    ["about 250", "about", 250],
    ["circa 250", "about", 250],
    ["250 circa", "about", 250],
    ["~ 1.100", "about", 1100],
    ["at least 50", "at-least", 50],
    ["almeno 50", "at-least", 50],
    ["oltre 9.000", "at-least", 9000],
    ["up to 300", "at-most", 300],
    ["fino a 300", "at-most", 300],
    ["1.5", "exact", 1.5],
    ["1,5", "exact", 1.5],
    ["0.125", "exact", 0.125],
    ["1.234,5", "exact", 1234.5],
    ["1,234.5", "exact", 1234.5],
    ["1.234.567", "exact", 1234567],
    ["1.1 million", "exact", 1100000],
    ["1,4 milioni", "exact", 1400000],
    ["15 mila", "exact", 15000],
    ["7,4 mld", "exact", 7.4e9],
    ["−5", "exact", -5],
  ])("%s", (typed, valueKind, value) => {
    expect(parseFigure(typed)).toMatchObject({ valueKind, value, valueTo: null });
  });

  it.each([
    ["15 to 25", 15, 25],
    ["15-25", 15, 25],
    ["15 – 25", 15, 25],
    ["between 11,000 and 12,000", 11000, 12000],
    ["da 15 a 25", 15, 25],
    ["tra 1.000 e 1.200", 1000, 1200],
    ["1.5 to 2 million", 1_500_000, 2_000_000],
  ])("%s is a range", (typed, value, valueTo) => {
    expect(parseFigure(typed)).toMatchObject({ valueKind: "range", value, valueTo });
  });

  it.each([
    ["€ 300,000", 300000, "EUR"],
    ["300.000 euro", 300000, "EUR"],
    ["$1.5 million", 1500000, "USD"],
    ["R$ 60", 60, "BRL"],
    ["12 %", 12, "percent"],
    ["12,5 per cento", 12.5, "percent"],
  ])("%s brings its unit", (typed, value, unit) => {
    expect(parseFigure(typed)).toMatchObject({ value, unit });
  });

  it.each([
    "",
    "many",
    "twelve",
    "1.2.3",
    "12,34,56",
    "25 to 15",
    "1e5",
    "12 households",
    "9".repeat(20),
    "1.23,456.7",
  ])("%s is not a figure", (typed) => {
    expect(parseFigure(typed)).toBeNull();
  });
});

it("what the field shows is read back as the same figure, whatever it is", () => {
  const number = fc.oneof(
    fc.integer({ min: 0, max: 1e12 }),
    fc.integer({ min: 0, max: 1e9 }).map((n) => n / 1000),
  );
  fc.assert(
    fc.property(
      number,
      number,
      fc.constantFrom(...VALUE_KINDS),
      fc.constantFrom(...LOCALES),
      (a, b, valueKind, locale) => {
        const figure = { valueKind, value: Math.min(a, b), valueTo: valueKind === "range" ? Math.max(a, b) + 1 : null };
        expect(parseFigure(figureText(figure, locale))).toEqual({ ...figure, unit: null });
      },
    ),
  );
});

it("nothing that is typed breaks it", () => {
  fc.assert(fc.property(fc.string(), (typed) => void parseFigure(typed)));
  expect(parseFigure("1".repeat(100_000))).toBeNull();
});
