import fc from "fast-check";
import { expect, test } from "vitest";
import { axisOf, comparedSections, momentsOf } from "./comparison";
import { emptyDocument } from "./empty-document";

const document = (beganOn: string | null, dates: string[]) => ({
  ...emptyDocument("case", "A case", ""),
  beganOn,
  timeline: dates.map((date, index) => ({
    id: `e${index}`,
    date,
    phase: "respond" as const,
    what: "Something",
    who: "",
    sourceId: null,
  })),
});

test("an entry lies as many days after the beginning as the calendar says, also over a leap day", () => {
  const moments = momentsOf(document("2020-02-21", ["2020-03-01", "2020-02-21", "2020-02-10"]));
  expect(moments.map(({ from, to }) => [from, to])).toEqual([
    [-11, -11],
    [0, 0],
    [9, 9],
  ]);
});

test("a month is a stretch from its first day to its last, a year too", () => {
  expect(momentsOf(document("2020-02-01", ["2020-02", "2021"])).map(({ from, to }) => [from, to])).toEqual([
    [0, 28],
    [335, 699],
  ]);
});

test("where nobody says when the crisis began, the first entry is day 0, and no entries make no axis", () => {
  expect(momentsOf(document(null, ["2020-03-11", "2020-03-01"])).map(({ from }) => from)).toEqual([0, 10]);
  expect(axisOf([momentsOf(document(null, [])), []])).toBeNull();
});

test("the axis keeps the order of days and holds them all, with ticks that stand apart", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -800, max: 4000 }), { minLength: 1, maxLength: 40 }), (days) => {
      const row = days.map((day, index) => ({
        id: String(index),
        from: day,
        to: day,
        phase: "respond" as const,
        what: "",
        date: "2020",
      }));
      const axis = axisOf([row]);
      if (!axis) throw new Error("no axis");
      const sorted = [...days].sort((a, b) => a - b);
      const places = sorted.map(axis.place);
      expect(places.every((place) => place >= -1e-9 && place <= 1 + 1e-9)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(axis.ticks).toContain(0);
      for (let index = 1; index < axis.ticks.length; index++) {
        const [a, b] = [axis.ticks[index - 1] ?? 0, axis.ticks[index] ?? 0];
        expect(axis.place(b) - axis.place(a)).toBeGreaterThan(0.07);
      }
    }),
  );
});

test("only sections that somebody wrote are compared", () => {
  const one = emptyDocument("case", "One", "");
  const two = emptyDocument("case", "Two", "");
  const written = {
    ...two,
    sections: two.sections.map((s) => (s.key === "lessons" ? { ...s, markdown: "Start early." } : s)),
  };
  expect(comparedSections([one, written])).toEqual(["lessons"]);
});
