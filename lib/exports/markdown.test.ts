import { expect, test } from "vitest";
import { renderMarkdown } from "@/lib/text/markdown";
import { markdownFile } from "./markdown";
import type { Part } from "./outline";

const file = (...blocks: Part[]) =>
  markdownFile([{ title: "T", language: "en", url: "https://stafeta.example/write-ups/x", blocks }], {
    title: 'A "title"',
  });

test("it says on top what it is", () => {
  expect(file()).toMatch(/^---\ntitle: "A \\"title\\""\n---\n/);
});

test("the Markdown of a section stays as it was written, its headings under the section's", () => {
  const markdown = "# One\n\n*as typed*\n\n```\n# code\n```\n\n##### Five";
  expect(file({ type: "prose", markdown, blocks: [] })).toContain(
    "### One\n\n*as typed*\n\n```\n# code\n```\n\n###### Five",
  );
});

test("signs in a field are not taken for Markdown", () => {
  const text = "5 * 3 * 2 [x](y) <b> a_b_c # `z` | ~~s~~";
  const written = file({ type: "paragraph", spans: [{ text }] }).split("---\n\n")[1] ?? "";
  expect(renderMarkdown(written)).toBe(`<p>${text.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>`);
});

test("a cell keeps a line break and an upright stroke", () => {
  const table: Part = {
    type: "table",
    named: true,
    head: [[{ text: "a" }], [{ text: "b" }]],
    rows: [[[{ text: "1\n2" }], [{ text: "x | y" }]]],
  };
  expect(file(table)).toContain("| a | b |\n| --- | --- |\n| 1<br>2 | x \\| y |");
});
