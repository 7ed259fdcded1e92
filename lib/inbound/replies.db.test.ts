import type { AddressInfo } from "node:net";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import {
  makeCity,
  makeCohort,
  makeComment,
  makeMember,
  makeMembership,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import {
  auditLog,
  comments,
  inboundMails,
  mails,
  memberships,
  notifications,
  people,
  rateLimits,
  sessions,
  writeUps,
} from "@/db/schema";
import { newId } from "@/lib/ids";
import { letterHtml, letterText } from "@/lib/mail/letter";
import { clock } from "@/lib/time/now";
import { type ReplyToken, replyAddress } from "./address";
import { startListener } from "./listener";
import { markerLine } from "./marker";
import { readMailbox } from "./read-mailbox";
import { receive } from "./receive";
import { refusedLetter } from "./refused-letter";
import { startMailbox } from "./test-mailbox";

let smtp: SMTPServer;
let port: number;
beforeAll(async () => {
  process.env.INBOUND_ADDRESS = "answers@in.stafeta.example";
  process.env.MAIL_FROM = "Stafeta <hello@stafeta.example>";
  smtp = await startListener({ port: 0, host: "127.0.0.1", tls: null });
  port = (smtp.server.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
afterEach(() => {
  vi.restoreAllMocks();
  delete process.env.IMAP_URL;
});

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const joost = await makeMember(cohort.id, "official", warsaw.id);
  const ana = await makeMember(cohort.id, "official", turin.id);
  const eve = await makeMember(cohort.id, "member", warsaw.id);
  const document = { title: "Secret title", card: "x" };
  const writeUp = await makeWriteUp(turin, ana.id, { audience: "cohort", document });
  const root = await makeComment({ writeUpId: writeUp.id }, cohort.id, joost.id);
  const said = await makeComment({ writeUpId: writeUp.id }, cohort.id, joost.id, { parentId: root.id });
  return { cohort, turin, warsaw, joost, ana, eve, writeUp, root, said };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  await db.delete(inboundMails);
  await db.delete(rateLimits);
  w = await world();
});

const addressOf = (token: Partial<ReplyToken> = {}) =>
  replyAddress({ kind: "comment", id: w.said.id, personId: w.ana.id, ...token }) ?? "";

const BENEATH =
  "\n\nOn Mon, 23 Nov 2026 at 10:12, Stafeta <hello@stafeta.example> wrote:\n\n> How did you keep it up?\n";

function reply(given: object = {}) {
  const from = { name: "Ana", address: w.ana.email };
  const messageId = `<${newId()}@example.org>`;
  return {
    from,
    to: addressOf(),
    messageId,
    subject: "Re: Joost V. commented",
    text: `With keys.${BENEATH}`,
    ...given,
  };
}

async function bySmtp(message: object) {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false });
  await transport.sendMail(message).finally(() => transport.close());
}

async function bytes(message: object): Promise<Buffer> {
  const sent = await createTransport({ streamTransport: true, buffer: true, newline: "windows" }).sendMail(message);
  return sent.message as Buffer;
}
const take = async (given: object = {}) => receive(await bytes(reply(given)));

/** What was said by mail in this world. */
const said = () =>
  db
    .select({
      author: comments.authorId,
      markdown: comments.markdown,
      parentId: comments.parentId,
      audience: comments.audience,
    })
    .from(comments)
    .where(and(eq(comments.cohortId, w.cohort.id), ne(comments.id, w.root.id), ne(comments.id, w.said.id)))
    .orderBy(asc(comments.createdAt));

const letters = () => db.select().from(mails).where(eq(mails.kind, "reply-refused")).orderBy(asc(mails.createdAt));
beforeEach(() => db.delete(mails).where(eq(mails.kind, "reply-refused")));

