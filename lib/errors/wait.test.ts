import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { sentence } from "@/lib/i18n/translator";
import { waitFor } from "./wait";

test("a wait is said in seconds, minutes or hours, and never shorter than it is", () => {
  const said = (seconds: number) => sentence("en", "errors.too_many", waitFor(seconds));
  expect(said(0)).toContain("in a second.");
  expect(said(40)).toContain("in 40 seconds.");
  expect(said(89.2)).toContain("in 2 minutes.");
  expect(said(121)).toContain("in 3 minutes.");
  expect(said(3600)).toContain("in 60 minutes.");
  expect(said(50_380)).toContain("in 14 hours.");
});

test.each(LOCALES)("in %s there is a sentence for one and for many", (locale) => {
  for (const seconds of [1, 40, 3600, 7200])
    expect(sentence(locale, "errors.too_many", waitFor(seconds))).not.toContain("{");
  expect(sentence("it", "errors.too_many", waitFor(50_000))).toContain("tra 14 ore.");
});
