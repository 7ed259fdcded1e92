import type { Page } from "@playwright/test";
import { makeCity, makeMember } from "@/db/factories";
import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import { counted } from "./support/counted";
import { mailTo } from "./support/mail";
import { signInAs, signInPerson } from "./support/people";
import { expect, test } from "./support/test";

const send = (page: Page) => page.getByRole("button", { name: "Send the invitations" });
const hours = (page: Page) => page.getByRole("radio", { name: /^\d\d:\d\d–\d\d:\d\d/ });
/** Said as soon as the hours for what the form asks stand in the page. */
const said = (page: Page) => page.getByRole("main").getByRole("status").first();

test("a facilitator schedules a session for seven cities in at most eight interactions", async ({ page }) => {
  await signInAs(page, "facilitator");
  await page.goto("/");
  const person = counted(page);
  await person.click(page.getByRole("link", { name: "Sessions", exact: true }).first());
  await person.click(page.getByRole("link", { name: "New session" }));
  await person.fill(page.getByLabel("Title"), "Who pays when the emergency is over?");
  await person.check(hours(page).nth(1));
  await person.click(send(page));
  await expect(page.getByRole("heading", { level: 1, name: "Who pays when the emergency is over?" })).toBeVisible();
  expect(person.interactions).toBeLessThanOrEqual(8);
  const cities = page.getByRole("region", { name: "Who comes, by city" }).getByRole("listitem");
  await expect(cities).toHaveCount(7);
});

test("a facilitator schedules a session with the keyboard alone", async ({ page }) => {
  await signInAs(page, "facilitator");
  await page.goto("/sessions/new");
  await expect(said(page)).toContainText("3 hours found");
  await reach(page, "title");
  await page.keyboard.type("With the keyboard alone");
  await reach(page, "slot");
  await page.keyboard.press("ArrowDown");
  await reach(page, "as");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "With the keyboard alone" })).toBeVisible();
});

test("the hours follow the cities, the length, the spread and the picked hour, and nothing typed is lost", async ({
  page,
}) => {
  await signInAs(page, "facilitator");
  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("It stays");
  const first = await said(page).innerText();
  const mustBe = page.getByRole("group", { name: "Cities that must be there" });
  await mustBe.getByRole("checkbox", { name: "San Francisco" }).uncheck();
  await expect(said(page)).not.toHaveText(first);
  await expect(mustBe.getByRole("checkbox", { name: "San Francisco" })).toBeFocused();
  await expect(page.getByRole("list", { name: "Start in each city" }).first().getByRole("listitem")).toHaveCount(6);

  await hours(page).nth(2).check();
  const label = await hours(page).nth(2).locator("xpath=..").locator("b").innerText();
  await expect(said(page)).toContainText(label.slice(0, 5));
  await expect(page.locator(".strip caption")).toContainText(label.slice(0, 5));
  await page.getByRole("radio", { name: "Fairest" }).check();
  await expect(page).toHaveURL(/spread=fairest/);
  await expect(page.getByLabel("Title")).toHaveValue("It stays");
});

test("when nothing fits a facilitator hears why and holds two sittings", async ({ page, world }) => {
  const zones = { Bayville: "America/Los_Angeles", Farville: "America/Sao_Paulo", Eastville: "Europe/Warsaw" };
  for (const [name, zone] of Object.entries(zones)) await makeCity(world.cohort.id, { name, localName: name, zone });
  await signInPerson(page.context(), (await world.person("facilitator")).id);
  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("A long visit");
  await page.getByLabel("Length and format").selectOption("study-visit");
  await expect(said(page)).toContainText("No hour fits");
  await expect(page).toHaveTitle(/New session/);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Two sittings" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("A long visit");
  await expect(said(page)).toContainText("found");
  await send(page).click();
  await expect(page.getByText("This is the second sitting of “A long visit”.")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("A long visit");
  await send(page).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-z]{16}\?done=sent$/);
});

test("a facilitator asks for a vote on three hours, or keeps a draft", async ({ page, world }) => {
  const facilitator = await world.person("facilitator");
  const official = await world.person("official");
  await signInPerson(page.context(), facilitator.id);
  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("The nodes in winter");
  await page.getByText("Ask for a vote instead").click();
  await page.getByRole("button", { name: "Ask for a vote", exact: true }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-z]{16}/);
  expect((await mailTo(official.email)).text).toContain("The nodes in winter");

  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("Not yet for everybody");
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Not yet for everybody" })).toBeVisible();
});

test("a time inside a clock change, and no title: each field says what to do, and the rest stays", async ({
  page,
  world,
}) => {
  await signInPerson(page.context(), (await world.person("facilitator")).id);
  await page.goto("/sessions/new");
  await page.getByRole("radio", { name: "Another time" }).check();
  const change = nextSpringChange();
  await page.getByLabel("Date", { exact: true }).fill(change);
  await page.getByLabel("Start", { exact: true }).fill("02:30");
  await page.getByLabel("Whose clock").selectOption("Europe/Rome");
  await send(page).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Enter a title" })).toBeVisible();
  await page.getByLabel("Title").fill("In spring");
  await send(page).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /skip 02:30 .* 01:59 or 03:00/ })).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("In spring");
  await expect(page).toHaveTitle(/New session/);
  await expectNoViolations(page);
  await page.getByLabel("Start", { exact: true }).fill("03:00");
  await send(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "In spring" })).toBeVisible();
});

