import fc from "fast-check";
import { expect, it } from "vitest";
import { likeness, partsFound, wordsIn } from "./words";

const found = (text: string, q: string, alike = false) =>
  partsFound(text, wordsIn(q), alike)
    .filter((part) => part.found)
    .map((part) => part.text);

it("whoever looks for words sees where they stand, with or without accents", () => {
  expect(found("Żaneta Łuczak", "zaneta łuc")).toEqual(["Żaneta", "Łuczak"]);
  expect(found("Food networks, time banks", "bank")).toEqual(["banks"]);
  expect(found("Seán O'Brien, food for one", "o'brien")).toEqual(["O", "Brien"]);
});

it("with a typing error it is the words alike that are shown", () => {
  expect(found("Work with volunteers", "voluntears", true)).toEqual(["volunteers"]);
  expect(found("Work with volunteers", "voluntears")).toEqual([]);
  expect(likeness("bianchi", "biancci")).toBeGreaterThan(0.35);
});

it("whatever the text and the words, nothing of the text is lost or moved", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), fc.boolean(), (text, q, alike) => {
      const parts = partsFound(text, wordsIn(q), alike);
      expect(parts.map((part) => part.text).join("")).toBe(text);
    }),
  );
});
