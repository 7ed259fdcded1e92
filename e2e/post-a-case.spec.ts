import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import it from "@/lib/i18n/messages/it.json" with { type: "json" };
import { counted } from "./support/counted";
import { signInAs, signInPerson } from "./support/people";
import { expect, test } from "./support/test";

const ENTRIES = [
  { date: "March 2020", phase: "respond", what: "A helpline opens." },
  { date: "18 May 2020", phase: "respond", what: "Volunteers bring meals home." },
  { date: "November 2020", phase: "rebuild", what: "The helpline stays." },
];

test("an official of Turin posts a case in at most 24 interactions and 12 fields, and the lead shares it", async ({
  page,
  browser,
}) => {
  const title = `A helpline that stayed ${Date.now()}`;
  await signInAs(page, "official-turin");
  await page.goto("/");
  const person = counted(page);
  await person.click(page.getByRole("link", { name: "Write a case or a practice" }));
  await person.fill(page.getByLabel("Title"), title);
  await person.select(page.getByLabel("Which crisis?"), { label: "COVID-19" });
  await person.fill(page.getByLabel("In short"), "One number to call, and somebody who answers.");
  await person.select(page.getByLabel("Language you write in"), { label: "English" });
  await person.click(page.getByRole("button", { name: "Continue" }));
  await expect(page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
  for (const [index, { date, phase, what }] of ENTRIES.entries()) {
    await person.fill(page.getByLabel("Date").nth(index), date);
    if (phase !== "respond") await person.select(page.getByLabel("Phase").nth(index), phase);
    await person.fill(page.getByLabel("What happened").nth(index), what);
  }
  await person.click(page.getByRole("button", { name: "Continue" }));
  await person.click(page.getByRole("link", { name: "Check and share" }).first());
  await person.click(page.getByRole("button", { name: "Share with Turin" }));
  await person.click(page.getByRole("button", { name: "Ask to share with the cohort" }));
  await expect(page.getByText("Asked. The lead has it in the inbox.")).toBeVisible();
  expect(person.interactions).toBeLessThanOrEqual(24);
  expect(person.fields).toBeLessThanOrEqual(12);
  const address = page.url().replace(/\/share.*$/, "");

  const peer = await browser.newContext();
  await signInAs(peer, "member-warsaw");
  expect((await peer.request.get(address)).status()).toBe(404);

  const lead = await browser.newContext({ locale: "en-IE" });
  await lead.addCookies([{ name: "language", value: "en", url: process.env.JOURNEYS_URL }]);
  await signInAs(lead, "lead-turin");
  const decides = await lead.newPage();
  await decides.goto("/");
  await decides.getByRole("link", { name: `Decide about “${title}”` }).click();
  await decides.getByRole("button", { name: "Share with the cohort" }).click();
  await expect(decides.getByRole("status")).toBeVisible();

  const reader = await peer.newPage();
  await reader.goto(`/library?q=${encodeURIComponent(title)}`);
  await reader.getByRole("link", { name: title }).click();
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText("Volunteers bring meals home.")).toBeVisible();
  await Promise.all([peer.close(), lead.close()]);
});

const MESSAGES = { en, it };
type Language = keyof typeof MESSAGES;

/** What somebody does with a page: with the mouse and with JavaScript or without, or with the keyboard alone. */
interface Hands {
  fill: (field: Locator, words: string) => Promise<void>;
  /** By the first letters of what is to be chosen. */
  select: (field: Locator, option: string) => Promise<void>;
  press: (control: Locator) => Promise<void>;
  tick: (box: Locator) => Promise<void>;
  upload: (field: Locator, file: FilePayload) => Promise<void>;
}
type FilePayload = { name: string; mimeType: string; buffer: Buffer };

/** Counts what is done besides writing the text itself. */
function mouse() {
  const count = { interactions: 0 };
  const act = <A extends unknown[]>(what: (...given: A) => Promise<unknown>) => {
    return async (...given: A) => {
      count.interactions += 1;
      await what(...given);
    };
  };
  const hands: Hands = {
    fill: (field, words) => field.fill(words),
    select: act(async (field: Locator, option: string) => {
      const labels = await field.locator("option").allInnerTexts();
      await field.selectOption({ label: labels.find((label) => label.startsWith(option)) ?? option });
    }),
    press: act((control: Locator) => control.click()),
    tick: act((box: Locator) => box.check()),
    upload: act((field: Locator, file: FilePayload) => field.setInputFiles(file)),
  };
  return { hands, count };
}

