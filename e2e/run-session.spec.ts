import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { makeMember, makeSession } from "@/db/factories";
import { agendaItems, attendance, sessions } from "@/db/schema";
import { expectSound } from "./support/accessibility";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";

/** A session that begins in ten minutes, in three steps. */
async function soon({ cohort, city, person }: World) {
  const facilitator = await person("facilitator");
  const startsAt = new Date(Date.now() + 10 * 60_000);
  const session = await makeSession(cohort.id, facilitator.id, [city], { startsAt, minutes: 30 });
  await db.insert(agendaItems).values(
    ["Welcome", "The problem", "Close"].map((title, position) => ({
      sessionId: session.id,
      position,
      title,
      minutes: 10,
    })),
  );
  return { session, facilitator };
}

test("a facilitator runs a session step by step, and a second window follows", async ({ browser, world }) => {
  const { session, facilitator } = await soon(world);
  const context = await browser.newContext();
  await signInPerson(context, facilitator.id);
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) await page.goto(`/sessions/${session.id}/run`);
  await one.getByRole("button", { name: "Start the session" }).click();
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Welcome");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Welcome");
  await expect(one.getByRole("timer")).toContainText(/^(10:00|9:\d\d) left$/);
  await expectSound(one);

  await other.getByRole("button", { name: "On to “The problem”" }).click();
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("The problem");
  await one.getByRole("button", { name: "Back to “Welcome”" }).click();
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Welcome");
  await one.getByRole("button", { name: "Skip “The problem”" }).click();
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Close");
  await one.getByRole("button", { name: "End the session" }).click();
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Minutes");
  const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id));
  expect(row?.status).toBe("held");
  await context.close();
});

test("whoever was asked to run it does so without JavaScript; others find no run sheet", async ({ browser, world }) => {
  const { session } = await soon(world);
  const member = await world.person("member");
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(context, member.id);
  const page = await context.newPage();
  expect((await page.goto(`/sessions/${session.id}/run`))?.status()).toBe(404);
  await db.update(sessions).set({ runnerId: member.id }).where(eq(sessions.id, session.id));
  await page.goto(`/sessions/${session.id}/run`);
  await page.getByRole("button", { name: "Start the session" }).click();
  await page.getByRole("button", { name: "On to “The problem”" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The problem");
  await context.close();
});

test("somebody asks and votes before, and the facilitator ticks who is there", async ({ browser, world }) => {
  const { session, facilitator } = await soon(world);
  const member = await world.person("member");
  const colleague = await makeMember(world.cohort.id, "official", world.city.id);
  const theirs = await browser.newContext({ javaScriptEnabled: false });
  await signInPerson(theirs, member.id);
  const asking = await theirs.newPage();
  await asking.goto(`/sessions/${session.id}/questions`);
  await asking.getByLabel("Your question").fill("Who rang whom?");
  await asking.getByRole("button", { name: "Add the question" }).click();
  await expect(asking.getByText("You asked this")).toBeVisible();

  const context = await browser.newContext();
  await signInPerson(context, facilitator.id);
  const page = await context.newPage();
  await page.goto(`/sessions/${session.id}/questions`);
  await page.getByRole("button", { name: /^Vote for it/ }).click();
  await expect(page.getByText("2 votes")).toBeVisible();
  await expectSound(page);
  await page.goto(`/sessions/${session.id}/attendance`);
  await page.getByLabel(colleague.name).check();
  await page.getByRole("button", { name: "Save this list" }).click();
  await expect(page.getByRole("status")).toHaveText("The list is saved.");
  await page.getByLabel("Name").fill("Sandra O’Neill");
  await page.getByRole("button", { name: "Add the name" }).click();
  await expect(page.getByText("Sandra O’Neill")).toBeVisible();
  await expectSound(page);
  const rows = await db.select().from(attendance).where(eq(attendance.sessionId, session.id));
  expect(rows.map(({ personId, name }) => personId ?? name).sort()).toEqual([colleague.id, "Sandra O’Neill"].sort());
  await Promise.all([theirs.close(), context.close()]);
});
