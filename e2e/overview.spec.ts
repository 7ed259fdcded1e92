import { db } from "@/db/client";
import { makeCity, makeMember, makeSession } from "@/db/factories";
import { notes } from "@/db/schema";
import { newId } from "@/lib/ids";
import { expectSound } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

async function coming(world: World, values: Parameters<typeof makeSession>[3] = {}) {
  const facilitator = await world.person("facilitator");
  const startsAt = new Date(Date.now() + 5 * 86_400_000);
  const session = await makeSession(world.cohort.id, facilitator.id, [world.city], { startsAt, ...values });
  return { facilitator, session };
}

test("an official answers from the overview in one tap, and changes it in two", async ({ page, world }) => {
  await coming(world, { title: "Who was not reached?" });
  await signInPerson(page.context(), (await world.person("official")).id);
  await page.goto("/sessions");
  const line = page.getByRole("article").filter({ hasText: "Who was not reached?" });
  await line.getByRole("button", { name: "I am coming" }).click();
  await expect(line.getByText("You are coming.")).toBeVisible();
  await line.getByText("You are coming.").click();
  await line.getByRole("button", { name: "Perhaps" }).click();
  await expect(line.getByText("You might come.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an official answers, searches and turns to the month", async ({ page, world }) => {
    await coming(world, { title: "Who was not reached?", startsAt: new Date("2027-03-10T15:00:00Z") });
    await signInPerson(page.context(), (await world.person("official")).id);
    await page.goto("/sessions");
    await page.getByRole("button", { name: "I am coming" }).click();
    await expect(page.getByText("You are coming.")).toBeVisible();
    await page.goto("/sessions?q=reached");
    await expect(page.getByRole("article")).toContainText("You are coming.");
    await page.getByLabel("Find a session").fill("nothingwhatsoever");
    await page.getByRole("button", { name: "Find", exact: true }).click();
    await expect(page.getByText("No session is about “nothingwhatsoever”")).toBeVisible();
    await page.goto("/sessions?month=2027-02");
    await page.getByRole("link", { name: "March 2027" }).click();
    await expect(page.getByRole("table")).toContainText("Who was not reached?");
  });
});

test("a word in the notes of a session finds nothing for a city that was not invited", async ({ browser, world }) => {
  const { session } = await coming(world, { title: "Among ourselves" });
  const official = await world.person("official");
  await db.insert(notes).values({
    id: newId(),
    sessionId: session.id,
    authorId: official.id,
    language: "en",
    body: "the quokka argument",
  });
  const away = await makeCity(world.cohort.id);
  const other = await makeMember(world.cohort.id, "official", away.id);
  for (const [person, count] of [
    [official, 1],
    [other, 0],
  ] as const) {
    const context = await browser.newContext();
    await signInPerson(context, person.id);
    const page = await context.newPage();
    await page.goto("/sessions?q=quokka");
    await expect(page.getByRole("article")).toHaveCount(count);
    await context.close();
  }
});

test("a month is a table on a wide screen and a list on a phone, sound on both", async ({ page, world }) => {
  await coming(world, { title: "Who was not reached?", startsAt: new Date("2027-03-10T15:00:00Z") });
  await signInPerson(page.context(), (await world.person("member")).id);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/sessions?month=2027-03");
    await expect(page.getByRole("link", { name: "Who was not reached?" })).toBeVisible();
    await expectSound(page);
  }
  await expect(page.getByText("31", { exact: true })).toBeHidden();
});
