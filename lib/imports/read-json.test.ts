import { expect, test } from "vitest";
import { FORMAT, type PortableWriteUp } from "@/lib/exports/format";
import { readImport } from "./read";

const text = (document: Record<string, unknown> = {}) => ({
  language: "en",
  document: { title: "A case", ...document },
});
const one = (change: Record<string, unknown> = {}) => ({
  kind: "practice",
  language: "en",
  texts: [text()],
  ...change,
});
const file = (...writeUps: unknown[]) => JSON.stringify({ format: FORMAT, version: 1, writeUps });
const problems = (given: string) =>
  readImport(given).problems.map(({ place, field, key }) => `${place?.number ?? "-"} ${field ?? "-"} ${key}`);

test("a title is enough; what is left out is empty", () => {
  const { candidates, problems } = readImport(file(one()));
  expect(problems).toEqual([]);
  expect(candidates[0]?.writeUp satisfies PortableWriteUp | undefined).toMatchObject({
    quickNote: false,
    crisis: null,
  });
});

test("each problem is told with the write-up and the path", () => {
  expect(
    problems(
      file(
        one(),
        one({ texts: [text({ title: "", beganOn: "2020-02-30", themes: ["cats"], colour: "red" })] }),
        one({ kind: "case" }),
        one({ language: "it" }),
        one({ texts: [text({ sections: [{ key: "trigger", audience: "public", markdown: "x" }] })] }),
        one({ texts: [text({ timeline: [{ id: "a", date: "2020", phase: "respond", what: "x", sourceId: "s" }] })] }),
        one({ texts: [text({ sources: [{ id: "s", title: "x", url: "javascript:alert(1)" }] })] }),
      ),
    ),
  ).toEqual([
    "2 texts.0.document.title writing.error.titleMissing",
    "2 texts.0.document.beganOn imports.error.date",
    "2 texts.0.document.themes.0 imports.error.notInList",
    "2 texts.0.document.colour imports.error.unknownField",
    "7 texts.0.document.sources.0.url writing.error.url",
    "3 crisis writing.error.crisisMissing",
    "4 language imports.error.original",
    "5 texts.0.document.sections.0.key imports.error.section",
    "6 texts.0.document.timeline.0.sourceId imports.error.source",
  ]);
});

test("what is no file of write-ups is told as such", () => {
  expect(problems('{"format":\n"x",\n!}')).toEqual(["- - imports.error.jsonLine"]);
  expect(problems("{}")).toEqual(["- - imports.error.format"]);
  expect(problems(JSON.stringify({ format: FORMAT, version: 2, writeUps: [] }))).toEqual(["- - imports.error.version"]);
  expect(problems(file())).toEqual(["- - imports.error.nothing"]);
  expect(problems("[".repeat(100_000))).toHaveLength(1);
});

test("NUL is refused wherever it stands", () => {
  expect(problems(file(one({ texts: [text({ card: "a\0b" })] })))).toEqual([
    "1 texts.0.document.card errors.field.characters",
  ]);
});

test("the same write-up twice is told", () => {
  expect(problems(file(one(), one()))).toEqual(["2 - imports.error.sameNumber"]);
});

test("files that are not inside are left out, and said so", () => {
  const media = { id: "m", fileId: "f", url: "https://x.example/f", kind: "document", size: 1, audience: "public" };
  const { notes, problems } = readImport(file(one({ texts: [text({ media: [media] })] })));
  expect(problems).toEqual([]);
  expect(notes).toEqual([{ place: { line: null, number: 1 }, key: "imports.note.files", values: { count: 1 } }]);
});
