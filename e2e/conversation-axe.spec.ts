import type { Page } from "@playwright/test";
import { faults } from "./support/accessibility";
import { talkedAbout } from "./support/conversation-world";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

// A trace of that many pages would take longer than looking at them.
test.use({ trace: "off" });

type Talk = Awaited<ReturnType<typeof talkedAbout>>;
interface Visit {
  as: { id: string } | null;
  paths: string[];
}

const VISITS: Record<string, (talk: Talk, city: string) => Visit[]> = {
  "page about one thing": ({ writeUp: { id }, comments, official, peer, observer, session }) => {
    const writeUp = `/write-ups/${id}`;
    return [
      {
        as: official,
        paths: [
          writeUp,
          `${writeUp}?passage=problem.1#write-passage`,
          ...["reply", "quote", "react", "resolve"].map(
            (verb) => `${writeUp}?${verb}=${comments.onPassage.id}#${verb}`,
          ),
          ...["edit", "remove"].map((verb) => `${writeUp}?${verb}=${comments.mine.id}#${verb}`),
          `${writeUp}?replies=${comments.onPassage.id}`,
          `/comments/${comments.mine.id}/history`,
          `/sessions/${session.id}`,
        ],
      },
      {
        as: peer,
        paths: [
          writeUp,
          `/reports/appeal?comment=${comments.hidden.id}`,
          `/reports/appeal?comment=${comments.appealed.id}`,
        ],
      },
      { as: observer, paths: [writeUp] },
    ];
  },
  "list, question and person": ({ asks, comments, official, elsewhere, writeUp, peer, asked, lead, ...talk }, city) => [
    {
      as: official,
      paths: [
        "/inbox",
        "/inbox?show=done",
        "/asks",
        "/asks?show=answered",
        "/asks?q=nothingwhatsoever",
        "/asks/new",
        `/asks/new?city=${elsewhere.slug}&writeUp=${writeUp.id}`,
        "/asks/new?theme=food",
        `/asks/${asks.open.id}?open=change`,
        `/asks/${asks.open.id}?open=close`,
        `/asks/${asks.late.id}`,
        `/asks/${asks.settled.id}`,
        "/people",
        "/people?q=fod+netwroks",
        "/people?away=away&language=it",
        `/people/${peer.id}`,
        `/people/${official.id}`,
        `/cities/${city}`,
        "/settings",
        `/reports/new?comment=${comments.plain.id}`,
      ],
    },
    {
      as: lead,
      paths: [
        "/reports",
        `/reports/hide?comment=${comments.reported.id}`,
        `/reports/appeal?comment=${comments.appealed.id}`,
      ],
    },
    { as: talk.observer, paths: [`/asks/${asks.late.id}`, `/people/${asked.id}`] },
    { as: null, paths: [talk.link, talk.unsubscribe, "/links", "/unsubscribe"] },
  ],
};

const LANGUAGES = ["en", "it"];
const cases = LANGUAGES.flatMap((language) => Object.entries(VISITS).map((visit) => [language, ...visit] as const));

for (const [language, what, visits] of cases) {
  test(`every ${what} on which people talk to each other is sound in ${language}`, async ({ browser, world }) => {
    test.setTimeout(90_000);
    const places = visits(await talkedAbout(world), world.city.slug);
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
  return [...findings, ...(await faults(page, language))];
}
