import type { BrowserContext, Page } from "@playwright/test";
import postgres from "postgres";
import { db } from "@/db/client";
import { makeSession } from "@/db/factories";
import { agendaItems, minutes } from "@/db/schema";
import { freePort } from "../scripts/ports.mjs";
import { startDurableDatabase, startInstance } from "./support/instance";
import { signInAs, signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

/** How long two people write at once. A minute with NOTES_SECONDS=60. */
const SECONDS = Number(process.env.NOTES_SECONDS ?? 15);

const field = (page: Page) => page.locator('textarea[name="body"]').last();
const list = (page: Page) => page.locator("[data-notes] .rows .typed");
/** The page listens, and says who else does. */
const alive = (page: Page) => expect(page.locator("[data-notes]")).toContainText("have this open");

/** A session of a test's own that is on, with two steps. */
async function session(world: World) {
  const facilitator = await world.person("facilitator");
  const { id } = await makeSession(world.cohort.id, facilitator.id, [world.city], { startsAt: new Date() });
  await db.insert(agendaItems).values([
    { sessionId: id, position: 0, title: "Welcome", minutes: 10 },
    { sessionId: id, position: 1, title: "Clarifying questions", minutes: 80 },
  ]);
  return { id, facilitator, notes: `/sessions/${id}/notes` };
}

async function signedIn(context: BrowserContext, world: World) {
  const person = await world.person("official");
  await signInPerson(context, person.id);
  return person;
}

test("two people on two instances write at once: no word is lost, and each sees the other's", async ({ browser }) => {
  test.setTimeout(180_000 + SECONDS * 1000);
  const database = await startDurableDatabase();
  const instances = [
    await startInstance(database.url, await freePort()),
    await startInstance(database.url, await freePort()),
  ];
  const sql = postgres(database.url, { max: 1 });
  const [made] = await sql<{ id: string }[]>`
    update sessions set starts_at = now(), ends_at = now() + interval '90 minutes'
    where id = (select id from sessions where status = 'scheduled' and starts_at > now() order by starts_at limit 1)
    returning id`;
  const notes = `/sessions/${made?.id}/notes`;
  const handles = ["official-turin", "lead-dublin"];
  const pages = await Promise.all(
    instances.map(async ({ url }, at) => {
      const context = await browser.newContext({ baseURL: url });
      await signInAs(context, handles[at] ?? "");
      const page = await context.newPage();
      await page.goto(notes);
      return page;
    }),
  );
  for (const page of pages) await alive(page);

  // Each page notes by the machine's one clock when a word appears.
  for (const page of pages)
    await page.evaluate(() => {
      const seen: Record<string, number> = {};
      Object.assign(window, { seen });
      const look = () => {
        for (const word of document.querySelector("[data-notes]")?.textContent?.match(/[ab]\d+w/g) ?? [])
          seen[word] ??= Date.now();
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  const typed = await Promise.all(pages.map((page, at) => write(page, at === 0 ? "a" : "b")));
  const took: number[] = [];
  for (const [at, words] of typed.entries()) {
    const other = pages[1 - at];
    if (!other) continue;
    const [last] = words.at(-1) ?? [""];
    await expect(other.locator("[data-notes]")).toContainText(last);
    const seen = await other.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
    for (const [word, when] of words) took.push((seen[word] ?? Number.POSITIVE_INFINITY) - when);
  }
  const rows = await sql<{ body: string }[]>`select body from notes where session_id = ${made?.id ?? ""}`;
  const kept = rows.map(({ body }) => body).join(" ");
  const all = typed.flat().map(([word]) => word);
  expect(all.filter((word) => !kept.includes(word))).toEqual([]);
  expect(kept.replace(/\s+/g, "").length, "and nothing stands there twice").toBe(all.join("").length);
  const p95 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? Number.NaN;
  expect(Number.isFinite(p95), "nearly every word is seen while both still write").toBe(true);
  // How long it takes is for `npm run bench:live` to judge, on a machine that does nothing else.
  test.info().annotations.push({ type: "seen", description: `${took.length} words, p95 ${Math.round(p95)} ms` });
  await sql.end();
  for (const page of pages) await page.context().close();
  for (const instance of instances) await instance.stop();
  await database.stop();
});

/** Types numbered words, a note of forty after the other, and gives each with the moment of its last letter. */
async function write(page: Page, mark: string) {
  const typed: [word: string, when: number][] = [];
  const end = Date.now() + SECONDS * 1000;
  await field(page).focus();
  for (let number = 0; Date.now() < end; number++) {
    const word = `${mark}${number}w`;
    await page.keyboard.type(`${word} `, { delay: 60 });
    typed.push([word, Date.now()]);
    if (number % 40 === 39) await page.getByRole("button", { name: "Add" }).click();
  }
  await page.getByRole("button", { name: "Add" }).click();
  return typed;
}

test("what the facilitator corrects while its author writes on has both in it", async ({ browser, context, world }) => {
  const { facilitator, notes } = await session(world);
  await signedIn(context, world);
  const desk = await browser.newContext();
  await signInPerson(desk, facilitator.id);
  const [page, other] = [await context.newPage(), await desk.newPage()];
  await page.goto(notes);
  await other.goto(notes);
  await alive(page);
  await field(page).fill("the ofices kept the lists");
  await expect(list(other)).toHaveText("the ofices kept the lists");
  await other.getByRole("link", { name: "Change" }).click();
  await other.locator(".rows textarea").fill("the offices kept the lists");
  await other.getByRole("button", { name: "Done" }).click();
  await expect(field(page)).toHaveValue("the offices kept the lists");
  await field(page).press("End");
  await field(page).pressSequentially(" of names");
  await expect(list(other)).toHaveText("the offices kept the lists of names");
  await desk.close();
});

test("without a line one writes on, also the next note, and all of it arrives later, from another visit too", async ({
  context,
  world,
}) => {
  const { notes } = await session(world);
  await signedIn(context, world);
  const page = await context.newPage();
  await page.goto(notes);
  await expect(page.locator("[data-notes]")).toContainText("Only you have this open");
  await field(page).fill("Before the tunnel.");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(list(page)).toHaveText("Before the tunnel.");
  await context.setOffline(true);
  await field(page).fill("In the tunnel.");
  await expect(page.locator("[data-notes]")).toContainText("No connection");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(list(page).last()).toHaveText("In the tunnel.");
  await field(page).fill("Still in it.");
  await expect(page.locator("[data-notes]")).toContainText("No connection");
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(notes);
  await expect(list(next)).toHaveText(["Before the tunnel.", "In the tunnel.", "Still in it."]);
});

test("what was removed says by whom, and what was locked takes nothing more and says so", async ({
  browser,
  context,
  world,
}) => {
  const { id, facilitator, notes } = await session(world);
  await signedIn(context, world);
  const page = await context.newPage();
  await page.goto(notes);
  await field(page).fill("Not for the minutes.");
  await page.getByRole("button", { name: "Add" }).click();
  const desk = await browser.newContext();
  await signInPerson(desk, facilitator.id);
  const other = await desk.newPage();
  await other.goto(notes);
  await alive(other);
  await other.getByRole("link", { name: "Remove" }).click();
  await other.getByRole("button", { name: "Remove note" }).click();
  await expect(page.locator(".rows")).toContainText(`${facilitator.name} removed this note.`);
  await desk.close();

  const lockedAt = new Date();
  await db
    .insert(minutes)
    .values({ sessionId: id, language: "en", updatedBy: facilitator.id, lockedBy: facilitator.id, lockedAt });
  await field(page).fill("Too late.");
  await expect(page.locator("[data-notes]")).toContainText("The minutes were locked meanwhile");
  await expect(field(page)).toHaveValue("Too late.");
  await page.goto(notes);
  await expect(page.locator("[data-notes]")).toContainText("The minutes are locked");
  await expect(field(page)).toHaveCount(0);
});

test("without JavaScript a note is written under a step, changed and removed by plain forms", async ({
  browser,
  world,
}) => {
  const { notes } = await session(world);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signedIn(context, world);
  const page = await context.newPage();
  await page.goto(notes);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.locator(".error-summary")).toContainText("Write the note first");
  await field(page).fill("Who rang whom first?");
  await page.getByLabel("Question", { exact: true }).check();
  await page.getByLabel("Step of the agenda").selectOption({ label: "Clarifying questions" });
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page).toHaveURL(/\/notes#note-/);
  await expect(page.locator(".note-group")).toContainText("Clarifying questions");
  await expect(list(page)).toHaveText("Who rang whom first?");
  await page.getByRole("link", { name: "Change" }).click();
  await field(page).fill("Who rang whom first, and when?");
  await page.getByRole("button", { name: "Save change" }).click();
  await expect(list(page)).toHaveText("Who rang whom first, and when?");
  await page.getByRole("link", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove note" }).click();
  await expect(page.locator("[data-notes]")).toContainText("removed this note");
  await context.close();
});
