import type { Page } from "@playwright/test";
import { sidewaysScroll, violations } from "./support/accessibility";
import { talkedAbout } from "./support/conversation-world";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

// A trace of that many pages would take longer than looking at them.
test.use({ trace: "off" });

for (const language of ["en", "it"]) {
  test(`every page on which people talk to each other is sound in ${language}`, async ({ browser, world }) => {
    test.setTimeout(180_000);
    const talk = await talkedAbout(world);
    const { comments, asks } = talk;
    const writeUp = `/write-ups/${talk.writeUp.id}`;
    const places: { as: { id: string } | null; paths: string[] }[] = [
      {
        as: talk.official,
        paths: [
          writeUp,
          `${writeUp}?passage=problem.1#write-passage`,
          ...["reply", "quote", "react", "resolve"].map(
            (verb) => `${writeUp}?${verb}=${comments.onPassage.id}#${verb}`,
          ),
          ...["edit", "remove"].map((verb) => `${writeUp}?${verb}=${comments.mine.id}#${verb}`),
          `${writeUp}?replies=${comments.onPassage.id}`,
          `/comments/${comments.mine.id}/history`,
          `/reports/new?comment=${comments.plain.id}`,
          "/inbox",
          "/inbox?show=done",
          "/asks",
          "/asks?show=answered",
          "/asks?q=nothingwhatsoever",
          "/asks/new",
          `/asks/new?city=${talk.elsewhere.slug}&writeUp=${talk.writeUp.id}`,
          "/asks/new?theme=food",
          `/asks/${asks.open.id}?open=change`,
          `/asks/${asks.open.id}?open=close`,
          `/asks/${asks.late.id}`,
          `/asks/${asks.settled.id}`,
          `/sessions/${talk.session.id}`,
          "/people",
          "/people?q=fod+netwroks",
          "/people?away=away&language=it",
          `/people/${talk.peer.id}`,
          `/people/${talk.official.id}`,
          `/cities/${world.city.slug}`,
          "/settings",
        ],
      },
      {
        as: talk.peer,
        paths: [
          writeUp,
          `/reports/appeal?comment=${comments.hidden.id}`,
          `/reports/appeal?comment=${comments.appealed.id}`,
          "/settings",
        ],
      },
      {
        as: talk.lead,
        paths: [
          "/reports",
          `/reports/hide?comment=${comments.reported.id}`,
          `/reports/appeal?comment=${comments.appealed.id}`,
          writeUp,
        ],
      },
      { as: talk.observer, paths: [writeUp, `/asks/${asks.late.id}`, `/people/${talk.asked.id}`] },
      { as: null, paths: [talk.link, talk.unsubscribe, "/links", "/unsubscribe"] },
    ];
    const findings: string[] = [];
    for (const { as, paths } of places) {
      const context = await browser.newContext({ reducedMotion: "reduce" });
      if (as) await signInPerson(context, as.id);
      await context.addCookies([{ name: "language", value: language, url: process.env.JOURNEYS_URL }]);
      const page = await context.newPage();
      for (const path of paths) {
        const answer = await page.goto(path, { waitUntil: "load" });
        const found = answer?.status() === 200 ? await inspect(page, language) : [`answers ${answer?.status()}`];
        findings.push(...found.map((finding) => `${path}: ${finding}`));
      }
      await context.close();
    }
    expect(findings).toEqual([]);
  });
}

/** One h1, no heading left out, names of controls, and nothing that scrolls sideways, on a wide screen and a phone. */
async function inspect(page: Page, language: string): Promise<string[]> {
  const { lang, levels } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1])),
  }));
  const findings: string[] = [];
  if (lang !== language) findings.push(`html lang is "${lang}"`);
  if (levels.filter((level) => level === 1).length !== 1) findings.push(`headings ${levels.join()}`);
  if (levels.some((level, n) => level > (levels[n - 1] ?? 0) + 1))
    findings.push(`leaves a heading out: ${levels.join()}`);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await sidewaysScroll(page);
    if (wide) findings.push(`${width} px: ${wide}`);
    findings.push(...(await violations(page)).map((line) => `${width} px: ${line}`));
  }
  return findings;
}
