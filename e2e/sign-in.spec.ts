import type { BrowserContext, Locator, Page } from "@playwright/test";
import { countMailTo, mailTo, proofIn } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

async function askFor(page: Page, address: string, to = "/") {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
}

async function enter(page: Page, code: string) {
  await page.getByLabel("The six digits from the message").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The link with one's own name, which only those who are signed in have. */
function me(page: Page, name: string): Locator {
  return page.getByRole("banner").getByRole("link", { name });
}

test("a person signs in with the link from the mail, once", async ({ page, browser, world }) => {
  const person = await world.person("official");
  await askFor(page, person.email);
  const letter = await mailTo(person.email);
  const { link } = proofIn(letter);

  await page.goto(link);
  await page.getByRole("button", { name: "Sign in now" }).click();
  await expect(me(page, person.name)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/");

  const other = await browser.newPage();
  await other.goto(link);
  await other.getByRole("button", { name: "Sign in now" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "used up or too old" })).toBeVisible();
  await expect(me(other, person.name)).toBeHidden();
  await other.close();
});

test("looking at the link, as a mail scanner does, uses nothing up", async ({ page, request, world }) => {
  const person = await world.person("member");
  await askFor(page, person.email);
  const { link } = proofIn(await mailTo(person.email));
  for (let times = 0; times < 3; times++) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in now" }).click();
  await expect(me(page, person.name)).toBeVisible();
});

test("a person types the code from the mail", async ({ page, world }) => {
  const person = await world.person("member");
  await askFor(page, person.email);
  const { code } = proofIn(await mailTo(person.email));
  await enter(page, `${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(me(page, person.name)).toBeVisible();
});

test("after five wrong codes the right one is refused", async ({ page, world }) => {
  const person = await world.person("member");
  await askFor(page, person.email);
  const { code } = proofIn(await mailTo(person.email));
  const wrong = code === "000000" ? "000001" : "000000";
  for (let tries = 1; tries <= 5; tries++) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await enter(page, wrong);
    await answered;
    await expect(page.getByRole("alert").filter({ hasText: "This code is not right" })).toBeVisible();
  }
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await enter(page, code);
  await answered;
  await expect(page.getByRole("alert").filter({ hasText: "This code is not right" })).toBeVisible();
  await page.goto("/sign-in");
  await expect(me(page, person.name)).toBeHidden();
});

test("somebody whom nobody invited gets the same answer and no mail", async ({ page, world }) => {
  const known = await world.person("member");
  const unknown = `nobody-${known.id}@example.org`;
  const answers: string[] = [];
  for (const address of [unknown, known.email]) {
    await askFor(page, address);
    answers.push((await page.getByRole("main").innerText()).replaceAll(address, "…"));
  }
  expect(answers[0]).toBe(answers[1]);
  await enter(page, "123456");
  await expect(page.getByRole("alert").filter({ hasText: "This code is not right" })).toBeVisible();
  await mailTo(known.email);
  expect(await countMailTo(unknown)).toBe(0);
});

test("the page one wanted is there after signing in", async ({ page, world }) => {
  const person = await world.person("member");
  await page.goto("/sessions");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  expect(new URL(page.url()).searchParams.get("to")).toBe("/sessions");
  await page.getByLabel("Your e-mail address").fill(person.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  const { link } = proofIn(await mailTo(person.email));
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in now" }).click();
  await page.waitForURL("**/sessions");
});

test("a page of another site is never the one that is returned to", async ({ page, world }) => {
  const person = await world.person("member");
  await askFor(page, person.email, "//evil.example/steal");
  await enter(page, proofIn(await mailTo(person.email)).code);
  await expect(me(page, person.name)).toBeVisible();
  expect(new URL(page.url()).origin).toBe(process.env.JOURNEYS_URL);
});

test("a person signs out, and the pages are closed again", async ({ page, context, world }) => {
  const person = await world.person("member");
  await signInPerson(context, person.id);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/settings");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

test("a person ends a place where they are signed in elsewhere", async ({ page, context, browser, world }) => {
  const person = await world.person("member");
  const elsewhere = await browser.newContext();
  await signInPerson(elsewhere, person.id);
  await signInPerson(context, person.id);
  const reaches = async (where: BrowserContext) =>
    (await where.request.get("/settings", { maxRedirects: 0 })).status() === 200;
  expect(await reaches(elsewhere)).toBe(true);
  await page.goto("/settings");
  await page.getByRole("button", { name: /^Sign out there/ }).click();
  await expect(page.getByText("That place is signed out.")).toBeVisible();
  expect(await reaches(elsewhere)).toBe(false);
  expect(await reaches(context)).toBe(true);
  await elsewhere.close();
});

test.describe("with the city's own login", () => {
  async function logIn(page: Page, account: string, to = "/library") {
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await page.getByRole("button", { name: "Sign in with City login" }).click();
    await page.getByLabel("Account").fill(account);
    await page.getByRole("button", { name: "Log in" }).click();
  }

  test("a person whose address is known signs in", async ({ page }) => {
    await logIn(page, "maeve");
    await page.waitForURL("**/library");
    await expect(me(page, "Maeve C.")).toBeVisible();
  });

  for (const [account, why] of [
    ["stranger", "whose address nobody has"],
    ["unverified", "whose address the provider has not verified"],
  ] as const) {
    test(`a person ${why} is refused, with the reason`, async ({ page }) => {
      await logIn(page, account);
      await expect(page.getByRole("alert").filter({ hasText: "Nobody here has the address" })).toBeVisible();
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    });
  }
});
