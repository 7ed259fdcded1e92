import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { makeSession } from "@/db/factories";
import { agendaItems } from "@/db/schema";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const titles = async (sessionId: string) => {
  const steps = await db
    .select({ title: agendaItems.title })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position));
  return steps.map(({ title }) => title);
};

async function withAgenda(world: World) {
  const facilitator = await world.person("facilitator");
  const session = await makeSession(world.cohort.id, facilitator.id, [world.city], {
    startsAt: new Date(Date.now() + 5 * 86_400_000),
    minutes: 60,
  });
  await db.insert(agendaItems).values([
    { sessionId: session.id, position: 0, title: "Welcome", minutes: 10, lead: "facilitator" },
    { sessionId: session.id, position: 1, title: "The case", minutes: 30, lead: "host" },
    { sessionId: session.id, position: 2, title: "Close", minutes: 20, lead: "all" },
  ]);
  return { facilitator, session };
}

test("a facilitator reorders an agenda by keyboard alone, and the focus stays on the step", async ({ page, world }) => {
  const { facilitator, session } = await withAgenda(world);
  await signInPerson(page.context(), facilitator.id);
  await page.goto(`/sessions/${session.id}/agenda`);
  const down = page.getByRole("button", { name: "Move step 1 down" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What happens").first()).toHaveValue("The case");
  await expect(page.getByRole("button", { name: "Move step 2 down" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What happens").nth(2)).toHaveValue("Welcome");
  await page.getByRole("button", { name: "Save the agenda" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/sessions/${session.id}#agenda$`));
  expect(await titles(session.id)).toEqual(["The case", "Close", "Welcome"]);
});

test("a step is dragged to another place by its handle", async ({ page, world }) => {
  const { facilitator, session } = await withAgenda(world);
  await signInPerson(page.context(), facilitator.id);
  await page.goto(`/sessions/${session.id}/agenda`);
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.waitForLoadState("networkidle");
  const grips = page.locator(".grip");
  const from = await grips.nth(2).boundingBox();
  const to = await grips.first().boundingBox();
  if (!from || !to) throw new Error("no handles");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 5, { steps: 12 });
  await page.mouse.up();
  await expect(page.getByLabel("What happens").first()).toHaveValue("Close");
  await page.getByRole("button", { name: "Save the agenda" }).click();
  await expect(page).toHaveURL(/#agenda$/);
  expect(await titles(session.id)).toEqual(["Close", "Welcome", "The case"]);
});

test("an agenda longer than its session keeps what was typed and offers two ways out", async ({ page, world }) => {
  const { facilitator, session } = await withAgenda(world);
  await signInPerson(page.context(), facilitator.id);
  await page.goto(`/sessions/${session.id}/agenda`);
  await page.getByLabel("What happens").last().fill("One more thing");
  await page.getByLabel("Minutes").last().fill("30");
  await expect(page.getByText("that is 30 too many")).toBeVisible();
  await expect(page.getByRole("link", { name: "Change the session’s length" })).toBeVisible();
  await page.getByRole("button", { name: "Save the agenda" }).click();
  await expect(page.locator(".error-summary")).toContainText("30 more than the session");
  await expect(page.getByLabel("What happens").last()).toHaveValue("One more thing");
  expect(await titles(session.id)).toHaveLength(3);
  await page.getByRole("button", { name: "Fit the steps to 60 minutes" }).click();
  await expect(page.getByText("The steps fill the session: 60 minutes.")).toBeVisible();
  expect(await titles(session.id)).toEqual(["Welcome", "The case", "Close", "One more thing"]);
});

test("two people change one agenda: the second sees what the first saved and loses nothing", async ({
  browser,
  world,
}) => {
  const { facilitator, session } = await withAgenda(world);
  const colleague = await world.person("facilitator");
  const open = async (personId: string) => {
    const context = await browser.newContext();
    await signInPerson(context, personId);
    const page = await context.newPage();
    await page.goto(`/sessions/${session.id}/agenda`);
    return page;
  };
  const [first, second] = await Promise.all([open(facilitator.id), open(colleague.id)]);
  await first.getByLabel("What happens").first().fill("Hello from the first");
  await first.getByRole("button", { name: "Save the agenda" }).click();
  await expect(first).toHaveURL(/#agenda$/);
  await second.getByLabel("What happens").first().fill("Hello from the second");
  await second.getByRole("button", { name: "Save the agenda" }).click();
  await expect(second.getByText("What somebody else saved in the meantime")).toBeVisible();
  await expect(second.getByText("Hello from the first")).toBeVisible();
  await expect(second.getByLabel("What happens").first()).toHaveValue("Hello from the second");
  await second.getByRole("button", { name: "Save the agenda" }).click();
  await expect(second).toHaveURL(/#agenda$/);
  expect((await titles(session.id))[0]).toBe("Hello from the second");
  await Promise.all([first.context().close(), second.context().close()]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("steps are moved, removed and added, and an agenda is kept as a format", async ({ page, world }) => {
    const { facilitator, session } = await withAgenda(world);
    await signInPerson(page.context(), facilitator.id);
    await page.goto(`/sessions/${session.id}/agenda`);
    await page.getByRole("button", { name: "Move step 3 up" }).click();
    await expect(page.getByLabel("What happens").nth(1)).toHaveValue("Close");
    await page.getByRole("button", { name: "Remove Step 1" }).click();
    await expect(page.getByText("The step is removed")).toBeVisible();
    await page.getByLabel("What happens").last().fill("A new one");
    await page.getByLabel("Minutes").last().fill("10");
    await page.getByRole("button", { name: "Save and add another step" }).click();
    await expect(page.getByText("The steps fill the session: 60 minutes.")).toBeVisible();
    expect(await titles(session.id)).toEqual(["Close", "The case", "A new one"]);

    await page.getByRole("link", { name: "Keep this agenda as a format" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Close first");
    await page.getByRole("button", { name: "Save the format" }).click();
    const kept = page.getByRole("region", { name: "Close first" });
    await expect(kept).toContainText("60 minutes");
    await expect(kept).toContainText("A new one");
  });
});

test("an official reads the formats but has no way to change them, nor an agenda", async ({ page, world }) => {
  const { session } = await withAgenda(world);
  await signInPerson(page.context(), (await world.person("official")).id);
  await page.goto("/formats");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(13);
  await expect(page.getByRole("link", { name: "New format" })).toHaveCount(0);
  expect((await page.goto("/formats/new"))?.status()).toBe(404);
  expect((await page.goto(`/sessions/${session.id}/agenda`))?.status()).toBe(404);
});
