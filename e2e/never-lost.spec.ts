import type { BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { db } from "@/db/client";
import { makeCity, makeMember, makeWriteUp } from "@/db/factories";
import { writeUps } from "@/db/schema";
import { freePort } from "../scripts/ports.mjs";
import { expectSound } from "./support/accessibility";
import { startDurableDatabase, startInstance } from "./support/instance";
import { signInAs, signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const DEATHS = 20;
/** What was typed longer ago than this is never lost. */
const SAFE_MS = 2000;

async function writer(world: World, context: BrowserContext, kind: "practice" | "case" = "practice") {
  const person = await world.person("official");
  await signInPerson(context, person.id);
  const { id } = await makeWriteUp({ cohortId: world.cohort.id, id: world.city.id }, person.id, { kind });
  return { person, id, section: `/write-ups/${id}/edit/lessons` };
}

const words = (page: Page) => page.locator('textarea[name="markdown"]');

/** Types one numbered word after the other until told to stop, and gives those that were typed long enough ago. */
async function typing(page: Page, name: string, moment: number) {
  const typed: { word: string; at: number }[] = [];
  const start = Date.now();
  for (let number = 0; Date.now() - start < moment; number++) {
    const word = `${name}${number}`;
    // The blank comes first: what was saved may end in the middle of a word.
    await page.keyboard.type(` ${word}`, { delay: 8 });
    typed.push({ word, at: Date.now() });
  }
  const end = Date.now();
  return typed.filter(({ at }) => at < end - SAFE_MS).map(({ word }) => word);
}

/** A server of its own, with a section of the demo that nobody has written. */
async function ownServer() {
  const database = await startDurableDatabase();
  const port = await freePort();
  let instance = await startInstance(database.url, port);
  const sql = postgres(database.url, { max: 1 });
  const [writeUp] = await sql<{ id: string }[]>`
    select w.id from write_ups w join workspaces c on c.id = w.workspace_id
    where c.slug = 'turin' and w.audience <> 'draft' order by w.id limit 1`;
  const id = writeUp?.id ?? "";
  await sql`
    update write_up_texts set document = jsonb_set(document, '{sections}', coalesce(
      (select jsonb_agg(s) from jsonb_array_elements(document -> 'sections') s where s ->> 'key' <> 'lessons'), '[]'))
    where write_up_id = ${id} and audience = 'city'`;
  await sql.end();
  return {
    url: instance.url,
    section: `/write-ups/${id}/edit/lessons`,
    kill: () => instance.kill(),
    async restart() {
      instance = await startInstance(database.url, port);
    },
    async stop() {
      await instance.stop();
      await database.stop();
    },
  };
}

test("a tab, a line and a server that die at twenty moments cost nothing that is older than two seconds", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const server = await ownServer();
  const context = await browser.newContext({ baseURL: server.url });
  await signInAs(context, "official-turin");
  const safe: string[] = [];
  for (let death = 0; death < DEATHS; death++) {
    const kind = (["tab", "line", "server"] as const)[death % 3];
    const length = SAFE_MS + 400 + Math.random() * 2000;
    const moment = Math.random() * (length - 300);
    const description = `${kind} at ${Math.round(moment)} of ${Math.round(length)} ms`;
    test.info().annotations.push({ type: `death ${death}`, description });
    const page = await context.newPage();
    await page.goto(server.section);
    await expect(page.locator("#saved-where")).toBeAttached();
    if (safe.length > 0) await expect(words(page)).toHaveValue(new RegExp(`\\b${safe.at(-1)}\\b`));
    await words(page).focus();
    await page.keyboard.press("Control+End");
    const strike = async () => {
      // Not waiting for anything: the moment itself is what chance has chosen.
      await page.waitForTimeout(moment);
      if (kind === "line") await context.setOffline(true);
      if (kind === "server") await server.kill();
    };
    const [typed] = await Promise.all([typing(page, `d${death}w`, length), strike()]);
    safe.push(...typed);
    // The tab dies with its line or its server; of the dead servers every second one comes back while the tab is still there.
    const outlives = kind === "server" && death % 2 === 0;
    if (outlives) {
      await expect(page.locator("#saved-where")).toContainText("No connection", { timeout: 20_000 });
      await server.restart();
      await expect(page.locator("#saved-where")).toContainText("on the server", { timeout: 60_000 });
    }
    // Without its last words: as if the machine had lost its power.
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    if (kind === "server" && !outlives) await server.restart();
  }
  const page = await context.newPage();
  await page.goto(server.section);
  await expect(words(page)).toHaveValue(/\bd0w0\b/);
  const found = new Set((await words(page).inputValue()).match(/\S+/g));
  expect(safe.filter((word) => !found.has(word))).toEqual([]);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/saved=lessons/);
  await page.goto(server.section);
  const saved = new Set((await words(page).inputValue()).match(/\S+/g));
  expect(safe.filter((word) => !saved.has(word))).toEqual([]);
  await expect(page.getByRole("button", { name: "Throw it away" })).toHaveCount(0);
  await context.close();
  await server.stop();
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

test("what is said of a file, and why a lead gives something back, survive a closed tab", async ({
  context,
  browser,
  world,
}) => {
  const { person, id } = await writer(world, context);
  await db
    .update(writeUps)
    .set({ audience: "city", requested: "cohort", requestedBy: person.id, requestedAt: new Date() })
    .where(eq(writeUps.id, id));
  const page = await context.newPage();
  await page.goto(`/write-ups/${id}/edit/files`);
  const plan = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 plan") };
  await page.getByLabel("Picture or document").setInputFiles(plan);
  await page.getByRole("button", { name: "Add the file" }).click();
  await page.waitForURL(/\/edit\/files\/\w{16}/);
  const address = page.url();
  await page.locator('[name="credit"]').fill("City of Testville");
  await expect(page.locator("#saved-where")).toContainText("on the server");
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.locator('[name="credit"]')).toHaveValue("City of Testville");
  await expect(again.getByText("We put back what you typed")).toBeVisible();
  await again.getByRole("button", { name: "Save" }).click();
  await expect(again).toHaveURL(/done=saved/);
  await again.goto(address);
  await expect(again.getByRole("button", { name: "Throw it away" })).toHaveCount(0);

  const lead = await browser.newContext();
  await signInPerson(lead, (await world.person("lead")).id);
  const note = (one: Page) => one.getByLabel("What should change first?");
  const first = await lead.newPage();
  await first.goto(`/write-ups/${id}/share`);
  await expect(first.locator("#saved-back")).toBeAttached();
  await note(first).fill("Name the source.");
  await expect(first.locator("#saved-back")).toContainText("Saved on this device");
  await first.close();
  const second = await lead.newPage();
  await second.goto(`/write-ups/${id}/share`);
  await expect(note(second)).toHaveValue("Name the source.");
  await second.getByRole("button", { name: "Give it back" }).click();
  await expect(second).toHaveURL(/done=returned/);
  await expect(second.getByText("Name the source.")).toBeVisible();
  await lead.close();
});

test("what was typed before there is a draft survives a dropped line and a closed tab", async ({ context, world }) => {
  await signInPerson(context, (await world.person("official")).id);
  const open = async () => {
    const page = await context.newPage();
    await page.goto("/write-ups/new?kind=quick");
    await expect(page.locator("#saved-where")).toBeAttached();
    return page;
  };
  const title = (page: Page) => page.getByLabel("Title");
  const page = await open();
  await title(page).fill("The river is over the bank");
  await page.getByLabel("Which crisis?").selectOption({ label: "Another one: Flood" });
  await page.getByLabel("What is happening?").fill("Two streets are under water.");
  await context.setOffline(true);
  await page.getByLabel("What are you doing?").fill("The sports hall is open.");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.locator("#saved-where")).toContainText("No connection");
  await expect(title(page)).toHaveValue("The river is over the bank");
  await page.close();
  await context.setOffline(false);

  const again = await open();
  await expect(again.getByText("We put back what you typed")).toBeVisible();
  await expect(again.getByLabel("What are you doing?")).toHaveValue("The sports hall is open.");
  await expectSound(again);
  await again.getByRole("button", { name: "Continue" }).click();
  await expect(again).toHaveURL(/\/share$/);

  const third = await open();
  await title(third).fill("Not this one");
  await expect(third.locator("#saved-where")).toContainText("Saved on this device");
  await third.reload();
  await expect(title(third)).toHaveValue("Not this one");
  await third.getByRole("button", { name: "Throw it away" }).click();
  await expect(title(third)).toHaveValue("");
});

