import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  test(`in the middle of it an official asks to share three lines, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await signInAs(context, "official-dublin");
    const page = await context.newPage();
    const title = `The river is over the bank ${Date.now()}`;
    await page.goto("/write-ups/new");
    await page.getByRole("link", { name: "Write a quick note instead" }).click();
    await page.getByLabel("What are you doing?").fill("The sports hall is open.");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    for (const missing of ["Choose a crisis", "Enter what is happening"])
      await expect(page.getByRole("link", { name: missing })).toBeVisible();
    await expect(page.getByLabel("What are you doing?")).toHaveValue("The sports hall is open.");
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Which crisis?").selectOption({ label: "Another one: Flood" });
    await page.getByLabel("What is happening?").fill("Two streets are under water.");
    await page.getByLabel("What do you need?").fill("Pumps.");
    await page.getByLabel("Language you write in").selectOption({ label: "English" });
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Share with Dublin" }).click();
    await page.getByRole("button", { name: "Ask to share with the cohort" }).click();
    await expect(page.getByText("Asked. The lead has it in the inbox.")).toBeVisible();
    await page.getByRole("link", { name: "Back to all tasks" }).first().click();
    await expect(page.getByText("Quick note", { exact: true })).toBeVisible();
    await expect(page.getByText("Now it is the lead’s turn.")).toBeVisible();
    await page.goto(page.url().replace(/\/edit.*$/, ""));
    await expect(page.getByText("Two streets are under water. The sports hall is open. Pumps.")).toBeVisible();
    await context.close();
  });
}
