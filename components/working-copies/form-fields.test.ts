import { expect, test } from "vitest";
import type { Fields } from "@/lib/working-copies/limits";
import { goesOnFrom, sameWords } from "./form-fields";

const fields = (markdown: string, version = "1"): Fields => [
  ["version", version],
  ["markdown", markdown],
];

test("a form goes on from what was put into it when all of that stands in it, whatever was typed since", () => {
  expect(goesOnFrom(fields("One two three", "2"), fields("One two"))).toBe(true);
  expect(goesOnFrom(fields("Before. One two"), fields("One two"))).toBe(true);
  expect(goesOnFrom(fields("One three"), fields("One two"))).toBe(false);
  expect(goesOnFrom([["version", "1"]], fields("One two"))).toBe(false);
});

test("the same words are the same whatever state of the text they were typed into", () => {
  expect(sameWords(fields(" One two\n", "2"), fields("One two"))).toBe(true);
  expect(sameWords(fields("One  two"), fields("One two"))).toBe(false);
});
