import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const builder = createRequire(import.meta.url).resolve("@axe-core/playwright");
const AXE = readFileSync(createRequire(builder).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1280, 320];
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What goes by colours and sizes: the words of another language change neither. */
const LOOKS = ["color-contrast", "target-size"];

interface Rules {
  /** All there are, unless some are named. */
  only?: string[];
  except?: string[];
}

/** What axe finds, one line each: the rule and where. */
export async function violations(page: Page, { only, except = [] }: Rules = {}): Promise<string[]> {
  // Brought to a page once, however often that is looked at: reading axe takes as long as most of its rules do.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const runOnly = only ? { type: "rule" as const, values: only } : { type: "tag" as const, values: TAGS };
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  // What is well need not be listed, and no rule of ours reads style sheets.
  const axe = new AxeBuilder({ page, axeSource: ";" })
    .setLegacyMode()
    .options({ runOnly, rules, resultTypes: ["violations"], preload: false });
  const { violations: found } = await axe.analyze();
  return found.map(({ id, help, nodes }) => {
    const [first] = nodes;
    const more = nodes.length > 1 ? ` and ${nodes.length - 1} more` : "";
    return `axe ${id} (${help}): ${first?.target.join(" ")}${more}: ${first?.html.slice(0, 160)}`;
  });
}

export async function expectNoViolations(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

/** By how many pixels a page is wider than its window, and what sticks out. */
export async function sidewaysScroll(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const out = [...document.body.querySelectorAll("*")].filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      return width > 0 && right > clientWidth + 1;
    });
    const names = out.slice(-3).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
    return `${scrollWidth - clientWidth} px wider than its window: ${names.join(", ")}`;
  });
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toBeNull();
}

/**
 * What is wrong with a page in the state in which it stands, on a wide screen and a phone. In another language
 * than English things have other names and may be wider, but have the same colours and sizes.
 */
export async function faults(page: Page, language = "en"): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await sidewaysScroll(page);
    if (wide) found.push(`${width} px: ${wide}`);
    if (language !== "en" && width === 1280) continue;
    const except = language === "en" ? [] : LOOKS;
    found.push(...(await violations(page, { except })).map((line) => `${width} px: ${line}`));
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Between light and dark only colours differ. */
export async function faultsInTheDark(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  await page.emulateMedia({ colorScheme: "dark" });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await violations(page, { only: ["color-contrast"] })).map((line) => `${width} px, dark: ${line}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
  return found;
}

export async function expectSound(page: Page, language?: string): Promise<void> {
  expect(await faults(page, language)).toEqual([]);
}
