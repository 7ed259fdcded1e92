import type { Browser, Locator, Page } from "@playwright/test";
import type { ParsedMail } from "mailparser";
import { mailTo } from "./mail";
import { signInPerson } from "./people";
import { expect } from "./test";

interface Person {
  id: string;
  email: string;
}

/** A comment that the server has: one on its way stands there too, but as it was typed. */
export function posted(page: Page, words: string): Locator {
  return page.locator("article.comment .prose", { hasText: words });
}

/** One person comments on the other's write-up, on its page; the letter that tells the other of it. */
export async function saidTo(
  browser: Browser,
  from: Person,
  to: Person,
  writeUpId: string,
  words: string,
): Promise<ParsedMail> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, from.id);
  const page = await context.newPage();
  await page.goto(`/write-ups/${writeUpId}`);
  await page.getByLabel("Your comment").fill(words);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await context.close();
  return mailTo(to.email);
}
