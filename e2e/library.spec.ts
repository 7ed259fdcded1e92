import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

test("somebody looks for a theme in their own language and narrows it down by counts that come true", async ({
  page,
  context,
}) => {
  await signInAs(context, "member-warsaw");
  await page.goto("/library");
  const main = page.getByRole("main");
  await main.getByRole("searchbox").fill("zywnosc");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]q=zywnosc/);
  await expect(main.getByText("Also what is filed under Food, in any language.")).toBeVisible();
  await expect(main.getByText(/Filed under Food/).first()).toBeVisible();
  const turin = main.getByRole("checkbox", { name: /^TOR Turin \d+$|^Turin \d+$/ });
  const count = Number(/\d+$/.exec((await turin.locator("..").innerText()).trim())?.[0]);
  expect(count).toBeGreaterThan(0);
  await turin.check();
  await main.getByRole("button", { name: "Show results" }).click();
  await expect(main.getByRole("heading", { level: 2, name: new RegExp(`^${count} of `) })).toBeVisible();
  await expect(main.locator("li.result")).toHaveCount(count);
  await expectNoViolations(page);
});

test("words are shown where they stand, in the language that has them", async ({ page, context }) => {
  await signInAs(context, "official-turin");
  await page.goto("/library?q=maseczki");
  const passage = page.locator("li.result mark").first();
  await expect(passage).toContainText(/maseczk/i);
  await expect(page.locator("li.result q[lang=pl]").first()).toBeVisible();
  await expect(page.getByText("The words stand in the text in Polish.").first()).toBeVisible();
});

test("whatever is typed, the library answers", async ({ page }) => {
  for (const typed of ['"', "-", "a & | ! ( ) :*", "the of and", "x".repeat(1_000), "<script>alert(1)</script>"]) {
    const answer = await page.goto(`/library?q=${encodeURIComponent(typed)}`);
    expect(answer?.status(), typed).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody keeps a search, stops its mail and removes it", async ({ page, context }) => {
    await signInAs(context, "observer");
    await page.goto("/library?theme=food&q=volunteers");
    await page.getByRole("button", { name: "Keep this search" }).click();
    await expect(page.getByText("You keep this search.")).toBeVisible();
    await page.getByRole("link", { name: "Searches you keep" }).click();
    await expect(page.getByRole("link", { name: "“volunteers”, Food" })).toBeVisible();
    await page.getByRole("button", { name: /Stop the mail\s*: “volunteers”, Food/ }).click();
    await expect(page.getByRole("status")).toHaveText("No more mail about this search.");
    await page.getByRole("button", { name: /Remove\s*: “volunteers”, Food/ }).click();
    await expect(page.getByText("You keep no search yet.")).toBeVisible();
  });
});

test("the searches one keeps read well on a phone, in Italian and in the dark", async ({ page, context }) => {
  await signInAs(context, "facilitator");
  await page.goto("/library?phase=respond");
  await page.getByRole("button", { name: "Keep this search" }).click();
  await expect(page.getByText("You keep this search.")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/saved-searches");
  await page.getByRole("button", { name: /Italiano|IT/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Le tue ricerche" })).toBeVisible();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
});

test("somebody who is not signed in is not asked to keep anything", async ({ page }) => {
  await page.goto("/library?q=food");
  await expect(page.getByRole("button", { name: "Keep this search" })).toHaveCount(0);
  await page.goto("/saved-searches");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fsaved-searches/);
});
