import fc from "fast-check";
import { expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { sentence } from "@/lib/i18n/translator";
import { termsNamed } from "./filed-under";
import { THEMES } from "./vocabulary";

const keys = (query: string) =>
  termsNamed(query)
    .flat()
    .map(({ key }) => key);

it("somebody names a theme in their own language, with or without accents", () => {
  for (const query of ["food", "Food", "cibo", "żywność", "zywnosc", "żywności", "voedsel", "alimentação", "janaria"]) {
    expect(keys(query), query).toContain("food");
  }
});

it("somebody names two themes at once", () => {
  expect(keys("cibo volontari").sort()).toEqual(["food", "volunteering"]);
  expect(termsNamed("housing and energy")).toHaveLength(2);
  expect(termsNamed("care and health")).toHaveLength(1);
});

it("either half of a name will do, and a kind of crisis has its words too", () => {
  expect(keys("salute")).toEqual(["care-and-health"]);
  expect(keys("health")).toEqual(["care-and-health"]);
  expect(keys("inondazione")).toEqual(["flood"]);
  expect(keys("ola de calor")).toEqual(["heatwave"]);
});

it("a search with a word that is no term, a phrase or a minus looks for its words only", () => {
  for (const query of ["food in Lingotto", '"food"', "food -housing", "groups", "the", "", "x".repeat(1_000)]) {
    expect(keys(query), query).toEqual([]);
  }
});

it("every theme is found by its name in each language of the interface", () => {
  for (const locale of LOCALES) {
    for (const theme of THEMES) expect(keys(sentence(locale, `vocabulary.theme.${theme}`))).toContain(theme);
  }
});

it("whatever somebody types, looking for terms ends", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (query) => Array.isArray(termsNamed(query))));
});
