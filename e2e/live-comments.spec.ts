import type { Browser, Page } from "@playwright/test";
import postgres from "postgres";
import { freePort } from "../scripts/ports.mjs";
import { posted } from "./support/conversation";
import { startDurableDatabase, startInstance } from "./support/instance";
import { startLine } from "./support/line";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const comment = (page: Page, words: string) => page.locator("article.comment", { hasText: words });
const all = (page: Page, words: RegExp) => page.locator("#comments article.comment .prose", { hasText: words });

async function post(page: Page, words: string) {
  await page.getByLabel("Your comment", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(posted(page, words)).toHaveCount(1);
}

/** Signed in, with the page open; it listens once it says that somebody else reads. */
async function reader(browser: Browser, url: string, handle: string, path: string) {
  const context = await browser.newContext({ baseURL: url });
  await signInAs(context, handle);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

test("on two instances each reads what the other says, changes and removes; what a lost line took comes back", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const database = await startDurableDatabase();
  const ports = [await freePort(), await freePort()] as const;
  const instances = [await startInstance(database.url, ports[0]), await startInstance(database.url, ports[1])] as const;
  const line = await startLine(ports[0]);
  const sql = postgres(database.url, { max: 1 });
  const [made] = await sql<{ id: string }[]>`
    select id from write_ups where audience = 'public' order by id limit 1`;
  const path = `/write-ups/${made?.id}`;
  const paola = await reader(browser, line.url, "official-turin", path);
  const conor = await reader(browser, instances[1].url, "lead-dublin", path);
  await expect(paola.getByText("Conor B. is reading this")).toBeVisible();
  await expect(conor.getByText("Paola R. is reading this")).toBeVisible();

  await post(conor, "Who holds the keys?");
  await expect(comment(paola, "Who holds the keys?")).toHaveCount(1);
  await expect(paola.locator(".came")).toHaveText("1 new comment");
  await paola.getByRole("link", { name: "1 new comment" }).click();
  await expect(paola.locator(".came")).toHaveText("");

  // While somebody writes their field stays where it is, with what is in it.
  const field = paola.getByLabel("Your comment", { exact: true });
  await field.click();
  await field.pressSequentially("The neighbours");
  const placed = await field.boundingBox();
  await post(conor, "And who pays for them?");
  await expect(comment(paola, "And who pays for them?")).toHaveCount(1);
  expect(await field.boundingBox()).toEqual(placed);
  await field.pressSequentially(" do.");
  await expect(field).toHaveValue("The neighbours do.");

  await comment(conor, "Who holds the keys?").getByRole("link", { name: "React" }).click();
  await conor.getByRole("button", { name: "I agree" }).click();
  await expect(comment(paola, "Who holds the keys?")).toContainText("I agree");
  const own = comment(conor, "And who pays for them?");
  await own.getByText("More", { exact: true }).click();
  await own.getByRole("link", { name: "Change" }).click();
  await conor.getByLabel("Change your comment").fill("And who pays for the locks?");
  await conor.getByRole("button", { name: "Save change" }).click();
  await expect(comment(paola, "And who pays for the locks?")).toContainText("changed");
  const changed = comment(conor, "And who pays for the locks?");
  await changed.getByText("More", { exact: true }).click();
  await changed.getByRole("link", { name: "Remove" }).click();
  await conor.getByRole("button", { name: "Remove comment" }).click();
  await expect(paola.locator("#comments")).toContainText("Removed by its author.");
  await expect(paola.locator("#comments")).not.toContainText("locks");

  line.cut();
  for (const words of ["In the tunnel, one.", "In the tunnel, two.", "In the tunnel, three."]) await post(conor, words);
  await expect(all(paola, /tunnel/)).toHaveCount(0);
  line.mend();
  await expect(all(paola, /tunnel/)).toHaveText([
    "In the tunnel, one.",
    "In the tunnel, two.",
    "In the tunnel, three.",
  ]);
  await expect(field).toHaveValue("The neighbours do.");
  await post(conor, "Out of the tunnel.");
  await expect(all(paola, /tunnel/)).toHaveCount(4);

  await Promise.all([paola.context().close(), conor.context().close(), sql.end(), line.stop()]);
  await Promise.all(instances.map(({ stop }) => stop()));
  await database.stop();
});
