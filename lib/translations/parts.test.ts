import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeDocument } from "@/db/factories";
import type { Document, Section, TimelineEntry } from "@/lib/write-ups/document";
import { begin, complete, type Follows, followed, followsOf, type StoredTranslation, translatedWords } from "./follow";
import { behindBy, nextPart, partsOf } from "./parts";
import { keyOf, mapWords, nameOf, wordsOf } from "./words";

const section = (key: Section["key"], markdown: string, audience: Section["audience"] = "public"): Section => ({
  key,
  markdown,
  html: `<p>${markdown}</p>`,
  empty: null,
  audience,
});
const entry = (id: string, what: string, date = "2020"): TimelineEntry => ({
  id,
  date,
  phase: "respond",
  what,
  who: "Comune",
  sourceId: null,
});
const original = (values: Partial<Document> = {}) =>
  makeDocument({
    title: "Una rete",
    card: "In breve.",
    sections: [section("lessons", "Prima.\n\nSeconda.")],
    timeline: [entry("t1", "Parte."), entry("t2", "Cresce.")],
    ...values,
  });

/** Somebody translates every word: the same in capitals. */
function translated(of: Document): { document: Document; follows: Follows } {
  return { document: mapWords(of, (text) => text.toUpperCase()), follows: complete(of) };
}
const stateOf = (of: Document, translation: { document: Document; follows: Follows }, key: string) =>
  partsOf("case", of, translation).find((part) => part.key === key)?.state;

