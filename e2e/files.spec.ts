import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { expectNoViolations } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const PHOTO = { name: "hall.jpg", mimeType: "image/jpeg" };
const photo = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "#4a7" } })
    .jpeg()
    .withExif({ IFD0: { Make: "Canaryphone" } })
    .toBuffer();

async function draftOf(world: World, browser: Browser, options: { javaScriptEnabled: boolean }) {
  const context = await browser.newContext(options);
  await signInPerson(context, (await world.person("official")).id);
  const page = await context.newPage();
  await page.goto("/write-ups/new?kind=practice");
  await page.getByLabel("Title").fill(`A hall for all ${Date.now()}`);
  await page.getByLabel("In short").fill("Open every day.");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/write-ups\/[0-9a-z]{16}\/edit/);
  const address = new URL(page.url()).pathname.replace(/\/edit.*$/, "");
  await page.goto(`${address}/edit/files`);
  return { page, address };
}

const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.getByLabel("Picture or document").setInputFiles(file);
const send = (page: Page) => page.getByRole("button", { name: "Add the file" }).click();

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? "with" : "without"} JavaScript an official adds a picture, and the city sees it on the page`, async ({
    browser,
    world,
  }) => {
    const { page, address } = await draftOf(world, browser, { javaScriptEnabled });
    await choose(page, {
      name: "logo.png",
      mimeType: "image/png",
      buffer: Buffer.from("<svg><script>1</script></svg>"),
    });
    await send(page);
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.getByRole("link", { name: /something else inside/ })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
    if (javaScriptEnabled) await expectNoViolations(page);
    await choose(page, { name: "fake.png", mimeType: "image/png", buffer: Buffer.from("Only words.") });
    await send(page);
    await expect(page.getByRole("link", { name: /not what its name says/ })).toBeVisible();

    await choose(page, { ...PHOTO, buffer: await photo() });
    await send(page);
    await expect(page.getByRole("heading", { level: 1, name: "About this picture" })).toBeVisible();
    await page.getByLabel("Line below the picture").fill("The hall on a Monday");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: "Say what the picture shows" })).toBeVisible();
    await expect(page.getByLabel("Line below the picture")).toHaveValue("The hall on a Monday");
    await page.getByLabel("What does the picture show?").fill("A hall with long tables.");
    await page.getByLabel("Who made the picture?").fill("City of Testville");
    await page.getByRole("radio", { name: /^CC BY 4\.0/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved. The file is in the text.")).toBeVisible();
    if (javaScriptEnabled) await expectNoViolations(page);

    const member = await browser.newContext();
    await signInPerson(member, (await world.person("member")).id);
    expect((await member.request.get(address)).status()).toBe(404);
    await page.goto(`${address}/share`);
    await page.getByRole("button", { name: "Share with Testville" }).click();
    await page.waitForURL(/done=city/);

    const reader = await member.newPage();
    await reader.goto(address);
    const picture = reader.getByRole("img", { name: "A hall with long tables." });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await expect(reader.getByText("City of Testville")).toBeVisible();
    const source = (await picture.getAttribute("src")) ?? "";
    expect((await (await member.request.get(source)).body()).includes("Canaryphone")).toBe(false);

    const stranger = await browser.newContext();
    const [hidden, missing] = await Promise.all(
      [source, "/files/0000000000000000/960"].map((path) => stranger.request.get(path)),
    );
    expect([hidden?.status(), await hidden?.text()]).toEqual([404, await missing?.text()]);
    await Promise.all([page.context().close(), member.close(), stranger.close()]);
  });

  test(`${javaScriptEnabled ? "with" : "without"} JavaScript somebody hears why 26 MB are not taken`, async ({
    browser,
    world,
  }) => {
    const { page } = await draftOf(world, browser, { javaScriptEnabled });
    await choose(page, {
      name: "plan.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.alloc(26 * 1024 * 1024, "%PDF-"),
    });
    await send(page);
    await expect(page.getByRole("link", { name: /at most 25 MB/ })).toBeVisible();
    await page.context().close();
  });
}

test("an official puts files in order, downloads one and removes it", async ({ browser, world }) => {
  const { page } = await draftOf(world, browser, { javaScriptEnabled: true });
  for (const name of ["First", "Second"]) {
    await choose(page, { name: `${name}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7 ${name}`) });
    await send(page);
    await expect(page.getByLabel("Name of the document")).toHaveValue(name);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved. The file is in the text.")).toBeVisible();
  }
  await page.getByRole("button", { name: /Move up\s*: Second/ }).click();
  await expect(page.getByText("Moved.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Change the words" }).first()).toContainText("Second");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Download Second/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Second.pdf");
  await page.getByRole("link", { name: /Change the words\s*: Second/ }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("Removed from the text.")).toBeVisible();
  await expect(page.getByText("Second")).toHaveCount(0);
  await page.context().close();
});
