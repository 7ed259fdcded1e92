import fc from "fast-check";
import { expect, it } from "vitest";
import { plainText, renderMarkdown } from "@/lib/text/markdown";
import { asMarkdown } from "./as-markdown";

const page = (words: string) => renderMarkdown(asMarkdown(words));

it("paragraphs stay apart, and a line goes on that a program broke for its length", () => {
  const long = "The keys were kept at the corner shop, where everybody could fetch them on";
  expect(page(`${long}\ntheir way home.\n\nIt worked.`)).toBe(`<p>${long}\ntheir way home.</p>\n<p>It worked.</p>`);
  expect(page("Dear Joost,\nthank you.")).toBe("<p>Dear Joost,<br />\nthank you.</p>");
});

it("lists, quotes and addresses are what they look like", () => {
  expect(page("Three things:\n- keys\n* tea\n• time\n\nThat is all.")).toBe(
    "<p>Three things:</p>\n<ul>\n<li>keys</li>\n<li>tea</li>\n<li>time</li>\n</ul>\n<p>That is all.</p>",
  );
  expect(page("1. keys\n2) tea")).toContain("<ol>");
  expect(page("> Nobody is left out.\nHow?")).toBe(
    "<blockquote>\n<p>Nobody is left out.</p>\n</blockquote>\n<p>How?</p>",
  );
  expect(page("See https://example.org/a_b_c?x=1&y=2")).toContain('href="https://example.org/a_b_c?x=1&amp;y=2"');
});

it("no sign hides or changes a word", () => {
  for (const words of [
    "# not a heading",
    "Rooms\n===",
    "5 * 3 * 2 and snake_case_name and _under_",
    "[1]: http://example.org",
    "[see](javascript:alert(1))",
    "`code` and ~~struck~~ and C:\\_new",
    "<script>alert(1)</script><b>bold</b>",
    "&amp; &lt; AT&T",
    "| a | b |",
    "![picture](http://example.org/x.png)",
  ])
    expect(plainText(page(words)), words).toBe(words.replace(/\s+/g, " "));
  expect(page("<script>alert(1)</script>")).not.toContain("<script");
});

it("every word that somebody wrote is on the page", () => {
  const line = fc.stringMatching(/^[ -~]{0,40}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const words = lines.join("\n");
      const shown = plainText(page(words));
      for (const word of words.match(/[A-Za-z]{2,}/g) ?? []) expect(shown).toContain(word);
    }),
  );
});
