import { expect, test } from "vitest";
import { makeThreadComment } from "@/lib/comments/testing";
import { renderMarkdown } from "@/lib/text/markdown";
import { quoted } from "./quote";

const said = (markdown: string) => makeThreadComment("a", { html: renderMarkdown(markdown) });

test("the first paragraph is quoted, with who said it", () => {
  expect(quoted(said("Who **pays** & why?\n\nAnd when?"))).toBe("Anna K.:\n> Who pays & why?\n\n");
});

test("words that somebody selected are quoted instead, each line of them", () => {
  expect(quoted(said("One\n\nTwo"), "One\n\nTwo")).toBe("Anna K.:\n> One\n> Two\n\n");
});

test("what they quoted themselves is left out, unless there is nothing else", () => {
  expect(quoted(said("Jan:\n> Before\n\nMine"))).toBe("Anna K.:\n> Mine\n\n");
  expect(quoted(said("> Only this"))).toBe("Anna K.:\n> Only this\n\n");
});

test("a long one is cut at a word", () => {
  const lines = quoted(said("word ".repeat(500))).split("\n");
  expect(lines[1]?.length).toBeLessThan(410);
  expect(lines[1]).toMatch(/word …$/);
});
