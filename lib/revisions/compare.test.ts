import { describe, expect, test } from "vitest";
import { makeDocument } from "@/db/factories";
import type { Document, TimelineEntry } from "@/lib/write-ups/document";
import { compareParts } from "./compare";
import { partsOf } from "./parts";

const entry = (id: string, what: string): TimelineEntry => ({
  id,
  date: "2020-03",
  phase: "respond",
  what,
  who: "",
  sourceId: null,
});

function compared(before: Partial<Document>, after: Partial<Document>) {
  const parts = (document: Partial<Document>) => partsOf("case", makeDocument(document), "en");
  return compareParts(parts(before), parts(after), "en");
}

const part = (parts: ReturnType<typeof compared>, key: string) => parts.find((one) => one.key === key);

describe("two states of a write-up", () => {
  test("that say the same are the same in every part", () => {
    const document = { timeline: [entry("a", "x")], themes: ["food"] };
    expect(compared(document, document).map(({ status }) => status)).toEqual(["same", "same", "same"]);
  });

  test("tell entries apart by their ids, not by their places", () => {
    const timeline = part(
      compared(
        { timeline: [entry("a", "First"), entry("b", "Second"), entry("c", "Third")] },
        { timeline: [entry("n", "New"), entry("a", "First"), entry("c", "Third now")] },
      ),
      "timeline",
    );
    expect(timeline?.rows.map(({ id, status }) => [id, status])).toEqual([
      ["n", "added"],
      ["a", "same"],
      ["b", "removed"],
      ["c", "changed"],
    ]);
    expect(timeline).toMatchObject({ status: "changed", reordered: false });
  });

  test("say when only the order has changed", () => {
    const [a, b] = [entry("a", "x"), entry("b", "y")];
    expect(part(compared({ timeline: [a, b] }, { timeline: [b, a] }), "timeline")).toMatchObject({
      status: "changed",
      reordered: true,
    });
  });

  test("show a section that is kept closer, and one that is gone", () => {
    const section = (audience: "city" | "cohort") => ({
      sections: [{ key: "lessons" as const, markdown: "Ask early.", html: "", empty: null, audience }],
    });
    const closer = part(compared(section("cohort"), section("city")), "lessons");
    expect(closer?.rows[0]?.fields.map(({ key, status }) => [key, status])).toEqual([
      ["text", "same"],
      ["audience", "changed"],
    ]);
    expect(part(compared(section("cohort"), { sections: [] }), "lessons")?.status).toBe("removed");
  });

  test("show a figure as it is read, with its source's name", () => {
    const figure = (value: number) => ({
      observations: [
        {
          ...{
            id: "f",
            label: "nodes",
            valueKind: "about" as const,
            value,
            valueTo: null,
            unit: "",
            asOf: "2020-05-18",
          },
          ...{ sourceId: "s", note: "", onCard: false, measures: null },
        },
      ],
      sources: [
        { id: "s", title: "Minutes", url: null, publisher: null, date: null, language: null, accessedOn: null },
      ],
    });
    const [row] = part(compared(figure(12), figure(14)), "observations")?.rows ?? [];
    const value = row?.fields.find(({ key }) => key === "value");
    expect(value?.blocks).toEqual([
      {
        kind: "changed",
        runs: [
          { kind: "same", text: "about " },
          { kind: "removed", text: "12" },
          { kind: "added", text: "14" },
        ],
      },
    ]);
    expect(row?.fields.find(({ key }) => key === "source")?.blocks).toEqual([{ kind: "same", text: "Minutes" }]);
  });
});
