import { makeCity, makeMember } from "@/db/factories";
import { counted } from "./support/counted";
import { mailTo } from "./support/mail";
import { signInAs, signInPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a facilitator schedules a session for seven cities in at most eight interactions", async ({ page }) => {
  await signInAs(page, "facilitator");
  await page.goto("/");
  const person = counted(page);
  await person.click(page.getByRole("link", { name: "Sessions", exact: true }).first());
  await person.click(page.getByRole("link", { name: "New session" }));
  await person.fill(page.getByLabel("Title"), "Who pays when the emergency is over?");
  await person.check(page.getByRole("radio").nth(1));
  await person.click(page.getByRole("button", { name: "Send" }));
  await expect(page.getByRole("heading", { level: 1, name: "Who pays when the emergency is over?" })).toBeVisible();
  expect(person.interactions).toBeLessThanOrEqual(8);
  const cities = page.getByRole("region", { name: "Who comes, by city" }).getByRole("listitem");
  await expect(cities).toHaveCount(7);
});

test("a member hears of the session by mail, answers, and takes it into their calendar", async ({ browser, world }) => {
  const place = await makeCity(world.cohort.id, { name: "Farville", zone: "America/Los_Angeles" });
  const [facilitator, member] = await Promise.all([
    world.person("facilitator"),
    makeMember(world.cohort.id, "member", place.id),
  ]);
  const hers = await browser.newContext();
  await signInPerson(hers, facilitator.id);
  const page = await hers.newPage();
  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("How the nodes are paid");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How the nodes are paid" })).toBeVisible();

  const letter = await mailTo(member.email);
  expect(letter.subject).toContain("How the nodes are paid");
  const link = /https?:\/\/\S+\/sessions\/[0-9a-z]{16}/.exec(letter.text ?? "")?.[0] ?? "";
  const theirs = await browser.newContext();
  await signInPerson(theirs, member.id);
  const phone = await theirs.newPage();
  await phone.goto(link);
  await phone.getByRole("button", { name: "I am coming" }).click();
  await expect(phone.getByRole("region", { name: "Who comes, by city" })).toContainText(member.name);

  const file = await theirs.request.get(`${new URL(link).pathname}/calendar.ics`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  const text = await file.text();
  expect(text).toContain("BEGIN:VEVENT\r\n");
  expect(text).toContain("SUMMARY:How the nodes are paid\r\n");
  await Promise.all([hers.close(), theirs.close()]);
});

test("somebody in another city cannot schedule a session: the page does not exist for them", async ({
  page,
  world,
}) => {
  await signInPerson(page.context(), (await world.person("lead")).id);
  expect((await page.goto("/sessions/new"))?.status()).toBe(404);
});
