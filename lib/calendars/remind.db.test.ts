import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, mails, notifications, sessions } from "@/db/schema";
import { sendLetter } from "@/lib/jobs/letters";
import { startMailServer } from "@/lib/mail/test-server";
import { clock } from "@/lib/time/now";
import { remindAll } from "./remind";

const HOUR = 60 * 60 * 1000;

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => server.stop());

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const people = {
    going: await makeMember(cohort.id, "official", turin.id),
    tentative: await makeMember(cohort.id, "member", turin.id),
    waiting: await makeMember(cohort.id, "member", turin.id),
    not: await makeMember(cohort.id, "member", turin.id),
    silent: await makeMember(cohort.id, "member", turin.id),
  };
  const startsAt = new Date(Date.now() + 100 * HOUR);
  const session = await makeSession(cohort.id, facilitator.id, [turin], {
    startsAt,
    joinUrl: "https://meet.example.org/x",
  });
  for (const answer of ["going", "tentative", "waiting", "not"] as const)
    await db.insert(answers).values({ sessionId: session.id, personId: people[answer].id, answer });
  return { cohort, turin, facilitator, people, session };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  server.received.length = 0;
  await db.delete(sessions);
  await db.delete(mails);
  w = await world();
});
const real = clock.now;
afterEach(() => {
  clock.now = real;
});

/** Makes it so long before the start. */
function waitUntil(milliseconds: number) {
  const at = new Date(w.session.startsAt.getTime() - milliseconds);
  clock.now = () => at;
  return at;
}

async function reminded(): Promise<string[]> {
  await remindAll();
  const rows = await db.select().from(mails).where(sql`kind = 'reminder'`);
  await db.delete(mails);
  const names = Object.entries(w.people);
  return rows.map(({ personId }) => names.find(([, { id }]) => id === personId)?.[0] ?? "?").sort();
}

describe("a reminder", () => {
  it("comes a day before to those who come, may come or have said nothing, and an hour before to those who come", async () => {
    waitUntil(25 * HOUR);
    expect(await reminded()).toEqual([]);
    waitUntil(24 * HOUR);
    expect(await reminded()).toEqual(["going", "silent", "tentative"]);
    waitUntil(23 * HOUR);
    expect(await reminded()).toEqual([]);
    waitUntil(HOUR);
    expect(await reminded()).toEqual(["going", "tentative"]);
    waitUntil(0.5 * HOUR);
    expect(await reminded()).toEqual([]);
    waitUntil(0);
    expect(await reminded()).toEqual([]);
    const lines = await db.select().from(notifications).where(sql`kind = 'session-reminder'`);
    expect(lines).toHaveLength(5);
    expect(lines.every(({ mailedAt, actorId }) => mailedAt !== null && actorId === null)).toBe(true);
  });

  it("comes once, also when two instances look at the same moment", async () => {
    waitUntil(20 * HOUR);
    await Promise.all([remindAll(), remindAll(), remindAll()]);
    expect(await reminded()).toEqual(["going", "silent", "tentative"]);
  });

  it("comes again for another start, but not right after the message about it", async () => {
    waitUntil(24 * HOUR);
    await reminded();
    const startsAt = new Date(w.session.startsAt.getTime() + 48 * HOUR);
    const stampedAt = waitUntil(20 * HOUR);
    await db
      .update(sessions)
      .set({ startsAt, endsAt: new Date(startsAt.getTime() + HOUR), stampedAt })
      .where(sql`id = ${w.session.id}`);
    waitUntil(-24 * HOUR);
    expect(await reminded()).toEqual(["going", "silent", "tentative"]);
    const sooner = new Date(w.session.startsAt.getTime() + 40 * HOUR);
    await db
      .update(sessions)
      .set({ startsAt: sooner, endsAt: new Date(sooner.getTime() + HOUR), stampedAt: waitUntil(-23 * HOUR) })
      .where(sql`id = ${w.session.id}`);
    waitUntil(-24 * HOUR);
    expect(await reminded()).toEqual([]);
    waitUntil(-39 * HOUR);
    expect(await reminded()).toEqual(["going", "tentative"]);
  });

  it("comes for no session that is cancelled or not announced, and to nobody who has left", async () => {
    waitUntil(20 * HOUR);
    for (const status of ["cancelled", "polling", "draft", "held"] as const) {
      await db.update(sessions).set({ status }).where(sql`id = ${w.session.id}`);
      expect(await reminded(), status).toEqual([]);
    }
    await db.update(sessions).set({ status: "scheduled" }).where(sql`id = ${w.session.id}`);
    await db.execute(sql`update memberships set until_at = now() where person_id = ${w.people.going.id}`);
    expect(await reminded()).toEqual(["silent", "tentative"]);
  });
});

describe("the letter of a reminder", () => {
  async function letters() {
    await remindAll();
    for (const { id } of await db.select().from(mails)) await sendLetter(id);
    return server.received.map(({ to, mail }) => ({ to: to[0], subject: mail.subject, text: mail.text ?? "" }));
  }

  it("says when on the reader's own clock, with the way in, and asks who has not answered", async () => {
    await db.execute(
      sql`update people set zone = 'America/Los_Angeles', languages = '{it}' where id = ${w.people.silent.id}`,
    );
    waitUntil(22 * HOUR);
    const came = await letters();
    const to = (person: { email: string }) => came.find((letter) => letter.to === person.email);
    expect(came).toHaveLength(3);
    expect(to(w.people.going)?.text).toContain("https://meet.example.org/x");
    expect(to(w.people.going)?.text).not.toContain("/links/");
    expect(to(w.people.silent)?.text).toContain("/links/");
    expect(to(w.people.silent)?.text).toContain("Los Angeles");
    expect(to(w.people.silent)?.subject).toMatch(/^(Domani|Oggi|Dopodomani): A session, ore \d\d:\d\d$/);
  });

  it("is not sent any more when the session was moved, cancelled or declined in between", async () => {
    waitUntil(22 * HOUR);
    await remindAll();
    await db.update(answers).set({ answer: "not" }).where(sql`person_id = ${w.people.tentative.id}`);
    await db.update(sessions).set({ status: "cancelled" }).where(sql`id = ${w.session.id}`);
    for (const { id } of await db.select().from(mails)) await sendLetter(id);
    expect(server.received).toEqual([]);
  });
});
