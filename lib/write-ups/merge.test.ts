import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, TimelineEntry } from "./document";
import { emptyDocument } from "./empty-document";
import { mergeDocuments } from "./merge";
import { mergeText } from "./merge-text";

const word = fc.constantFrom("nodes", "meals", "the", "city", "of", "help", "May", "a.", "volunteers", "né", "12");
const prose = fc
  .array(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
    { maxLength: 5 },
  )
  .map((lines) => lines.join("\n"));
const wordsOf = (text: string) => text.match(/\S+/g) ?? [];
const count = (text: string, one: string) => wordsOf(text).filter((other) => other === one).length;

describe("two texts with one beginning", () => {
  test("a change of one person alone is the result", () => {
    fc.assert(
      fc.property(prose, prose, (base, changed) => {
        expect(mergeText(base, changed, base)).toEqual({ text: changed, clash: false });
        expect(mergeText(base, base, changed)).toEqual({ text: changed, clash: false });
        expect(mergeText(base, changed, changed)).toEqual({ text: changed, clash: false });
      }),
    );
  });

  test("it does not matter who sends second", () => {
    fc.assert(
      fc.property(prose, prose, prose, (base, mine, theirs) => {
        const [one, two] = [mergeText(base, mine, theirs), mergeText(base, theirs, mine)];
        expect(one.clash).toBe(two.clash);
        if (!one.clash) expect(one.text).toBe(two.text);
      }),
      { numRuns: 500 },
    );
  });

  test("every word that either of them added is in the result, or both texts are shown", () => {
    fc.assert(
      fc.property(prose, prose, prose, (base, mine, theirs) => {
        const { text, clash } = mergeText(base, mine, theirs);
        if (clash) return;
        for (const one of new Set(wordsOf(`${mine} ${theirs}`))) {
          const added = Math.max(count(mine, one), count(theirs, one)) > count(base, one);
          if (count(base, one) === 0 && added) expect(count(text, one)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("two paragraphs, and two words of one sentence, are put together; one word is not", () => {
    const base = "Meals came home.\n\nThe helpline stayed.";
    expect(
      mergeText(base, "Warm meals came home.\n\nThe helpline stayed.", "Meals came home.\n\nThe helpline closed."),
    ).toEqual({
      text: "Warm meals came home.\n\nThe helpline closed.",
      clash: false,
    });
    expect(mergeText("one two three four five", "ONE two three four five", "one two three four FIVE").text).toBe(
      "ONE two three four FIVE",
    );
    expect(mergeText("one two three", "one 2 three", "one deux three").clash).toBe(true);
  });
});

const entry = (id: string, values: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id,
  date: "2020-03",
  phase: "respond",
  what: `What ${id}`,
  who: "",
  sourceId: null,
  ...values,
});
const made = (values: Partial<Document>): Document => ({ ...emptyDocument("case", "Title", "Card"), ...values });

describe("two changes of one write-up", () => {
  const base = made({ timeline: [entry("a"), entry("b"), entry("c")], themes: ["food"] });

  test("entries are put together by their fields; what one removed is gone, unless the other changed it", () => {
    const mine = made({ timeline: [entry("a", { who: "City" }), entry("c"), entry("n")], themes: ["food", "housing"] });
    const theirs = made({
      timeline: [entry("a", { what: "New" }), entry("b", { who: "Arci" }), entry("m")],
      themes: ["care"],
    });
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(Object.fromEntries(document.timeline.map(({ id, what, who }) => [id, [what, who]]))).toEqual({
      a: ["New", "City"],
      b: ["What b", "Arci"],
      m: ["What m", ""],
      n: ["What n", ""],
    });
    expect(new Set(document.themes)).toEqual(new Set(["housing", "care"]));
  });

  test("what clashes is told with both values, and the answer to it keeps the rest of theirs", () => {
    const mine = made({ timeline: [entry("a", { date: "2020-04" }), entry("b"), entry("c")], themes: ["food"] });
    const theirs = made({
      timeline: [entry("a", { date: "2020-05", who: "Arci" }), entry("b"), entry("c"), entry("m")],
      themes: ["food"],
    });
    const { clashes, answered } = mergeDocuments(base, mine, theirs);
    expect(clashes).toMatchObject([
      { part: "timeline", entry: "a", field: "date", mine: "2020-04", theirs: "2020-05" },
    ]);
    const again = mergeDocuments(answered, mine, theirs);
    expect(again.clashes).toEqual([]);
    expect(again.document.timeline.find(({ id }) => id === "a")).toMatchObject({ date: "2020-04", who: "Arci" });
    expect(again.document.timeline.map(({ id }) => id)).toContain("m");
  });

  test("a figure's numbers belong together, and the same new entry of two is one", () => {
    const figure = {
      id: "f",
      label: "Nodes",
      unit: "",
      asOf: null,
      sourceId: null,
      note: "",
      onCard: false,
      measures: null,
    };
    const [was, low, high] = [
      { ...figure, valueKind: "range" as const, value: 5, valueTo: 10 },
      { ...figure, valueKind: "range" as const, value: 50, valueTo: 60 },
      { ...figure, valueKind: "range" as const, value: 5, valueTo: 20 },
    ];
    const of = (one: typeof was) => made({ observations: [one] });
    expect(mergeDocuments(of(was), of(low), of(high)).clashes).toHaveLength(1);
    const twice = mergeDocuments(
      base,
      made({ timeline: [...base.timeline, entry("x", { what: "Same" })], themes: ["food"] }),
      made({ timeline: [...base.timeline, entry("y", { what: "Same" })], themes: ["food"] }),
    );
    expect(twice.document.timeline).toHaveLength(4);
  });

  test("two changes that are too long together are shown, and what follows from the words asks nobody", () => {
    const [was, mine, theirs] = ["", `${"m".repeat(60)} `, `${"t".repeat(60)} `].map((added) =>
      made({ title: `${added}Help at home`, card: "Card" }),
    ) as [Document, Document, Document];
    const swapped = { ...theirs, title: `Help at home ${"t".repeat(60)}` };
    expect(mergeDocuments(was, mine, swapped).clashes).toMatchObject([{ field: "title" }]);
    const figure = { id: "f", label: "Nodes", unit: "", asOf: null, sourceId: null, note: "", onCard: false };
    const measuring = (measures: string | null) =>
      made({ observations: [{ ...figure, valueKind: "exact", value: 1, valueTo: null, measures }] });
    for (const [one, two] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      const { document, clashes } = mergeDocuments(measuring(null), measuring(one), measuring(two));
      expect(clashes).toEqual([]);
      expect(document.observations[0]?.measures).toBe("a");
    }
  });

  test("a change of one person alone is the result, whatever it is", () => {
    const rows = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("a", "b", "c", "d", "e"),
        what: prose,
        who: word,
        date: fc.constantFrom("2020", "2021-05"),
      }),
      { selector: ({ id }) => id },
    );
    const document = fc.record({
      timeline: rows,
      title: word,
      themes: fc.uniqueArray(fc.constantFrom("food", "care", "housing")),
    });
    fc.assert(
      fc.property(document, document, document, (a, b, c) => {
        const [base, one, two] = [a, b, c].map(({ timeline, ...rest }) =>
          made({
            ...rest,
            timeline: timeline.map(({ id, ...values }) => entry(id, { ...values, what: `${id} ${values.what}` })),
          }),
        ) as [Document, Document, Document];
        expect(mergeDocuments(base, one, base)).toMatchObject({ document: one, clashes: [] });
        expect(mergeDocuments(base, base, one)).toMatchObject({ document: one, clashes: [] });
        const [there, back] = [mergeDocuments(base, one, two), mergeDocuments(base, two, one)];
        expect(there.clashes.length).toBe(back.clashes.length);
        if (there.clashes.length === 0) expect(there.document).toEqual(back.document);
        // Answering every clash ends it.
        expect(mergeDocuments(there.answered, one, two).clashes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