test("a form that gets no answer keeps what was typed, says why, and can be sent again", async ({ context, world }) => {
  await world.person("lead");
  const neighbour = await makeCity(world.cohort.id, { name: "Elsewhere" });
  await signInPerson(context, (await makeMember(world.cohort.id, "member", neighbour.id)).id);
  const page = await context.newPage();
  await page.goto("/asks");
  await page.getByRole("link", { name: "Ask a city" }).click();
  await page.getByRole("link", { name: "Ask Testville" }).click();
  const question = page.getByLabel("Your question in one line");
  const send = page.getByRole("button", { name: "Send the question" });
  await question.fill("Who kept the list of helpers?");
  await context.setOffline(true);
  await send.click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toContainText("There was no answer.");
  await expect(summary).toBeFocused();
  await expect(question).toHaveValue("Who kept the list of helpers?");
  await expectSound(page);
  await context.setOffline(false);

  // A server that has a newer version does not know the form of the page any more.
  await page.route("**/asks/**", (route) => {
    const headers = route.request().headers();
    return route.continue({
      headers: headers["next-action"] ? { ...headers, "next-action": "0".repeat(42) } : headers,
    });
  });
  await send.click();
  await expect(summary).toContainText("Stafeta was updated while this page was open.");
  await expect(question).toHaveValue("Who kept the list of helpers?");
  await page.unroute("**/asks/**");
  await send.click();
  await expect(page.getByText("Your question is sent.")).toBeVisible();
});

