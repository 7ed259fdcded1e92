import { expect, test } from "vitest";
import type { Document } from "./document";
import { emptyDocument } from "./empty-document";
import { sourceRows } from "./entry-sources";
import { minutesLeft, nextTask, TASKS, taskState } from "./tasks";

const entry = { id: "e", date: "2020", phase: "respond", what: "x", who: "", sourceId: null } as const;

test("a new case has its title done and everything else waiting; the timeline comes next", () => {
  const document = emptyDocument("case", "T", "C");
  expect(TASKS.case.filter((task) => taskState("case", document, task) === "done")).toEqual(["title"]);
  expect(nextTask("case", document)).toBe("timeline");
  expect(TASKS.practice).not.toContain("timeline");
});

test("a timeline is in progress until it has three dates", () => {
  const state = (count: number) =>
    taskState(
      "case",
      { ...emptyDocument("case", "T", ""), timeline: Array.from({ length: count }, () => entry) },
      "timeline",
    );
  expect([0, 1, 2, 3].map(state)).toEqual(["not-started", "in-progress", "in-progress", "done"]);
});

test("a section that says why it stays empty is done; one that will follow is not", () => {
  const state = (why: "not-known" | "will-follow") => {
    const document = emptyDocument("case", "T", "");
    const sections = document.sections.map((section) => ({ ...section, empty: { why, by: null } }));
    return taskState("case", { ...document, sections }, "readiness");
  };
  expect([state("not-known"), state("will-follow")]).toEqual(["done", "in-progress"]);
});

test("terms are begun by any of them, and done with policy areas and themes", () => {
  const state = (chosen: Partial<Document>) =>
    taskState("case", { ...emptyDocument("case", "T", ""), ...chosen }, "tags");
  const both: Partial<Document> = { policyAreas: ["health"], themes: ["food"] };
  expect([{}, { sdgs: [3] }, { scale: "city" }, both].map(state)).toEqual([
    "not-started",
    "in-progress",
    "in-progress",
    "done",
  ]);
});

test("what comes next starts after the task that was just saved, and ends where nothing is left", () => {
  const document = emptyDocument("case", "T", "");
  expect(nextTask("case", document, "lessons")).toBe("corrective-actions");
  expect(nextTask("case", document, "contact")).toBe("title");
});

test("the time that is left falls with each task that is done, and is nothing at the end", () => {
  const fresh = emptyDocument("practice", "T", "C");
  const answered = {
    ...fresh,
    sections: fresh.sections.map((section) => ({ ...section, empty: { why: "not-known" as const, by: null } })),
  };
  expect(minutesLeft("practice", fresh)).toBeGreaterThan(minutesLeft("practice", answered));
  const source = { sourceId: "s", date: null };
  const done: Document = {
    ...answered,
    observations: [
      {
        id: "o",
        label: "x",
        valueKind: "exact",
        value: 1,
        valueTo: null,
        unit: "",
        asOf: null,
        sourceId: "s",
        note: "",
        onCard: false,
        measures: null,
      },
    ],
    organisations: [{ id: "a", name: "A", sector: null, role: null, url: null }],
    funding: [{ id: "f", kind: "eu", label: "", amount: 1, currency: "EUR", ...source }],
    sources: [
      { id: "s", title: "S", url: "https://a.org", publisher: null, date: null, language: null, accessedOn: null },
    ],
    contact: { name: "", email: "office@city.example" },
    policyAreas: ["data"],
    themes: ["food"],
  };
  expect(minutesLeft("practice", done)).toBe(0);
});

test("a case waits for somebody to look that nobody can be recognised", () => {
  const contact = { name: "Office", email: null };
  const state = (nobodyRecognisable: boolean) =>
    taskState("case", { ...emptyDocument("case", "T", ""), contact, nobodyRecognisable }, "contact");
  expect([state(false), state(true)]).toEqual(["in-progress", "done"]);
});

test("the same address is one source, a source that no row names any more is gone, all others stay", () => {
  const source = (id: string, url: string | null) => ({
    id,
    title: id,
    url,
    publisher: "P",
    date: null,
    language: null,
    accessedOn: null,
  });
  const document: Document = {
    ...emptyDocument("case", "T", ""),
    timeline: [{ ...entry, sourceId: "used" }],
    sources: [source("used", "https://a.org"), source("other", "https://b.org")],
  };
  const typed = (title: string, url: string | null) => ({ id: "", source: { title, url } });
  const { rows, sources } = sourceRows<{ id: string; sourceId: string | null }>(
    document,
    [typed("B", "https://b.org"), typed("", "https://www.c.org/x"), typed("Minutes", null), { id: "", source: null }],
    document.timeline,
    () => "new",
  );
  expect(rows.map(({ sourceId }) => sourceId)).toEqual(["other", "new", "new", null]);
  expect(sources.map(({ id, title }) => [id, title])).toEqual([
    ["other", "B"],
    ["new", "c.org"],
    ["new", "Minutes"],
  ]);
  expect(sources[0]?.publisher).toBe("P");
});
