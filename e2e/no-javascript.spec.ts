import { mailTo, proofIn } from "./support/mail";
import { HANDLES, placesFor, READERS } from "./support/pages";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

for (const reader of READERS) {
  test(`without JavaScript every page is there for the ${reader}`, async ({ page, context }) => {
    test.setTimeout(60_000);
    const handle = HANDLES[reader];
    if (handle) await signInAs(context, handle);
    const findings: string[] = [];
    for (const { path, status = 200 } of await placesFor(reader)) {
      const answer = await page.goto(path);
      const headings = await page.locator("h1:visible").count();
      if (answer?.status() !== status) findings.push(`${path}: answers ${answer?.status()}`);
      else if (headings !== 1) findings.push(`${path}: ${headings} visible h1`);
      // A button outside a form, or a form without an address, does nothing here.
      const idle = await page.locator("main button:visible:not(form button):not([form])").allInnerTexts();
      if (idle.length > 0) findings.push(`${path}: does nothing: ${idle.join(", ")}`);
    }
    expect(findings).toEqual([]);
  });
}

test("without JavaScript a person signs in with the code, wrong once", async ({ page, world }) => {
  const person = await world.person("member");
  await page.goto("/sign-in?to=/library");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await page.getByLabel("Your e-mail address").fill(person.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  const { code } = proofIn(await mailTo(person.email));
  const digits = page.getByLabel("The six digits from the message");
  await digits.fill("12");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(digits).toHaveValue("12");
  await digits.fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/library");
  await expect(page.getByRole("banner").getByRole("link", { name: person.name })).toBeVisible();
});

test("without JavaScript a visitor plays a person of the demo and changes the language", async ({ page }) => {
  await page.goto("/sign-in?to=/library");
  await page.getByRole("button", { name: /^As Maeve C\./ }).click();
  await page.waitForURL("**/library");
  await page.getByRole("button", { name: "Italiano" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  expect(new URL(page.url()).pathname).toBe("/library");
});

test("without JavaScript a visitor searches the library", async ({ page }) => {
  await page.goto("/library");
  await page.getByRole("main").getByRole("searchbox").first().fill("volunteers");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]q=volunteers/);
  await expect(
    page.getByRole("main").getByRole("article").or(page.getByRole("main").locator("li h2, li h3")).first(),
  ).toBeVisible();
});
