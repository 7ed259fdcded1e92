import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sayClash } from "./clash-words";
import type { Document } from "./document";
import { emptyDocument } from "./empty-document";
import { mergeDocuments } from "./merge";

const source = { id: "s1", title: "Report", url: null, publisher: null, date: null, language: null, accessedOn: null };
const said = (part: string, field: string, mine: unknown, theirs: unknown = null) =>
  sayClash({ part, entry: "e", name: "Meals", field, mine, theirs }, [source]);

describe("what two people answered differently is shown as they read it", () => {
  test.each([
    ["timeline", "date", "2020-05", "May 2020", "maggio 2020"],
    ["timeline", "phase", "respond", "Respond", "Rispondere"],
    ["timeline", "decisionLevel", "city", "City", "Comune"],
    ["observations", "onCard", true, "Yes", "Sì"],
    ["observations", "onCard", false, "No", "No"],
    ["observations", "evidence", "counted", "Counted", /^Contat/],
    [
      "observations",
      "valueKind",
      { valueKind: "range", value: 1500, valueTo: 2000 },
      "1,500 to 2,000",
      "1.500 a 2.000",
    ],
    ["funding", "amount", { amount: 4500050, currency: "EUR" }, "45,000.50 EUR", "45.000,50 EUR"],
    ["funding", "kind", "own-budget", "Own budget", "Bilancio proprio"],
    ["buildingBlocks", "transferable", "not-known", "Not known yet", "Non si sa ancora"],
    ["organisations", "sector", "sse", "Social and solidarity economy", "Economia sociale e solidale"],
    ["sections", "audience", "cohort", "The cohort", "Il gruppo di città"],
    ["sections", "empty", { why: "will-follow", by: "2027-03" }, /March 2027$/, /marzo 2027$/],
    ["themes", "themes", ["food", "housing"], "Food, Housing", "Cibo, Casa"],
    ["sdgs", "sdgs", [1, 11], /^1 No poverty, 11 /, /^1 Sconfiggere/],
  ])("%s, %s", (part, field, value, en, it) => {
    const { mine, theirs } = said(part, field, value);
    expect(mine).toMatchObject({ en: expect.stringMatching(en), it: expect.stringMatching(it) });
    expect(theirs).toBe("");
  });

  test("words stay as they were typed, and a source is called by its title", () => {
    expect(said("timeline", "who", "Arci", "Comune")).toMatchObject({ mine: "Arci", theirs: "Comune" });
    expect(said("timeline", "sourceId", "s1")).toMatchObject({ mine: "Report", theirs: "" });
    expect(said("observations", "unit", "percent", "households")).toMatchObject({ mine: "%", theirs: "households" });
    expect(said("contact", "contact", { name: "Office", email: "a@city.example" })).toMatchObject({
      mine: "Office, a@city.example",
    });
  });

  test("the same field is asked by the question of its own form", () => {
    expect(said("timeline", "what", "").question).toMatchObject({ en: "What happened" });
    expect(said("buildingBlocks", "what", "").question).toMatchObject({ en: "What it is", it: "Che cos’è" });
    expect(said("funding", "kind", "").question).toMatchObject({ en: "Kind of source" });
  });

  test("every clash of two documents has its question in both languages", () => {
    const entries = (mark: string): Partial<Document> => ({
      title: `Title ${mark}`,
      card: mark,
      startedOn: `202${mark}`,
      maturity: mark === "1" ? "pilot" : "ended",
      contact: { name: mark, email: null },
      timeline: [
        {
          id: "t",
          date: `202${mark}`,
          phase: mark === "1" ? "respond" : "rebuild",
          what: mark,
          who: mark,
          decisionLevel: mark === "1" ? "city" : "region",
          effect: mark,
          sourceId: mark,
        },
      ],
      observations: [
        {
          id: "o",
          label: mark,
          valueKind: "exact",
          value: Number(mark),
          valueTo: null,
          unit: mark,
          asOf: `202${mark}`,
          from: `201${mark}`,
          evidence: mark === "1" ? "counted" : "planned",
          strength: mark === "1" ? "weak" : "strong",
          sourceId: mark,
          note: mark,
          onCard: false,
          measures: mark,
        },
      ],
      organisations: [{ id: "g", name: mark, sector: mark, role: mark, sseType: mark, legalForm: mark, url: mark }],
      buildingBlocks: [{ id: "b", name: mark, what: mark, needs: mark, transferable: mark === "1" ? "yes" : "partly" }],
      funding: [
        {
          id: "f",
          kind: mark === "1" ? "eu" : "other",
          label: mark,
          amount: Number(mark),
          currency: "EUR",
          date: `202${mark}`,
          sourceId: mark,
        },
      ],
      sources: [
        {
          id: "s",
          title: mark,
          url: mark,
          publisher: mark,
          date: `202${mark}`,
          language: mark === "1" ? "en" : "it",
          accessedOn: `202${mark}`,
        },
      ],
    });
    const [base, mine, theirs] = ["0", "1", "2"].map((mark) => ({
      ...emptyDocument("case", "", ""),
      ...entries(mark),
    })) as [Document, Document, Document];
    const { clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes.length).toBeGreaterThan(30);
    for (const clash of clashes)
      expect(sayClash(clash, []).question, `${clash.part} ${clash.field}`).toMatchObject({
        en: expect.stringMatching(/./),
        it: expect.stringMatching(/./),
      });
  });

  test("whatever stands in a document can be said", () => {
    const field = fc.constantFrom("date", "phase", "sdgs", "onCard", "sourceId", "unit", "audience", "who", "language");
    fc.assert(
      fc.property(
        field,
        fc.stringMatching(/^[a-z0-9 .-]{0,20}$/),
        (name, value) => said("timeline", name, value).entry === "Meals",
      ),
    );
  });
});
