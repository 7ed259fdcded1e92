import { makeCity, makeMember, makeSession } from "@/db/factories";
import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

const DAY = 86_400_000;
/** A day in so many days, as people write it. */
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

test("what is taken on in a session comes back in the next one until somebody says it is done", async ({
  page,
  context,
  world,
}) => {
  const facilitator = await world.person("facilitator");
  const official = await world.person("official");
  const other = await makeCity(world.cohort.id, { name: "Otherville", localName: "Otherville" });
  await makeMember(world.cohort.id, "member", other.id);
  const cities = [world.city, other];
  const at = (days: number) => ({ startsAt: new Date(Date.now() + days * DAY) });
  const first = await makeSession(world.cohort.id, facilitator.id, cities, { ...at(-3), title: "The first one" });
  const next = await makeSession(world.cohort.id, facilitator.id, cities, { ...at(3), title: "The next one" });

  await signInPerson(context, official.id);
  await page.goto(`/sessions/${first.id}`);
  await page.getByText("Add a commitment").click();
  await page.getByLabel("What is to be done").fill("Send Otherville our agreement");
  await page.getByLabel("By when").fill("tomorrow");
  await page.getByRole("checkbox", { name: /I do it myself/ }).check();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByRole("link", { name: "Enter a whole day, such as 27 January 2027" })).toBeVisible();
  await expect(page.getByLabel("What is to be done")).toHaveValue("Send Otherville our agreement");
  await expectNoViolations(page);
  await page.getByLabel("By when").fill(inDays(5));
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("The commitment is written down.")).toBeVisible();

  await page.goto(`/sessions/${next.id}`);
  const carried = page.getByRole("region", { name: "Commitments carried over" });
  await expect(carried).toContainText("Send Otherville our agreement");
  await page.goto("/");
  await page.getByRole("link", { name: "Say how far along it is: Send Otherville our agreement" }).click();

  await page.getByRole("radio", { name: "Done", exact: true }).check();
  await page.getByRole("textbox", { name: /^What happened/ }).fill("Sent this morning");
  await page.getByRole("textbox", { name: /^What shows it/ }).fill("https://example.org/agreement");
  await page.getByRole("button", { name: "Save this" }).click();
  await expect(page.getByText("Your report is saved.")).toBeVisible();
  await expect(page.getByRole("link", { name: "https://example.org/agreement" })).toBeVisible();
  await expectNoViolations(page);

  await page.goto(`/sessions/${next.id}`);
  await expect(page.getByRole("region", { name: "Commitments carried over" })).toHaveCount(0);
  await page.goto("/commitments?status=done");
  await expect(page.getByRole("main")).toContainText("Send Otherville our agreement");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lead names who does it, and drops it only with a reason", async ({ page, context, world }) => {
    const facilitator = await world.person("facilitator");
    const lead = await world.person("lead");
    const member = await world.person("member");
    const session = await makeSession(world.cohort.id, facilitator.id, [world.city], {
      startsAt: new Date(Date.now() - DAY),
    });
    await signInPerson(context, facilitator.id);
    await page.goto(`/sessions/${session.id}`);
    await page.getByText("Add a commitment").click();
    await page.getByLabel("What is to be done").fill("Find a room for the winter");
    await page.getByLabel("By when").fill(inDays(9));
    await page.getByRole("button", { name: "Write it down" }).click();
    await expect(page.getByText("Nobody is named yet")).toBeVisible();

    await context.clearCookies();
    await signInPerson(context, lead.id);
    await page.goto("/inbox");
    await page.getByRole("link", { name: "Find a room for the winter", exact: true }).click();
    await page.getByLabel("Who does it").selectOption({ label: member.name });
    await page.getByRole("button", { name: "Save the change" }).click();
    await expect(page.getByText("The change is saved.")).toBeVisible();
    await expect(page.getByText(`${member.name} does it`)).toBeVisible();

    await page.getByRole("radio", { name: /^Dropped/ }).check();
    await page.getByRole("button", { name: "Save this" }).click();
    await expect(page.getByRole("link", { name: "Say why it is dropped" })).toBeVisible();
    await page.getByRole("textbox", { name: /^What happened/ }).fill("The room was let to somebody else");
    await page.getByRole("button", { name: "Save this" }).click();
    await expect(page.getByText("Your report is saved.")).toBeVisible();
  });
});

test("commitments read well on a phone in Italian", async ({ page, context, world }) => {
  const lead = await world.person("lead");
  await signInPerson(context, lead.id);
  await context.addCookies([{ name: "language", value: "it", url: process.env.JOURNEYS_URL }]);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/commitments");
  await expect(page.getByRole("heading", { level: 1, name: "Impegni" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page);
});
