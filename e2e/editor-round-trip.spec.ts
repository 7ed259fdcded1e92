import fc from "fast-check";
import { formattedTexts, typedMarkdown } from "@/lib/text/markdown-documents";
import { flatHtml } from "@/lib/text/markdown-flat";
import { markdownToHtml } from "@/lib/text/markdown-html";
import { writeMarkdown } from "@/lib/text/markdown-writer";
import { openEditor } from "./support/editor";
import { expect, test } from "./support/test";

// A trace of so many letters would take longer than typing them.
test.use({ trace: "off" });

test("what a city wrote stays the same through the editor, hundreds of times", async ({ page }) => {
  test.setTimeout(240_000);
  const { source, text } = await openEditor(page);
  /** What the editor makes of a Markdown: it is put into the field, a letter is typed at its end and taken away. */
  const through = async (markdown: string) => {
    await source.evaluate((field: HTMLTextAreaElement, value) => {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, markdown);
    await text.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("x");
    await page.keyboard.press("Backspace");
    return source.inputValue();
  };
  const texts = [
    ...fc.sample(formattedTexts, { numRuns: 200, seed: 20200518 }).map(writeMarkdown),
    ...fc.sample(typedMarkdown, { numRuns: 200, seed: 20200518 }),
  ];
  for (const markdown of texts) {
    const once = await through(markdown);
    expect(flatHtml(markdownToHtml(once)), markdown).toEqual(flatHtml(markdownToHtml(markdown)));
    expect(await through(once)).toBe(once);
  }
});
