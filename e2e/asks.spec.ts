import { makeAsk, makeCity, makeMember, makeWriteUp } from "@/db/factories";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

/** The world's city, and a neighbour who asks it. */
async function neighbours(world: World) {
  const lead = await world.person("lead");
  const bilbao = await makeCity(world.cohort.id, { name: "Elsewhere", localName: "Elsewhere" });
  const asker = await makeMember(world.cohort.id, "member", bilbao.id);
  return { lead, bilbao, asker };
}

test("a member asks a city, the city answers, the asker says so, and it stands on the write-up", async ({
  browser,
  world,
}) => {
  const { lead, asker } = await neighbours(world);
  const writeUp = await makeWriteUp(world.city, lead.id, { document: { title: "Lines that were kept" } });
  const asking = await browser.newContext();
  await signInPerson(asking, asker.id);
  const page = await asking.newPage();
  await page.goto("/asks");
  await page.getByRole("link", { name: "Ask a city" }).click();
  await page.getByRole("link", { name: "Ask Testville" }).click();
  await expect(page.getByText(`${lead.name} in Testville hears of it.`)).toBeVisible();
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByRole("link", { name: "Write your question first" })).toBeVisible();
  await page.getByLabel("Your question in one line").fill("Who paid for the phone lines?");
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByText("Your question is sent.")).toBeVisible();
  await expect(page.getByText(/1[56] of their working hours are left\./)).toBeVisible();

  const answering = await browser.newContext();
  await signInPerson(answering, lead.id);
  const theirs = await answering.newPage();
  await theirs.goto("/asks");
  await expect(theirs.getByRole("heading", { name: "Questions to Testville" })).toBeVisible();
  await theirs.getByRole("link", { name: "Who paid for the phone lines?" }).click();
  await theirs.getByLabel("Your answer").fill("The foundation did, for three years.");
  await theirs.getByRole("button", { name: "Post answer" }).click();
  await expect(theirs.getByText("The foundation did, for three years.").first()).toBeVisible();
  await expect(theirs.getByRole("status").filter({ hasText: "Your answer is posted." })).toBeAttached();

  await page.reload();
  await expect(page.getByText("Testville has replied.")).toBeVisible();
  await page.getByRole("button", { name: /^This answers it/ }).click();
  await expect(page.getByText("It is marked as answered.")).toBeVisible();
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("The foundation did");

  await theirs.reload();
  await theirs.getByRole("combobox", { name: "Write-up" }).selectOption({ label: "Lines that were kept" });
  await theirs.getByRole("button", { name: "Put them there" }).click();
  await expect(theirs.getByText("Question and answer stand on the write-up.")).toBeVisible();
  await page.goto(`/write-ups/${writeUp.id}`);
  const band = page.getByRole("region", { name: "Asked about this" });
  await expect(band).toContainText("Who paid for the phone lines?");
  await expect(band).toContainText("The foundation did, for three years.");
  await Promise.all([asking.close(), answering.close()]);
});

test("without JavaScript a question is asked, changed, answered and closed just the same", async ({
  browser,
  world,
}) => {
  const { asker } = await neighbours(world);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, asker.id);
  const page = await context.newPage();
  await page.goto(`/asks/new?city=${world.city.slug}`);
  await page.getByLabel("Your question in one line").fill("Who holds the keys?");
  await page.getByRole("button", { name: "Send the question" }).click();
  await page.getByRole("link", { name: "Change the question" }).click();
  await page.getByLabel("Your question in one line").fill("");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("link", { name: "Write your question first" })).toBeVisible();
  await page.getByLabel("Your question in one line").fill("Who holds the keys at night?");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who holds the keys at night?");
  await page.getByLabel("Your comment").fill("We found out: the neighbours.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await page.getByRole("button", { name: /^This answers it/ }).click();
  await page.getByRole("button", { name: "Open it again" }).click();
  await page.getByRole("link", { name: "Close it without an answer" }).click();
  await page.getByLabel("Why").fill("We need no answer any more.");
  await page.getByRole("button", { name: "Close the question" }).click();
  await expect(page.getByText("It is closed.")).toBeVisible();
  await expect(page.getByText("We need no answer any more.")).toBeVisible();
  await context.close();
});

test("an ask exists for its cohort only; an observer reads it and is offered nothing to write", async ({
  browser,
  world,
}) => {
  const { asker } = await neighbours(world);
  const ask = await makeAsk(world.cohort.id, asker.id, world.city, { title: "canary" });
  for (const person of [await world.outsider(), null]) {
    const context = await browser.newContext();
    if (person) await signInPerson(context, person.id);
    const answer = await context.request.get(`/asks/${ask.id}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(person ? 404 : 307);
    expect(await answer.text()).not.toContain("canary");
    await context.close();
  }
  const context = await browser.newContext();
  await signInPerson(context, (await world.person("observer")).id);
  const page = await context.newPage();
  await page.goto(`/asks/${ask.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("canary");
  await expect(page.getByLabel(/^Your (answer|comment)/)).toHaveCount(0);
  expect((await context.request.get("/asks/new")).status()).toBe(404);
  await context.close();
});
