import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { moneyText, parseMoney } from "./money-input";

describe("an official types an amount the way it stands in the budget", () => {
  it.each([
    ["1.2 million EUR", 120_000_000, "EUR"],
    ["1,2 milioni di euro", 120_000_000, "EUR"],
    ["€ 45.000,50", 4_500_050, "EUR"],
    ["45,000.50 €", 4_500_050, "EUR"],
    ["€45.000", 4_500_000, "EUR"],
    ["45 000 EUR", 4_500_000, "EUR"],
    ["EUR 1.234.567", 123_456_700, "EUR"],
    ["0,07 euro", 7, "EUR"],
    ["12 mila euro", 1_200_000, "EUR"],
    ["300k €", 30_000_000, "EUR"],
    ["R$ 1.000,00", 100_000, "BRL"],
    ["US$ 5 million", 500_000_000, "USD"],
    ["$2.5m", 250_000_000, "USD"],
    ["7 mld PLN", 700_000_000_000, "PLN"],
    ["100 zł", 10_000, "PLN"],
    ["£12", 1_200, "GBP"],
    ["1,500 JPY", 1_500, "JPY"],
    ["1.2345 million EUR", 123_450_000, "EUR"],
    ["0.1 EUR", 10, "EUR"],
  ])("%s", (typed, amount, currency) => {
    expect(parseMoney(typed)).toEqual({ amount, currency });
  });

  it.each([
    ["45,000", "no currency"],
    ["EUR", "no amount"],
    ["much EUR", "no number"],
    ["12.345,678 EUR", "a fraction of a cent"],
    ["1.5 JPY", "a fraction of a yen"],
    ["1.234 million EUR", "a thousand times more to some"],
    ["−5 EUR", "less than nothing"],
    ["99999999999999999 EUR", "more than can be counted exactly"],
    ["12 34 EUR", "two numbers"],
    ["12 EUR 5 USD", "two currencies"],
    ["12 XQX", "a currency that is none"],
  ])("%s is asked for again: %s", (typed) => {
    expect(parseMoney(typed)).toBeNull();
  });
});

it("gives back every amount to the cent, in each language", () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.constantFrom("EUR", "USD", "BRL", "PLN", "JPY", "KWD", "GBP"),
      fc.constantFrom(...LOCALES),
      (amount, currency, locale) => {
        expect(parseMoney(moneyText({ amount, currency }, locale))).toEqual({ amount, currency });
      },
    ),
  );
});
