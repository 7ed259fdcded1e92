import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvFile, unguarded } from "./csv";

const read = (file: string) => parse(file, { bom: true, relax_column_count: true }) as string[][];
const anything = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 5 }), { minLength: 1 });

test("every cell comes back as it was", () => {
  fc.assert(
    fc.property(anything, (rows) => {
      expect(read(csvFile(rows)).map((row) => row.map(unguarded))).toEqual(rows);
    }),
  );
});

test.each(["=1+1", "+39 011", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", '"=1', "＝1", "|calc"])(
  "a spreadsheet takes %j for text",
  (cell) => {
    const [[first = ""] = []] = read(csvFile([[cell, "x"]]));
    expect(first.startsWith("'")).toBe(true);
    expect(unguarded(first)).toBe(cell);
  },
);

test("an ordinary apostrophe stays", () => {
  expect(unguarded("'t Hooft")).toBe("'t Hooft");
});
