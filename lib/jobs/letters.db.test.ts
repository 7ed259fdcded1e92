import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makePoll, makeSession } from "@/db/factories";
import { answers, mails, minutes, notes, sessions } from "@/db/schema";
import { startMailServer } from "@/lib/mail/test-server";
import { sendLetter } from "./letters";

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.STAFETA_URL = "https://stafeta.example";
  process.env.MAIL_FROM = "Stafeta <post@stafeta.example>";
}, 60_000);
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
});

const KINDS = ["calendar-request", "calendar-cancel", "poll", "reminder", "minutes"] as const;
const SECRETS = ["meet.example.org", "We had no list", "What we kept"];
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

async function world(values: Partial<typeof sessions.$inferInsert> = {}) {
  const cohort = await makeCohort();
  const [turin, dublin] = [await makeCity(cohort.id), await makeCity(cohort.id)];
  const facilitator = await makeMember(cohort.id, "facilitator");
  const session = await makeSession(cohort.id, facilitator.id, [turin], {
    ...{ title: "Who was not reached?", startsAt: hours(20), joinUrl: "https://meet.example.org/secret", ...values },
  });
  const by = { sessionId: session.id, language: "en" };
  await db.insert(notes).values({ ...by, authorId: facilitator.id, body: "We had no list" });
  await db.insert(minutes).values({ ...by, markdown: "What we kept", html: "", updatedBy: facilitator.id });
  return { cohort, turin, dublin, facilitator, session };
}

/** Queues a letter of each kind to somebody, sends them, and gives what arrived. */
async function lettersTo(person: { id: string; email: string }, sessionId: string) {
  for (const kind of KINDS) {
    const values = { kind, toEmail: person.email, personId: person.id, sessionId, sequence: 0 };
    const [mail] = await db.insert(mails).values(values).returning({ id: mails.id });
    await sendLetter(mail?.id ?? "");
  }
  return server.received.map(wordsOf).join("\n");
}

/** All parts of a message as somebody reads them. */
function wordsOf({ mail }: (typeof server.received)[number]): string {
  const attached = mail.attachments.map(({ content }) => content.toString("utf8").replace(/\r\n /g, ""));
  return [mail.subject, mail.text, mail.html, ...attached].join("\n");
}

describe("letters that were queued before", () => {
  it("say nothing to somebody whose membership has ended, or who has none in this cohort", async () => {
    const { cohort, turin, session } = await world();
    const former = await makePerson();
    await makeMembership(former.id, cohort.id, "official", turin.id, hours(-1));
    await db.insert(answers).values({ sessionId: session.id, personId: former.id, answer: "going" });
    await db.update(sessions).set({ noteTakerId: former.id }).where(eq(sessions.id, session.id));
    const elsewhere = await makeCohort();
    const stranger = await makeMember(elsewhere.id, "admin");
    for (const person of [former, stranger]) expect(await lettersTo(person, session.id)).toBe("");
  });

  it("say nothing of a draft to its cities", async () => {
    const { cohort, turin, session } = await world({ status: "draft" });
    expect(await lettersTo(await makeMember(cohort.id, "lead", turin.id), session.id)).toBe("");
  });

  it("bring the way in, the notes and the minutes to nobody of a city that is not invited", async () => {
    for (const status of ["scheduled", "live", "cancelled"] as const) {
      const { cohort, dublin, session } = await world({ status });
      const sent = await lettersTo(await makeMember(cohort.id, "lead", dublin.id), session.id);
      for (const secret of SECRETS) expect(sent, status).not.toContain(secret);
    }
    const { cohort, dublin, facilitator, session } = await world({ status: "polling" });
    await makePoll(session, facilitator.id);
    const sent = await lettersTo(await makeMember(cohort.id, "lead", dublin.id), session.id);
    for (const secret of [...SECRETS, "/links/"]) expect(sent).not.toContain(secret);
  });

  it("bring the way in to those who are invited", async () => {
    const { cohort, turin, session } = await world();
    expect(await lettersTo(await makeMember(cohort.id, "member", turin.id), session.id)).toContain("meet.example.org");
  });
});

describe("a name or a title that pretends to be a header", () => {
  it("stays a name and a title, in the mail and in the calendar", async () => {
    const evil = 'Ana"\r\nBcc: all@evil.example\r\nX-Evil: 1;CN="x';
    const { cohort, turin, session } = await world({ title: evil, purpose: `${evil}\r\nBEGIN:VALARM` });
    const person = await makePerson({ name: evil });
    await makeMembership(person.id, cohort.id, "member", turin.id);
    const sent = await lettersTo(person, session.id);
    expect(server.received.length).toBeGreaterThan(1);
    for (const { raw, to } of server.received) {
      expect(to).toEqual([person.email]);
      const [head = ""] = raw.split(/\r?\n\r?\n/, 1);
      expect(head).not.toMatch(/^(bcc|x-evil):/im);
    }
    const calendar = /BEGIN:VCALENDAR[\s\S]*?END:VCALENDAR/.exec(sent)?.[0] ?? "";
    expect(calendar).toContain("ATTENDEE;");
    expect(calendar).not.toMatch(/^(bcc|x-evil|begin:valarm)/im);
    expect(calendar.match(/^ATTENDEE/gm)).toHaveLength(1);
  });
});