/** The only letter to a sender, as they read it. */
async function letter() {
  const [mail, another] = await letters();
  if (!mail || another) throw new Error("not one letter");
  const composed = await refusedLetter(mail);
  if ("dropped" in composed) throw new Error(composed.dropped);
  return { to: mail.toEmail, subject: composed.letter.subject, text: letterText(composed.letter) };
}

const log = () =>
  db
    .select({ outcome: inboundMails.outcome, reason: inboundMails.reason, id: inboundMails.commentId })
    .from(inboundMails);

describe("somebody who answers a mail about a comment", () => {
  it("has commented in that conversation, by SMTP and from a mailbox, once, however often it is delivered", async () => {
    const mailbox = await startMailbox();
    const message = reply();
    await bySmtp(message);
    await bySmtp(message);
    await mailbox.deliver(await bytes(message));
    await readMailbox();
    expect(await said()).toEqual([
      { author: w.ana.id, markdown: "With keys.", parentId: w.root.id, audience: "cohort" },
    ]);
    await mailbox.deliver(await bytes(reply({ text: "And with tea." })));
    await Promise.all([readMailbox(), readMailbox()]);
    expect((await said()).map(({ markdown }) => markdown)).toEqual(["With keys.", "And with tea."]);
    const [kept] = await log();
    expect(kept).toMatchObject({ outcome: "posted", reason: null });
    const traces = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, kept?.id ?? ""));
    const detail = { writeUpId: w.writeUp.id, by: "mail" };
    expect(traces).toMatchObject([{ action: "comment.post", actorId: w.ana.id, detail }]);
    expect(await letters()).toEqual([]);
    await mailbox.stop();
  });

  it("is heard although a message that came before theirs cannot be taken now", async () => {
    const mailbox = await startMailbox();
    await mailbox.deliver(await bytes(reply({ text: "Not now." })));
    await mailbox.deliver(await bytes(reply({ text: "But this." })));
    vi.spyOn(clock, "now").mockImplementationOnce(() => {
      throw new Error("away");
    });
    await expect(readMailbox()).rejects.toThrow("away");
    expect((await said()).map(({ markdown }) => markdown)).toEqual(["But this."]);
    await readMailbox();
    expect((await said()).map(({ markdown }) => markdown)).toEqual(["But this.", "Not now."]);
    await mailbox.stop();
  });

  it("has said it once when two servers take the same message at the same moment", async () => {
    const message = await bytes(reply());
    vi.resetModules();
    const another = await import("./receive");
    expect(another.receive).not.toBe(receive);
    const taken = await Promise.all([receive(message), another.receive(message), receive(message)]);
    expect(taken.toSorted()).toEqual(["posted", "unchanged", "unchanged"]);
    expect(await said()).toHaveLength(1);
  });

  it("has said it once even when everything ended before the message was marked as taken", async () => {
    const message = await bytes(reply());
    await receive(message);
    await db.delete(inboundMails);
    expect(await receive(message)).toBe("posted");
    expect(await said()).toHaveLength(1);
  });

  it("is heard in each way that programs write a mail", async () => {
    const words = "Żółw, città, “così” €";
    const plain = `${words}${BENEATH}`;
    const head = (type: string, encoding: string) =>
      `From: ${w.ana.email}\r\nTo: ${addressOf()}\r\nMessage-ID: <${newId()}@x>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
    const raws = [
      await bytes(reply({ text: plain, encoding: "base64" })),
      await bytes(reply({ text: plain, encoding: "quoted-printable", textEncoding: "quoted-printable" })),
      Buffer.concat([
        Buffer.from(head("text/plain; charset=windows-1252", "8bit")),
        Buffer.from("citt\xe0 \x80\r\n", "latin1"),
      ]),
      Buffer.concat([
        Buffer.from(head("text/plain; charset=iso-8859-2", "8bit")),
        Buffer.from("\xafó\xb3w\r\n", "latin1"),
      ]),
      Buffer.from(`${head("text/plain; charset=utf-8; format=flowed", "7bit")}One long \r\nline.\r\n\r\n> Two\r\n`),
      await bytes(
        reply({
          text: undefined,
          html: `<p>${words}</p><br><div class="gmail_attr">On Mon, 23 Nov 2026 at 10:12, Stafeta &lt;<a href="mailto:hello@stafeta.example">hello@stafeta.example</a>&gt; wrote:<br></div><blockquote><p>How?</p></blockquote>`,
        }),
      ),
      await bytes(
        reply({
          text: undefined,
          html: "<div>By <b>hand</b> <script>alert(1)</script></div><hr><div id=divRplyFwdMsg><b>From:</b> Stafeta &lt;hello@stafeta.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Ana<br><b>Subject:</b> x</div><div>How?</div>",
        }),
      ),
    ];
    // Some put our mail beneath without a word; then its own first line is what divides them.
    const above = markerLine("it");
    const quote = { kind: "quote" as const, markdown: "How?", html: "<p>How?</p>", language: "en" };
    const ours = letterHtml({ locale: "it", subject: "x", above, blocks: [quote], footer: "x" });
    raws.push(await bytes(reply({ text: undefined, html: `<div>A mano</div><br>${ours}` })));
    for (const raw of raws) expect(await receive(raw)).toBe("posted");
    expect((await said()).map(({ markdown }) => markdown)).toEqual([
      words,
      words,
      "città €",
      "Żółw",
      "One long line.",
      words,
      "By hand",
      "A mano",
    ]);
  });

  it("speaks under the rights they have now, and what is said inside a city stays there", async () => {
    const own = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.ana.id, { audience: "city" });
    await take({ to: addressOf({ id: own.id }) });
    expect(await said()).toMatchObject([{}, { audience: "city", parentId: own.id }]);
  });

  it("has seen what they answer and what came before it in that conversation, and nothing else", async () => {
    const { cohort, joost, ana, writeUp, root } = w;
    const about = { writeUpId: writeUp.id };
    const said = (values = {}) => makeComment(about, cohort.id, joost.id, values);
    const [later, apart] = [await said({ parentId: root.id }), await said()];
    const told = [root, w.said, later, apart].map(({ id }) => ({ ...about, commentId: id, actorId: joost.id }));
    const news = told.map((one) => ({ ...one, kind: "reply" as const, personId: ana.id }));
    await db.insert(notifications).values([...news, { ...news[1], kind: "reply", personId: w.eve.id }]);
    const unseen = async (personId: string) =>
      (await db.select().from(notifications).where(eq(notifications.personId, personId)))
        .filter(({ seenAt }) => seenAt === null)
        .map(({ commentId }) => commentId);
    await take({ from: w.eve.email });
    expect(await unseen(ana.id)).toHaveLength(4);
    await take();
    expect(new Set(await unseen(ana.id))).toEqual(new Set([later.id, apart.id]));
    expect(await unseen(w.eve.id)).toHaveLength(1);
  });

  it("may answer about a session, too", async () => {
    const session = await makeSession(w.cohort.id, w.joost.id, [w.turin]);
    const comment = await makeComment({ sessionId: session.id }, w.cohort.id, w.joost.id);
    expect(await take({ to: addressOf({ id: comment.id }) })).toBe("posted");
  });

  it("is told which files were not kept, while their words are posted; what only dresses them does not count", async () => {
    const file = { filename: "plan\u202e.pdf", content: "x", contentType: "application/pdf" };
    const logo = { filename: "logo.png", content: "x", contentType: "image/png", cid: "logo@x" };
    await take({ html: '<p>With keys.</p><img src="cid:logo@x">', attachments: [logo] });
    expect(await letters()).toEqual([]);
    await take({ html: '<p>With keys.</p><img src="cid:logo@x">', attachments: [file, logo] });
    expect(await said()).toHaveLength(2);
    const { to, subject, text } = await letter();
    expect({ to, subject }).toEqual({ to: w.ana.email, subject: "Your answer is posted, without its files" });
    expect(text).toContain("– plan .pdf");
    expect(text).not.toContain("logo");
    expect(text).toContain("Secret title");
  });
});

describe("somebody whose answer cannot be posted gets one mail that says why", () => {
  it("when it came from another address: nothing about whose mail it was, or of what", async () => {
    const message = reply({ from: w.eve.email });
    await bySmtp(message);
    await bySmtp(message);
    const { to, text } = await letter();
    expect(to).toBe(w.eve.email);
    expect(text).toContain("belongs to another person");
    for (const word of ["Secret title", w.ana.name, w.ana.email, w.joost.name, w.writeUp.id, "A word"])
      expect(text).not.toContain(word);
    expect(await said()).toEqual([]);
    expect(await log()).toMatchObject([{ outcome: "stranger" }]);
  });

  it("in their own language, if we know them", async () => {
    await db
      .update(people)
      .set({ languages: ["it"] })
      .where(eq(people.id, w.eve.id));
    await take({ from: w.eve.email });
    expect((await letter()).subject).toBe("La tua risposta per e-mail non è stata pubblicata");
  });

  it("a few times a day at most", async () => {
    for (let n = 0; n < 5; n++) await take({ from: "stranger@example.org" });
    expect(await letters()).toHaveLength(3);
    for (let n = 0; n < 30; n++) await take({ from: `stranger-${n}@example.org` });
    expect((await letters()).length).toBeLessThan(25);
  });

  it("when there is nothing new in it, or too much", async () => {
    expect(await take({ text: BENEATH })).toBe("refused");
    expect((await letter()).text).toContain("nothing new");
    await db.delete(mails).where(eq(mails.kind, "reply-refused"));
    expect(await take({ text: "word ".repeat(2000) })).toBe("refused");
    const { text } = await letter();
    expect(text).toContain("longer than 5000 characters");
    expect(text).toContain("Secret title");
    expect(text).toContain(`/write-ups/${w.writeUp.id}?reply=${w.said.id}#reply`);
    expect(await said()).toEqual([]);
  });

  it("when it comes too late: after ninety days, or when what it answers was removed", async () => {
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 91 * 86_400_000));
    expect(await take()).toBe("late");
    expect((await letter()).text).toContain("more than 90 days old");
    vi.restoreAllMocks();
    await db.delete(mails).where(eq(mails.kind, "reply-refused"));
    await db
      .update(comments)
      .set({ markdown: "", html: "", deletedAt: new Date(), deletedBy: w.joost.id })
      .where(eq(comments.id, w.root.id));
    expect(await take()).toBe("late");
    expect((await letter()).text).toContain("was removed");
  });

  it("when it is not there for them any more, which names nothing of it", async () => {
    const late = async (change: Promise<unknown>) => {
      await change;
      expect(await take()).toBe("late");
      const { to, text } = await letter();
      expect(to).toBe(w.ana.email);
      expect(text).not.toContain("Secret title");
      expect(text).not.toContain(w.writeUp.id);
      expect(await said()).toEqual([]);
    };
    const { ana } = w;
    await late(db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, ana.id)));
  });

  it("when it was hidden, or the write-up went back into its city", async () => {
    await db
      .update(comments)
      .set({ hiddenAt: new Date(), hiddenBy: w.ana.id, hiddenReason: "x" })
      .where(eq(comments.id, w.root.id));
    expect(await take()).toBe("late");
    await db
      .update(comments)
      .set({ hiddenAt: null, hiddenBy: null, hiddenReason: null })
      .where(eq(comments.id, w.root.id));
    await db.update(writeUps).set({ audience: "city" }).where(eq(writeUps.id, w.writeUp.id));
    expect(await take({ from: w.eve.email, to: addressOf({ personId: w.eve.id }) })).toBe("late");
    expect(await said()).toEqual([]);
  });

  it("when they have a place in another cohort only", async () => {
    const other = await makeCohort();
    await makeMembership(w.ana.id, other.id, "official", (await makeCity(other.id)).id);
    await db
      .update(memberships)
      .set({ untilAt: new Date() })
      .where(and(eq(memberships.personId, w.ana.id), eq(memberships.cohortId, w.cohort.id)));
    expect(await take()).toBe("late");
    expect(await said()).toEqual([]);
  });
});

