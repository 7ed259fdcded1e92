import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksOf } from "./blocks";
import { fromHtml, parseInline, toHtml, toMarkdown } from "./inline";
import { translateMarkdown } from "./translate";

/** A service that shouts: every word in capitals, elements as they are. */
const shout = async (html: string[]) =>
  html.map((one) => one.replace(/(<[^>]*>|&[a-z]+;)|\p{L}+/gu, (all, kept) => kept ?? all.toUpperCase()));
const one = async (markdown: string, send = shout) => (await translateMarkdown([markdown], send))[0];

describe("Markdown that a machine translates", () => {
  test("keeps headings, lists, quotations, tables and code where they are", async () => {
    const markdown = [
      "## How it began",
      "",
      "A line of a paragraph",
      "that goes on.",
      "",
      "- first",
      "  - inside",
      "1. one",
      "> said somebody",
      "",
      "| Year | Meals |",
      "|---|--:|",
      "| 2020 | many |",
      "",
      "```",
      "keep me",
      "```",
    ].join("\n");
    expect(await one(markdown)).toBe(
      [
        "## HOW IT BEGAN",
        "",
        "A LINE OF A PARAGRAPH THAT GOES ON.",
        "",
        "- FIRST",
        "  - INSIDE",
        "1. ONE",
        "> SAID SOMEBODY",
        "",
        "| YEAR | MEALS |",
        "|---|--:|",
        "| 2020 | MANY |",
        "",
        "```",
        "keep me",
        "```",
      ].join("\n"),
    );
  });

  test("keeps the address of a link, code and emphasis inside a sentence", async () => {
    const markdown =
      "Read **the [page](https://example.org/a_(b)) now**, run `npm start`, see https://example.org/x_y_z *soon*.";
    expect(await one(markdown)).toBe(
      "READ **THE [PAGE](https://example.org/a_(b)) NOW**, RUN `npm start`, SEE https://example.org/x_y_z *SOON*.",
    );
  });

  test("is sent in pieces when the service loses an element, and no link is lost", async () => {
    const careless = (html: string[]) => shout(html.map((text) => text.replace(/<\/?a[^>]*>/g, "")));
    expect(await one("See [the page](https://example.org) & **more**.", careless)).toBe(
      "SEE [THE PAGE](https://example.org) & **MORE**.",
    );
  });

  test("does not become a list because a translation begins with a number and a point", async () => {
    expect(await one("On 1 May", async () => ["1. Mai"])).toBe("1\\. Mai");
    expect(await one("- item", async () => ["# heading"])).toBe("- \\# heading");
  });

  test("comes back as words, whatever HTML the service makes up", async () => {
    const evil = async () => ['<script>alert(1)</script><img src=x onerror="alert(1)">'];
    expect(await one("Hello", evil)).not.toContain("<");
    expect(await one("a < b", shout)).toBe("A < B");
  });

  test("asks for each sentence once", async () => {
    const sent: string[][] = [];
    await translateMarkdown(["Same", "Same", "Same\n\nOther"], (html) => {
      sent.push(html);
      return shout(html);
    });
    expect(sent).toEqual([["Same", "Other"]]);
  });

  test("loses no word and no mark, whatever it is made of", async () => {
    const piece = fc.constantFrom(
      "word",
      " ",
      "*",
      "**",
      "_",
      "[a](https://e.org)",
      "`c`",
      "\\*",
      "\n",
      "\n\n",
      "- ",
      "# ",
      "|",
      "> ",
      "<",
      "&",
      "~~",
      "1. ",
    );
    const markdown = fc.array(piece, { maxLength: 24 }).map((all) => all.join(""));
    await fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        // The lines of one quotation become one line.
        const bare = (all: string) => all.replace(/[\s>]+/g, "");
        expect(bare((await one(text, async (html) => html)) ?? "")).toBe(bare(text));
        expect(
          bare(
            blocksOf(text)
              .map(({ before, words, after }) => before + (words ?? "") + after)
              .join(""),
          ),
        ).toBe(bare(text));
        const nodes = parseInline(text);
        expect(toMarkdown(nodes)).toBe(text);
        expect(bare(toMarkdown(fromHtml(toHtml(nodes), nodes) ?? []))).toBe(bare(text));
      }),
      { numRuns: 2000 },
    );
  });
});
