import { readFile } from "node:fs/promises";
import { makeWriteUp } from "@/db/factories";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import { expectNoViolations } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

const words = en.imports;
const CASES = "title,language,crisis,first action\nA helpline,en,flood,18 March 2020\n";
const csv = (text: string) => ({ name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

test("a member takes a write-up along in four kinds of file, and nobody else gets one", async ({
  world,
  page,
  browser,
}) => {
  const member = await world.person("member");
  const { id } = await makeWriteUp(world.city, member.id, { audience: "city", document: { title: "Caffè & “cura”" } });
  await signInPerson(page.context(), member.id);
  const starts = { pdf: "%PDF-", docx: "PK", md: "---", json: "{" };
  for (const [as, start] of Object.entries(starts)) {
    const answer = await page.request.get(`/write-ups/${id}/export?as=${as}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["cache-control"]).toBe("private, no-store");
    expect(answer.headers()["content-disposition"]).toContain(`attachment; filename="caffe-cura.${as}"`);
    expect((await answer.body()).subarray(0, start.length).toString()).toBe(start);
  }
  expect((await page.request.get(`/write-ups/${id}/export?as=exe`)).status()).toBe(400);

  const stranger = await browser.newContext();
  const hidden = await stranger.request.get(`/write-ups/${id}/export?as=md`);
  const missing = await stranger.request.get("/write-ups/0000000000000000/export?as=md");
  expect([hidden.status(), await hidden.text()]).toEqual([missing.status(), await missing.text()]);
  expect(hidden.status()).toBe(404);
  expect((await page.request.get(`/write-ups/${id}/picture.png`)).status()).toBe(404);
  await stranger.close();
});

test("what is published has a feed, a picture and a place in the sitemap; the rest has none", async ({
  world,
  request,
}) => {
  const official = await world.person("official");
  const published = await makeWriteUp(world.city, official.id, { audience: "public" });
  const shared = await makeWriteUp(world.city, official.id, { audience: "cohort" });
  expect((await request.get(`/write-ups/${published.id}/picture.png`)).headers()["content-type"]).toBe("image/png");
  for (const path of ["/feed.xml", "/sitemap.xml"]) {
    const text = await (await request.get(path)).text();
    expect(text, path).toContain(published.id);
    expect(text, path).not.toContain(shared.id);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`an official brings a table of cases ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    world,
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await signInPerson(context, (await world.person("official")).id);
    const page = await context.newPage();
    const look = page.getByRole("button", { name: words.check });

    await page.goto("/import");
    await look.click();
    await expect(page.locator(".error-summary")).toContainText(words.error.noFile);

    await page.getByLabel(words.file).setInputFiles(csv(`${CASES}Another,en,flood,30 February 2020\n`));
    await look.click();
    await expect(page.getByText("Line 3, first action: this day does not exist: 30 February 2020")).toBeVisible();
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByRole("link", { name: words.other }).click();

    for (const sentence of [
      "One write-up is now a draft of yours.",
      "Nothing new was in the file. One was here already.",
    ]) {
      await page.goto("/import");
      await page.getByLabel(words.file).setInputFiles(csv(CASES));
      await look.click();
      await page.getByRole("button", { name: "Take it as a draft" }).click();
      await expect(page.getByRole("status")).toContainText(sentence);
    }
    await context.close();
  });
}

test("what the library gives as JSON is what an import takes", async ({ world, page }) => {
  const official = await world.person("official");
  await makeWriteUp(world.city, official.id, { audience: "city", document: { title: "Rooms in order" } });
  await signInPerson(page.context(), official.id);
  const answer = await page.request.get(`/library/export?as=json&city=${world.city.slug}`);
  await page.goto("/import");
  await page.getByLabel(words.file).setInputFiles({
    name: "stafeta.json",
    mimeType: "application/json",
    buffer: await answer.body(),
  });
  await page.getByRole("button", { name: words.check }).click();
  await expect(page.getByText("The write-up in this file fits.")).toBeVisible();
});

test("the format in docs is the one that files have", async () => {
  const schema = JSON.parse(await readFile("docs/write-up.schema.json", "utf8"));
  expect(schema.properties.format.const).toBe("stafeta.write-ups");
});
