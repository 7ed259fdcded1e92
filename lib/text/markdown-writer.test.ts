import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formattedTexts } from "./markdown-documents";
import { flatHtml } from "./markdown-flat";
import { markdownToHtml } from "./markdown-html";
import { splitAddresses } from "./markdown-link";
import type { RichNode } from "./markdown-nodes";
import { writeMarkdown } from "./markdown-writer";

const TAGS: Record<string, string> = { bold: "strong", italic: "em", strike: "del", code: "code" };
const BLOCKS: Record<string, string> = {
  paragraph: "p",
  bulletList: "ul",
  listItem: "li",
  blockquote: "blockquote",
  table: "table",
  tableRow: "tr",
};

/** The HTML of a text straight from its nodes, without Markdown in between. */
function html(node: RichNode, oneLine = false): string {
  const inside = (node.content ?? []).map((one) => html(one, oneLine || isOneLine(node))).join("");
  switch (node.type) {
    case "doc":
      return inside;
    case "text":
      return words(node);
    case "hardBreak":
      return oneLine ? " " : "<br>";
    case "heading":
      return `<h${node.attrs?.level}>${inside}</h${node.attrs?.level}>`;
    case "orderedList":
      return `<ol${node.attrs?.start === 1 ? "" : ` start="${node.attrs?.start}"`}>${inside}</ol>`;
    case "codeBlock":
      return `<pre><code>${inside}</code></pre>`;
    case "horizontalRule":
      return "<hr>";
    case "tableHeader":
    case "tableCell": {
      const tag = node.type === "tableHeader" ? "th" : "td";
      const align = node.attrs?.align ? ` align="${node.attrs.align}"` : "";
      return `<${tag}${align}>${inside.replace(/<\/?p>/g, "")}</${tag}>`;
    }
    default:
      return `<${BLOCKS[node.type]}>${inside}</${BLOCKS[node.type]}>`;
  }
}

function isOneLine({ type }: RichNode): boolean {
  return type === "heading" || type === "tableCell" || type === "tableHeader";
}

function words({ text: all = "", marks = [] }: RichNode): string {
  const link = marks.find(({ type }) => type === "link")?.attrs?.href;
  const isCode = marks.some(({ type }) => type === "code");
  const parts = link || isCode ? [{ text: all, href: link ?? null }] : splitAddresses(all);
  return parts
    .map((part) => {
      const text = escaped(part.text);
      const linked = part.href ? `<a href="${escaped(String(part.href))}">${text}</a>` : text;
      return marks.reduce(
        (inside, { type }) => (TAGS[type] ? `<${TAGS[type]}>${inside}</${TAGS[type]}>` : inside),
        linked,
      );
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

const doc = (...content: RichNode[]): RichNode => ({ type: "doc", content });
const typed = (text: string, ...marks: string[]): RichNode => ({
  type: "text",
  text,
  marks: marks.map((type) => ({ type })),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });
const item = (...content: RichNode[]): RichNode => ({ type: "listItem", content });

describe("a formatted text, written as Markdown", () => {
  it("reads the same when it is shown", () => {
    fc.assert(
      fc.property(formattedTexts, (text) => {
        const headings = /<(\/?)h[2-5]>/g;
        const shown = markdownToHtml(writeMarkdown(text)).replace(headings, "<$1h>");
        expect(flatHtml(shown)).toEqual(flatHtml(html(text).replace(headings, "<$1h>")));
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    ["1. no list", "1\\. no list"],
    ["# no heading", "\\# no heading"],
    ["- no list", "\\- no list"],
    ["2 * 3 * 4 and ~100 people", "2 \\* 3 \\* 4 and \\~100 people"],
    ["a_b_c _d_", "a_b_c \\_d\\_"],
    ["<b>AT&amp;T</b> & a < b", "\\<b>AT\\&amp;T\\</b> & a < b"],
    ["see https://example.org/a_b.", "see <https://example.org/a_b>."],
    ["write to anna@example.org", "write to <anna@example.org>"],
    ["two  blanks and\ttabs ", "two blanks and tabs"],
  ])("keeps what looks like a sign of Markdown as words: %s", (text, markdown) => {
    expect(writeMarkdown(doc(paragraph(typed(text))))).toBe(markdown);
  });

  it.each([
    [[typed("<#"), typed("a@b.it> ", "code")], "\\<#`a@b.it>`"],
    [[typed("a ", "bold"), typed("b")], "**a** b"],
    [[typed("a ", "bold"), typed("b", "bold", "italic")], "**a _b_**"],
    [[typed("un"), typed("do", "italic"), typed("ing")], "un*do*ing"],
    [[typed("“a”", "bold"), typed("b")], "**“a”**&#x62;"],
    [[typed("a", "italic"), typed("b", "bold")], "_a_**b**"],
    [[typed("a"), { type: "hardBreak" }, typed("- b")], "a\\\n\\- b"],
    [[typed("a`b", "code", "bold")], "**``a`b``**"],
    [[typed("b"), typed("a", "bold"), typed("*", "bold", "italic"), typed(" c")], "&#x62;**&#x61;_\\*_** c"],
  ])("writes marks so that they count where they stand (%#)", (content, markdown) => {
    expect(writeMarkdown(doc(paragraph(...content)))).toBe(markdown);
  });

  it("keeps two lists in a row apart and leaves out what is empty", () => {
    const list = (text: string) => ({ type: "bulletList", content: [item(paragraph(typed(text))), item(paragraph())] });
    expect(writeMarkdown(doc(paragraph(), list("a"), list("b"), paragraph()))).toBe("- a\n\n* b");
  });

  it("writes no link to where no link may lead", () => {
    const link = { type: "link", attrs: { href: "javascript:alert(1)" } };
    expect(writeMarkdown(doc(paragraph({ type: "text", text: "words", marks: [link] })))).toBe("words");
  });
});
