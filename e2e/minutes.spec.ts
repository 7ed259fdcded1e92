import { db } from "@/db/client";
import { makeSession } from "@/db/factories";
import { notes } from "@/db/schema";
import { newId } from "@/lib/ids";
import { expectSound } from "./support/accessibility";
import { mailTo } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

/** A session that is over, under "use it, don't name it", with a takeaway. */
async function held({ cohort, city, person }: World) {
  const [facilitator, member] = [await person("facilitator"), await person("member")];
  const session = await makeSession(cohort.id, facilitator.id, [city], {
    startsAt: new Date(Date.now() - 2 * 3_600_000),
    status: "held",
    title: "Keeping volunteers",
    confidentiality: "use-not-name",
  });
  const said = { sessionId: session.id, authorId: member.id, workspaceId: city.id, language: "en" };
  await db.insert(notes).values({ ...said, id: newId(), kind: "takeaway", body: "Call them by name." });
  return { session, facilitator, member };
}

test("the minutes are written, locked and sent, without names; afterwards they only grow", async ({
  browser,
  world,
}) => {
  const { session, facilitator, member } = await held(world);
  const context = await browser.newContext();
  await signInPerson(context, facilitator.id);
  const page = await context.newPage();
  await page.goto(`/sessions/${session.id}/minutes`);
  await page.getByRole("link", { name: "Write the summary" }).click();
  await page.locator("textarea[name=markdown]").fill("Volunteers stay when somebody calls.");
  await page.getByRole("button", { name: "Save the summary" }).click();
  await expect(page.getByRole("status")).toHaveText("The summary is saved.");
  await expect(page.getByText("Call them by name.")).toBeVisible();
  await expect(page.getByText(member.name)).toHaveCount(0);
  await expectSound(page);
  await page.getByRole("button", { name: "Lock and send the minutes" }).click();
  await expect(page.getByRole("link", { name: "Change the summary" })).toHaveCount(0);

  const letter = await mailTo(member.email);
  expect(letter.subject).toBe("Minutes of “Keeping volunteers”");
  expect(letter.text).toContain("Volunteers stay when somebody calls.");
  expect(letter.text).toContain("Call them by name.");
  expect(`${letter.text} ${letter.html}`).not.toContain(member.name);

  await page.getByLabel("Add an amendment").fill("It was 14, not 12.");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByText("It was 14, not 12.")).toBeVisible();
  const pdf = await page.request.get(`/sessions/${session.id}/minutes/pdf`);
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await context.close();
});

test("two people who write the same words both see both", async ({ browser, world }) => {
  const { session, facilitator } = await held(world);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, facilitator.id);
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) await page.goto(`/sessions/${session.id}/minutes/edit`);
  await one.locator("textarea[name=markdown]").fill("One hundred came.");
  await one.getByRole("button", { name: "Save the summary" }).click();
  await expect(one.getByRole("status").filter({ hasText: "The summary is saved." })).toBeVisible();
  await other.locator("textarea[name=markdown]").fill("Two hundred came.");
  await other.getByRole("button", { name: "Save the summary" }).click();
  await expect(other.getByText("One hundred came.")).toBeVisible();
  await expect(other.locator("textarea[name=markdown]")).toHaveValue("Two hundred came.");
  await other.getByRole("button", { name: "Save the summary" }).click();
  await expect(other.getByRole("status").filter({ hasText: "The summary is saved." })).toBeVisible();
  await expect(other.getByText("Two hundred came.")).toBeVisible();
  await context.close();
});

test("nobody outside the cohort finds minutes, on the page or as a file", async ({ browser, world }) => {
  const { session } = await held(world);
  const outsider = await world.outsider();
  const context = await browser.newContext();
  await signInPerson(context, outsider.id);
  for (const path of ["minutes", "minutes/edit", "minutes/pdf", "run", "attendance", "questions"]) {
    const answer = await context.request.get(`/sessions/${session.id}/${path}`);
    expect(answer.status(), path).toBe(404);
  }
  await context.close();
});