describe("a message that nobody waits for an answer to", () => {
  it.each([
    { "Auto-Submitted": "auto-replied" },
    { Precedence: "bulk" },
    { "X-Auto-Response-Suppress": "All" },
    { "Return-Path": "<>" },
    { "List-Id": "<everybody.example.org>" },
  ])("becomes no comment and gets none (%#)", async (headers) => {
    await take({ headers });
    await take({ headers, from: "stranger@example.org" });
    expect(await said()).toEqual([]);
    expect(await letters()).toEqual([]);
  });

  it("nor does one from a mailer, from ourselves, or without a sender", async () => {
    for (const from of ["MAILER-DAEMON@example.org", "hello@stafeta.example", "answers+x@in.stafeta.example"])
      await take({ from });
    await bySmtp({ ...reply(), envelope: { from: "", to: addressOf() } });
    const known = await db.select().from(mails).where(eq(mails.kind, "reply-refused"));
    expect(known).toEqual([]);
    expect(await said()).toEqual([]);
  });

  it("nor does one to an address that we did not make", async () => {
    const address = addressOf();
    for (const to of [address.replace("+m", "+c"), address.replace(w.said.id, w.root.id), "answers@in.stafeta.example"])
      expect(await receive(await bytes(reply({ to })))).not.toBe("posted");
    expect(await letters()).toEqual([]);
    expect(await said()).toEqual([]);
  });
});

