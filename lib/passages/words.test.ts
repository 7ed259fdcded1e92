import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/text/markdown";
import { wordsOf } from "./words";

const MARKDOWN = `First **bold** words & a [link](https://example.org/?a=1&b=2) "quoted"
on a second line.

## A heading

- one
- two

  - inner *point*
- three

> Said by *somebody*.
>
> And more.

| Part | Needs |
| --- | --- |
| Hall | keys <b> |

    code   here
    & there
`;

describe("wordsOf", () => {
  const html = renderMarkdown(MARKDOWN);
  const words = wordsOf(html);
  const said = words.blocks.map(({ tag, start, end }) => [tag, words.text.slice(start, end)]);

  it("gives the words one reads, block by block", () => {
    expect(said).toEqual(
      [
        ["p", 'First bold words & a link "quoted" on a second line.'],
        ["h3", "A heading"],
        ["li", "one"],
        ["p", "two"],
        ["li", "inner point"],
        ["li", "three"],
        ["p", "Said by somebody."],
        ["p", "And more."],
        ["tr", "Part Needs"],
        ["tr", "Hall keys <b>"],
        ["pre", "code here & there"],
      ].map(([tag, text]) =>
        tag === "p" && text === "two"
          ? [expect.stringMatching(/^(p|li)$/), text]
          : tag === "li"
            ? [expect.stringMatching(/^(p|li)$/), text]
            : [tag, text],
      ),
    );
    expect(words.text).toBe(said.map(([, text]) => text).join("\n"));
  });

  it("knows where in the HTML each letter stands", () => {
    for (const [at, letter] of words.text.split("").entries()) {
      const source = html.slice(words.from[at], words.to[at]);
      if (letter === "\n") expect(source).toBe("");
      else if (letter !== " ") expect([letter, "&amp;", "&lt;", "&gt;", "&quot;"]).toContain(source);
      else expect(source.trim()).toMatch(/^$/);
    }
  });

  it("says where something can stand below each block", () => {
    for (const block of words.blocks) {
      expect(html.slice(block.top.from)).toMatch(/^<(p|h3|ul|blockquote|table|pre)>/);
      expect(html.slice(0, block.top.to)).toMatch(/<\/(p|h3|ul|blockquote|table|pre)>$/);
      if (!block.inList) expect(block.below).toBe(block.top.to);
      else expect(html.slice(block.below)).toMatch(/^\s*<(\/li|ul|p)>/);
    }
  });

  it("keeps letters outside the basic plane whole, and takes HTML apart that nobody should have written", () => {
    expect(wordsOf("<p>a &#x1F600; b &unknown; &#0;</p>").text).toBe("a 😀 b &unknown; \uFFFD");
    expect(wordsOf("").blocks).toEqual([]);
    expect(wordsOf("<p></p><p> </p>").text).toBe("");
    expect(wordsOf("loose <em>words</em>").blocks).toHaveLength(1);
  });
});
