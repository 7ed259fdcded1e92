import type { AddressInfo } from "node:net";
import { and, eq, sql } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, auditLog, inboundMails, sessions } from "@/db/schema";
import { newId } from "@/lib/ids";
import { readReplyAddress, replyAddress } from "./address";
import { startListener } from "./listener";
import { readMailbox } from "./read-mailbox";
import { receive } from "./receive";
import { startMailbox } from "./test-mailbox";

let smtp: SMTPServer;
let port: number;

beforeAll(async () => {
  process.env.INBOUND_ADDRESS = "answers@in.stafeta.example";
  smtp = await startListener({ port: 0, host: "127.0.0.1", tls: null });
  port = (smtp.server.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
afterEach(() => {
  delete process.env.IMAP_URL;
});

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const ana = await makeMember(cohort.id, "official", turin.id);
  const startsAt = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000);
  const session = await makeSession(cohort.id, facilitator.id, [turin], { startsAt });
  return { cohort, turin, facilitator, ana, session };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

interface Reply {
  answer?: string;
  sequence?: number;
  stamp?: string;
  attendee?: string;
  from?: string;
  to?: string;
  uid?: string;
  messageId?: string;
}

const toAna = () => replyAddress({ kind: "calendar", id: w.session.id, personId: w.ana.id }) ?? "";

/** A message as a calendar program sends it. */
function reply(given: Reply = {}) {
  const { answer = "ACCEPTED", sequence = 0, stamp = "20261101T080000Z", from = w.ana.email, to = toAna() } = given;
  const attendee = given.attendee ?? from;
  const content = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    `UID:${given.uid ?? w.session.uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `ORGANIZER:mailto:${to}`,
    `ATTENDEE;PARTSTAT=${answer}:mailto:${attendee}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  return {
    from: { name: "Ana", address: from },
    to,
    messageId: given.messageId ?? `<${newId()}@example.org>`,
    subject: "Accepted: A session",
    text: "Ana has accepted.",
    icalEvent: { method: "REPLY", content },
  };
}

async function bySmtp(given: Reply = {}) {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false });
  await transport.sendMail(reply(given)).finally(() => transport.close());
}

async function bytes(message: object): Promise<Buffer> {
  const sent = await createTransport({ streamTransport: true, buffer: true, newline: "windows" }).sendMail(message);
  return sent.message as Buffer;
}

async function answerOf(personId: string): Promise<string | null> {
  const where = and(eq(answers.sessionId, w.session.id), eq(answers.personId, personId));
  const [row] = await db.select({ answer: answers.answer }).from(answers).where(where);
  return row?.answer ?? null;
}

const outcomes = async () =>
  (await db.select({ outcome: inboundMails.outcome }).from(inboundMails).orderBy(inboundMails.receivedAt)).map(
    ({ outcome }) => outcome,
  );
beforeEach(() => db.delete(inboundMails));

const changes = async () =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, w.session.id))).filter(
    ({ action }) => action === "session.answer",
  );

describe("somebody who answers in their calendar", () => {
  it("has answered here, by SMTP, once, however often the message is delivered", async () => {
    const messageId = "<the-same@example.org>";
    await bySmtp({ messageId });
    expect(await answerOf(w.ana.id)).toBe("going");
    await db.update(answers).set({ answer: "not" }).where(eq(answers.personId, w.ana.id));
    await bySmtp({ messageId });
    expect(await answerOf(w.ana.id)).toBe("not");
    expect(await outcomes()).toEqual(["answered"]);
    expect(await changes()).toMatchObject([{ actorId: w.ana.id, detail: { answer: "going" } }]);
  });

  it("has answered here, by way of a mailbox, once, however often it is visited", async () => {
    const mailbox = await startMailbox();
    await mailbox.deliver(await bytes(reply({ answer: "TENTATIVE" })));
    await readMailbox();
    expect(await answerOf(w.ana.id)).toBe("tentative");
    await mailbox.deliver(await bytes(reply({ answer: "DECLINED", stamp: "20261101T090000Z" })));
    await Promise.all([readMailbox(), readMailbox()]);
    await readMailbox();
    expect(await answerOf(w.ana.id)).toBe("not");
    expect(await outcomes()).toEqual(["answered", "answered"]);
    expect(await changes()).toHaveLength(2);
    await mailbox.stop();
  });

  it("may change their mind, and an older message that comes late changes nothing", async () => {
    await receive(await bytes(reply({ answer: "ACCEPTED", stamp: "20261101T100000Z" })));
    await receive(await bytes(reply({ answer: "DECLINED", stamp: "20261101T110000Z" })));
    await receive(await bytes(reply({ answer: "TENTATIVE", stamp: "20261101T103000Z" })));
    expect(await answerOf(w.ana.id)).toBe("not");
    expect(await outcomes()).toEqual(["answered", "answered", "unchanged"]);
  });

  it("has said nothing about a time to which the session has moved since", async () => {
    await db.update(sessions).set({ sequence: 1 }).where(eq(sessions.id, w.session.id));
    await receive(await bytes(reply({ sequence: 0 })));
    expect(await answerOf(w.ana.id)).toBeNull();
    await receive(await bytes(reply({ sequence: 1 })));
    expect(await answerOf(w.ana.id)).toBe("going");
  });

  it("cannot silence their later answers with a clock that is ahead", async () => {
    await receive(await bytes(reply({ stamp: "20990101T000000Z" })));
    const soon = new Date(Date.now() + 60_000).toISOString().replace(/[-:]|\.\d+/g, "");
    await receive(await bytes(reply({ answer: "DECLINED", stamp: soon })));
    expect(await answerOf(w.ana.id)).toBe("not");
  });

  it("is refused as on the page, when the session is cancelled or they belong to no city any more", async () => {
    await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, w.session.id));
    await receive(await bytes(reply()));
    await db.update(sessions).set({ status: "scheduled" }).where(eq(sessions.id, w.session.id));
    await db.execute(sql`update memberships set until_at = now() where person_id = ${w.ana.id}`);
    await receive(await bytes(reply({ stamp: "20261102T080000Z" })));
    expect(await answerOf(w.ana.id)).toBeNull();
    expect(await outcomes()).toEqual(["refused", "refused"]);
  });

  it("is told that they wait, when they accept after the last seat was taken", async () => {
    await db.update(sessions).set({ capacity: 1, seatsTaken: 1 }).where(eq(sessions.id, w.session.id));
    const other = await makeMember(w.cohort.id, "member", w.turin.id);
    await db.insert(answers).values({ sessionId: w.session.id, personId: other.id, answer: "going" });
    await receive(await bytes(reply()));
    expect(await answerOf(w.ana.id)).toBe("waiting");
    const told = await db.execute(sql`select kind from mails where person_id = ${w.ana.id}`);
    expect([...told]).toEqual([{ kind: "calendar-request" }]);
  });
});

