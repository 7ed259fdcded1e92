import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { makeCity, makeMember, makeWriteUp } from "@/db/factories";
import { writeUps } from "@/db/schema";
import type { Section } from "@/lib/write-ups/document";
import { expectNoSidewaysScroll, expectNoViolations } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

const section = (key: Section["key"], markdown: string, audience: Section["audience"]): Section => ({
  ...{ key, markdown, html: `<p>${markdown}</p>`, empty: null, audience },
});

async function pageFor(browser: Browser, personId: string | null, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  if (personId) await signInPerson(context, personId);
  await context.addCookies([{ name: "language", value: "en", url: process.env.JOURNEYS_URL }]);
  return context.newPage();
}

/** A practice in its city, with one section that stays there. */
async function practice(world: World) {
  const official = await world.person("official");
  const lead = await world.person("lead");
  const neighbour = await makeCity(world.cohort.id);
  const peer = await makeMember(world.cohort.id, "official", neighbour.id);
  const sections = [section("lessons", "Ask the neighbours early.", "public"), section("costs", "canarycosts", "city")];
  const { id } = await makeWriteUp(world.city, official.id, {
    audience: "city",
    document: { title: "Rooms open to all", sections },
  });
  return { id, official, lead, peer };
}

/** Presses a button and waits for the answer: what somebody else opens afterwards comes after it. */
async function press(page: Page, path: string, button: string): Promise<void> {
  await page.goto(path);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: button, exact: true }).click();
  await answered;
}

async function rewrite(page: Page, id: string, words: string): Promise<void> {
  await page.goto(`/write-ups/${id}/edit/lessons`);
  await page.locator("textarea[name=markdown]").fill(words);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/saved=lessons/);
}

test("without JavaScript the lead sees the difference, shares it, and an official brings the earlier state back", async ({
  browser,
  world,
}) => {
  const { id, official, lead, peer } = await practice(world);
  const [leads, officials, peers] = await Promise.all(
    [lead, official, peer].map((person) => pageFor(browser, person.id, false)),
  );
  if (!leads || !officials || !peers) throw new Error("no page");
  await press(leads, `/write-ups/${id}/share`, "Share with the cohort");
  await rewrite(officials, id, "Ask the neighbours before anybody else.");

  await leads.goto(`/write-ups/${id}/share`);
  await expect(leads.getByText("One part changes: Lessons.")).toBeVisible();
  await expect(leads.locator("del", { hasText: "early" })).toBeVisible();
  await expect(leads.locator("ins", { hasText: "before anybody else" })).toBeVisible();
  await leads.getByRole("button", { name: "Share the changes" }).click();
  await expect(leads.getByText("Readers see this revision now.")).toBeVisible();

  // Each released revision keeps its address.
  await peers.goto(`/write-ups/${id}/revisions/1`);
  await expect(peers.getByText("Ask the neighbours early.")).toBeVisible();
  await expect(peers.getByText("Readers see a newer revision now.")).toBeVisible();
  await peers.goto(`/write-ups/${id}/revisions`);
  await peers.getByRole("link", { name: "What changed Revision 2" }).click();
  await expect(peers.getByRole("heading", { level: 1 })).toHaveText("From revision 1 to revision 2");
  await expect(peers.locator("ins", { hasText: "before anybody else" })).toBeVisible();
  await peers.getByRole("link", { name: "Show it side by side" }).click();
  await expect(peers.getByText("Revision 1", { exact: true })).toBeVisible();
  expect(await peers.content()).not.toContain("canarycosts");

  await press(officials, `/write-ups/${id}/revisions/1/restore`, "Bring it back");
  await expect(officials.getByRole("link", { name: "Tick that you have seen what changes" })).toBeVisible();
  await officials.getByLabel("I have seen what changes").check();
  await officials.getByRole("button", { name: "Bring it back" }).click();
  await expect(officials.getByText("Brought back from revision 1")).toBeVisible();
  await expect(officials.getByText("Kept before a state was brought back")).toHaveCount(0); // it was pinned already
  await peers.goto(`/write-ups/${id}`);
  await expect(peers.getByText("Ask the neighbours before anybody else.")).toBeVisible();
  await Promise.all([leads, officials, peers].map((page) => page.context().close()));
});

