import { expect, type Locator, type Page } from "@playwright/test";
import { signInAs } from "./people";

/** A new practice of Turin, open at "What is done". */
export async function openSection(page: Page): Promise<{ address: string; source: Locator; text: Locator }> {
  await signInAs(page, "official-turin");
  await page.goto("/write-ups/new?kind=practice");
  await page.getByLabel("Title").fill(`Written with formatting ${Date.now()}`);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/write-ups\/[0-9a-z]{16}\/edit/);
  const address = page.url().replace(/\/edit.*$/, "");
  await page.goto(`${address}/edit/what-is-done`);
  return { address, source: page.locator("textarea[name=markdown]"), text: page.locator("[contenteditable=true]") };
}

/** The same, once the editor stands in the textarea's place. */
export async function openEditor(page: Page) {
  const opened = await openSection(page);
  await opened.source.focus();
  await expect(opened.text).toBeFocused();
  return opened;
}
