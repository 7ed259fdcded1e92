import fc from "fast-check";
import type { RichNode } from "./markdown-nodes";

const SIGNS = [
  "*",
  "_",
  "**",
  "~",
  "~~",
  "`",
  "``",
  "[",
  "]",
  "(",
  ")",
  "<",
  ">",
  "&",
  "&amp;",
  "#",
  "##",
  "|",
  "\\",
  "!",
];
const STARTS = [
  "- ",
  "+ ",
  "1. ",
  "12) ",
  "# ",
  "> ",
  "---",
  "===",
  ":-",
  "| ",
  "```",
  "[x]: y",
  "<b>",
  "    ",
  "www.",
];
const LETTERS = [
  "a",
  "è",
  "łódź",
  "snake_case",
  "9",
  "“a”",
  "—",
  "…",
  "😀",
  "a@b.it",
  "http://x.it/a_b",
  "x < y",
  "\u00a0",
];

/** Words with everything in them that Markdown might take for a sign of its own. */
const words = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...LETTERS) },
      { weight: 3, arbitrary: fc.constantFrom(" ") },
      { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
      { weight: 1, arbitrary: fc.constantFrom(...STARTS) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) =>
    parts
      .join("")
      .replace(/\p{Cc}/gu, "")
      .normalize("NFC"),
  );

const HREFS = [
  "https://example.org/",
  "https://example.org/a_(b)?c=1&copy;=2#d",
  "mailto:anna@example.org",
  "/library",
];

const marks = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 5, arbitrary: fc.uniqueArray(fc.constantFrom("bold", "italic", "strike", "code"), { maxLength: 3 }) },
);

const leaf = fc
  .tuple(words, marks, fc.constantFrom(...HREFS, ...Array.from({ length: 16 }, () => null)))
  .map(([text, types, href]): RichNode => {
    const all = types.map((type) => ({ type }));
    const isCode = all.some(({ type }) => type === "code");
    // Code with a backslash before a bar in a table, or with "]:" in a link, loses its mark.
    const typed = isCode ? text.replaceAll("\\", "/").replaceAll("]:", "]") : text;
    return { type: "text", text: typed, marks: href ? [...all, { type: "link", attrs: { href } }] : all };
  });
const visible = leaf.filter(({ text = "" }) => text.trim() !== "");
const lineBreak = fc.constant<RichNode>({ type: "hardBreak" });
const inline = fc
  .tuple(
    visible,
    fc.array(fc.oneof({ weight: 8, arbitrary: leaf }, { weight: 1, arbitrary: lineBreak }), { maxLength: 4 }),
  )
  .chain(([first, middle]) => visible.map((last) => [first, ...middle, last]));
const line = fc.tuple(visible, fc.array(leaf, { maxLength: 3 })).map(([first, rest]) => [first, ...rest]);

const paragraph = inline.map((content): RichNode => ({ type: "paragraph", content }));
const heading = fc
  .tuple(fc.integer({ min: 2, max: 5 }), line)
  .map(([level, content]): RichNode => ({ type: "heading", attrs: { level }, content }));
const code = fc
  .array(fc.constantFrom("let a", "```", "", "  - b", "# c", "<b>"), { minLength: 1, maxLength: 4 })
  .map((lines): RichNode => ({ type: "codeBlock", content: [{ type: "text", text: `${lines.join("\n")}.` }] }));
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([columns, rows]) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(null, "left", "center", "right"), { minLength: columns, maxLength: columns }),
      fc.array(fc.array(line, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
    .map(
      ([aligns, cells]): RichNode => ({
        type: "table",
        content: cells.map((row, index) => ({
          type: "tableRow",
          content: row.map((content, column) => ({
            type: index === 0 ? "tableHeader" : "tableCell",
            attrs: { align: aligns[column] ?? null },
            content: [{ type: "paragraph", content }],
          })),
        })),
      }),
    ),
);

const { block } = fc.letrec<{ block: RichNode; list: RichNode; quote: RichNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    heading,
    code,
    table,
    fc.constant<RichNode>({ type: "horizontalRule" }),
    tie("list"),
    tie("quote"),
  ),
  list: fc
    .tuple(
      fc.constantFrom("bulletList", "orderedList"),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.tuple(paragraph, fc.array(tie("block"), { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
    )
    .map(([type, start, items]) => ({
      type,
      attrs: type === "orderedList" ? { start } : {},
      content: items.map(([first, rest]) => ({ type: "listItem", content: [first, ...rest] })),
    })),
  quote: fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((content) => ({ type: "blockquote", content })),
}));

/** Formatted texts as somebody might write or paste them, and worse. For tests. */
export const formattedTexts = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content): RichNode => ({ type: "doc", content }));

const LINES = [
  "Some *words* and __more__ of them",
  "# One",
  "### Three",
  "- item",
  "* other",
  "  - below",
  "1. first",
  "7) seventh",
  "> quoted",
  ">> twice",
  "```js",
  "    indented",
  "---",
  "===",
  "| a | b |",
  "|---|:-:|",
  "| `x\\|y` | **z** |",
  "a  ",
  "b\\",
  "[link](http://x.it 'title') ![picture](http://x.it/p.png)",
  "[x](javascript:alert(1)) <b>raw</b> &copy; www.x.it",
  "<div>",
  "***both*** ~~gone~~ **a*b*c** ~one~",
  "[ref]: https://x.it",
  "see [ref] and <https://x.it/a_b>",
  "- [ ] task",
  "",
  "",
  "",
];

/** Markdown as people type it who know some. For tests. */
export const typedMarkdown = fc
  .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.join("\n"));