test("what was taken back answers 410 with the reason to those who could read it, 404 to all others", async ({
  browser,
  world,
}) => {
  const { id, lead, peer } = await practice(world);
  const outsider = await world.outsider();
  const [leads, peers, outsiders, everybody] = await Promise.all(
    [lead.id, peer.id, outsider.id, null].map((personId) => pageFor(browser, personId)),
  );
  if (!leads || !peers || !outsiders || !everybody) throw new Error("no page");
  const addresses = ["", "?in=it", "/revisions", "/revisions/1", "/revisions/compare?from=1&to=work", "/withdrawn"];
  const statuses = async (page: Page) =>
    Promise.all(addresses.map(async (end) => (await page.request.get(`/write-ups/${id}${end}`)).status()));
  const all = (status: number) => addresses.map(() => status);

  expect(await statuses(peers)).toEqual(all(404));
  await press(leads, `/write-ups/${id}/share`, "Share with the cohort");
  await expect(leads).toHaveURL(/done=released/);
  expect((await peers.goto(`/write-ups/${id}`))?.status()).toBe(200);
  expect((await peers.request.get(`/write-ups/${id}/withdrawn`)).status()).toBe(404);

  await press(leads, `/write-ups/${id}/share`, "Take it back into Testville");
  await expect(leads.getByRole("link", { name: "Enter why you take it back" })).toBeVisible();
  await leads.getByLabel("Why do you take it back?").fill("Somebody could be <b>recognised</b> in it.");
  await leads.getByRole("button", { name: "Take it back into Testville" }).click();
  await expect(leads).toHaveURL(/done=narrowed/);

  expect(await statuses(peers)).toEqual(all(410));
  for (const page of [outsiders, everybody]) expect(await statuses(page)).toEqual(all(404));
  expect((await peers.request.get(`/write-ups/${id}/revisions/1/cite`)).status()).toBe(404);
  const made = "0123456789abcdef";
  expect((await peers.request.get(`/write-ups/${made}`)).status()).toBe(404);
  const forged = { "x-matched-path": `/write-ups/${id}/withdrawn`, "x-withdrawn": "1" };
  expect((await everybody.request.get(`/write-ups/${id}`, { headers: forged })).status()).toBe(404);

  await peers.goto(`/write-ups/${id}`);
  await expect(peers.getByRole("heading", { level: 1 })).toHaveText("Taken back");
  await expect(peers.getByText("Somebody could be <b>recognised</b> in it.")).toBeVisible();
  const words = await peers.content();
  for (const hidden of ["Rooms open to all", "neighbours", "canary"]) expect(words).not.toContain(hidden);
  await expectNoViolations(peers);

  await press(leads, `/write-ups/${id}/share`, "Share with the cohort");
  await expect(leads).toHaveURL(/done=released/);
  expect((await peers.goto(`/write-ups/${id}`))?.status()).toBe(200);
  expect((await peers.goto(`/write-ups/${id}/revisions/1`))?.status()).toBe(404);
  expect((await peers.goto(`/write-ups/${id}/revisions/2`))?.status()).toBe(200);
  await Promise.all([leads, peers, outsiders, everybody].map((page) => page.context().close()));
});

test("once it was public, everybody is told that it was taken back", async ({ browser, world }) => {
  const lead = await world.person("lead");
  const { id } = await makeWriteUp(world.city, lead.id, { audience: "public" });
  const leads = await pageFor(browser, lead.id);
  await leads.goto(`/write-ups/${id}/share`);
  const form = leads.locator("section", { has: leads.getByRole("heading", { name: "Take it off the public pages" }) });
  await form.getByLabel("Why do you take it back?").fill("We check the figures.");
  await form.getByRole("button").click();
  await expect(leads).toHaveURL(/done=unpublished/);
  const everybody = await pageFor(browser, null);
  expect((await everybody.goto(`/write-ups/${id}`))?.status()).toBe(410);
  await expect(everybody.getByText("We check the figures.")).toBeVisible();
  await Promise.all([leads, everybody].map((page) => page.context().close()));
});

