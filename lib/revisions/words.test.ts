import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Run, textDifference, wordDifference } from "./words";

const patient = () => ({ until: Date.now() + 5_000 });
const told = (runs: Run[]) =>
  runs.map(({ kind, text }) => `${{ same: "", added: "+", removed: "-" }[kind]}${text.trim()}`);
const without = (runs: Run[], kind: Run["kind"]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join("");
const bare = (text: string) => text.replace(/\s+/g, "");

describe("the difference by words", () => {
  test("says which words went and which came", () => {
    expect(told(wordDifference("Twelve nodes in Turin", "Fourteen nodes in Turin", "en", patient()))).toEqual([
      "-Twelve",
      "+Fourteen",
      "nodes in Turin",
    ]);
  });

  test("keeps a word with its accents and its apostrophe's sides whole", () => {
    expect(told(wordDifference("żółć jest", "żółw jest", "pl", patient()))).toEqual(["-żółć", "+żółw", "jest"]);
  });

  test("finds words where a language writes none apart", () => {
    const runs = wordDifference("城市互相學習", "城市慢慢學習", "zh-Hant", patient());
    expect(runs.filter(({ kind }) => kind === "same").map(({ text }) => text)).toContain("學習");
  });

  test("takes a language that nobody knows as it comes", () => {
    expect(told(wordDifference("a b", "a c", "xx-unknown", patient()))).toEqual(["a", "-b", "+c"]);
  });

  test("loses no word of either text", () => {
    const word = fc.constantFrom(
      "city",
      "relè",
      "żółć",
      "学習",
      "a\u0301",
      "👩‍👩‍👧",
      "-",
      "(",
      "12,5",
      "مدينة",
      "\n",
      "  ",
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDifference(before, after, "en", patient());
        expect(bare(without(runs, "added"))).toBe(bare(before));
        expect(bare(without(runs, "removed"))).toBe(bare(after));
      }),
    );
  });
});

describe("the difference of a text", () => {
  test("leaves paragraphs that stayed as they were alone", () => {
    const blocks = textDifference("One.\n\nTwo here.\n\nThree.", "One.\n\nTwo there.\n\nThree.", "en", patient());
    expect(blocks.map(({ kind }) => kind)).toEqual(["same", "changed", "same"]);
  });

  test("loses no paragraph of either text", () => {
    const text = fc
      .array(fc.constantFrom("One.", "Two here.", "Three or four.", "- a\n- b", " "))
      .map((all) => all.join("\n\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = textDifference(before, after, "en", patient()).flatMap((block): Run[] =>
          block.kind === "same" ? [{ kind: "same", text: block.text }] : block.runs,
        );
        expect(bare(without(runs, "added"))).toBe(bare(before));
        expect(bare(without(runs, "removed"))).toBe(bare(after));
      }),
    );
  });

  test("of two long texts with nothing in common is there in time, by paragraphs", () => {
    const long = (word: string) => Array.from({ length: 1_200 }, (_, n) => `${word}${n}`).join(" ");
    const began = performance.now();
    const blocks = textDifference(long("a"), long("b"), "en", { until: Date.now() + 200 });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ kind: "changed", runs: [{ kind: "removed" }, { kind: "added" }] });
  });

  test("that is as long as ten sections gives way to whole paragraphs at once", () => {
    const long = (word: string) => `${word} `.repeat(50_000);
    const began = performance.now();
    expect(textDifference(long("a"), long("b"), "en", patient())).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("without time left gives way to whole paragraphs", () => {
    const blocks = textDifference("A b c.", "A b d.", "en", { until: 0 });
    expect(blocks).toEqual([
      {
        kind: "changed",
        runs: [
          { kind: "removed", text: "A b c." },
          { kind: "added", text: "A b d." },
        ],
      },
    ]);
  });
});