describe("a translation", () => {
  test("that nobody has begun has every part to do", () => {
    expect(partsOf("case", original(), null).map(({ key, state }) => `${key} ${state}`)).toEqual([
      "title not-started",
      "timeline not-started",
      "lessons not-started",
    ]);
  });

  test("shows the original's words where nobody has translated them", () => {
    const { document } = followed(original(), original(), begin(original()), new Map([["title//title", "A network"]]));
    expect([document.title, document.card]).toEqual(["A network", "In breve."]);
  });

  test("takes dates, values and readers from the original, and stays up to date", () => {
    const first = original();
    const second = original({
      timeline: [entry("t1", "Parte.", "2020-03-18"), entry("t2", "Cresce.")],
      sections: [section("lessons", "Prima.\n\nSeconda.", "city")],
      maturity: "established",
    });
    const before = translated(first);
    const now = followed(second, before.document, before.follows);
    expect(now.document.timeline[0]).toMatchObject({ date: "2020-03-18", what: "PARTE." });
    expect(now.document.sections[0]).toMatchObject({ audience: "city", markdown: "PRIMA.\n\nSECONDA." });
    expect(now.document.maturity).toBe("established");
    expect(behindBy("case", second, now)).toBe(0);
  });

  test("is one change behind when the words of one part changed, and up to date when they change back", () => {
    const first = original();
    const second = original({ sections: [section("lessons", "Prima.\n\nTerza.")] });
    const before = translated(first);
    const now = followed(second, before.document, before.follows);
    expect(behindBy("case", second, now)).toBe(1);
    expect(stateOf(second, now, "lessons")).toBe("behind");
    const back = followed(first, now.document, now.follows);
    expect(behindBy("case", first, back)).toBe(0);
  });

  test("is behind when the original gains an entry, which it shows in the original's words", () => {
    const first = original();
    const second = original({ timeline: [...first.timeline, entry("t3", "Resta.")] });
    const before = translated(first);
    const now = followed(second, before.document, before.follows);
    expect(now.document.timeline.map(({ what }) => what)).toEqual(["PARTE.", "CRESCE.", "Resta."]);
    expect(stateOf(second, now, "timeline")).toBe("behind");
  });

  test("keeps the words of an entry that the original lost, and has them again when it comes back", () => {
    const first = original();
    const second = original({ timeline: [entry("t2", "Cresce.")], sections: [section("lessons", "")] });
    const before = translated(first);
    const now = followed(second, before.document, before.follows);
    expect(now.document.timeline).toHaveLength(1);
    expect(JSON.stringify(now.document)).not.toMatch(/PARTE|PRIMA/);
    expect(behindBy("case", second, now)).toBe(0);
    const back = followed(first, now.document, now.follows);
    expect(back.document.timeline.map(({ what }) => what)).toEqual(["PARTE.", "CRESCE."]);
    expect(back.document.sections[0]?.markdown).toBe("PRIMA.\n\nSECONDA.");
    expect(back.follows.kept).toEqual({});
    expect(behindBy("case", first, back)).toBe(0);
  });

  test("renders a section anew only when its words are new", () => {
    const before = translated(original());
    const words = translatedWords(before.document, before.follows).set("lessons//text", "**New**");
    const now = followed(original(), before.document, before.follows, words);
    expect(now.document.sections[0]?.html).toBe("<p><strong>New</strong></p>");
  });

  describe("that came from elsewhere", () => {
    const stored = { ...translated(original()), follows: null, followsVersion: 3, machine: null };
    const stateFrom = (given: Partial<StoredTranslation>, version: number) => {
      const follows = followsOf({ ...stored, ...given }, { document: original(), version });
      return stateOf(original(), { document: stored.document, follows }, "lessons");
    };

    test("with the original as it stands is done, or a machine's if it says so", () => {
      expect(stateFrom({}, 3)).toBe("done");
      expect(stateFrom({ machine: "DeepL" }, 3)).toBe("machine");
      expect(stateFrom({ follows: original() }, 5)).toBe("done");
      expect(stateFrom({ follows: original({ sections: [section("lessons", "Altra.")] }) }, 5)).toBe("behind");
    });

    test("from an original that nobody knows waits for somebody to look, and keeps its words", () => {
      expect(stateFrom({}, 5)).toBe("behind");
      const follows = followsOf(stored, { document: original(), version: 5 });
      expect(followed(original(), stored.document, follows).document).toEqual(stored.document);
    });

    test("by a restore keeps words that its record does not know", () => {
      const record = { of: {}, open: ["lessons//text"], kept: {}, machine: [] };
      const earlier = original({ sections: [section("lessons", "Prima.")] });
      const follows = followsOf({ ...stored, follows: record }, { document: original(), version: 3 }, earlier);
      expect(followed(earlier, stored.document, follows).document.sections[0]?.markdown).toBe("PRIMA.\n\nSECONDA.");
    });
  });

  test("that a machine made waits to be read; the next part is the first that is not done", () => {
    const one = translated(original());
    one.follows.machine.push("lessons//text");
    expect(stateOf(original(), one, "lessons")).toBe("machine");
    expect(nextPart(partsOf("case", original(), one), "timeline")).toBe("lessons");
    expect(nextPart(partsOf("case", original(), translated(original())))).toBeNull();
  });

  test("never loses a word, whatever the original does in between", () => {
    const words = fc.constantFrom("", "a", "b");
    const documents = fc
      .record({
        title: fc.constantFrom("a", "b"),
        lessons: words,
        entries: fc.uniqueArray(fc.constantFrom("t1", "t2", "t3")),
      })
      .map(({ title, lessons, entries }) =>
        original({
          title,
          sections: [section("lessons", lessons)],
          timeline: entries.map((id) => entry(id, `${id} ${lessons}`)),
        }),
      );
    fc.assert(
      fc.property(documents, fc.array(documents, { maxLength: 6 }), (first, others) => {
        const begun = translated(first);
        let now = begun;
        for (const other of others) now = followed(other, now.document, now.follows);
        const back = followed(first, now.document, now.follows);
        expect(wordsOf(back.document)).toEqual(wordsOf(begun.document));
        expect(behindBy("case", first, back)).toBe(0);
        expect({ ...now.document, ...WORDLESS }).toEqual({ ...(others.at(-1) ?? first), ...WORDLESS });
      }),
    );
  });
});

const WORDLESS = { title: "", card: "", sections: [], timeline: [] };

test("a place is the name of a field and back, whatever its id", () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      expect(nameOf(key).slice("words.".length)).not.toContain(".");
      expect(keyOf(nameOf(key).slice("words.".length))).toBe(key);
    }),
  );
});

test("currencies and per cent are no words", () => {
  const figure = {
    label: "Spesa",
    valueKind: "exact" as const,
    value: 1,
    valueTo: null,
    asOf: null,
    sourceId: null,
    note: "",
    onCard: false,
    measures: null,
  };
  const units = ["EUR", "percent", "famiglie"].map((unit) => ({ ...figure, id: unit, unit }));
  const found = wordsOf(makeDocument({ observations: units })).filter(({ field }) => field === "unit");
  expect(found.map(({ text }) => text)).toEqual(["famiglie"]);
});
