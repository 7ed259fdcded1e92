import { describe, expect, test } from "vitest";
import { readable } from "./readable";
import { textDifference } from "./words";

describe("somebody who does not know Markdown compares two texts", () => {
  test.each([
    ["Each place has **water**, chairs and *one* person.", "Each place has water, chairs and one person."],
    ["## Who\n\n- water\n* chairs", "Who\n\n• water\n• chairs"],
    ["See [the plan](https://example.org/plan).", "See the plan (https://example.org/plan)."],
    [
      "<https://example.org> and [https://example.org](https://example.org)",
      "<https://example.org> and https://example.org",
    ],
    ["2 * 3 * 4, snake_case_name, \\*not bold\\*", "2 * 3 * 4, snake_case_name, *not bold*"],
    ["| a | b |\n| - | - |", "| a | b |\n| - | - |"],
  ])("%s", (markdown, words) => {
    expect(readable(markdown)).toBe(words);
  });

  const until = () => ({ until: Date.now() + 1000 });

  test("the words are shown without signs, and only what changed is marked", () => {
    expect(
      textDifference("Open until **22**.\n\n- water", "Open until **23**.\n\n- water", "en", until(), readable),
    ).toEqual([
      {
        kind: "changed",
        runs: [
          { kind: "same", text: "Open until " },
          { kind: "removed", text: "22" },
          { kind: "added", text: "23" },
          { kind: "same", text: "." },
        ],
      },
      { kind: "same", text: "• water" },
    ]);
  });

  test("where only the signs changed they are shown, since nothing else would be", () => {
    const [block] = textDifference("Open late.", "Open **late**.", "en", until(), readable);
    expect(block?.kind === "changed" && block.runs.map(({ text }) => text).join("")).toContain("**");
  });
});

test("a long line of signs is answered in time", () => {
  for (const sign of ["*a ", " *a", "**a ", "__a ", "[a](", "*_", "\\"])
    expect(readable(sign.repeat(40_000)).length).toBeGreaterThan(0);
});
