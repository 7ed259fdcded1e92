import { db } from "@/db/client";
import { makeCity, makeComment, makeMember, makeWriteUp } from "@/db/factories";
import { rateLimits } from "@/db/schema";
import { RATES } from "@/lib/auth/rate-limit";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a comment is reported without JavaScript, hidden with a reason, and shown again by somebody else when its author asks", async ({
  browser,
  world,
}) => {
  const [official, lead, facilitator] = await Promise.all([
    world.person("official"),
    world.person("lead"),
    world.person("facilitator"),
  ]);
  const elsewhere = await makeCity(world.cohort.id);
  const author = await makeMember(world.cohort.id, "member", elsewhere.id);
  const writeUp = await makeWriteUp(world.city, official.id, { document: { title: "Rooms open to all" } });
  const words = "Nobody there knows what a budget is.";
  const { id } = await makeComment({ writeUpId: writeUp.id }, world.cohort.id, author.id, { html: `<p>${words}</p>` });

  const old = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(old, official.id);
  const reporting = await old.newPage();
  await reporting.goto(`/reports/new?comment=${id}`);
  await reporting.getByRole("button", { name: "Report comment" }).click();
  await expect(reporting.getByRole("link", { name: "Choose what is wrong with it" })).toBeVisible();
  await reporting.getByLabel("It hurts or insults somebody").check();
  await reporting.getByRole("button", { name: "Report comment" }).click();
  await expect(reporting.getByText("Nobody has decided yet.")).toBeVisible();

  const judging = await browser.newContext();
  await signInPerson(judging, lead.id);
  const list = await judging.newPage();
  await list.goto("/reports");
  await expect(list.getByText("One person reported it")).toBeVisible();
  await expect(list.getByText(official.name)).toHaveCount(0);
  await list.getByRole("link", { name: new RegExp(`^Hide it\\s*: comment of ${author.name}$`) }).click();
  await expect(list.getByText(`Then only ${author.name} and the moderators can read it.`)).toBeVisible();
  await list.getByLabel("The tone hurts people here.").check();
  await list.getByRole("button", { name: "Hide comment" }).click();
  await expect(list.getByRole("status").filter({ hasText: "The comment is hidden" })).toBeVisible();

  await reporting.reload();
  await expect(reporting.getByText("Looked at, hidden.")).toBeVisible();
  await expect(reporting.getByText(words)).toHaveCount(0);
  await reporting.goto(`/write-ups/${writeUp.id}`);
  await expect(reporting.getByText(words)).toHaveCount(0);

  const writing = await browser.newContext();
  await signInPerson(writing, author.id);
  const page = await writing.newPage();
  await page.goto(`/reports/appeal?comment=${id}`);
  await expect(page.getByText("The tone hurts people here.")).toBeVisible();
  await page.getByLabel("Why should it be shown?").fill("I meant our own house.");
  await page.getByRole("button", { name: "Ask for another look" }).click();
  await expect(page.getByText("Nobody has decided yet.")).toBeVisible();

  await list.goto(`/reports/appeal?comment=${id}`);
  await expect(list.getByText("You hid it: somebody else decides.")).toBeVisible();
  await expect(list.getByRole("link", { name: "Show it again" })).toBeVisible();
  const second = await browser.newContext();
  await signInPerson(second, facilitator.id);
  const deciding = await second.newPage();
  await deciding.goto("/reports");
  await deciding.getByRole("link", { name: new RegExp(`^Decide\\s*: comment of ${author.name}$`) }).click();
  await deciding.getByLabel("It is shown again").check();
  await deciding.getByLabel(`Your answer to ${author.name}`).fill("Say that it was yours.");
  await deciding.getByRole("button", { name: "Decide and answer" }).click();
  await expect(deciding.getByRole("status").filter({ hasText: "The comment is shown again." })).toBeVisible();
  await reporting.reload();
  await expect(reporting.getByText(words)).toBeVisible();
  await Promise.all([old.close(), judging.close(), writing.close(), second.close()]);
});

test("a moderator writes to the author in their own words without JavaScript, and nothing else needs to be chosen", async ({
  browser,
  world,
}) => {
  const [author, lead] = await Promise.all([world.person("official"), world.person("lead")]);
  const writeUp = await makeWriteUp(world.city, author.id);
  const { id } = await makeComment({ writeUpId: writeUp.id }, world.cohort.id, author.id);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, lead.id);
  const page = await context.newPage();
  await page.goto(`/reports/hide?comment=${id}&from=reports`);
  await page.getByRole("button", { name: "Hide comment" }).click();
  await expect(page.getByRole("link", { name: "Choose a sentence, or write what the author is told" })).toBeVisible();
  await page.getByLabel("Or in your own words").fill("It names a family.");
  await page.getByRole("button", { name: "Hide comment" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The comment is hidden" })).toBeVisible();
  await expect(page.getByText("It names a family.")).toBeVisible();
  await context.close();
});

test("what one does not moderate is not there: no list, no page, with the same status as an address without a page", async ({
  browser,
  world,
}) => {
  const [author, member] = await Promise.all([world.person("official"), world.person("member")]);
  const writeUp = await makeWriteUp(world.city, author.id);
  const { id } = await makeComment({ writeUpId: writeUp.id }, world.cohort.id, author.id);
  const context = await browser.newContext();
  await signInPerson(context, member.id);
  const paths = ["/reports", `/reports/hide?comment=${id}`, `/reports/appeal?comment=${id}`, "/reports/new?comment=0"];
  for (const path of paths) expect((await context.request.get(path)).status(), path).toBe(404);
  expect((await context.request.get(`/reports/new?comment=${id}`)).status()).toBe(200);
  await context.close();
});

test("who does too much is answered 429 with the time to wait, with JavaScript and without, and the words stay", async ({
  browser,
  world,
}) => {
  const [author, busy] = await Promise.all([world.person("official"), world.person("member")]);
  const writeUp = await makeWriteUp(world.city, author.id);
  const { id } = await makeComment({ writeUpId: writeUp.id }, world.cohort.id, author.id);
  const windowStart = new Date(new Date().toISOString().slice(0, 10));
  await db.insert(rateLimits).values({ key: `report:${busy.id}`, windowStart, count: RATES.report.most });
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    await signInPerson(context, busy.id);
    const page = await context.newPage();
    await page.goto(`/reports/new?comment=${id}`, { waitUntil: "networkidle" });
    await page.getByLabel("Something else").check();
    await page.getByLabel("What should the moderators know?").fill("It comes again and again.");
    const sent = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Report comment" }).click();
    const answer = await sent;
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
    await expect(page.locator(".error-summary")).toContainText(/Try again in .*(second|minute|hour)/);
    await expect(page.getByLabel("What should the moderators know?")).toHaveValue("It comes again and again.");
    await context.close();
  }
});
