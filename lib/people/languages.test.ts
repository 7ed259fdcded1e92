import { expect, it } from "vitest";
import { inOrder } from "./languages";

it("somebody's first language comes first, and the others keep the order they had", () => {
  expect(inOrder("en", ["it", "pl", "es"], ["it", "es", "en"])).toEqual(["en", "it", "es", "pl"]);
});

it("a language that is chosen twice stands once", () => {
  expect(inOrder("it", ["it", "en"])).toEqual(["it", "en"]);
});
