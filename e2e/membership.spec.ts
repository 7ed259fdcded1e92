import { mailTo } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a lead invites a colleague, who accepts from the mail and reads what the city holds", async ({
  browser,
  world,
}) => {
  const lead = await world.person("lead");
  const theirs = await browser.newContext();
  await signInPerson(theirs, lead.id);
  const page = await theirs.newPage();
  const address = `new-colleague-${world.city.id}@example.org`;
  await page.goto(`/cities/${world.city.slug}`);
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
  await expect(page.getByText(address).first()).toBeVisible();

  const letter = await mailTo(address);
  const link = /https?:\/\/\S+\/invitations\/\S+/.exec(letter.text ?? "")?.[0] ?? "";
  const hers = await browser.newContext();
  const colleague = await hers.newPage();
  await colleague.goto(link);
  await colleague.getByLabel("Name").fill("Giulia New");
  await colleague.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(colleague.getByRole("banner").getByRole("link", { name: "Giulia New" })).toBeVisible();
  await colleague.goto(`/cities/${world.city.slug}`);
  await expect(colleague.getByRole("table").getByText("Giulia New")).toBeVisible();

  const again = await browser.newContext();
  const late = await again.newPage();
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
  await Promise.all([theirs.close(), hers.close(), again.close()]);
});

test("a membership that a lead ends, ends with the next request", async ({ browser, world }) => {
  const [lead, member] = await Promise.all([world.person("lead"), world.person("member")]);
  const hers = await browser.newContext();
  await signInPerson(hers, member.id);
  const open = await hers.newPage();
  await open.goto("/people");
  await expect(open.getByText(lead.name)).toBeVisible();

  const theirs = await browser.newContext();
  await signInPerson(theirs, lead.id);
  const page = await theirs.newPage();
  await page.goto(`/cities/${world.city.slug}`);
  const row = page.getByRole("row").filter({ hasText: member.name });
  await row.getByText("End membership").first().click();
  await row.getByRole("button").click();
  await expect(page.getByText("The membership is ended.")).toBeVisible();

  await open.goto("/");
  await expect(open.getByRole("heading", { name: "You belong to no city here at present" })).toBeVisible();
  await open.goto("/people");
  await expect(open.getByText(lead.name)).toHaveCount(0);
  expect((await hers.request.get(`/cities/${world.city.slug}/log`)).status()).toBe(404);
  await Promise.all([hers.close(), theirs.close()]);
});
