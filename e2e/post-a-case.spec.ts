import { counted } from "./support/counted";
import { signInAs, signInPerson } from "./support/people";
import { expect, test } from "./support/test";

const ENTRIES = [
  { date: "March 2020", phase: "respond", what: "A helpline opens." },
  { date: "18 May 2020", phase: "respond", what: "Volunteers bring meals home." },
  { date: "November 2020", phase: "rebuild", what: "The helpline stays." },
];

test("an official of Turin posts a case in at most 24 interactions and 12 fields, and the lead shares it", async ({
  page,
  browser,
}) => {
  const title = `A helpline that stayed ${Date.now()}`;
  await signInAs(page, "official-turin");
  await page.goto("/");
  const person = counted(page);
  await person.click(page.getByRole("link", { name: "Write a case or a practice" }));
  await person.fill(page.getByLabel("Title"), title);
  await person.fill(page.getByLabel("In short"), "One number to call, and somebody who answers.");
  await person.select(page.getByLabel("Language you write in"), { label: "English" });
  await person.click(page.getByRole("button", { name: "Continue" }));
  await expect(page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
  for (const [index, { date, phase, what }] of ENTRIES.entries()) {
    await person.fill(page.getByLabel("Date").nth(index), date);
    await person.select(page.getByLabel("Phase").nth(index), phase);
    await person.fill(page.getByLabel("What happened").nth(index), what);
  }
  await person.click(page.getByRole("button", { name: "Continue" }));
  await person.click(page.getByRole("link", { name: "Check and share" }).first());
  await person.click(page.getByRole("button", { name: "Share with Turin" }));
  await person.click(page.getByRole("button", { name: "Ask to share with the cohort" }));
  await expect(page.getByText("Asked. The lead has it in the inbox.")).toBeVisible();
  expect(person.interactions).toBeLessThanOrEqual(24);
  expect(person.fields).toBeLessThanOrEqual(12);
  const address = page.url().replace(/\/share.*$/, "");

  const peer = await browser.newContext();
  await signInAs(peer, "member-warsaw");
  expect((await peer.request.get(address)).status()).toBe(404);

  const lead = await browser.newContext({ locale: "en-IE" });
  await lead.addCookies([{ name: "language", value: "en", url: process.env.JOURNEYS_URL }]);
  await signInAs(lead, "lead-turin");
  const decides = await lead.newPage();
  await decides.goto("/");
  await decides.getByRole("link", { name: `Decide about “${title}”` }).click();
  await decides.getByRole("button", { name: "Share with the cohort" }).click();
  await expect(decides.getByRole("status")).toBeVisible();

  const reader = await peer.newPage();
  await reader.goto(`/library?q=${encodeURIComponent(title)}`);
  await reader.getByRole("link", { name: title }).click();
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText("Volunteers bring meals home.")).toBeVisible();
  await Promise.all([peer.close(), lead.close()]);
});

test("without JavaScript a practice is written all the same, and what is wrong is said beside its field", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, (await world.person("official")).id);
  const page = await context.newPage();
  await page.goto("/write-ups/new?kind=practice");
  await page.getByLabel("In short").fill("Rooms that belong to everybody.");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("In short")).toHaveValue("Rooms that belong to everybody.");
  await expect(page.getByLabel("Title")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Title").fill("Rooms open to all");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("tasks done")).toBeVisible();
  await context.close();
});

test("two people who change one section keep what both wrote", async ({ browser, world }) => {
  const [first, second] = await Promise.all([world.person("official"), world.person("lead")]);
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [one, two] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!one || !two) throw new Error("no pages");
  await Promise.all([signInPerson(one.context(), first.id), signInPerson(two.context(), second.id)]);
  await one.goto("/write-ups/new?kind=practice");
  await one.getByLabel("Title").fill("Written by two");
  await one.getByLabel("In short").fill("A text with two authors.");
  await one.getByRole("button", { name: "Continue" }).click();
  await one.getByRole("link", { name: "Check and share" }).first().click();
  await one.getByRole("button", { name: "Share with Testville" }).click();
  const section = one.url().replace(/\/share.*$/, "/edit/what-is-done");
  await Promise.all([one.goto(section), two.goto(section)]);
  await one.getByRole("textbox").last().fill("What the official wrote.");
  await two.getByRole("textbox").last().fill("What the lead wrote.");
  await one.getByRole("button", { name: "Continue" }).click();
  await expect(one).not.toHaveURL(section);
  await two.getByRole("button", { name: "Continue" }).click();
  await expect(two.getByText("What the official wrote.")).toBeVisible();
  await expect(two.getByRole("textbox").last()).toHaveValue("What the lead wrote.");
  await Promise.all(contexts.map((context) => context.close()));
});