test("a released revision is cited as text, BibTeX and CSL-JSON, one that stayed in the city is not", async ({
  browser,
  world,
}) => {
  const { id, lead, peer } = await practice(world);
  const [leads, peers] = await Promise.all([lead, peer].map((person) => pageFor(browser, person.id)));
  if (!leads || !peers) throw new Error("no page");
  await press(leads, `/write-ups/${id}/share`, "Share with the cohort");
  await expect(leads).toHaveURL(/done=released/);
  await peers.goto(`/write-ups/${id}/revisions/1`);
  await expect(peers.getByText(`Testville, “Rooms open to all”, Stafeta, revision 1`)).toBeVisible();
  const cite = async (as: string) => {
    const answer = await peers.request.get(`/write-ups/${id}/revisions/1/cite?as=${as}`);
    return { status: answer.status(), headers: answer.headers(), text: await answer.text() };
  };
  expect((await cite("text")).text).toContain(`/write-ups/${id}/revisions/1`);
  const bibtex = await cite("bibtex");
  expect(bibtex.text).toContain("title = {{Rooms open to all}}");
  expect(bibtex.headers["content-disposition"]).toMatch(/^attachment; filename="[a-z0-9-]+\.bib"$/);
  expect(JSON.parse((await cite("csl")).text)[0]).toMatchObject({ title: "Rooms open to all", version: "1" });
  expect((await cite("word")).status).toBe(400);
  const hidden = await practice(world);
  expect((await peers.request.get(`/write-ups/${hidden.id}/revisions/1/cite`)).status()).toBe(404);
  await Promise.all([leads, peers].map((page) => page.context().close()));
});

test("a quick note is shared without a timeline", async ({ browser, world }) => {
  const lead = await world.person("lead");
  const { id } = await makeWriteUp(world.city, lead.id, { audience: "city", kind: "case" });
  await db.update(writeUps).set({ quickNote: true }).where(eq(writeUps.id, id));
  const page = await pageFor(browser, lead.id);
  await press(page, `/write-ups/${id}/share`, "Share with the cohort");
  await expect(page.getByText("Readers see this revision now.")).toBeVisible();
  await page.context().close();
});

test("the pages of a history are sound on a phone and in the dark, with errors shown too", async ({
  browser,
  world,
}) => {
  const { id, lead } = await practice(world);
  const page = await pageFor(browser, lead.id);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await press(page, `/write-ups/${id}/share`, "Share with the cohort");
  await expect(page).toHaveURL(/done=released/);
  await rewrite(page, id, `Ask ${"late ".repeat(60)}${"x".repeat(200)}`);
  for (const path of [
    "share",
    "revisions",
    "revisions/1",
    "revisions/compare?from=1&to=work",
    "revisions/compare?from=1&to=work&view=side",
    "revisions/1/restore",
  ]) {
    await page.goto(`/write-ups/${id}/${path}`);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByRole("link", { name: "Tick that you have seen what changes" })).toBeVisible();
  await expectNoViolations(page);
  await page.context().close();
});

test("an official takes a request back while the lead looks at it, and each is told where it stands", async ({
  browser,
  world,
}) => {
  const { id, official, lead } = await practice(world);
  const officials = await pageFor(browser, official.id);
  const leads = await pageFor(browser, lead.id, false);
  await press(officials, `/write-ups/${id}/share`, "Ask to share with the cohort");
  await leads.goto(`/write-ups/${id}/share`);
  await expect(leads.getByRole("button", { name: "Take the request back" })).toHaveCount(0);

  await press(officials, `/write-ups/${id}/edit`, "Take the request back");
  await expect(officials.getByRole("status").first()).toHaveText(
    "Request taken back. Nothing waits for the lead any more.",
  );
  await expect(officials.getByRole("button", { name: "Ask to share with the cohort" })).toBeVisible();
  await leads.getByRole("button", { name: "Share with the cohort" }).click();
  await expect(leads.getByText("This request no longer waits")).toBeVisible();
  await expect(leads.getByText("took the request back")).toBeVisible();

  await officials.getByRole("button", { name: "Ask to share with the cohort" }).click();
  await expect(officials.getByRole("button", { name: "Take the request back" })).toBeVisible();
  await press(leads, `/write-ups/${id}/share`, "Share with the cohort");
  await officials.getByRole("button", { name: "Take the request back" }).click();
  await expect(officials.getByText("The lead has decided meanwhile.")).toBeVisible();
  await Promise.all([officials.context().close(), leads.context().close()]);
});
