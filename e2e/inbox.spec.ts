import type { APIRequestContext, BrowserContext } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import type { ParsedMail } from "mailparser";
import { db } from "@/db/client";
import { makeCity, makeComment, makeMember, makeWriteUp } from "@/db/factories";
import { notifications, people } from "@/db/schema";
import { posted } from "./support/conversation";
import { countMailTo, mailTo } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

/** A write-up about which somebody has commented, with the news of it in its author's Inbox. */
async function commented(world: World, title: string) {
  const [author, colleague] = [await world.person("official"), await world.person("member")];
  const writeUp = await makeWriteUp(world.city, author.id, { document: { title } });
  const about = { writeUpId: writeUp.id };
  const comment = await makeComment(about, world.cohort.id, colleague.id, { html: "<p>Who holds the keys?</p>" });
  const news = { ...about, kind: "comment", commentId: comment.id, actorId: colleague.id } as const;
  await db.insert(notifications).values({ ...news, personId: author.id, mailedAt: new Date() });
  return { author, colleague, writeUp };
}

for (const javaScriptEnabled of [true, false]) {
  test(`news are put away, taken back and muted ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    world,
  }) => {
    const { author, colleague } = await commented(world, "Rooms open to all");
    const context = await browser.newContext({ javaScriptEnabled });
    await signInPerson(context, author.id);
    const page = await context.newPage();
    await page.goto("/inbox");
    const groups = page.getByRole("main").getByRole("listitem");
    await expect(groups).toHaveText(/Rooms open to all[\s\S]*commented[\s\S]*Who holds the keys\?/);
    await expect(groups).toContainText(colleague.name);
    await page.getByRole("button", { name: /^Done\s*: Rooms open to all$/ }).click();
    await expect(page.getByRole("status").filter({ hasText: "Done: Rooms open to all" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "You are up to date." })).toBeVisible();
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(groups).toHaveCount(1);
    await page.getByRole("button", { name: /^Mute\s*: Rooms open to all$/ }).click();
    await expect(page.getByRole("button", { name: /^Unmute\s*: Rooms open to all$/ })).toBeVisible();
    await page.getByRole("button", { name: /^Done\s*: Rooms open to all$/ }).click();
    await expect(page.getByRole("heading", { name: "You are up to date." })).toBeVisible();
    await page.getByRole("link", { name: "What you put away" }).click();
    await expect(groups).toContainText("Rooms open to all");
    await context.close();
  });
}

test("a day's news come as one mail, whose links lead its reader to pages; one press ends it without signing in", async ({
  browser,
  request,
  world,
}) => {
  // A city that works every day and at every hour, so that it is always morning there.
  const week = Array.from({ length: 7 }, () => [0, 1440] as const);
  const city = await makeCity(world.cohort.id, { name: "Everyday", country: "AQ", workWeek: week });
  const reader = await makeMember(world.cohort.id, "official", city.id);
  await db.update(people).set({ mailRhythm: "daily", workStart: 0, workEnd: 1440 }).where(eq(people.id, reader.id));
  const writeUp = await makeWriteUp(city, reader.id, { document: { title: "A kitchen for all" } });
  const peer = await world.person("member");

  const theirs = await browser.newContext();
  await signInPerson(theirs, peer.id);
  const page = await theirs.newPage();
  await page.goto(`/write-ups/${writeUp.id}`);
  for (const words of ["Who cooks on Sundays?", "And who pays?"]) {
    await page.getByLabel("Your comment").fill(words);
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(posted(page, words)).toBeVisible();
  }
  await db.execute(sql`select graphile_worker.add_job('gather-news', '{}'::json)`);
  const letter = await mailTo(reader.email);
  expect(letter.subject).toBe("2 updates: “A kitchen for all”");
  expect(letter.text).toContain(`${peer.name} (Testville) commented (2): “And who pays?”`);
  const mine = await browser.newContext();
  await signInPerson(mine, reader.id);
  await leadToPages(mine, letter);

  // As a mail program's server does it: from no page, with no cookie.
  const { url = "" } = (letter.headers.get("list") as unknown as { unsubscribe: { url?: string } }).unsubscribe;
  expect((await press(request, url)).status()).toBe(204);
  expect((await press(request, url)).status()).toBe(204);
  expect((await request.post(url, { form: {} })).status()).toBe(400);
  const forged = url.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  expect((await press(request, forged)).status()).toBe(400);
  const settings = await mine.newPage();
  await settings.goto("/settings");
  await expect(settings.getByLabel("Never")).toBeChecked();
  await Promise.all([theirs.close(), mine.close()]);
});

test("the end of a mail leads to a page on which its reader hears less, also of one thing, without signing in", async ({
  browser,
  world,
}) => {
  const author = await world.person("official");
  const writeUp = await makeWriteUp(world.city, author.id, { document: { title: "Rooms by the river" } });
  const peer = await world.person("member");
  const theirs = await browser.newContext();
  await signInPerson(theirs, peer.id);
  const comments = await theirs.newPage();
  await comments.goto(`/write-ups/${writeUp.id}`);
  await comments.getByLabel("Your comment").fill("Is it dry there?");
  await comments.getByRole("button", { name: "Post comment" }).click();
  await expect(comments.getByText("Is it dry there?")).toBeVisible();
  const letter = await mailTo(author.email);
  const mine = await browser.newContext();
  await signInPerson(mine, author.id);
  await leadToPages(mine, letter);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(linksOf(letter).find((link) => link.includes("/unsubscribe/")) ?? "");
  expect(page.url()).toMatch(/\/unsubscribe$/);
  await expect(page.getByRole("radio", { name: /^At once/ })).toBeChecked();
  await page.getByRole("radio", { name: /^Once a day/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("From now on: one mail a day.")).toBeVisible();
  await page.getByRole("button", { name: "Mute it" }).click();
  await expect(page.getByText("You hear only of mentions and of what needs you.")).toBeVisible();
  await comments.getByLabel("Your comment").fill("And is it warm?");
  await comments.getByRole("button", { name: "Post comment" }).click();
  await expect(posted(comments, "And is it warm?")).toBeVisible();
  const told = await db.select().from(notifications).where(eq(notifications.personId, author.id));
  expect(told).toHaveLength(1);
  expect(await countMailTo(author.email)).toBe(0);
  await page.goto("/unsubscribe/nonsense");
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await Promise.all([theirs.close(), mine.close(), context.close()]);
});

function press(request: APIRequestContext, url: string) {
  return request.post(url, { form: { "List-Unsubscribe": "One-Click" }, maxRedirects: 0 });
}

function linksOf({ text = "" }: ParsedMail): string[] {
  return [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
}

async function leadToPages(context: BrowserContext, letter: ParsedMail): Promise<void> {
  const links = linksOf(letter);
  expect(links.length).toBeGreaterThan(1);
  for (const link of links) expect((await context.request.get(link)).status(), link).toBe(200);
}
