import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { demoIds } from "./support/pages";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const KB = 1024;
const CSS = 15;
const FONTS = 60;

/** What a page asks for until it is quiet, in KB: scripts and styles as gzip sends them, fonts as they are. */
async function weigh(page: Page, path: string) {
  const weights = { script: 0, stylesheet: 0, font: 0 };
  const pending: Promise<void>[] = [];
  let last = Date.now();
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet" && kind !== "font") return;
    last = Date.now();
    pending.push(
      response.body().then((body) => {
        weights[kind] += (kind === "font" ? body.length : gzipSync(body).length) / KB;
      }),
    );
  });
  const answer = await page.goto(path, { waitUntil: "load" });
  expect(answer?.status(), path).toBe(200);
  await expect.poll(() => Date.now() - last, { message: "no further script for a second" }).toBeGreaterThan(1_000);
  await Promise.all(pending);
  return weights;
}

const PAGES = [
  { name: "a write-up, read by the public", budget: 145, path: ({ caseId }: Ids) => `/write-ups/${caseId}` },
  { name: "the library, read by the public", budget: 145, path: () => "/library" },
  { name: "the Inbox", budget: 195, path: () => "/inbox", as: "official-turin" },
  { name: "signing in", budget: 160, path: () => "/sign-in" },
  { name: "beginning a write-up", budget: 160, path: () => "/write-ups/new", as: "official-turin" },
  { name: "the library, signed in", budget: 160, path: () => "/library?q=food", as: "official-turin" },
  {
    name: "a comparison",
    budget: 145,
    path: ({ caseId, practiceId }: Ids) => `/library/compare?w=${caseId}&w=${practiceId}`,
  },
  {
    name: "writing a section, before the editor",
    budget: 160,
    path: ({ caseId }: Ids) => `/write-ups/${caseId}/edit/lessons`,
    as: "official-turin",
  },
  {
    name: "writing a timeline",
    budget: 160,
    path: ({ caseId }: Ids) => `/write-ups/${caseId}/edit/timeline`,
    as: "official-turin",
  },
  {
    name: "a write-up with its thread, signed in",
    budget: 195,
    path: ({ caseId }: Ids) => `/write-ups/${caseId}`,
    as: "official-turin",
  },
  { name: "a session", budget: 195, path: ({ sessionId }: Ids) => `/sessions/${sessionId}`, as: "official-turin" },
];
type Ids = Awaited<ReturnType<typeof demoIds>>;

for (const { name, budget, path, as } of PAGES) {
  test(`${name} loads at most ${budget} KB of JavaScript`, async ({ page, context }) => {
    if (as) await signInAs(context, as);
    const { script, stylesheet, font } = await weigh(page, path(await demoIds()));
    const figures = `${script.toFixed(1)} KB JavaScript (≤ ${budget}), ${stylesheet.toFixed(1)} CSS, ${font.toFixed(1)} fonts`;
    console.log(`${name}: ${figures}`);
    expect.soft(script, "JavaScript").toBeLessThanOrEqual(budget);
    expect.soft(stylesheet, "CSS").toBeLessThanOrEqual(CSS);
    expect.soft(font, "fonts").toBeLessThanOrEqual(FONTS);
  });
}
