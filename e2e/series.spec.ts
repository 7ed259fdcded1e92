import { db } from "@/db/client";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { beginSeries } from "@/lib/series/begin";
import { addDays } from "@/lib/time/days";
import { expectSound } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

/** A weekly series in the test's own city; its first session is a week from now, at nine. */
async function weekly(world: World, facilitatorId: string) {
  const actor = await actorOf(facilitatorId);
  const day = addDays(new Date().toISOString().slice(0, 10), 7);
  const begun = await db.transaction((tx) =>
    beginSeries(tx, actor, {
      ...{ cohortId: world.cohort.id, rhythm: "weekly", wallStart: `${day}T09:00`, zone: "Europe/Rome", minutes: 60 },
      ...{ untilOn: null, rotates: false, spread: "balanced", skipsHolidays: false, readings: [], formKey: newId() },
      template: {
        ...{ title: "Every week", purpose: "", format: "troika", language: "en", hostId: null },
        ...{ required: [world.city.id], optional: [], mode: "online", location: null, joinUrl: null },
        ...{ confidentiality: "cohort", capacity: null },
      },
    }),
  );
  if (!begun) throw new Error("no series");
  return { ...begun, day };
}

test("a facilitator moves a session with those that follow, and all pages say so", async ({ page, world }) => {
  const facilitator = await world.person("facilitator");
  const { sessionId, day } = await weekly(world, facilitator.id);
  await signInPerson(page.context(), facilitator.id);
  await page.goto(`/sessions/${sessionId}`);
  await expect(page.getByText(/with \d+ more to come/)).toBeVisible();
  await page.getByRole("link", { name: /^Next:/ }).click();
  await page.getByRole("link", { name: "Move it" }).click();
  await expectSound(page);
  await page.getByLabel("Date").fill(addDays(day, 8));
  await page.getByLabel("Start", { exact: true }).fill("10:30");
  await page.getByRole("radio", { name: "This one and those that follow" }).check();
  await expect(page).toHaveURL(/time=10%3A30/);
  await page.getByRole("button", { name: "Move it" }).click();
  await expect(page.getByText("It is moved, and everybody invited hears of it.")).toBeVisible();
  await page.getByRole("link", { name: "All sessions of the series" }).click();
  const coming = page.getByRole("region", { name: "Coming" }).getByRole("listitem");
  await expect(coming.first()).toContainText("10:30");
  await expect(coming.nth(4)).toContainText("10:30");
  await expectSound(page);
});

test("a facilitator ends a series and calls off what comes after", async ({ page, world }) => {
  const facilitator = await world.person("facilitator");
  const { seriesId, day } = await weekly(world, facilitator.id);
  await signInPerson(page.context(), facilitator.id);
  await page.goto(`/series/${seriesId}`);
  await page.getByLabel("Last day").fill(addDays(day, 14));
  await page.getByRole("button", { name: "Set the last day" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Say why, in a sentence" })).toBeVisible();
  await page.getByLabel("Why, if they are cancelled").fill("The programme ends.");
  await page.getByRole("button", { name: "Set the last day" }).click();
  await expect(page.getByText("The last day is")).toBeVisible();
  const coming = page.getByRole("region", { name: "Coming" }).getByRole("listitem");
  await expect(coming.nth(2)).not.toContainText("Cancelled");
  await expect(coming.nth(3)).toContainText("Cancelled");
});

test("somebody of another cohort finds no series", async ({ page, world }) => {
  const facilitator = await world.person("facilitator");
  const { seriesId } = await weekly(world, facilitator.id);
  await signInPerson(page.context(), (await world.outsider()).id);
  expect((await page.goto(`/series/${seriesId}`))?.status()).toBe(404);
});
