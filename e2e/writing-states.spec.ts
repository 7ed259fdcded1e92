import { makeDocument, makeWriteUp } from "@/db/factories";
import { SECTION_MAX } from "@/lib/write-ups/limits";
import { TASKS } from "@/lib/write-ups/tasks";
import { expectSound } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

// Each page is looked at twice with everything wrong in it: a trace of that would be longer than the test.
test.use({ trace: "off" });

for (const language of ["en", "it"] as const) {
  test(`every form of writing says what is wrong in ${language}, and can be read and heard then too`, async ({
    page,
    context,
    world,
  }) => {
    test.setTimeout(240_000);
    const official = await world.person("official");
    await signInPerson(context, official.id);
    await context.addCookies([{ name: "language", value: language, url: process.env.JOURNEYS_URL }]);
    const { id } = await makeWriteUp(world.city, official.id, { kind: "case", document: makeDocument() });
    // What it is filed under is chosen from lists: nothing there can be too long.
    const typed = TASKS.case.filter((task) => task !== "tags");
    for (const task of typed) {
      await page.goto(`/write-ups/${id}/edit/${task}`);
      const form = page.getByRole("main").locator("form").first();
      // Longer than any field takes, which a browser would let nobody type.
      await form.evaluate((element: HTMLFormElement, longest) => {
        const fields = element.querySelectorAll<HTMLInputElement>("input[type=text], textarea");
        for (const field of fields) field.value = "x".repeat(fields.length > 2 ? 6_000 : longest + 1);
        element.requestSubmit();
      }, SECTION_MAX);
      await expect(page.locator(".error-summary")).toBeVisible();
      await expectSound(page, language);
    }
  });
}

test("a draft that is to be deleted, and an address that is gone, can be read and heard by everybody", async ({
  page,
  context,
  world,
}) => {
  const official = await world.person("official");
  await signInPerson(context, official.id);
  const { id } = await makeWriteUp(world.city, official.id, { audience: "draft" });
  await page.goto(`/write-ups/${id}/edit/delete`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectSound(page);
});