function keyboard(page: Page): Hands {
  const reach = async (control: Locator) => {
    await control.waitFor({ state: "attached" });
    for (let tabs = 0; tabs < 150; tabs++) {
      if (await control.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${control}`);
  };
  return {
    async fill(field, words) {
      await reach(field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(words);
    },
    async select(field, option) {
      await reach(field);
      await page.keyboard.type(option);
    },
    async press(control) {
      await reach(control);
      await page.keyboard.press("Enter");
    },
    async tick(box) {
      await reach(box);
      await page.keyboard.press("Space");
    },
    async upload(field, file) {
      await reach(field);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
      await chooser.setFiles(file);
    },
  };
}

/** A complete case: three entries, two figures with their source, a picture, and the request to share it. */
async function postCase(page: Page, hands: Hands, language: Language): Promise<string> {
  const { home, writing, ui, sharing, files } = MESSAGES[language];
  const title = `A helpline in full ${language} ${Date.now()}`;
  const field = (name: string) => page.locator(`main [name="${name}"]:not([type="hidden"])`);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const heading = (name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.goto("/");
  await hands.press(page.getByRole("link", { name: home.startWrite }));
  await heading(writing.newTitle.case);
  await hands.fill(field("title"), title);
  await expect(field("crisis")).toHaveValue("");
  await hands.select(field("crisis"), "COVID-19");
  await hands.fill(field("card"), "One number to call, and somebody who answers.");
  await hands.select(field("language"), "English");
  await hands.press(button(ui.continue));
  await heading(writing.tasks.name.timeline);
  for (const [index, { date, what }] of ENTRIES.entries()) {
    await hands.fill(field(`rows.${index}.date`), date);
    await hands.fill(field(`rows.${index}.what`), what);
  }
  await hands.press(button(ui.continue));
  await page.waitForURL(/saved=timeline/);
  const address = page.url().replace(/\/edit.*$/, "");

  await hands.press(page.getByRole("link", { name: writing.tasks.name.figures, exact: false }).last());
  await heading(writing.tasks.name.figures);
  for (const [index, value] of ["7,400", "12"].entries()) {
    await hands.fill(field(`rows.${index}.label`), index === 0 ? "meals" : "nodes");
    await hands.fill(field(`rows.${index}.value`), value);
    await hands.fill(field(`rows.${index}.asOf`), "18 May 2020");
  }
  await hands.press(button(ui.continue));
  await page.waitForURL(/saved=figures/);

  await hands.press(page.getByRole("link", { name: writing.tasks.files }));
  await heading(files.title);
  await hands.upload(page.getByLabel(files.add.label), {
    name: "helpline.png",
    mimeType: "image/png",
    buffer: await sharp({ create: { width: 64, height: 48, channels: 3, background: "teal" } })
      .png()
      .toBuffer(),
  });
  await hands.press(button(files.add.submit));
  await page.waitForURL(/\/edit\/files\/\w+/);
  await hands.fill(field("alt"), "A telephone on a desk.");
  await hands.fill(field("credit"), "The city");
  await hands.tick(page.locator('[name="licence"]').first());
  await hands.press(button(files.words.save));
  await page.waitForURL(/\/edit\/files\?/);

  await hands.press(page.getByRole("link", { name: writing.tasks.back }));
  await heading(writing.tasks.next);
  await hands.press(page.getByRole("link", { name: writing.tasks.share }).first());
  await hands.press(page.getByRole("button", { name: new RegExp(sharing.toCity.do.replace("{city}", ".+")) }));
  await hands.press(button(sharing.toCohort.ask));
  await expect(page.getByText(sharing.done.asked)).toBeVisible();
  return address;
}

async function expectWhole(page: Page, address: string) {
  await page.goto(address);
  for (const { what } of ENTRIES) await expect(page.getByText(what)).toBeVisible();
  await expect(page.getByText("7,400").or(page.getByText("7.400")).first()).toBeVisible();
  await page.goto(`${address}/preview?as=cohort`);
  await expect(page.getByRole("complementary").first()).toBeVisible();
}

for (const [language, who] of [
  ["en", "official-dublin"],
  ["it", "official-bilbao"],
] as const) {
  test(`somebody new posts a case with figures and a picture in at most 24 interactions besides the text, in ${language}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(90_000);
    await context.addCookies([{ name: "language", value: language, url: process.env.JOURNEYS_URL }]);
    await signInAs(page, who);
    const { hands, count } = mouse();
    const address = await postCase(page, hands, language);
    expect(count.interactions).toBeLessThanOrEqual(24);
    await expectWhole(page, address);
  });
}

test("the same with the keyboard alone", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "official-rotterdam");
  await expectWhole(page, await postCase(page, keyboard(page), "en"));
});

