import { devices, type Page } from "@playwright/test";
import { makeCity, makeMember, makeSession } from "@/db/factories";
import { expectNoViolations, expectSound } from "./support/accessibility";
import { mailTo } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

/** A session of a test's own, two weeks ahead, with a facilitator, and somebody to ask in each of its two cities. */
async function asked(world: World) {
  const dublin = await makeCity(world.cohort.id, { name: "Dublin", localName: "Dublin", zone: "Europe/Dublin" });
  const facilitator = await world.person("facilitator");
  const official = await world.person("official");
  const member = await makeMember(world.cohort.id, "member", dublin.id);
  const session = await makeSession(world.cohort.id, facilitator.id, [world.city, dublin], {
    title: "When shall we three meet?",
    startsAt: new Date(Date.now() + 14 * 86_400_000),
  });
  return { facilitator, official, member, session };
}

async function open(page: Page, sessionId: string) {
  await page.goto(`/sessions/${sessionId}/poll/new`);
  await page.getByRole("button", { name: "Ask for a vote" }).click();
  await page.waitForURL((url) => url.pathname === `/sessions/${sessionId}`);
}

/** The address in the letter that asks for a vote. */
async function linkTo(address: string): Promise<string> {
  const letter = await mailTo(address);
  const link = /https?:\/\/\S+\/links\/\S+/.exec(letter.text ?? "")?.[0];
  if (!link) throw new Error(`no link in: ${letter.text}`);
  return link;
}

const said = (page: Page, index: number) => page.getByRole("group", { name: /^Can you come/ }).nth(index);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`a facilitator asks, an official votes from the mail on a phone ${how} JavaScript, and the time is taken`, async ({
    page,
    context,
    browser,
    world,
  }) => {
    test.setTimeout(60_000);
    const { facilitator, official, member, session } = await asked(world);
    await signInPerson(context, facilitator.id);
    await open(page, session.id);

    const phone = await browser.newContext({ ...devices["iPhone 13 Mini"], locale: "en-IE", javaScriptEnabled });
    const hand = await phone.newPage();
    await hand.goto(await linkTo(official.email));
    expect(new URL(hand.url()).pathname, "no address holds the secret").toBe("/links");
    await expect(hand.getByText(`${official.name}, this is your vote`)).toBeVisible();
    await expect(hand.getByRole("link", { name: official.name })).toBeHidden();
    for (const [index, answer] of ["Yes", "No", "If need be"].entries()) {
      const group = said(hand, index);
      await group.scrollIntoViewIfNeeded();
      const before = await hand.evaluate(() => window.scrollY);
      await group.getByRole("button", { name: answer, exact: true }).tap();
      await expect(group.getByText(`You said ${answer.toLowerCase()}.`)).toBeVisible();
      await expect(group.getByRole("button", { name: answer, exact: true })).toHaveAttribute("aria-pressed", "true");
      await expect(group).toBeInViewport();
      if (!javaScriptEnabled) continue;
      expect(await hand.evaluate(() => window.scrollY)).toBeCloseTo(before, -1);
      await expect(group.getByRole("button", { name: answer, exact: true })).toBeFocused();
    }
    await hand.reload();
    await expect(said(hand, 1).getByText("You said no.")).toBeVisible();

    await page.goto(`/sessions/${session.id}/poll`);
    await expect(
      page.getByRole("listitem").filter({ hasText: "One city without a yes so far: Dublin." }).first(),
    ).toBeVisible();
    await page.getByRole("link", { name: "Take this one" }).first().click();
    await page.getByRole("button", { name: "Take it and invite" }).click();
    await expect(page.getByText("The hour is fixed, and the invitations are on their way.")).toBeVisible();
    expect((await mailTo(member.email)).subject).toContain("When can you come?");
    for (const person of [official, member]) expect((await mailTo(person.email)).subject).toContain(session.title);

    await hand.goto("/links");
    await expect(hand.getByRole("heading", { level: 1, name: "There is nothing left to answer" })).toBeVisible();
    await expect(hand.getByText("It takes place on")).toBeVisible();
    await phone.close();
  });
}

test("a link that was forged or is too old says so calmly, and another comes by mail", async ({
  page,
  context,
  browser,
  world,
}) => {
  const { facilitator, official, session } = await asked(world);
  await signInPerson(context, facilitator.id);
  await open(page, session.id);
  const link = await linkTo(official.email);
  const stranger = await (await browser.newContext({ locale: "en-IE" })).newPage();
  await stranger.goto(`${link}x`);
  await expect(stranger.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
  await expectNoViolations(stranger);
  await expect(stranger.getByText("When shall we three meet?")).toHaveCount(0);
  await stranger.getByRole("button", { name: "Send me another link" }).click();
  await expect(stranger.getByRole("status")).toContainText("another link is on its way");
  await stranger.context().close();
});

test("looking at the link, as a mail scanner does, votes for nobody", async ({ page, context, request, world }) => {
  const { facilitator, official, session } = await asked(world);
  await signInPerson(context, facilitator.id);
  await open(page, session.id);
  const link = await linkTo(official.email);
  for (let times = 0; times < 3; times++) expect((await request.get(link)).status()).toBe(200);
  await page.goto(`/sessions/${session.id}/poll`);
  await expect(page.getByText("0 of 2 people have voted.")).toBeVisible();
});

test("the pages of a poll fit a narrow window and have nothing that axe finds", async ({ page, context, world }) => {
  test.setTimeout(60_000);
  const { facilitator, session } = await asked(world);
  await signInPerson(context, facilitator.id);
  await page.goto(`/sessions/${session.id}/poll/new`);
  await expectSound(page);
  await page.getByLabel("Last day to vote").fill("yesterday");
  await page.getByRole("button", { name: "Ask for a vote" }).click();
  await expect(page.locator(".error-summary")).toContainText("Enter a day, month and year");
  await expectNoViolations(page);
  await page.getByLabel("Last day to vote").fill("");
  await page.getByRole("button", { name: "Ask for a vote" }).click();
  await page.waitForURL((url) => url.pathname === `/sessions/${session.id}`);
  for (const path of ["/poll", "/poll/suggest"]) {
    await page.goto(`/sessions/${session.id}${path}`);
    await expectSound(page);
  }
  await page.goto(`/sessions/${session.id}/poll`);
  await page.getByRole("link", { name: "Take this one" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Take this time" })).toBeVisible();
  await expectNoViolations(page);
});
