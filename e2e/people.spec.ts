import { makeCity, makeComment, makeMember, makeMembership, makePerson, makeWriteUp } from "@/db/factories";
import { expectSound } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

test("somebody looks for who knows, and comes to their page and to what they wrote", async ({
  page,
  context,
  world,
}) => {
  const neighbour = await makeCity(world.cohort.id, { name: "Nextville", localName: "Nextville" });
  const paola = await makePerson({ name: "Paola Żółw", expertise: "Food networks with associations" });
  await makeMembership(paola.id, world.cohort.id, "official", neighbour.id);
  const writeUp = await makeWriteUp(neighbour, paola.id, { document: { title: "Parcels for all" } });
  await makeComment({ writeUpId: writeUp.id }, world.cohort.id, paola.id, {
    markdown: "Start with the lists.",
    html: "<p>Start with the lists.</p>",
  });
  await signInPerson(context, (await world.person("member")).id);
  await page.goto("/people");
  await page.getByLabel("Name, city or expertise").fill("asociations zolw");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "1 of 2 people" })).toBeVisible();
  await expect(page.locator("mark")).toHaveText(["Żółw", "associations"]);
  await expectSound(page);

  await page.getByRole("link", { name: "Paola Żółw" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paola Żółw");
  await expect(page.getByText("Start with the lists.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask Nextville" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("region", { name: "Write-ups" }).getByRole("link", { name: "Parcels for all" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Parcels for all");
});

test("an empty result says which filter emptied it", async ({ page, context, world }) => {
  const neighbour = await makeCity(world.cohort.id, { name: "Nextville", localName: "Nextville" });
  await makeMember(world.cohort.id, "official", neighbour.id);
  await signInPerson(context, (await world.person("observer")).id);
  await page.goto(`/people?city=${neighbour.slug}&away=away`);
  await expect(page.getByText("Nobody in your cohort fits all of this.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Take off Away now" }).last().click();
  await expect(page.getByRole("heading", { name: "1 of 2 people" })).toBeVisible();
});

test("whoever goes away says until when, colleagues see it, and a day that has passed is refused", async ({
  browser,
  world,
}) => {
  const [person, peer] = [await world.person("official"), await world.person("member")];
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, person.id);
  const page = await context.newPage();
  await page.goto("/settings#away");
  await page.getByLabel("Last day away").fill("24 December 2001");
  await page.getByRole("button", { name: "Save the day" }).click();
  await expect(page.getByRole("link", { name: "This day has passed. Enter today or a later day" })).toBeVisible();
  await expect(page.getByLabel("Last day away")).toHaveValue("24 December 2001");
  const later = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Last day away").fill(later);
  await page.getByRole("button", { name: "Save the day" }).click();
  await expect(page.getByText("Your cohort sees that you are away.")).toBeVisible();

  const theirs = await browser.newContext();
  await signInPerson(theirs, peer.id);
  const other = await theirs.newPage();
  await other.goto(`/people/${person.id}`);
  await expect(other.getByText("Away until")).toBeVisible();
  await other.goto("/people?away=away");
  await expect(other.getByRole("row").filter({ hasText: person.name })).toContainText("Away until");
  await Promise.all([context.close(), theirs.close()]);
});

test("names of any kind stand whole and break nothing", async ({ page, context, world }) => {
  const names = [
    "Seán O'Brien “the Younger” <b>",
    "محمد عبد الله",
    "W".repeat(80),
    `Zoe${"\u0301\u0308".repeat(38)}`,
    "=HYPERLINK(1) {name}",
  ];
  for (const name of names) {
    const person = await makePerson({ name, expertise: `${"x".repeat(300)} عربى` });
    await makeMembership(person.id, world.cohort.id, "official", world.city.id);
  }
  await signInPerson(context, (await world.person("member")).id);
  for (const path of ["/people", `/cities/${world.city.slug}`]) {
    await page.goto(path);
    for (const name of names) await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    await expectSound(page);
  }
  await page.goto("/people");
  await page.getByRole("link", { name: names[2], exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[2] ?? "");
  await expectSound(page);
});

test("somebody's page is not there for the public, for strangers and for whoever has left", async ({
  browser,
  world,
}) => {
  const person = await world.person("official");
  const left = await makePerson();
  await makeMembership(left.id, world.cohort.id, "lead", world.city.id, new Date(Date.now() - 1000));
  const bytes = async (who: string | null, id: string) => {
    const context = await browser.newContext();
    if (who) await signInPerson(context, who);
    const answer = await context.request.get(`/people/${id}`, { maxRedirects: 0 });
    const text = (await answer.text())
      .replaceAll(id, "ID")
      .replace(/nonce="[^"]*"|"nonce":"[^"]*"|"b":"[^"]*"/g, "")
      .replace(/[A-Za-z0-9+/]{22}==/g, "");
    await context.close();
    return `${answer.status()} ${text}`;
  };
  for (const who of [null, left.id, (await world.outsider()).id]) {
    const sent = await bytes(who, person.id);
    expect(sent.startsWith("404")).toBe(true);
    expect(sent).toBe(await bytes(who, "0123456789abcdef"));
  }
  expect(await bytes(person.id, left.id)).toMatch(/^404/);
  expect(await bytes(left.id, left.id)).toMatch(/^404/);
});