test("the same with JavaScript off, in Italian", async ({ browser }) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies([{ name: "language", value: "it", url: process.env.JOURNEYS_URL }]);
  await signInAs(context, "official-warsaw");
  const page = await context.newPage();
  await expectWhole(page, await postCase(page, mouse().hands, "it"));
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`figures change places, are announced and stay in their order, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await signInAs(context, "official-turin");
    const page = await context.newPage();
    await page.goto("/write-ups/new?kind=practice");
    await page.getByLabel("Title").fill("Rooms in order");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("link", { name: "Figures" }).last().click();
    const labels = page.getByLabel("What it counts");
    for (const [index, label] of ["first", "second", "third"].entries()) {
      await labels.nth(index).fill(label);
      await page.getByLabel("Value").nth(index).fill(String(index));
    }
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL(/saved=figures/);
    await page.goto(page.url().replace(/\/edit.*$/, "/edit/figures"));
    await page.getByRole("button", { name: "Move down: Figure 1" }).click();
    await expect(page.getByText("Now in place 2 of 3.")).toBeAttached();
    await expect(labels.first()).toHaveValue("second");
    await page.getByRole("button", { name: "Move up: Figure 3" }).click();
    await expect(labels.nth(1)).toHaveValue("third");
    // Enter in a field goes on; it moves nothing.
    await labels.first().press("Enter");
    await page.waitForURL(/saved=figures/);
    await page.goto(page.url().replace(/\/edit.*$/, "/edit/figures"));
    for (const [index, label] of ["second", "third", "first"].entries())
      await expect(labels.nth(index)).toHaveValue(label);
    await expect(page.getByLabel("Value").nth(2)).toHaveValue("0");
    await context.close();
  });
}

test("a colleague is added to a draft and taken off again, and the draft is deleted for good", async ({
  browser,
  world,
}) => {
  const [official, member] = await Promise.all([world.person("official"), world.person("member")]);
  const [mine, theirs] = await Promise.all([browser.newContext(), browser.newContext()]);
  await Promise.all([signInPerson(mine, official.id), signInPerson(theirs, member.id)]);
  const page = await mine.newPage();
  await page.goto("/write-ups/new?kind=practice");
  await page.getByLabel("Title").fill("Written by two");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/edit$/);
  const address = page.url().replace(/\/edit.*$/, "");
  expect((await theirs.request.get(`${address}/edit`)).status()).toBe(404);
  await page.getByRole("link", { name: "Add or take off somebody" }).click();
  await page.getByLabel("Colleague of Testville").selectOption({ label: member.name });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Added." })).toBeVisible();
  expect((await theirs.request.get(`${address}/edit`)).status()).toBe(200);
  await page.getByRole("button", { name: `Take off ${member.name}` }).click();
  await expect(page.getByRole("status").filter({ hasText: "Taken off." })).toBeVisible();
  expect((await theirs.request.get(`${address}/edit`)).status()).toBe(404);
  await page.goto(`${address}/edit`);
  await page.getByRole("link", { name: "Delete the draft" }).click();
  await page.getByRole("button", { name: "Delete the draft" }).click();
  await page.waitForURL("/");
  expect((await mine.request.get(address)).status()).toBe(404);
  await Promise.all([mine.close(), theirs.close()]);
});

test("without JavaScript a practice is written all the same, and what is wrong is said beside its field", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, (await world.person("official")).id);
  const page = await context.newPage();
  await page.goto("/write-ups/new?kind=practice");
  await page.getByLabel("In short").fill("Rooms that belong to everybody.");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("In short")).toHaveValue("Rooms that belong to everybody.");
  await expect(page.getByLabel("Title")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Title").fill("Rooms open to all");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("tasks done")).toBeVisible();
  await context.close();
});

test("two people who change one section keep what both wrote", async ({ browser, world }) => {
  const [first, second] = await Promise.all([world.person("official"), world.person("lead")]);
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [one, two] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!one || !two) throw new Error("no pages");
  await Promise.all([signInPerson(one.context(), first.id), signInPerson(two.context(), second.id)]);
  await one.goto("/write-ups/new?kind=practice");
  await one.getByLabel("Title").fill("Written by two");
  await one.getByLabel("In short").fill("A text with two authors.");
  await one.getByRole("button", { name: "Continue" }).click();
  await one.getByRole("link", { name: "Check and share" }).first().click();
  await one.getByRole("button", { name: "Share with Testville" }).click();
  await one.waitForURL(/\/share\?done=/);
  const section = one.url().replace(/\/share.*$/, "/edit/what-is-done");
  await Promise.all([one.goto(section), two.goto(section)]);
  const words = (page: Page) => page.locator("textarea[name=markdown]");
  await words(one).fill("What the official wrote.");
  await words(two).fill("What the lead wrote.");
  await one.getByRole("button", { name: "Continue" }).click();
  await expect(one).not.toHaveURL(section);
  await two.getByRole("button", { name: "Continue" }).click();
  await expect(two.getByText("What the official wrote.")).toBeVisible();
  await expect(words(two)).toHaveValue("What the lead wrote.");
  await Promise.all(contexts.map((context) => context.close()));
});
