import fc from "fast-check";
import { expect, test } from "vitest";
import { renderMarkdown } from "@/lib/text/markdown";
import { type Block, richText } from "./rich-text";

const of = (markdown: string) => richText(renderMarkdown(markdown));
const words = (blocks: Block[]): string =>
  blocks
    .map((block) => {
      if (block.type === "list") return block.items.map(words).join(" ");
      if (block.type === "quote") return words(block.blocks);
      if (block.type === "table")
        return [block.head, ...block.rows]
          .flat(2)
          .map(({ text }) => text)
          .join(" ");
      if (block.type === "code") return block.text;
      return "spans" in block ? block.spans.map(({ text }) => text).join("") : "";
    })
    .join(" ");

test("headings, lists, tables and quotes keep their structure", () => {
  const blocks = of("# Head\n\n1. one\n2. two\n   - in two\n\n> said\n\n| a | b |\n| --- | --- |\n| 1 | **2** |");
  expect(blocks.map(({ type }) => type)).toEqual(["heading", "list", "quote", "table"]);
  expect(blocks[1]).toMatchObject({ ordered: true, start: 1, items: [[{}], [{}, { type: "list", ordered: false }]] });
  expect(blocks[3]).toMatchObject({
    head: [[{ text: "a" }], [{ text: "b" }]],
    rows: [[[{ text: "1" }], [{ text: "2", bold: true }]]],
  });
});

test("links keep their address, and nothing but links of the web and of mail is one", () => {
  expect(of("See [it](https://example.org/?a=1&b=2).")).toEqual([
    {
      type: "paragraph",
      spans: [{ text: "See " }, { text: "it", href: "https://example.org/?a=1&b=2" }, { text: "." }],
    },
  ]);
  expect(JSON.stringify(of("[x](javascript:alert(1))"))).not.toContain("href");
});

test("HTML comes out as text", () => {
  expect(words(of("a <script>alert(1)</script> b"))).toContain("<script>alert(1)</script>");
});

test("no words are lost, whatever somebody typed", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1 }), fc.string(), (list, noise) => {
      const text = words(of(`${list.join(" ")}\n\n${noise.replaceAll("\0", "")}`));
      for (const word of list) expect(text).toContain(word);
    }),
  );
});

test("a thousand quotes in each other are no trouble", () => {
  expect(words(of(`${">".repeat(1000)} deep`))).toContain("deep");
});
