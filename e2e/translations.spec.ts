import type { Page } from "@playwright/test";
import { makeDocument, makeWriteUp } from "@/db/factories";
import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const TEXT = "La rete porta i pasti a casa.\n\nOgni martedì escono 40 volontari.";

/** A case of Testville in Italian, and two people who may edit it. */
async function caseIn(world: World) {
  const [official, lead] = await Promise.all([world.person("official"), world.person("lead")]);
  const document = makeDocument({
    title: "Una rete di pasti",
    card: "Nata in pochi giorni.",
    sections: [{ key: "lessons", markdown: TEXT, html: "", empty: null, audience: "public" }],
    timeline: [{ id: "t1", date: "2020-03", phase: "respond", what: "Parte la rete.", who: "", sourceId: null }],
  });
  const { id } = await makeWriteUp(world.city, official.id, {
    audience: "city",
    kind: "case",
    language: "it",
    document,
  });
  return { id, official, lead };
}

/** Two who may edit it, each in a browser of their own; the second has no JavaScript. */
async function changeOriginal(page: Page, id: string, markdown: string) {
  await page.goto(`/write-ups/${id}/edit/lessons`);
  await page.locator("textarea[name=markdown]").fill(markdown);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Last saved")).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test(`an official translates a case part by part and hears when the original changes${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    browser,
    world,
  }) => {
    const { id, official, lead } = await caseIn(world);
    const [hers, theirs] = await Promise.all([
      browser.newContext({ javaScriptEnabled, locale: "en-IE" }),
      browser.newContext({ javaScriptEnabled: false, locale: "en-IE" }),
    ]);
    await Promise.all([signInPerson(hers, official.id), signInPerson(theirs, lead.id)]);
    const language = { name: "language", value: "en", url: process.env.JOURNEYS_URL };
    await Promise.all([hers.addCookies([language]), theirs.addCookies([language])]);
    const [page, other] = await Promise.all([hers.newPage(), theirs.newPage()]);

    await page.goto(`/write-ups/${id}/translate`);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("link", { name: "Go to Title and card" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.locator(".error-summary")).toContainText("Translate the title first");
    await page.getByLabel("Title (English)").fill("A network of meals");
    await page.getByLabel("In short (English)").fill("Born within days.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
    await page.getByLabel("What (English)").fill("The network starts.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Lessons" })).toBeVisible();
    await page.getByLabel("Text (English)").fill("The network brings meals home.\n\nForty volunteers, every Tuesday.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("It follows the original. Every part is done.")).toBeVisible();

    await changeOriginal(other, id, TEXT.replace("40 volontari", "60 volontari"));

    await page.goto(`/write-ups/${id}?in=en`);
    await expect(page.getByText("one change behind")).toBeVisible();
    await page.goto(`/write-ups/${id}/translate/en`);
    await expect(page.getByText("One change behind the original.")).toBeVisible();
    await page.getByRole("link", { name: "Go to Lessons" }).click();
    await expect(page.locator("del")).toContainText("40");
    await expect(page.locator("ins")).toContainText("60");
    await expect(page.getByText("One unchanged paragraph")).toBeVisible();
    await page.getByRole("button", { name: "Still correct" }).click();
    await expect(page.getByText("It follows the original. Every part is done.")).toBeVisible();
    await page.goto(`/write-ups/${id}?in=en`);
    await expect(page.getByText("Forty volunteers, every Tuesday.")).toBeVisible();
    await expect(page.getByText("change behind")).toHaveCount(0);
    await Promise.all([hers.close(), theirs.close()]);
  });
}

test("what somebody types stays when the original or a colleague's translation changes meanwhile", async ({
  browser,
  page,
  world,
}) => {
  const { id, official, lead } = await caseIn(world);
  const theirs = await browser.newContext({ javaScriptEnabled: false, locale: "en-IE" });
  await Promise.all([signInPerson(page.context(), official.id), signInPerson(theirs, lead.id)]);
  const language = { name: "language", value: "en", url: process.env.JOURNEYS_URL };
  await Promise.all([page.context().addCookies([language]), theirs.addCookies([language])]);
  const other = await theirs.newPage();
  await page.goto(`/write-ups/${id}/translate/en/title`);
  await page.getByLabel("Title (English)").fill("A network of meals");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL((address) => !address.pathname.endsWith("/title"));

  await page.goto(`/write-ups/${id}/translate/en/lessons`);
  await page.getByLabel("Text (English)").fill("My words.");
  await changeOriginal(other, id, "Tutto nuovo.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".error-summary")).toContainText("The original changed while you translated");
  await expect(page.getByLabel("Text (English)")).toHaveValue("My words.");
  await expect(page.getByText("Tutto nuovo.")).toBeVisible();

  await other.goto(`/write-ups/${id}/translate/en/lessons`);
  await other.getByLabel("Text (English)").fill("Their words.");
  await other.getByRole("button", { name: "Save" }).click();
  await other.waitForURL((address) => !address.pathname.endsWith("/lessons"));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".error-summary")).toContainText("Somebody else translated this part");
  await expect(page.getByText("Their words.")).toBeVisible();
  await expect(page.getByLabel("Text (English)")).toHaveValue("My words.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL((address) => !address.pathname.endsWith("/lessons"));
  await page.goto(`/write-ups/${id}?in=en`);
  await expect(page.getByText("My words.")).toBeVisible();
  await theirs.close();
});

test("the pages of a translation fit a narrow window and have nothing that axe finds", async ({ page, world }) => {
  const { id, official } = await caseIn(world);
  await signInPerson(page.context(), official.id);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ["", "/es", "/es/title"]) {
    await page.goto(`/write-ups/${id}/translate${path}`);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  }
});
