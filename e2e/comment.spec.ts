import { devices } from "@playwright/test";
import { makeCity, makeComment, makeMember, makeWriteUp } from "@/db/factories";
import { mailTo } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a member in another city comments on a practice, and its author answers from the mail in three taps", async ({
  browser,
  world,
}) => {
  const author = await world.person("official");
  const warsaw = await makeCity(world.cohort.id, { name: "Elsewhere" });
  const member = await makeMember(world.cohort.id, "member", warsaw.id);
  const writeUp = await makeWriteUp(world.city, author.id, { document: { title: "Rooms open to all" } });

  const theirs = await browser.newContext();
  await signInPerson(theirs, member.id);
  const page = await theirs.newPage();
  await page.goto(`/write-ups/${writeUp.id}`);
  await page.getByLabel("Your comment").fill("Who holds the keys to the rooms?");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("Who holds the keys to the rooms?")).toBeVisible();

  const letter = await mailTo(author.email);
  expect(letter.text).toContain("Who holds the keys to the rooms?");
  expect(letter.text).toContain("Rooms open to all");
  const link = /https?:\/\/\S+\/links\/\S+/.exec(letter.text ?? "")?.[0] ?? "";

  // The first tap opens the mail's link.
  const { viewport, userAgent, isMobile, hasTouch, deviceScaleFactor } = devices["Pixel 5"];
  const phone = await browser.newContext({ viewport, userAgent, isMobile, hasTouch, deviceScaleFactor });
  await signInPerson(phone, author.id);
  const small = await phone.newPage();
  await small.goto(link);
  const field = small.getByLabel(`Your answer to ${member.name}`);
  await expect(field).toBeInViewport();
  await field.tap();
  await field.fill("The neighbours do.");
  await small.getByRole("button", { name: "Post answer" }).tap();
  await expect(small.getByText("The neighbours do.")).toBeVisible();
  await expect(small.getByRole("status").filter({ hasText: "Your comment is posted." })).toBeAttached();
  await page.reload();
  await expect(page.getByText("The neighbours do.")).toBeVisible();
  await Promise.all([theirs.close(), phone.close()]);
});

test("without JavaScript a comment is posted just the same", async ({ browser, world }) => {
  const author = await world.person("official");
  const writeUp = await makeWriteUp(world.city, author.id);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, author.id);
  const page = await context.newPage();
  await page.goto(`/write-ups/${writeUp.id}`);
  await page.getByLabel("Your comment").fill("Written on an old computer.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("Written on an old computer.")).toBeVisible();
  await context.close();
});

test("a form that is sent before the page has come to life counts", async ({ browser, world }) => {
  const author = await world.person("official");
  const writeUp = await makeWriteUp(world.city, author.id);
  const context = await browser.newContext();
  await signInPerson(context, author.id);
  const page = await context.newPage();
  // Scripts never arrive: the page stays as it was before hydration.
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
  await page.goto(`/write-ups/${writeUp.id}`, { waitUntil: "commit" });
  await page.getByLabel("Your comment").fill("Faster than the scripts.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("Faster than the scripts.")).toBeVisible();
  await context.close();
});

test("when sending fails, the text stays and a second try posts it once", async ({ browser, world }) => {
  const author = await world.person("official");
  const writeUp = await makeWriteUp(world.city, author.id);
  const context = await browser.newContext();
  await signInPerson(context, author.id);
  const page = await context.newPage();
  await page.goto(`/write-ups/${writeUp.id}`, { waitUntil: "networkidle" });
  await context.setOffline(true);
  await page.getByLabel("Your comment").fill("Said while the line was down.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("This was not sent. Your text is still here.")).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("Said while the line was down.");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Said while the line was down.", { exact: true })).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "Your comment is posted." })).toBeAttached();
  await page.reload();
  await expect(page.getByText("Said while the line was down.", { exact: true })).toHaveCount(1);
  await context.close();
});

test("a long thread comes in pages, and a link to an old comment opens where it stands", async ({ browser, world }) => {
  const author = await world.person("official");
  const writeUp = await makeWriteUp(world.city, author.id);
  const first = await makeComment({ writeUpId: writeUp.id }, world.cohort.id, author.id, {
    html: "<p>The very first</p>",
  });
  for (let number = 0; number < 45; number++) {
    await makeComment({ writeUpId: writeUp.id }, world.cohort.id, author.id, { html: `<p>Number ${number}</p>` });
  }
  const context = await browser.newContext();
  await signInPerson(context, author.id);
  const page = await context.newPage();
  const caughtUp = page.waitForResponse((response) => response.url().includes("/api/comments/since"));
  await page.goto(`/write-ups/${writeUp.id}`);
  await caughtUp;
  await expect(page.getByText("Number 44", { exact: true })).toBeVisible();
  await expect(page.getByText("Number 24", { exact: true })).toHaveCount(0);
  await expect(page.getByText("The very first")).toHaveCount(0);
  await page.goto(`/write-ups/${writeUp.id}?comment=${first.id}#comment-${first.id}`);
  await expect(page.getByText("The very first")).toBeInViewport();
  await context.close();
});

test("answering, changing and older comments happen on the page, which is not loaded again", async ({
  browser,
  world,
}) => {
  const [author, talkative] = await Promise.all([world.person("official"), world.person("member")]);
  const writeUp = await makeWriteUp(world.city, author.id);
  for (let number = 0; number < 30; number++) {
    await makeComment({ writeUpId: writeUp.id }, world.cohort.id, talkative.id, { html: `<p>Number ${number}</p>` });
  }
  const context = await browser.newContext();
  await signInPerson(context, author.id);
  const page = await context.newPage();
  await page.goto(`/write-ups/${writeUp.id}`, { waitUntil: "networkidle" });
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));

  const last = page.getByRole("article").filter({ has: page.getByText("Number 29", { exact: true }) });
  await last.last().getByRole("link", { name: "Answer" }).click();
  await page.getByLabel(`Your answer to ${talkative.name}`).fill("Said on the same page.");
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page.getByText("Said on the same page.")).toBeVisible();
  await expect(page.getByText("Number 0", { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Earlier comments" }).click();
  await expect(page.getByText("Number 0", { exact: true })).toBeVisible();
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);
  await context.close();
});

test("whoever goes to another page and back finds the text and the comments again", async ({ browser, world }) => {
  const author = await world.person("official");
  const writeUp = await makeWriteUp(world.city, author.id, {
    document: { title: "Rooms open to all", card: "Keys at the corner shop." },
  });
  await makeComment({ writeUpId: writeUp.id }, world.cohort.id, author.id, { html: "<p>Still here</p>" });
  const context = await browser.newContext();
  await signInPerson(context, author.id);
  const page = await context.newPage();
  await page.goto(`/write-ups/${writeUp.id}`, { waitUntil: "networkidle" });
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Library" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Keys at the corner shop.")).toBeVisible();
  await expect(page.getByText("Still here")).toBeVisible();
  await context.close();
});
