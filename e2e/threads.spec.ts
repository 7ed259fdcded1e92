import type { BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { makeCity, makeComment, makeMember, makePerson, makeWriteUp } from "@/db/factories";
import { visits } from "@/db/schema";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

async function pageOf(context: BrowserContext, personId: string): Promise<Page> {
  await signInPerson(context, personId);
  return context.newPage();
}

async function conversation(world: World) {
  const author = await world.person("official");
  const writeUp = await makeWriteUp(world.city, author.id);
  const asker = await world.person("member");
  const comment = await makeComment({ writeUpId: writeUp.id }, world.cohort.id, asker.id, {
    markdown: "Who holds the keys?\n\nAnd who pays?",
    html: "<p>Who holds the keys?</p>\n<p>And who pays?</p>",
    workspaceId: world.city.id,
  });
  return { author, asker, writeUp, comment };
}

test("somebody is called with the keyboard alone, and only who may read it is suggested", async ({ page, world }) => {
  const { author, writeUp } = await conversation(world);
  const elsewhere = await makeCity(world.cohort.id, { name: "Elsewhere" });
  await makeMember(world.cohort.id, "official", elsewhere.id);
  await signInPerson(page.context(), author.id);
  await page.goto(`/write-ups/${writeUp.id}`, { waitUntil: "networkidle" });
  const field = page.getByLabel("Your comment");
  await field.focus();
  await page.keyboard.type("Dear @els");
  const suggested = page.getByRole("listbox", { name: "People and cities you can mention" }).getByRole("option");
  await expect(suggested).toHaveText(/Elsewhere\s*its officials and leads/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("what do you do?");
  await expect(field).toHaveValue("Dear @Elsewhere what do you do?");
  await page.keyboard.type(" @testv");
  await expect(suggested).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(suggested).toHaveCount(0);
  await page.getByRole("button", { name: "Post comment" }).press("Enter");
  await expect(page.getByRole("link", { name: "@Elsewhere" })).toHaveAttribute("href", `/cities/${elsewhere.slug}`);
});

test("reacting, quoting, changing and resolving happen on the page", async ({ page, world }) => {
  const { author, asker, writeUp, comment } = await conversation(world);
  await signInPerson(page.context(), author.id);
  await page.goto(`/write-ups/${writeUp.id}`, { waitUntil: "networkidle" });
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  const said = page.locator(`#comment-${comment.id}`);

  await said.getByRole("link", { name: "React" }).click();
  await page.getByRole("button", { name: "Same here" }).click();
  await expect(said.getByText(`Same here ${author.name}`)).toBeVisible();
  await expect(said.getByRole("link", { name: "React" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Same here" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(said.getByRole("link", { name: "React" })).toBeFocused();

  await said.getByText("More", { exact: true }).click();
  await said.getByRole("link", { name: "Quote" }).click();
  const field = page.getByLabel(`Your answer to ${asker.name}`);
  await expect(field).toHaveValue(`${asker.name}:\n> Who holds the keys?\n\n`);
  await field.pressSequentially("The neighbours.");
  await page.getByRole("button", { name: "Post answer" }).click();
  const answer = page.getByRole("article").filter({ hasText: "The neighbours." });
  await expect(answer.getByRole("blockquote")).toHaveText("Who holds the keys?");

  await answer.getByText("More", { exact: true }).click();
  await answer.getByRole("link", { name: "Change" }).click();
  await page.getByLabel("Change your comment").fill("The neighbours, since May.");
  await page.getByRole("button", { name: "Save change" }).click();
  await expect(page.getByText("The neighbours, since May.")).toBeVisible();

  await said.getByRole("link", { name: "Mark as resolved" }).click();
  await page.getByRole("button", { name: "Mark as resolved" }).click();
  const folded = page.getByText(`Resolved by ${author.name} · one answer`);
  await expect(folded).toBeVisible();
  await expect(said).toBeHidden();
  await folded.click();
  await expect(said).toBeVisible();
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);

  await page.getByRole("link", { name: `How the comment of ${author.name} read before` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Earlier versions of this comment" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the comment" }).click();
  await expect(page.getByText("The neighbours, since May.")).toBeVisible();
});

test("the same without JavaScript", async ({ browser, world }) => {
  const { author, writeUp, comment } = await conversation(world);
  const called = await makePerson({ name: "Zofia Unlike-Others" });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await pageOf(context, author.id);
  await page.goto(`/write-ups/${writeUp.id}`);
  const said = page.locator(`#comment-${comment.id}`);

  await said.getByRole("link", { name: "React" }).click();
  await page.getByRole("button", { name: "Thanks" }).click();
  await expect(said.getByText(`Thanks ${author.name}`)).toBeVisible();

  await said.getByText("More", { exact: true }).click();
  await said.getByRole("link", { name: "Quote" }).click();
  const field = page.locator("#quote").getByRole("textbox");
  await field.fill(`${await field.inputValue()}Ask @Testville, not @${called.name}.`);
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page.getByRole("link", { name: "@Testville" })).toBeVisible();
  await expect(page.getByRole("link", { name: called.name })).toHaveCount(0);

  await page.goto(`/write-ups/${writeUp.id}?resolve=${comment.id}#resolve`);
  await page.getByRole("button", { name: "Mark as resolved" }).click();
  await expect(page.getByText(`Resolved by ${author.name} · one answer`)).toBeVisible();
  await page.goto(`/write-ups/${writeUp.id}`);
  await expect(page.getByText(`Resolved by ${author.name} · one answer`)).toBeVisible();
  await expect(said).toBeHidden();
  await context.close();
});

test("whoever comes back sees what is new, and a long conversation opens where somebody links to", async ({
  browser,
  world,
}) => {
  const { author, asker, writeUp, comment } = await conversation(world);
  const context = await browser.newContext();
  const page = await pageOf(context, author.id);
  await page.goto(`/write-ups/${writeUp.id}`, { waitUntil: "networkidle" });
  // That somebody was here is written down after the page was sent.
  await expect.poll(() => db.select().from(visits).where(eq(visits.personId, author.id))).toHaveLength(1);
  const about = { writeUpId: writeUp.id };
  const answers: string[] = [];
  for (let n = 0; n < 40; n++) {
    const made = await makeComment(about, world.cohort.id, asker.id, {
      parentId: comment.id,
      html: `<p>Answer ${n}.</p>`,
    });
    answers.push(made.id);
  }
  await page.reload({ waitUntil: "networkidle" });
  await expect(page.getByText("40 new comments since your last visit")).toBeVisible();
  await expect(page.getByText("Answer 39.", { exact: true })).toBeVisible();
  await expect(page.getByText("Answer 3.", { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "36 more answers" }).click();
  await expect(page.getByText("Answer 22.", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "16 more answers" })).toBeVisible();
  await page.goto(`/comments/${answers[30]}`);
  await expect(page.getByText("Answer 30.", { exact: true })).toBeInViewport();
  await context.close();
});
