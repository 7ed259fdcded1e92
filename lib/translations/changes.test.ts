import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, changesOf } from "./changes";

const pieces = (changes: Change[]) => changes.flatMap((change) => ("pieces" in change ? change.pieces : []));

test("a translator sees the words that changed, and the paragraphs that did not as one", () => {
  const before = "Primo.\n\nSecondo.\n\nLa rete serve 40 famiglie al mese.";
  const after = "Primo.\n\nSecondo.\n\nLa rete serve 60 famiglie al mese.";
  expect(changesOf(before, after, "it")).toEqual([
    { same: ["Primo.", "Secondo."] },
    {
      pieces: [
        { kind: "same", text: "La rete serve " },
        { kind: "removed", text: "40" },
        { kind: "added", text: "60" },
        { kind: "same", text: " famiglie al mese." },
      ],
    },
  ]);
});

test("words are those of the language, also without blanks between them", () => {
  const found = pieces(changesOf("台北市政府開放學校", "台北市政府開放圖書館", "zh-Hant"));
  expect(found[0]?.kind).toBe("same");
  expect(found.some(({ kind }) => kind === "added")).toBe(true);
});

test("a paragraph that is another one stands after the old one", () => {
  expect(pieces(changesOf("Cucina", "Il Comune apre le biblioteche", "it")).map(({ kind }) => kind)).toEqual([
    "removed",
    "added",
  ]);
  expect(pieces(changesOf("", "Nuovo", "it"))).toEqual([{ kind: "added", text: "Nuovo" }]);
});

test("what stayed and what was added make the text of now", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "casa", " ", "\n\n", ".", "é"), { maxLength: 30 })
    .map((all) => all.join(""));
  const bare = (all: string) => all.replace(/\s+/g, "");
  fc.assert(
    fc.property(text, text, (before, after) => {
      const side = (gone: string) =>
        bare(
          changesOf(before, after, "it")
            .map((change) =>
              ("same" in change
                ? change.same
                : change.pieces.filter(({ kind }) => kind !== gone).map((one) => one.text)
              ).join(""),
            )
            .join(""),
        );
      expect([side("removed"), side("added")]).toEqual([bare(after), bare(before)]);
    }),
  );
});

test("two long texts that have nothing in common are told in time", () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(" ");
  const began = performance.now();
  changesOf(long("a"), long("b"), "it");
  expect(performance.now() - began).toBeLessThan(3000);
});