test("a translation that was not saved comes back, and the list of tasks says where words are waiting", async ({
  context,
  world,
}) => {
  const { id, section } = await writer(world, context);
  const page = await context.newPage();
  const part = `/write-ups/${id}/translate/it/title`;
  const field = page.locator("textarea, input[type=text]").and(page.locator("[name^=words]")).first();
  await page.goto(part);
  await field.fill("Stanze aperte a tutti");
  await expect(page.locator("#saved-where")).toContainText("on the server");
  await page.goto(section);
  await words(page).fill("Begun and left.");
  await expect(page.locator("#saved-where")).toContainText("on the server");
  await page.goto(`/write-ups/${id}/edit`);
  await page.locator(".note").getByRole("link", { name: "Lessons" }).click();
  await expect(words(page)).toHaveValue("Begun and left.");
  await page.goto(part);
  await expect(field).toHaveValue("Stanze aperte a tutti");
  await expect(page.getByText("We put back what you typed")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/saved=title/);
  await page.goto(part);
  await expect(field).toHaveValue("Stanze aperte a tutti");
  await expect(page.getByText("We put back what you typed")).toHaveCount(0);
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
  await expectSound(two);
  await expect(two.locator("#saved-where")).toContainText("on the server");
  await two.goto(section);
  await expect(words(two)).toHaveValue("Started over by two.");
  await expect(two.getByText("Begun anew by one.")).toBeVisible();
  await other.close();
});

test("two people choose another date for the same event: both are shown as they read them, and Continue decides", async ({
  context,
  browser,
  world,
}) => {
  const { person, id } = await writer(world, context, "case");
  const second = await world.person("lead");
  const other = await browser.newContext();
  await signInPerson(other, second.id);
  await db.execute(`update write_ups set audience = 'city' where id = '${id}'`);
  const timeline = `/write-ups/${id}/edit/timeline`;
  const [one, two] = [await context.newPage(), await other.newPage()];
  const date = (page: Page) => page.locator('input[name="rows.0.date"]');
  const go = (page: Page) => page.getByRole("button", { name: "Continue" }).click();
  await one.goto(timeline);
  await date(one).fill("March 2020");
  await one.locator('textarea[name="rows.0.what"]').fill("It began.");
  await go(one);
  await expect(one).toHaveURL(/saved=/);
  await one.goto(timeline);
  await two.goto(timeline);
  await date(one).fill("May 2020");
  await date(two).fill("4 April 2020");
  await go(one);
  await expect(one).toHaveURL(/saved=/);
  await go(two);
  const clash = two.locator(".note", { hasText: `${person.name} changed this too` });
  await expect(clash).toContainText("It began. · Date · Yours");
  await expect(clash).toContainText("4 April 2020");
  await expect(clash).toContainText("May 2020");
  await expect(clash).not.toContainText("2020-0");
  await expectSound(two);
  await go(two);
  await expect(two).toHaveURL(/saved=/);
  await one.goto(timeline);
  await expect(date(one)).toHaveValue("4 April 2020");
  await other.close();
});

test("more than can be sent at once is not sent: the form says so, and what was typed is still there", async ({
  context,
  world,
}) => {
  const { section } = await writer(world, context);
  const page = await context.newPage();
  await page.goto(section);
  // Hidden, since a browser takes long to lay out so much.
  await words(page).evaluate((field: HTMLTextAreaElement) => {
    field.style.display = "none";
    field.value = "too many words ".repeat(450_000);
  });
  await page.getByRole("button", { name: "Continue" }).click();
  const summary = page.locator(".error-summary");
  await expect(summary).toContainText("too large to send at once");
  await expect(summary).toBeFocused();
  expect((await words(page).inputValue()).length).toBe(450_000 * 15);
  await words(page).evaluate((field: HTMLTextAreaElement) => {
    field.value = "";
    field.style.display = "";
  });
  await words(page).fill("Fewer words.");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/saved=/);
});
