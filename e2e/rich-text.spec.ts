import type { Locator, Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import * as clipboard from "./support/clipboard";
import { openEditor, openSection } from "./support/editor";
import { expect, test } from "./support/test";

function press(page: Page, ...names: string[]) {
  return names.reduce(
    (before, name) => before.then(() => page.getByRole("button", { name, exact: true }).click()),
    Promise.resolve(),
  );
}

async function paste(text: Locator, html: string, plain = "") {
  await text.evaluate(
    (element, [asHtml, asText]) => {
      const clipboardData = new DataTransfer();
      if (asHtml) clipboardData.setData("text/html", asHtml);
      clipboardData.setData("text/plain", asText ?? "");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, plain],
  );
}

test("an official formats a section with the buttons, and the page shows it", async ({ page }) => {
  const { address, source } = await openEditor(page);
  await press(page, "Heading");
  await page.keyboard.type("How it runs");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Open ");
  await press(page, "Bold");
  await page.keyboard.type("every day");
  await press(page, "Bold");
  await page.keyboard.type(", also on Sundays.");
  await page.keyboard.press("Enter");
  await press(page, "List");
  await page.keyboard.type("meals");
  await page.keyboard.press("Enter");
  await page.keyboard.type("calls");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await press(page, "Quote");
  await page.keyboard.type("Nobody asked for papers.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await press(page, "Link");
  await page.getByLabel("Where does the link lead?").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Set link" }).click();
  await expect(page.getByText("Enter a web address or an e-mail address")).toBeVisible();
  await page.getByLabel("Where does the link lead?").fill("www.comune.torino.it/nodi");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await press(page, "Table");
  await page.keyboard.type("Month");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Households");
  await page.keyboard.press("Tab");
  await page.keyboard.type("July");
  await page.keyboard.press("Enter");
  await page.keyboard.type("15,000 | about");
  await press(page, "Delete row", "Undo");
  await expect(source).toHaveValue(
    [
      "## How it runs",
      "Open **every day**, also on Sundays.",
      "- meals\n- calls",
      "> Nobody asked for papers.",
      "[www.comune.torino.it/nodi](https://www.comune.torino.it/nodi)",
      "| Month | Households |\n| --- | --- |\n| July | 15,000 \\| about |\n|  |  |",
    ].join("\n\n"),
  );
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).not.toHaveURL(/edit\/what-is-done/);
  await page.goto(address);
  const shown = page.locator(".prose", { hasText: "every day" });
  await expect(shown.getByRole("heading", { level: 3, name: "How it runs" })).toBeVisible();
  await expect(shown.locator("strong")).toHaveText("every day");
  // Behind each passage stands the link to comment on it.
  const passage = (words: string) => `${words} Comment on “${words}”`;
  await expect(shown.getByRole("listitem")).toHaveText([passage("meals"), passage("calls")]);
  await expect(shown.locator("blockquote")).toHaveText(passage("Nobody asked for papers."));
  const link = shown.getByRole("link", { name: "www.comune.torino.it/nodi", exact: true });
  await expect(link).toHaveAttribute("href", "https://www.comune.torino.it/nodi");
  await expect(shown.getByRole("cell", { name: "15,000 | about" })).toBeVisible();
});

test("an official formats a section with the keyboard alone, and gets out of it again", async ({ page }) => {
  const { source, text } = await openEditor(page);
  await page.keyboard.type("First ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("bold");
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("below one");
  await expect(source).toHaveValue("First **bold**\n\n- one\n  - below one");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Write plain text" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(text).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Heading", exact: true })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  await expect(source).not.toHaveValue(/below one/);
  await page.keyboard.press("Control+Shift+z");
  await expect(source).toHaveValue("First **bold**\n\n- one\n  - below one");
});

test("what comes from Word and Google Docs keeps its structure and loses its look", async ({ page }) => {
  const { source, text } = await openEditor(page);
  const { WORD, GOOGLE_DOCS, WORD_ON_THE_WEB, HOSTILE } = clipboard;
  for (const [html, markdown] of [
    [WORD, clipboard.WORD_AS_MARKDOWN],
    [GOOGLE_DOCS, clipboard.GOOGLE_DOCS_AS_MARKDOWN],
    [WORD_ON_THE_WEB, clipboard.WORD_ON_THE_WEB_AS_MARKDOWN],
    [HOSTILE, clipboard.HOSTILE_AS_MARKDOWN],
  ] as const) {
    await text.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await paste(text, html);
    await expect(source).toHaveValue(markdown);
  }
});

test("nothing is lost that somebody types while the editor is on its way", async ({ page }) => {
  const { source, text } = await openSection(page);
  await expect(page.getByRole("button", { name: "Show formatting" })).toBeVisible();
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/*.js*", async (route) => {
    await late;
    await route.continue();
  });
  await source.focus();
  await page.keyboard.type("Typed before, ");
  await expect(source).toBeFocused();
  arrive();
  await page.keyboard.type("while, ");
  await expect(text).toBeFocused();
  await page.keyboard.type("and after.");
  await expect(source).toHaveValue("Typed before, while, and after.");
});

test("an official writes on when the editor does not load, and may prefer plain text", async ({ page }) => {
  const { source, text } = await openSection(page);
  await expect(page.getByRole("button", { name: "Show formatting" })).toBeVisible();
  await page.route("**/*.js*", (route) => route.abort());
  await source.focus();
  await page.keyboard.type("**Plain** words.");
  await expect(page.getByText("The formatting buttons did not load.")).toBeVisible();
  await expect(source).toHaveValue("**Plain** words.");
  await page.unroute("**/*.js*");
  await page.reload();
  await source.fill("**Plain** words.");
  await expect(text.locator("strong")).toHaveText("Plain");
  await page.getByRole("button", { name: "Write plain text" }).click();
  await expect(source).toBeFocused();
  await expect(source).toHaveValue("**Plain** words.");
  await page.reload();
  await source.focus();
  await page.keyboard.type("still plain");
  await expect(page.getByRole("button", { name: "Show formatting" })).toBeVisible();
  await expect(text).toHaveCount(0);
});

test("a pasted megabyte is too long, which is said, and stays", async ({ page }) => {
  test.setTimeout(90_000);
  const { source, text } = await openEditor(page);
  const megabyte = "Fifteen letters. ".repeat(70).concat("\n").repeat(880);
  await paste(text, "", megabyte);
  const long = page.getByText("at most 20,000 characters fit");
  await expect(long).toBeVisible();
  const kept = await source.inputValue();
  expect(kept.length).toBeGreaterThan(1_000_000);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible({ timeout: 30_000 });
  await expect(source).toHaveValue(kept);
});

test("without JavaScript a section is written all the same", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { address, source } = await openSection(page);
  await source.fill("## A heading\n\n- one\n- two\n\nAnd <script>alert(1)</script> [no](javascript:alert(1))");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).not.toHaveURL(/edit\/what-is-done/);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 3, name: "A heading" })).toBeVisible();
  await expect(page.getByText("And <script>alert(1)</script> no")).toBeVisible();
  await context.close();
});

for (const width of [320, 1280]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`at ${width} px in the ${colorScheme} the editor is sound for everybody`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const { text } = await openEditor(page);
      await paste(text, clipboard.WORD);
      await press(page, "Table", "Link");
      await page.getByRole("button", { name: "Set link" }).click();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      const small = await page
        .locator(".rich-text button:visible")
        .evaluateAll((buttons) =>
          buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent),
        );
      expect(small).toEqual([]);
    });
  }
}
