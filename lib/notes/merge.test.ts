import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeNote } from "./merge";

describe("what is typed into a note that somebody else changed", () => {
  test("is put together when other words were changed", () => {
    const change = { base: "one two three", maybe: null, body: "one two three four" };
    expect(mergeNote(change, "ONE two three")).toEqual({ body: "ONE two three four", aside: false });
  });

  test("goes aside when the same words were changed, and theirs stay", () => {
    const change = { base: "the city", maybe: null, body: "the river" };
    expect(mergeNote(change, "the harbour")).toEqual({ body: "the harbour", aside: true });
  });

  test("goes on from what was sent before, when only the answer was lost", () => {
    const change = { base: "a", maybe: "a bx", body: "a by" };
    expect(mergeNote(change, "a bx")).toEqual({ body: "a by", aside: false });
  });

  test("changes nothing when it is an earlier state that came late", () => {
    const change = { base: "", maybe: null, body: "a b" };
    expect(mergeNote(change, "a b c")).toEqual({ body: "a b c", aside: false });
  });

  test("a text that would be too long together goes aside", () => {
    const long = "x ".repeat(1500);
    const change = { base: "middle", maybe: null, body: `${long}middle` };
    expect(mergeNote(change, `middle ${long}`)).toEqual({ body: `middle ${long}`, aside: true });
  });

  test("never loses a word that either of two added", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 8 });
    const added = fc.array(fc.tuple(fc.nat(8), fc.nat(99)), { maxLength: 4 });
    const put = (base: string[], extra: [number, number][], mark: string) => {
      const made = [...base];
      for (const [at, number] of extra) made.splice(Math.min(at, made.length), 0, `${mark}${number}`);
      return made.join(" ");
    };
    fc.assert(
      fc.property(words, added, added, (base, mine, theirs) => {
        const body = put(base, mine, "mine");
        const kept = put(base, theirs, "theirs");
        const merged = mergeNote({ base: base.join(" "), maybe: null, body }, kept);
        const all = merged.aside ? `${merged.body} ${body}` : merged.body;
        for (const [, number] of mine) expect(all).toContain(`mine${number}`);
        for (const [, number] of theirs) expect(all).toContain(`theirs${number}`);
      }),
    );
  });
});
