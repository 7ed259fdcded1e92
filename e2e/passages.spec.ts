import type { BrowserContext, Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { makeCity, makeComment, makeMember, makeWriteUp } from "@/db/factories";
import { writeUpTexts } from "@/db/schema";
import { anchorFrom } from "@/lib/passages/anchor";
import { wordsOf } from "@/lib/passages/words";
import { renderMarkdown } from "@/lib/text/markdown";
import type { Document } from "@/lib/write-ups/document";
import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const BEGINNING = "Volunteers met every Monday in the old market hall, and each had a list.";
const MIDDLE = "They rang everybody over eighty twice a week and asked what was missing.";
const TEXT = `${BEGINNING}\n\n${MIDDLE}\n\n- The parishes lent their vans.\n- The bakers gave what was left over.`;
const OWN = `${TEXT}\n\nThe baker of the station square paid for the telephones.`;

const sections = (markdown: string): Document["sections"] => [
  { key: "what-is-done", markdown, html: renderMarkdown(markdown), empty: null, audience: "public" },
];

async function shared(world: World) {
  const author = await world.person("official");
  const elsewhere = await makeCity(world.cohort.id, { name: "Elsewhere" });
  const peer = await makeMember(world.cohort.id, "official", elsewhere.id);
  const writeUp = await makeWriteUp(world.city, author.id, {
    documents: { city: { sections: sections(OWN) }, cohort: { sections: sections(TEXT) } },
  });
  const say = (quote: string) => {
    const words = wordsOf(renderMarkdown(TEXT)).text;
    const start = words.indexOf(quote);
    const passage = anchorFrom({ section: "what-is-done", language: "en" }, words, start, start + quote.length);
    const values = { passage, workspaceId: elsewhere.id, html: "<p>Who drove them?</p>", markdown: "Who drove them?" };
    return makeComment({ writeUpId: writeUp.id }, world.cohort.id, peer.id, values);
  };
  return { author, peer, writeUp, say };
}

async function read(context: BrowserContext, personId: string, path: string): Promise<Page> {
  await signInPerson(context, personId);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "networkidle" });
  return page;
}

const beside = (page: Page) => page.getByRole("note");

test("somebody comments on a passage with the keyboard alone, and hears where the comment stands", async ({
  context,
  world,
}) => {
  const { peer, writeUp } = await shared(world);
  const page = await read(context, peer.id, `/write-ups/${writeUp.id}`);
  await page.getByRole("link", { name: "Comment on “They rang" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Your comment on “They rang")).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.type("Who rang on Sundays?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(beside(page)).toContainText("Who rang on Sundays?");
  await expect(beside(page)).toBeFocused();
  await expect(page.getByText("Your comment stands beside the passage.")).toBeAttached();
  await expect(page.locator("mark.passage")).toHaveText(MIDDLE);
  await expectNoViolations(page);
});

test("selected words, and only these, are what a comment is about", async ({ context, world }) => {
  const { author, writeUp } = await shared(world);
  const page = await read(context, author.id, `/write-ups/${writeUp.id}`);
  const select = (words: string) =>
    page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector("[data-passages]") ?? document, 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
    }, words);
  await select("station square");
  await page.getByRole("button", { name: "Comment on this" }).click();
  await expect(page.getByText("Only your city reads this: the passage is not shared yet.")).toBeVisible();
  await page.getByRole("link", { name: "Cancel" }).click();
  await select("everybody over eighty");
  await page.getByRole("button", { name: "Comment on this" }).click();
  await page.getByLabel("Your comment on “everybody over eighty”").fill("Why eighty?");
  await page.locator("#write-passage").getByRole("button", { name: "Post comment" }).click();
  await expect(page.locator("mark.passage")).toHaveText("everybody over eighty");
  await expect(beside(page)).toContainText("Why eighty?");
});

