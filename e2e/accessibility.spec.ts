import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { faults, faultsInTheDark } from "./support/accessibility";
import { HANDLES, type Place, placesFor, READERS } from "./support/pages";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

// A trace of that many pages would take longer than looking at them.
test.use({ trace: "off" });

const LANGUAGES = ["en", "it"] as const;

const nouns = Object.keys(JSON.parse(readFileSync("lib/i18n/messages/en.json", "utf8")));
const KEY = new RegExp(String.raw`(?<![\w@/.-])(?:${nouns.join("|")})\.[a-z][A-Za-z]*(?:\.[A-Za-z-]+)*(?![\w@/])`, "g");

for (const reader of READERS) {
  for (const language of LANGUAGES) {
    test(`every page is sound for the ${reader} in ${language}`, async ({ page, context }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
      const handle = HANDLES[reader];
      if (handle) await signInAs(context, handle);
      await context.addCookies([{ name: "language", value: language, url: process.env.JOURNEYS_URL }]);
      const said: string[] = [];
      page.on("pageerror", (error) => said.push(`error: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") said.push(`console: ${message.text().slice(0, 300)}`);
      });
      const findings: string[] = [];
      for (const place of await placesFor(reader)) {
        said.length = 0;
        const found = await inspect(page, place, language);
        const spoken = said.filter((line) => !(place.status && /status of 404/.test(line)));
        findings.push(...[...found, ...spoken].map((finding) => `${place.path}: ${finding}`));
      }
      expect(findings).toEqual([]);
    });
  }
}

async function inspect(page: Page, { path, status = 200 }: Place, language: string): Promise<string[]> {
  const answer = await page.goto(path, { waitUntil: "load" });
  if (answer?.status() !== status) return [`answers ${answer?.status()}`];
  const inTheDark = language === "en" ? await faultsInTheDark(page) : [];
  return [...(await structure(page, language)), ...(await faults(page, language)), ...inTheDark];
}

async function structure(page: Page, language: string): Promise<string[]> {
  const { lang, headings, text, title } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    text: document.body.innerText,
    title: document.title,
  }));
  const findings: string[] = [];
  if (lang !== language) findings.push(`html lang is "${lang}"`);
  if (headings !== 1) findings.push(`${headings} h1`);
  for (const key of new Set(`${title}\n${text}`.match(KEY))) findings.push(`shows the key ${key}`);
  return findings;
}