test("two clicks on send make one session", async ({ page, world }) => {
  await signInPerson(page.context(), (await world.person("facilitator")).id);
  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("Only once");
  await send(page).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: "Only once" })).toBeVisible();
  await page.goto("/sessions");
  const links = page.getByRole("link", { name: "Only once" });
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(new Set(addresses).size).toBe(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a facilitator changes what is asked, sees the hours again with all that was typed, and sends", async ({
    page,
  }) => {
    await signInAs(page.context(), "facilitator");
    await page.goto("/sessions/new");
    await page.getByLabel("Title").fill("By hand");
    const mustBe = page.getByRole("group", { name: "Cities that must be there" });
    await mustBe.getByRole("checkbox", { name: "San Francisco" }).uncheck();
    await page.getByRole("radio", { name: "Least total" }).check();
    await page.getByText("Host, place, seats, reading, repeating").click();
    await page.getByLabel("Purpose, as a question").fill("Does it work on old machines?");
    await page.getByRole("button", { name: "Show the hours again" }).click();

    await expect(page.getByLabel("Title")).toHaveValue("By hand");
    await expect(page.getByLabel("Purpose, as a question")).toHaveValue("Does it work on old machines?");
    await expect(mustBe.getByRole("checkbox", { name: "San Francisco" })).not.toBeChecked();
    await expect(page.getByRole("radio", { name: "Least total" })).toBeChecked();
    await expect(page.getByRole("list", { name: "Start in each city" }).first().getByRole("listitem")).toHaveCount(6);
    await hours(page).nth(1).check();
    await send(page).click();
    await expect(page.getByRole("heading", { level: 1, name: "By hand" })).toBeVisible();
    await expect(page.getByText("Does it work on old machines?")).toBeVisible();
  });
});

test("the form is fit for everybody: with its folds open, narrow and wide, light and dark", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "facilitator");
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto("/sessions/new");
      await page.locator("main details").evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute("open", "");
      });
      await page.getByRole("radio", { name: "Another time" }).check();
      await expect(page).toHaveURL(/slot=other/);
      await expect(page).toHaveTitle(/New session/);
      await expectNoSidewaysScroll(page);
      await expectNoViolations(page);
    }
  }
});

test("whatever the clock of their browser, one person sees one instant", async ({ browser, world }) => {
  const facilitator = await world.person("facilitator");
  const shown: string[][] = [];
  for (const timezoneId of ["Europe/Rome", "America/Los_Angeles", "Pacific/Kiritimati"]) {
    const context = await browser.newContext({ timezoneId });
    await signInPerson(context, facilitator.id);
    const page = await context.newPage();
    if (shown.length === 0) {
      await page.goto("/sessions/new");
      await page.getByLabel("Title").fill("One instant");
      await send(page).click();
      await expect(page.getByRole("heading", { level: 1, name: "One instant" })).toBeVisible();
    }
    await page.goto("/sessions");
    const list = await page.getByRole("main").innerText();
    const times = await timesIn(page);
    await page.getByRole("link", { name: "One instant" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "One instant" })).toBeVisible();
    shown.push([list, ...times, await page.getByRole("main").locator("h1").innerText(), ...(await timesIn(page))]);
    await context.close();
  }
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[2]).toEqual(shown[0]);
  expect(shown[0]?.length).toBeGreaterThan(3);
});

test("a member hears of the session by mail, answers, and takes it into their calendar", async ({ browser, world }) => {
  const place = await makeCity(world.cohort.id, { name: "Farville", zone: "America/Los_Angeles" });
  const [facilitator, member] = await Promise.all([
    world.person("facilitator"),
    makeMember(world.cohort.id, "member", place.id),
  ]);
  const hers = await browser.newContext();
  await signInPerson(hers, facilitator.id);
  const page = await hers.newPage();
  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("How the nodes are paid");
  await send(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "How the nodes are paid" })).toBeVisible();

  const letter = await mailTo(member.email);
  expect(letter.subject).toContain("How the nodes are paid");
  const link = /https?:\/\/\S+\/sessions\/[0-9a-z]{16}/.exec(letter.text ?? "")?.[0] ?? "";
  const theirs = await browser.newContext();
  await signInPerson(theirs, member.id);
  const phone = await theirs.newPage();
  await phone.goto(link);
  await phone.getByRole("button", { name: "I am coming" }).click();
  await expect(phone.getByRole("region", { name: "Who comes, by city" })).toContainText(member.name);

  const file = await theirs.request.get(`${new URL(link).pathname}/calendar.ics`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  const text = await file.text();
  expect(text).toContain("BEGIN:VEVENT\r\n");
  expect(text).toContain("SUMMARY:How the nodes are paid\r\n");
  await Promise.all([hers.close(), theirs.close()]);
});

test("somebody in another city cannot schedule a session: the page does not exist for them", async ({
  page,
  world,
}) => {
  await signInPerson(page.context(), (await world.person("lead")).id);
  expect((await page.goto("/sessions/new"))?.status()).toBe(404);
});

/** Presses Tab until the control of that name has the focus. */
async function reach(page: Page, name: string) {
  for (let presses = 0; presses < 80; presses++) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("name"));
    if (focused === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${name} cannot be reached with Tab`);
}

/** The instants that a page marks up, as machines read them. */
function timesIn(page: Page): Promise<string[]> {
  return page
    .getByRole("main")
    .locator("time")
    .evaluateAll((all) => all.map((one) => one.getAttribute("datetime") ?? ""));
}

/** The next last Sunday of March, when the clocks of Europe skip an hour. */
function nextSpringChange(): string {
  const now = new Date();
  const years = [now.getUTCFullYear(), now.getUTCFullYear() + 1];
  const sundays = years.map((year) => new Date(Date.UTC(year, 2, 31 - new Date(Date.UTC(year, 2, 31)).getUTCDay())));
  const next = sundays.find((day) => day.getTime() > now.getTime() + 86_400_000);
  return next?.toISOString().slice(0, 10) ?? "";
}