test("on a phone a mail's link to answer opens at the passage with the field ready", async ({ browser, world }) => {
  const { author, say, writeUp } = await shared(world);
  const comment = await say("lent their vans");
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  // The first tap is the link in the mail; the field needs no other.
  const page = await read(context, author.id, `/write-ups/${writeUp.id}?reply=${comment.id}#reply`);
  const field = page.getByLabel(/^Your answer to/);
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await expect(page.locator("mark.passage")).toHaveText("lent their vans");
  await expect(page.locator("form#reply")).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
  await field.fill("The scouts did.");
  await page.getByRole("button", { name: "Post answer" }).tap();
  // What was said stands there, now and when the page comes again.
  await expect(beside(page)).toContainText("The scouts did.");
  await page.goto(`/write-ups/${writeUp.id}`);
  await expect(beside(page)).toContainText("The scouts did.");
  await context.close();
});

test("without JavaScript the field comes open below its paragraph, and the comment stands there afterwards", async ({
  browser,
  world,
}) => {
  const { peer, writeUp } = await shared(world);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await read(context, peer.id, `/write-ups/${writeUp.id}`);
  await page.getByRole("link", { name: "Comment on “The bakers" }).click();
  await page.getByLabel("Your comment on “The bakers").fill("Every day?");
  await page.locator("#write-passage").getByRole("button", { name: "Post comment" }).click();
  await expect(beside(page)).toContainText("Every day?");
  await page.goto(`/write-ups/${writeUp.id}`);
  await expect(beside(page)).toContainText("Every day?");
  await expect(page.locator("mark.passage")).toHaveText("The bakers gave what was left over.");
  await context.close();
});

test("what others say about a passage comes while one reads, and all are counted anew", async ({ browser, world }) => {
  const { author, peer, say, writeUp } = await shared(world);
  await say(MIDDLE);
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const theirs = await read(contexts[0], peer.id, `/write-ups/${writeUp.id}`);
  const mine = await read(contexts[1], author.id, `/write-ups/${writeUp.id}`);
  await expect(mine.getByText(`${peer.name} is reading this`)).toBeVisible();
  await theirs.getByRole("link", { name: "Comment on “Volunteers met" }).click();
  await theirs.getByLabel("Your comment on “Volunteers met").fill("Whose list?");
  await theirs.locator("#write-passage").getByRole("button", { name: "Post comment" }).click();
  await expect(mine.getByRole("note", { name: `Comment 1, by ${peer.name}` })).toContainText("Whose list?");
  await expect(mine.getByRole("note", { name: `Comment 2, by ${peer.name}` })).toContainText("Who drove them?");
  await expect(mine.locator("mark.passage")).toHaveText([BEGINNING, MIDDLE]);
  const numbers = mine.locator("[data-passages] p > .ref");
  await expect(numbers).toHaveText(["1", "2"]);
  await mine.reload({ waitUntil: "networkidle" });
  await expect(numbers).toHaveText(["1", "2"]);
  await Promise.all(contexts.map((context) => context.close()));
});

test("a passage is followed through changes of the text, and says so when it is gone", async ({ context, world }) => {
  const { peer, say, writeUp } = await shared(world);
  await say(MIDDLE);
  const release = async (markdown: string) => {
    const where = and(eq(writeUpTexts.writeUpId, writeUp.id), eq(writeUpTexts.audience, "cohort"));
    const [row] = await db.select({ document: writeUpTexts.document }).from(writeUpTexts).where(where);
    if (row)
      await db
        .update(writeUpTexts)
        .set({ document: { ...row.document, sections: sections(markdown) } })
        .where(where);
  };
  await release(`A new beginning.\n\n${MIDDLE.replace("twice", "three times")}\n\n${BEGINNING}`);
  const page = await read(context, peer.id, `/write-ups/${writeUp.id}`);
  await expect(page.locator("mark.passage")).toHaveText(MIDDLE.replace("twice", "three times"));
  await release(BEGINNING);
  await page.reload({ waitUntil: "networkidle" });
  await expect(page.locator("mark.passage")).toHaveCount(0);
  await expect(beside(page)).toContainText("About words that are not there any more:");
  await expect(beside(page)).toContainText(MIDDLE);
  await expectNoViolations(page);
});
