import type { Locator, Page } from "@playwright/test";

/** Does what a person does and counts it: each click, fill, choice and key is one interaction. */
export function counted(page: Page) {
  let interactions = 0;
  const filled = new Set<string>();
  const note = async (locator: Locator) => {
    interactions += 1;
    const name = await locator.getAttribute("name");
    if (name) filled.add(name);
  };
  return {
    get interactions() {
      return interactions;
    },
    /** How many different fields were given something. */
    get fields() {
      return filled.size;
    },
    async click(locator: Locator) {
      interactions += 1;
      await locator.click();
    },
    async fill(locator: Locator, value: string) {
      await note(locator);
      await locator.fill(value);
    },
    async select(locator: Locator, value: string | { label: string }) {
      await note(locator);
      await locator.selectOption(value);
    },
    async check(locator: Locator) {
      await note(locator);
      await locator.check();
    },
    async press(key: string, locator?: Locator) {
      interactions += 1;
      await (locator ? locator.press(key) : page.keyboard.press(key));
    },
  };
}
