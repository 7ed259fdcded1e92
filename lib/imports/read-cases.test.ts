import { expect, test } from "vitest";
import { csvFile } from "@/lib/exports/csv";
import { decoded } from "./decode";
import { exampleTable } from "./example";
import { ROWS_MAX } from "./limits";
import { readImport } from "./read";

const table = (...rows: string[][]) => csvFile(rows);
const HEAD = ["Title", "Language", "Crisis"];
const problems = (text: string) =>
  readImport(text).problems.map(({ place, field, key }) => `${place?.line ?? "-"} ${field ?? "-"} ${key}`);
const title = (text: string) => readImport(text).candidates.map(({ writeUp }) => writeUp.texts[0]?.document.title);

test.each(["en", "it"] as const)("the example that people start from fits (%s)", (locale) => {
  const { candidates, problems } = readImport(exampleTable(locale));
  expect(problems).toEqual([]);
  expect(candidates[0]?.writeUp).toMatchObject({
    kind: "case",
    language: locale,
    crisis: { type: "flood", hazard: "meteorological-hydrological" },
    texts: [
      {
        document: {
          beganOn: "2020-03-16",
          timeline: [{ date: "2020-03-18", phase: "respond", sourceId: "source-1" }],
          observations: [{ valueKind: "about", value: 250, asOf: "2020-03", sourceId: "source-1" }],
          sources: [{ id: "source-1", date: "2020-03" }],
          themes: ["food", "volunteering"],
          sdgs: [2, 11],
          organisations: [{ sector: "sse", role: "delivery" }],
        },
      },
    ],
  });
});

test("each problem is told with the line that its row begins on, and its column", () => {
  const text = table(
    [...HEAD, "first action", "timeline"],
    ["One", "it", "flood", "30 February 2020", ""],
    ["Two\nlines", "it", "flood", "2020", "2020-03 | Respond | It began"],
    ["", "klingon", "", "2020", "soon | never |"],
  );
  expect(problems(text)).toEqual([
    "2 firstAction imports.error.noSuchDay",
    "5 timeline imports.error.dateTyped",
    "5 timeline imports.error.term",
    "5 language imports.error.language",
    "5 crisis imports.error.crisis",
    "5 title writing.error.titleMissing",
  ]);
});

test("semicolons, tabs, a mark at the start and the letters of an old spreadsheet are read", () => {
  expect(title("\ufeffTitolo;Lingua;Crisi\r\nCittà;it;Alluvione\r\n")).toEqual(["Città"]);
  expect(title("title\tlanguage\tcrisis\nA, b\tit\tCOVID-19\n")).toEqual(["A, b"]);
  const old = Uint8Array.from("titolo;lingua;crisi\nCitt\xe0 \x93ferma\x94;it;alluvione\n", (letter) =>
    letter.charCodeAt(0),
  );
  expect(title(decoded(old))).toEqual(["Città “ferma”"]);
  const wide = Buffer.from("\ufefftitolo;lingua;crisi\nŁódź;pl;covid\n", "utf16le");
  expect(title(decoded(wide))).toEqual(["Łódź"]);
});

test("a cell that was guarded against formulas is as it was before", () => {
  expect(title(table(HEAD, ["=1+1", "en", "flood"]))).toEqual(["=1+1"]);
});

test("what is no table of cases is told as such", () => {
  expect(problems("")).toEqual(["- - imports.error.head"]);
  expect(problems("a,b\n1,2\n")).toEqual(["- - imports.error.head"]);
  expect(problems("title,language,crisis\n")).toEqual(["- - imports.error.nothing"]);
  expect(problems('title,language,crisis\n"never,closed,x\n')).toEqual(["2 - imports.error.quotes"]);
  expect(problems("title,title,language\nx,y,en\n")).toContain("- title imports.error.columnTwice");
  expect(problems("title,language,crisis\nOne,en,flood,more\n")).toEqual(["2 - imports.error.cells"]);
});

test("NUL and half a letter are refused, with their row", () => {
  expect(problems(table(HEAD, ["A\0b", "en", "flood"], ["fine", "en", "flood"]))).toEqual([
    "2 title errors.field.characters",
  ]);
});

test("the same row twice is told, and more rows than a file may have", () => {
  expect(problems(table(HEAD, ["One", "en", "flood"], ["One", "en", "flood"]))).toEqual(["3 - imports.error.sameLine"]);
  const many = Array.from({ length: ROWS_MAX + 1 }, (_, index) => [`Case ${index}`, "en", "flood"]);
  expect(problems(table(HEAD, ...many))).toEqual(["- - imports.error.rows"]);
});

test("columns that nobody knows are passed over, and said so", () => {
  const { notes, candidates } = readImport(table([...HEAD, "colour", "city"], ["One", "en", "flood", "red", "Turin"]));
  expect(notes.map(({ values }) => values?.column)).toEqual(["colour", "city"]);
  expect(candidates).toHaveLength(1);
});
