import { devices } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { makeCity, makeMember, makeWriteUp } from "@/db/factories";
import { memberships } from "@/db/schema";
import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import { saidTo } from "./support/conversation";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const { userAgent, isMobile, hasTouch, deviceScaleFactor } = devices["Pixel 5"];
const PHONE = { userAgent, isMobile, hasTouch, deviceScaleFactor, viewport: { width: 360, height: 740 } };

async function conversation(world: World) {
  const author = await world.person("official");
  const elsewhere = await makeCity(world.cohort.id, { name: "Elsewhere" });
  const member = await makeMember(world.cohort.id, "member", elsewhere.id);
  const writeUp = await makeWriteUp(world.city, author.id, { document: { title: "Rooms open to all" } });
  return { author, member, writeUp };
}

const linkIn = (text = "") => /https?:\/\/\S+\/links\/\S+/.exec(text)?.[0] ?? "";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`somebody who is not signed in answers from a mail on a phone, ${how} JavaScript, in three taps`, async ({
    browser,
    world,
  }) => {
    const { author, member, writeUp } = await conversation(world);
    const letter = await saidTo(browser, member, author, writeUp.id, "Who holds the keys to the rooms?");
    const phone = await browser.newContext({ ...PHONE, javaScriptEnabled });
    const page = await phone.newPage();

    // The first tap opens the mail's link; no address holds its secret.
    await page.goto(linkIn(letter.text));
    expect(page.url()).toMatch(/\/links\?comment=[0-9a-z]{16}$/);
    await expect(page.getByRole("heading", { level: 1, name: "Rooms open to all" })).toBeVisible();
    await expect(page.getByText("Who holds the keys to the rooms?")).toBeVisible();
    const field = page.getByLabel(`Your answer to ${member.name}`);
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
    await expectNoSidewaysScroll(page);
    if (javaScriptEnabled) await expectNoViolations(page);

    await page.getByRole("button", { name: "Post answer" }).tap();
    await expect(page.getByText("Write your comment first").first()).toBeVisible();
    await field.fill("The neighbours do.");
    await page.getByRole("button", { name: "Post answer" }).tap();
    await expect(page.getByText("Your comment is posted.")).toBeVisible();
    await expect(page.getByText("The neighbours do.")).toBeVisible();

    // That conversation is all that the link opens.
    await page.goto("/inbox");
    await expect(page).toHaveURL(/\/sign-in/);
    await phone.close();
  });
}

test("a link shows nothing once its person's access has ended, and is taken back in the settings", async ({
  browser,
  world,
}) => {
  const { author, member, writeUp } = await conversation(world);
  const letter = await saidTo(browser, member, author, writeUp.id, "Who holds the keys to the rooms?");
  const link = linkIn(letter.text);

  // Somebody else who is signed in says in whose name they write.
  const theirs = await browser.newContext();
  await signInPerson(theirs, member.id);
  const other = await theirs.newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(`This link was sent to ${author.name}`);
  await expect(other.getByRole("link", { name: `Write as ${member.name}` })).toHaveAttribute("href", /\?reply=/);

  // Whoever it was sent to needs no link where they are signed in.
  const own = await browser.newContext();
  await signInPerson(own, author.id);
  const page = await own.newPage();
  await page.goto(link);
  await expect(page).toHaveURL(new RegExp(`/write-ups/${writeUp.id}\\?reply=`));
  await page.goto("/settings");
  await page.getByRole("button", { name: /^Take back\s*: the link for “Rooms open to all”$/ }).click();
  await expect(page.getByText("That link does not work any more.")).toBeVisible();

  const stranger = await browser.newContext();
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("This link was taken back");
  await expect(elsewhere.getByText("Rooms open to all")).toHaveCount(0);
  await db
    .update(memberships)
    .set({ untilAt: new Date() })
    .where(and(eq(memberships.personId, author.id)));
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("This link leads nowhere now");
  await Promise.all([theirs.close(), own.close(), stranger.close()]);
});
