import type { BrowserContext, Page } from "@playwright/test";
import { db } from "@/db/client";
import { makeWriteUp } from "@/db/factories";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const DEATHS = 20;
/** What was typed longer ago than this is never lost. */
const SAFE_MS = 2000;

async function writer(world: World, context: BrowserContext) {
  const person = await world.person("official");
  await signInPerson(context, person.id);
  const { id } = await makeWriteUp({ cohortId: world.cohort.id, id: world.city.id }, person.id, { kind: "practice" });
  return { person, id, section: `/write-ups/${id}/edit/lessons` };
}

const words = (page: Page) => page.locator('textarea[name="markdown"]');

/** Types one numbered word after the other until told to stop, and notes when each was typed. */
async function typing(page: Page, name: string, moment: number) {
  const typed: { word: string; at: number }[] = [];
  const start = Date.now();
  for (let number = 0; Date.now() - start < moment; number++) {
    const word = `${name}${number}`;
    await page.keyboard.type(`${word} `);
    typed.push({ word, at: Date.now() });
    await page.waitForTimeout(40);
  }
  const end = Date.now();
  return typed.filter(({ at }) => at < end - SAFE_MS).map(({ word }) => word);
}

test("a tab and a line that die at twenty moments cost nothing that is older than two seconds", async ({
  context,
  world,
}) => {
  test.setTimeout(300_000);
  const { section } = await writer(world, context);
  const safe: string[] = [];
  for (let death = 0; death < DEATHS; death++) {
    const page = await context.newPage();
    await page.goto(section);
    await expect(page.locator("#saved-where")).toBeAttached();
    if (safe.length > 0) await expect(words(page)).toHaveValue(new RegExp(`\\b${safe.at(-1)}\\b`));
    await words(page).focus();
    await page.keyboard.press("Control+End");
    if (death % 2 === 1) await context.setOffline(true);
    safe.push(...(await typing(page, `d${death}w`, SAFE_MS + 400 + Math.random() * 2000)));
    // Without its last words: as if the machine had lost its power.
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
  }
  const page = await context.newPage();
  await page.goto(section);
  await expect(words(page)).toHaveValue(/\bd0w0\b/);
  const found = new Set((await words(page).inputValue()).match(/\S+/g));
  expect(safe.filter((word) => !found.has(word))).toEqual([]);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/saved=lessons/);
  await page.goto(section);
  await expect(page.getByRole("button", { name: "Throw it away" })).toHaveCount(0);
});

test("what was typed without a line goes to the server from the next page, and another device has it", async ({
  context,
  browser,
  world,
}) => {
  const { person, id, section } = await writer(world, context);
  const page = await context.newPage();
  await page.goto(section);
  await context.setOffline(true);
  await words(page).fill("Typed in a tunnel.");
  await expect(page.locator("#saved-where")).toContainText("No connection");
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  const sent = next.waitForResponse(
    (answer) => answer.url().endsWith("/api/working-copies") && answer.request().method() === "POST",
  );
  await next.goto(`/write-ups/${id}/edit/problem`);
  await sent;
  const phone = await browser.newContext();
  await signInPerson(phone, person.id);
  const there = await phone.newPage();
  await there.goto(section);
  await expect(words(there)).toHaveValue("Typed in a tunnel.");
  await there.getByRole("button", { name: "Throw it away" }).click();
  await expect(words(there)).toHaveValue("");
  await phone.close();
});

test("two people see each other; what they write in one section is put together or shown, in two sections it is kept", async ({
  context,
  browser,
  world,
}) => {
  const { id, section } = await writer(world, context);
  const second = await world.person("lead");
  const other = await browser.newContext();
  await signInPerson(other, second.id);
  await db.execute(`update write_ups set audience = 'city' where id = '${id}'`);
  const [one, two] = [await context.newPage(), await other.newPage()];
  await one.goto(section);
  await words(one).fill("First paragraph.\n\nSecond paragraph.");
  await one.getByRole("button", { name: "Continue" }).click();
  await expect(one).toHaveURL(/saved=/);
  await one.goto(section);
  await two.goto(section);
  await expect(two.getByText("has this section open too")).toBeVisible();
  await words(one).fill("First paragraph, by one.\n\nSecond paragraph.");
  await words(two).fill("First paragraph.\n\nSecond paragraph, by two.");
  await one.getByRole("button", { name: "Continue" }).click();
  await expect(one).toHaveURL(/saved=/);
  await two.getByRole("button", { name: "Continue" }).click();
  await expect(two).toHaveURL(/saved=/);
  await one.goto(section);
  await expect(words(one)).toHaveValue("First paragraph, by one.\n\nSecond paragraph, by two.");

  await two.goto(section);
  await words(one).fill("Begun anew by one.");
  await words(two).fill("Started over by two.");
  await one.getByRole("button", { name: "Continue" }).click();
  await expect(one).toHaveURL(/saved=/);
  await two.getByRole("button", { name: "Continue" }).click();
  await expect(two.getByText("Begun anew by one.")).toBeVisible();
  await expect(words(two)).toHaveValue("Started over by two.");
  await other.close();
});