describe("a message that means harm", () => {
  it("comes out as words: script, a subject with line ends, signs that turn the text", async () => {
    await take({
      subject: "Re: x\r\nBcc: eve@example.org",
      text: "<script>alert(1)</script> [a](javascript:alert(1)) \u202eabc\u0000",
    });
    const [row] = await db.select({ html: comments.html }).from(comments).where(sql`author_id = ${w.ana.id}`);
    expect(row?.html).not.toMatch(/<script|href="javascript/);
    expect(row?.html).not.toContain("\u0000");
  });

  it("is refused in no time when it is endless", async () => {
    for (const text of ["x".repeat(9_000_000), "> quoted\n".repeat(10_000), "Op a\n".repeat(100_000)])
      expect(await take({ text })).toBe("refused");
    expect(await take({ text: undefined, html: "<div>".repeat(100_000) })).toBe("refused");
    expect(await said()).toEqual([]);
  });

  it("cannot bind its words to another thing, or to another's form", async () => {
    const other = await makeWriteUp(w.turin, w.ana.id, { audience: "cohort" });
    const elsewhere = await makeComment({ writeUpId: other.id }, w.cohort.id, w.joost.id);
    const messageId = "<the-same@example.org>";
    await take({ messageId });
    await db.delete(inboundMails);
    await take({
      messageId,
      from: w.eve.email,
      to: addressOf({ id: elsewhere.id, personId: w.eve.id }),
      text: "Mine.",
    });
    expect(await said()).toMatchObject([
      { author: w.joost.id },
      { author: w.ana.id, markdown: "With keys." },
      { author: w.eve.id, markdown: "Mine.", parentId: elsewhere.id },
    ]);
  });
});

it("a closed session is no reason to refuse what its page would take", async () => {
  const session = await makeSession(w.cohort.id, w.joost.id, [w.turin]);
  const comment = await makeComment({ sessionId: session.id }, w.cohort.id, w.joost.id);
  await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, session.id));
  expect(await take({ to: addressOf({ id: comment.id }) })).toBe("posted");
});
