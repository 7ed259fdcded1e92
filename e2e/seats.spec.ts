import { makeMember, makeSession } from "@/db/factories";
import { expectSound } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

const WEEK = 7 * 86_400_000;

test("who comes too late waits, reads their place in the line, and gets the seat that somebody leaves", async ({
  page,
  browser,
  world,
}) => {
  const facilitator = await world.person("facilitator");
  const [first, second, third] = [
    await world.person("official"),
    await world.person("member"),
    await world.person("lead"),
  ];
  const { id } = await makeSession(world.cohort.id, facilitator.id, [world.city], {
    ...{ startsAt: new Date(Date.now() + WEEK), capacity: 1 },
  });
  const come = async (person: { id: string }, button: string) => {
    await page.context().clearCookies();
    await signInPerson(page.context(), person.id);
    await page.goto(`/sessions/${id}`);
    await page.getByRole("button", { name: button, exact: true }).click();
  };
  await come(first, "I am coming");
  await expect(page.getByRole("heading", { name: "You are coming" })).toBeVisible();
  await come(second, "Wait for a seat");
  await expect(page.getByText("You are number 1 in line.")).toBeVisible();
  await come(third, "Wait for a seat");
  await expect(page.getByText("You are number 2 in line.")).toBeVisible();
  await expect(page.getByText("2 people wait for a seat, in this order")).toBeVisible();
  await expectSound(page);

  await come(first, "I cannot come");
  await expect(page.getByRole("heading", { name: "You are not coming" })).toBeVisible();
  const other = await browser.newContext();
  await signInPerson(other, second.id);
  const theirs = await other.newPage();
  await theirs.goto(`/sessions/${id}`);
  await expect(theirs.getByRole("heading", { name: "You are coming" })).toBeVisible();
  await theirs.goto("/inbox");
  await expect(theirs.getByText("A seat is free, and it is yours")).toBeVisible();
  await other.close();
});

test("a facilitator cannot take seats from those who have one, and says what is changed", async ({ page, world }) => {
  const facilitator = await world.person("facilitator");
  const people = await Promise.all([1, 2].map(() => makeMember(world.cohort.id, "member", world.city.id)));
  const { id } = await makeSession(world.cohort.id, facilitator.id, [world.city], {
    ...{ startsAt: new Date(Date.now() + WEEK), capacity: 5 },
  });
  for (const person of people) {
    await page.context().clearCookies();
    await signInPerson(page.context(), person.id);
    await page.goto(`/sessions/${id}`);
    await page.getByRole("button", { name: "I am coming", exact: true }).click();
    await expect(page.getByRole("heading", { name: "You are coming" })).toBeVisible();
  }
  await page.context().clearCookies();
  await signInPerson(page.context(), facilitator.id);
  await page.goto(`/sessions/${id}/edit`);
  await expectSound(page);
  await page.getByLabel("Title").fill("Another title");
  await page.getByLabel("Seats").fill("1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /2 people have a seat already/ })).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Another title");
  await page.getByLabel("Seats").fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Another title" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody waits for a seat and leaves the line", async ({ page, world }) => {
    const facilitator = await world.person("facilitator");
    const [first, second] = [await world.person("official"), await world.person("member")];
    const { id } = await makeSession(world.cohort.id, facilitator.id, [world.city], {
      ...{ startsAt: new Date(Date.now() + WEEK), capacity: 1 },
    });
    await signInPerson(page.context(), first.id);
    await page.goto(`/sessions/${id}`);
    await page.getByRole("button", { name: "I am coming", exact: true }).click();
    await expect(page.getByRole("heading", { name: "You are coming" })).toBeVisible();
    await page.context().clearCookies();
    await signInPerson(page.context(), second.id);
    await page.goto(`/sessions/${id}`);
    await page.getByRole("button", { name: "Wait for a seat" }).click();
    await expect(page.getByRole("heading", { name: "You are waiting for a seat" })).toBeVisible();
    await page.getByRole("button", { name: "I cannot come" }).click();
    await expect(page.getByRole("heading", { name: "You are not coming" })).toBeVisible();
  });
});
