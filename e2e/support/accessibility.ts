import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What axe finds, one line each: the rule and where. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const runOnly = rules ? { type: "rule" as const, values: rules } : { type: "tag" as const, values: TAGS };
  // What is well need not be listed, and no rule of ours reads style sheets.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly, resultTypes: ["violations"], preload: false });
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

/** A page in the state in which it stands: axe finds nothing and nothing scrolls sideways, on a wide screen and a phone. */
export async function expectSound(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
  }
  if (before) await page.setViewportSize(before);
}
