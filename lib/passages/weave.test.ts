import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/text/markdown";
import { demoTexts } from "./testing/texts";
import { randomFrom } from "./testing/tracked";
import { type Mark, weave } from "./weave";
import { wordsOf } from "./words";

const fold = (notes: string[]) => notes.join("");
const mark = (html: string, quote: string, n = 1): Mark => {
  const start = wordsOf(html).text.indexOf(quote);
  return { start, end: start + quote.length, ref: `<a class="ref">${n}</a>`, note: `<aside>${n}</aside>` };
};
const woven = (html: string, marks: Mark[]) => weave(html, { marks, fold }).join("");

describe("weave", () => {
  it("marks words across bold and links, and puts the number after the link", () => {
    const html = renderMarkdown("One **two three** [four five](https://example.org) six.");
    expect(woven(html, [mark(html, "three four")])).toBe(
      '<div class="spot"><p>One <strong>two <mark class="passage">three</mark></strong> <a href="https://example.org" rel="nofollow ugc noopener"><mark class="passage">four</mark> five</a><a class="ref">1</a> six.</p><aside>1</aside></div>',
    );
  });

  it("keeps entities whole and leaves attributes alone", () => {
    const html = renderMarkdown("A & B < C [link](https://example.org/?a=1&b=A) D");
    expect(woven(html, [mark(html, "& B < C")])).toContain(
      'A <mark class="passage">&amp; B &lt; C</mark><a class="ref">1</a> <a href="https://example.org/?a=1&amp;b=A"',
    );
  });

  it("marks passages that overlap once, each with its number and its comment in order", () => {
    const html = renderMarkdown("One two three four five.");
    expect(woven(html, [mark(html, "two three", 1), mark(html, "three four", 2)])).toBe(
      '<div class="spot"><p>One <mark class="passage">two three<a class="ref">1</a> four</mark><a class="ref">2</a> five.</p><aside>1</aside><aside>2</aside></div>',
    );
  });

  it("puts what is said about a point of a list below it, before the points within it", () => {
    const html = renderMarkdown("- one\n  - inner\n- two");
    expect(woven(html, [mark(html, "one", 1), mark(html, "two", 2)]).replace(/\n/g, "")).toBe(
      '<ul><li><mark class="passage">one</mark><a class="ref">1</a><aside>1</aside><ul><li>inner</li></ul></li><li><mark class="passage">two</mark><a class="ref">2</a><aside>2</aside></li></ul>',
    );
  });

  it("goes on after a row of a table and after a quotation, never inside them", () => {
    const html = renderMarkdown("| A | B |\n| - | - |\n| cell one | cell two |\n\n> Said once.\n>\n> Said twice.");
    const out = woven(html, [mark(html, "cell two", 1), mark(html, "once", 2)]).replace(/\n/g, "");
    expect(out).toMatch(/<\/table><aside>1<\/aside><\/div><div class="spot"><blockquote>/);
    expect(out).toMatch(/<\/blockquote><aside>2<\/aside><\/div>$/);
  });

  it("parts the text below the block where a field is to stand", () => {
    const html = renderMarkdown("One.\n\n- two\n- three\n\nFour.");
    expect(weave(html, { marks: [], fold, part: 1 })).toEqual([
      expect.stringMatching(/three<\/li>\n<\/ul>$/),
      expect.stringMatching(/^\n<p>Four/),
    ]);
  });

  it("takes nothing away and opens no tag that it does not close, whatever is marked", () => {
    const random = randomFrom(7);
    for (const text of demoTexts()) {
      const html = renderMarkdown(
        text
          .split("\n")
          .map((line, n) => (n % 3 === 1 ? `- ${line.replace(/(\w+) (\w+)/, "**$1** [$2](https://x.org)")}` : line))
          .join("\n\n"),
      );
      const { length } = wordsOf(html).text;
      const marks = Array.from({ length: 8 }, (_, n): Mark => {
        const start = Math.floor(random() * (length - 2));
        const end = Math.min(length, start + 1 + Math.floor(random() * 300));
        return { start, end, ref: `<a class="ref">${n}</a>`, note: `<aside>${n}</aside>` };
      });
      const out = woven(html, marks);
      const bare = out.replace(
        /<a class="ref">\d<\/a>|<\/?mark[^>]*>|<aside>\d<\/aside>|<div class="spot">|<\/div>/g,
        "",
      );
      expect(bare).toBe(html);
      expect(balanced(out)).toBe(true);
    }
  });
});

function balanced(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, tag = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (["br", "hr"].includes(tag)) continue;
    if (!slash) open.push(tag);
    else if (open.pop() !== tag) return false;
  }
  return open.length === 0;
}
