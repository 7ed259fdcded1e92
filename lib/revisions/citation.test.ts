import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asBibtex, asCsl, asText, type Cited, fileNameFor } from "./citation";

const cited = (values: Partial<Cited> = {}): Cited => ({
  id: "0123456789abcdef",
  number: 3,
  city: { name: "Turin", slug: "turin" },
  title: "Torino Solidale",
  language: "en",
  date: "2026-11-23",
  url: "https://stafeta.example/write-ups/0123456789abcdef/revisions/3",
  demo: false,
  ...values,
});
const NASTY = `100 % of {nodes} & "houses" \\end{x} $5 #1 a_b ~ ^ Łódź, Köln, Düsseldorf\r\n\u0007'%`;

/** Reads an entry as BibTeX does: a value ends where its braces are even, whatever stands before a brace. */
function readBibtex(entry: string): Record<string, string> {
  const values: Record<string, string> = {};
  let depth = 0;
  let name = "";
  let value = "";
  for (const sign of entry.slice(entry.indexOf("\n"))) {
    if (sign === "}" && --depth === 0) {
      values[name.replace(/[,=\s]/g, "")] = value;
      [name, value] = ["", ""];
      continue;
    }
    if (depth > 0) value += sign;
    else if (sign !== "{") name += sign;
    if (sign === "{") depth += 1;
    if (depth < 0) break;
  }
  return values;
}

describe("a citation", () => {
  test("as text is one sentence with its permanent address", () => {
    expect(asText(cited(), "en")).toBe(
      "City of Turin, “Torino Solidale”, Stafeta, revision 3, 23 November 2026. https://stafeta.example/write-ups/0123456789abcdef/revisions/3",
    );
    expect(asText(cited({ demo: true }), "it")).toContain("(demo)");
  });

  test("as BibTeX names the city as one author and the day", () => {
    const entry = asBibtex(cited());
    expect(entry.startsWith("@misc{turin-0123456789abcdef-3,\n")).toBe(true);
    expect(readBibtex(entry)).toMatchObject({
      author: "{Turin}",
      title: "{Torino Solidale}",
      year: "2026",
      month: "11",
      url: "https://stafeta.example/write-ups/0123456789abcdef/revisions/3",
    });
  });

  test("as BibTeX survives braces, quotes, signs of TeX and line ends, and keeps its umlauts", () => {
    const { title } = readBibtex(asBibtex(cited({ title: NASTY })));
    expect(title).toBe(
      `{100 \\% of \\textbraceleft{}nodes\\textbraceright{} \\& "houses" \\textbackslash{}end\\textbraceleft{}x\\textbraceright{} \\$5 \\#1 a\\_b \\textasciitilde{} \\textasciicircum{} Łódź, Köln, Düsseldorf '\\%}`,
    );
  });

  test("as BibTeX ends where it should for every title and city", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (title, name) => {
        const entry = asBibtex(cited({ title, city: { name, slug: "x" } }));
        expect(Object.keys(readBibtex(entry))).toEqual([
          ...["author", "title", "year", "month", "date", "publisher", "note", "langid", "url"],
        ]);
        expect(entry.split("\n")).toHaveLength(12);
      }),
    );
  });

  test("as CSL-JSON can be read back word for word", () => {
    const [item] = JSON.parse(asCsl(cited({ title: `A "title" with \\ and {braces} from Łódź & Köln` })));
    expect(item).toMatchObject({
      title: `A "title" with \\ and {braces} from Łódź & Köln`,
      author: [{ literal: "Turin" }],
      issued: { "date-parts": [[2026, 11, 23]] },
      version: "3",
      URL: "https://stafeta.example/write-ups/0123456789abcdef/revisions/3",
    });
  });

  test("has a file name that means nothing to a header, a shell or a file system", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (slug) => {
        expect(fileNameFor(cited({ city: { name: "x", slug } }), "bib")).toMatch(
          /^[a-z0-9-]+-0123456789abcdef-3\.bib$/,
        );
      }),
    );
  });
});