describe("a message that is no answer of somebody we know", () => {
  it("changes nothing and is logged: a stranger's, another person's, another session's", async () => {
    const eve = await makeMember(w.cohort.id, "member", w.turin.id);
    const elsewhere = await makeSession(w.cohort.id, w.facilitator.id, [w.turin]);
    await receive(await bytes(reply({ from: "stranger@example.org" })));
    await receive(await bytes(reply({ from: eve.email, attendee: w.ana.email })));
    await receive(await bytes(reply({ from: eve.email })));
    await receive(await bytes(reply({ from: w.ana.email, attendee: eve.email })));
    await receive(await bytes(reply({ uid: elsewhere.uid })));
    await receive(await bytes(reply({ to: "answers@in.stafeta.example" })));
    await receive(await bytes(reply({ to: `answers+${"c".padEnd(49, "0")}@in.stafeta.example` })));
    expect(await answerOf(w.ana.id)).toBeNull();
    expect(await answerOf(eve.id)).toBeNull();
    expect(await outcomes()).toEqual([...Array(4).fill("stranger"), "unknown", "stranger", "stranger"]);
    const [{ fromEmail } = { fromEmail: "" }] = await db.select().from(inboundMails).orderBy(inboundMails.receivedAt);
    expect(fromEmail).toBe("stranger@example.org");
  });

  it("is taken calmly: words, an absence, a bounce, a broken or endless message", async () => {
    const plain = { from: w.ana.email, to: toAna() };
    await receive(await bytes({ ...plain, text: "I come gladly" }));
    await receive(await bytes({ ...plain, headers: { "Auto-Submitted": "auto-replied" }, text: "I am away" }));
    await receive(
      Buffer.from(`From: <>\r\nTo: ${toAna()}\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\n`),
    );
    await receive(Buffer.from([0, 255, 13, 10, 0, 200, 10]));
    await receive(Buffer.alloc(0));
    const nested = Array.from(
      { length: 3000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    );
    await receive(Buffer.from(`From: ${w.ana.email}\r\nTo: ${toAna()}\r\n${nested.join("")}`));
    await receive(Buffer.from(`From: ${w.ana.email}\r\nTo: ${toAna()}\r\nX: ${"a\r\n ".repeat(100_000)}\r\n\r\n`));
    const zip = {
      filename: "invite.ics",
      contentType: "text/calendar",
      content: Buffer.alloc(3_000_000, "BEGIN:VCALENDAR\r\n"),
    };
    await receive(await bytes({ ...plain, text: "x", attachments: [zip] }));
    expect(await answerOf(w.ana.id)).toBeNull();
    expect((await outcomes()).every((outcome) => outcome === "unknown" || outcome === "stranger")).toBe(true);
  });
});

describe("the door for mail", () => {
  it("hands nothing on and knows no address but those we made", async () => {
    for (const to of ["friend@elsewhere.example", "answers@in.stafeta.example", toAna().replace("+c", "+d")])
      await expect(bySmtp({ to })).rejects.toMatchObject({ responseCode: 550 });
    expect(await outcomes()).toEqual([]);
  });

  it("refuses what is too large", async () => {
    const transport = createTransport({ host: "127.0.0.1", port, secure: false });
    const large = { from: w.ana.email, to: toAna(), text: "x".repeat(11 * 1024 * 1024) };
    await expect(transport.sendMail(large)).rejects.toMatchObject({ responseCode: 552 });
    transport.close();
    await bySmtp();
    expect(await answerOf(w.ana.id)).toBe("going");
  });
});

describe("an address for answers", () => {
  it("says whose answer it is and to what, in capitals too, and cannot be made by others", () => {
    const token = { kind: "calendar", id: w.session.id, personId: w.ana.id } as const;
    const address = replyAddress(token) ?? "";
    expect(readReplyAddress(address)).toEqual(token);
    expect(readReplyAddress(address.toUpperCase())).toEqual(token);
    const [local = "", domain = ""] = address.split("@");
    expect(local.length).toBeLessThanOrEqual(64);
    const last = local.at(-1) === "0" ? "1" : "0";
    const forged = [
      `${local.slice(0, -1)}${last}@${domain}`,
      `${local.slice(0, -16)}@${domain}`,
      `${local}@elsewhere.example`,
      address.replace(w.ana.id, w.facilitator.id),
      "answers+@in.stafeta.example",
      "",
    ];
    for (const other of forged) expect(readReplyAddress(other), other).toBeNull();
  });
});
