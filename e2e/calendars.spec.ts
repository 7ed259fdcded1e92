import ICAL from "ical.js";
import { makeSession } from "@/db/factories";
import { expectSound } from "./support/accessibility";
import { mailTo } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "in any browser" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a member gives their calendar program a secret address, and takes it back", async ({
      page,
      request,
      world,
    }) => {
      const [facilitator, member] = await Promise.all([world.person("facilitator"), world.person("member")]);
      await makeSession(world.cohort.id, facilitator.id, [world.city], { title: "How the nodes are paid" });
      await signInPerson(page.context(), member.id);
      await page.goto("/calendar");
      await page.getByRole("button", { name: "Make an address" }).click();
      const field = page.getByLabel("Secret address");
      await expect(field).toHaveValue(/\/calendar\/[\w-]{43}\.ics$/);
      if (javaScriptEnabled) await expectSound(page);
      const address = new URL(await field.inputValue()).pathname;
      expect(page.url()).not.toContain(".ics");

      const feed = await request.get(address);
      expect(feed.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
      const events = new ICAL.Component(ICAL.parse(await feed.text())).getAllSubcomponents("vevent");
      expect(events.map((event) => event.getFirstPropertyValue("summary"))).toEqual(["How the nodes are paid"]);
      const { etag = "", "last-modified": since = "" } = feed.headers();
      expect((await request.head(address)).headers()).toMatchObject({ etag, "last-modified": since });
      const known: Record<string, string>[] = [{ "if-none-match": etag }, { "if-modified-since": since }];
      for (const headers of known) expect((await request.get(address, { headers })).status()).toBe(304);

      await page.goto("/calendar");
      await expect(field).toHaveCount(0);
      await page.getByRole("button", { name: "End the address" }).click();
      await expect(page.getByText("The address is ended.")).toBeVisible();
      const [ended, never] = await Promise.all([request.get(address), request.get(`/calendar/${"a".repeat(43)}.ics`)]);
      expect([ended.status(), await ended.text()]).toEqual([404, await never.text()]);
    });
  });
}

test("a session comes into a member's calendar and leaves it, all by mail", async ({ page, world }) => {
  const [facilitator, member] = await Promise.all([world.person("facilitator"), world.person("member")]);
  await signInPerson(page.context(), facilitator.id);
  await page.goto("/sessions/new");
  await page.getByLabel("Title").fill("How the nodes are paid");
  await page.getByRole("button", { name: "Send the invitations" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How the nodes are paid" })).toBeVisible();
  const session = new URL(page.url()).pathname;
  const invitation = await calendarIn(member.email);
  expect(invitation).toMatchObject({ method: "REQUEST", sequence: 0, attendees: [`mailto:${member.email}`] });

  await page.goto(`${session}/cancel`);
  await page.getByLabel("Why").fill("Too few can come.");
  await page.getByRole("button", { name: "Cancel the session" }).click();
  await expect(page.getByText("This session is cancelled")).toBeVisible();
  const cancellation = await calendarIn(member.email);
  expect(cancellation).toMatchObject({ method: "CANCEL", uid: invitation.uid, organizer: invitation.organizer });
  expect(cancellation.sequence).toBeGreaterThan(0);
});

/** The next letter to an address, as a calendar program reads it. */
async function calendarIn(address: string) {
  const { attachments } = await mailTo(address);
  const part = attachments.find(({ contentType }) => contentType === "text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(part?.content.toString("utf8") ?? ""));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    uid: event.uid,
    sequence: event.sequence,
    organizer: event.organizer,
    attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
  };
}
