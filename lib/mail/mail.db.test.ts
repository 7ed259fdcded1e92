import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson, makeSession, makeWriteUp } from "@/db/factories";
import { invitations, mails, notifications } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { sendSignInMail } from "@/lib/auth/email";
import { codeFor, tokenFor } from "@/lib/auth/tokens";
import { postComment } from "@/lib/comments/post";
import { newId } from "@/lib/ids";
import { notify } from "@/lib/inbox/notify";
import { tellPerson } from "@/lib/inbox/tell";
import { sendLetter } from "@/lib/jobs/letters";
import { getKept, listKept } from "./mailbox";
import { queueMail } from "./outbox";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;

let received: { to: string[]; mail: ParsedMail; raw: string }[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  async onData(stream, session, done) {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (refuse) return done(new Error("451 not now"));
    const raw = Buffer.concat(chunks).toString("utf8");
    received.push({ to: session.envelope.rcptTo.map((rcpt) => rcpt.address), mail: await simpleParser(raw), raw });
    done();
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.STAFETA_URL = "https://stafeta.example";
  process.env.MAIL_FROM = "Stafeta <post@stafeta.example>";
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => {
  received = [];
  refuse = false;
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterEach(() => {
  delete process.env.SMTP_URL;
});

async function world() {
  const cohort = await makeCohort({ name: "A cohort" });
  const turin = await makeCity(cohort.id, { name: "Turin" });
  const warsaw = await makeCity(cohort.id, { name: "Warsaw" });
  const official = await makeMember(cohort.id, "official", turin.id);
  const peer = await makeMember(cohort.id, "member", warsaw.id);
  const writeUp = await makeWriteUp(turin, official.id, { document: { title: "Torino Solidale" } });
  return { cohort, turin, warsaw, official, peer, writeUp };
}

async function mailOf(personId: string) {
  const [mail] = await db.select().from(mails).where(eq(mails.personId, personId));
  if (!mail) throw new Error("no mail was queued");
  return mail;
}

async function only() {
  const [message] = received;
  if (!message || received.length !== 1) throw new Error(`${received.length} messages came`);
  return message;
}

async function comment(w: Awaited<ReturnType<typeof world>>, markdown: string) {
  const input = { writeUpId: w.writeUp.id, markdown, formKey: newId() };
  return postComment(await actorOf(w.peer.id), input as never, VIEW);
}

test("somebody who asks to sign in gets a link and a code in their language", async () => {
  const person = await makePerson({ languages: ["it"] });
  const id = newId();
  await sendSignInMail(person.email, tokenFor("sign-in", id), "/");
  const queued = await mailOf(person.id);
  await sendLetter(queued.id);
  const { to, mail } = await only();
  expect(to).toEqual([person.email]);
  expect(mail.subject).toBe("Accedi a Stafeta");
  expect(mail.messageId).toBe(`<${queued.id}@stafeta.example>`);
  expect(mail.from?.text).toBe('"Stafeta" <post@stafeta.example>');
  const link = `https://stafeta.example/sign-in/link?email=${encodeURIComponent(person.email)}&token=${tokenFor("sign-in", id)}`;
  expect(mail.text).toContain(link);
  expect(mail.text).toContain(codeFor(id));
  expect(mail.html).toContain(link.replace("&", "&amp;"));
  expect(mail.headers.get("list")).toMatchObject({ id: { id: "sign-in.stafeta.example" } });
  await sendLetter(queued.id);
  expect(received).toHaveLength(1);
});

test("a link that has expired before it could be sent is not sent", async () => {
  const person = await makePerson();
  const id = newId();
  await sendSignInMail(person.email, tokenFor("sign-in", id), "/");
  await db.execute(sql`update sign_in_requests set expires_at = now() - interval '1 second' where id = ${id}`);
  const { id: mailId } = await mailOf(person.id);
  await sendLetter(mailId);
  expect(received).toEqual([]);
  expect(await mailOf(person.id)).toMatchObject({ sentAt: null, droppedReason: "expired" });
});

test("an invitation says who invites, where, as what and until when", async () => {
  const { cohort, turin, official } = await world();
  const [invitation] = await db
    .insert(invitations)
    .values({
      cohortId: cohort.id,
      workspaceId: turin.id,
      role: "member",
      email: "new@example.org",
      invitedBy: official.id,
      expiresAt: new Date("2030-01-15T10:00:00Z"),
    })
    .returning();
  if (!invitation) throw new Error();
  const id = await queueMail(db, { kind: "invitation", toEmail: "new@example.org", invitationId: invitation.id });
  await sendLetter(id);
  const { mail } = await only();
  expect(mail.subject).toBe(`${official.name} invites you to Turin on Stafeta`);
  expect(mail.text).toContain("Turin in “A cohort”, as member");
  expect(mail.text).toContain("Tuesday 15 January 2030");
  expect(mail.text).toContain(`https://stafeta.example/invitations/${tokenFor("invitation", invitation.id)}`);
});

test.each([
  ["en", "Warsaw", "Warsaw in “A cohort”"],
  ["it", "Varsavia", "Varsavia, nel gruppo «A cohort»"],
])("an invitation in %s calls the city %s", async (language, city, place) => {
  const { cohort, official } = await world();
  const warsaw = await makeCity(cohort.id, { name: "Warsaw", localName: "Warszawa", languages: ["pl"] });
  const email = "new@example.org";
  const values = {
    cohortId: cohort.id,
    workspaceId: warsaw.id,
    role: "member",
    email,
    invitedBy: official.id,
  } as const;
  const [invitation] = await db
    .insert(invitations)
    .values({ ...values, language, expiresAt: new Date("2030-01-15T10:00:00Z") })
    .returning();
  await sendLetter(await queueMail(db, { kind: "invitation", toEmail: email, invitationId: invitation?.id ?? "" }));
  const { mail } = await only();
  expect(mail.subject).toContain(` ${city} `);
  expect(mail.text).toContain(place);
});

test("an invitation that was taken back is not sent", async () => {
  const { cohort, official } = await world();
  const [invitation] = await db
    .insert(invitations)
    .values({
      cohortId: cohort.id,
      role: "observer",
      email: "new@example.org",
      invitedBy: official.id,
      expiresAt: new Date("2030-01-15T10:00:00Z"),
      revokedAt: new Date(),
      revokedBy: official.id,
    })
    .returning();
  const id = await queueMail(db, { kind: "invitation", toEmail: "new@example.org", invitationId: invitation?.id });
  await sendLetter(id);
  expect(received).toEqual([]);
});

test("a comment comes by mail with its whole text and a link to the open field", async () => {
  const w = await world();
  const said = await comment(w, "Which **nodes** are still open?\n\nWe ask for Warsaw.");
  await tellPerson(w.official.id);
  await tellPerson(w.official.id);
  await sendLetter((await mailOf(w.official.id)).id);
  const { mail } = await only();
  expect(mail.subject).toBe(`${w.peer.name} commented on “Torino Solidale”`);
  expect(mail.text).toContain("> Which **nodes** are still open?");
  expect(mail.text).toContain("> We ask for Warsaw.");
  expect(mail.html).toContain("<strong>nodes</strong>");
  const link = new RegExp(`https://stafeta\\.example/links/[\\w.-]+\\?comment=${said.id}`);
  expect(mail.text).toMatch(link);
  expect(mail.html).toMatch(link);
});

test("several news within seconds make one mail", async () => {
  const w = await world();
  await comment(w, "The first");
  await comment(w, "The second");
  await tellPerson(w.official.id);
  await sendLetter((await mailOf(w.official.id)).id);
  const { mail } = await only();
  expect(mail.subject).toBe("2 updates, the first about “Torino Solidale”");
  expect(mail.text).toContain("> The first");
  expect(mail.text).toContain("> The second");
});

test("whoever has seen it already gets no mail", async () => {
  const w = await world();
  await comment(w, "A word");
  await db.update(notifications).set({ seenAt: new Date() }).where(eq(notifications.personId, w.official.id));
  await tellPerson(w.official.id);
  await expect(mailOf(w.official.id)).rejects.toThrow("no mail");
});

test("somebody whose membership ended in between gets no mail, and no later one", async () => {
  const w = await world();
  await comment(w, "canary");
  await tellPerson(w.official.id);
  await db.execute(sql`update memberships set until_at = now() where person_id = ${w.official.id}`);
  await sendLetter((await mailOf(w.official.id)).id);
  expect(received).toEqual([]);
  expect(await mailOf(w.official.id)).toMatchObject({ sentAt: null, droppedReason: "access ended" });
});

test("a comment that was removed in between is not mailed", async () => {
  const w = await world();
  const said = await comment(w, "canary");
  await tellPerson(w.official.id);
  await db.execute(
    sql`update comments set markdown = '', html = '', deleted_at = now(), deleted_by = ${w.peer.id} where id = ${said.id}`,
  );
  await sendLetter((await mailOf(w.official.id)).id);
  expect(received).toEqual([]);
});

test("what is new about a session comes with its day and time in the reader's zone", async () => {
  const w = await world();
  await db.execute(sql`update people set zone = 'America/Sao_Paulo' where id = ${w.peer.id}`);
  const session = await makeSession(w.cohort.id, w.official.id, [w.warsaw], { title: "Volunteers" });
  const news = {
    kind: "session-scheduled",
    sessionId: session.id,
    actorId: w.official.id,
    personIds: [w.peer.id],
  } as const;
  await notify(db, news);
  await tellPerson(w.peer.id);
  await sendLetter((await mailOf(w.peer.id)).id);
  const { mail } = await only();
  expect(mail.subject).toBe(`${w.official.name} invites you to “Volunteers”`);
  expect(mail.text).toContain("Tuesday 1 December 2026, 12:00 in Sao Paulo");
  expect(mail.text).toContain(`https://stafeta.example/sessions/${session.id}`);
  expect(mail.attachments).toEqual([]);
});

test("line ends and addresses in a name or a title make no header", async () => {
  const w = await world();
  await db.execute(sql`update people set name = ${"Eve\r\nBcc: all@example.org\r\n\r\nHello"} where id = ${w.peer.id}`);
  await db.execute(
    sql`update write_up_texts set title = ${"T\r\nX-Evil: 1 \u202e<a@example.org>"} where write_up_id = ${w.writeUp.id}`,
  );
  await comment(w, "A word");
  await tellPerson(w.official.id);
  await sendLetter((await mailOf(w.official.id)).id);
  const { to, mail } = await only();
  expect(to).toEqual([w.official.email]);
  expect(mail.bcc).toBeUndefined();
  expect(mail.headers.has("x-evil")).toBe(false);
  expect(mail.subject).toBe("Eve Bcc: all@example.org Hello commented on “T X-Evil: 1 <a@example.org>”");
});

test("an address that is none gets no mail", async () => {
  const w = await world();
  const toEmail = "a@example.org\r\nBcc: all@example.org";
  const id = await queueMail(db, { kind: "news", toEmail, personId: w.official.id });
  await sendLetter(id);
  expect(received).toEqual([]);
  expect(await mailOf(w.official.id)).toMatchObject({ droppedReason: "address" });
});

test("a mail that the server refuses is tried again and then arrives once", async () => {
  const w = await world();
  await comment(w, "A word");
  await tellPerson(w.official.id);
  const { id } = await mailOf(w.official.id);
  refuse = true;
  await expect(sendLetter(id)).rejects.toThrow();
  expect(await mailOf(w.official.id)).toMatchObject({ sentAt: null, attempts: 1 });
  refuse = false;
  await Promise.all([sendLetter(id), sendLetter(id)]);
  expect(received).toHaveLength(1);
  expect(await mailOf(w.official.id)).toMatchObject({ attempts: 2 });
});

test("without a mail server messages are kept as files, which the demo shows", async () => {
  const w = await world();
  delete process.env.SMTP_URL;
  const folder = await mkdtemp(path.join(tmpdir(), "stafeta-mail-"));
  process.env.STAFETA_DATA = folder;
  process.env.STAFETA_DEMO = "1";
  await db.execute(sql`update people set name = 'Łukasz Żółć' where id = ${w.peer.id}`);
  await comment(w, "Perché no? Così è più chiaro.");
  await tellPerson(w.official.id);
  await sendLetter((await mailOf(w.official.id)).id);
  const [file = ""] = await readdir(path.join(folder, "mail"));
  const raw = await readFile(path.join(folder, "mail", file), "utf8");
  expect(raw.split("\r\n").join("")).not.toContain("\n");
  const [kept] = await listKept();
  expect(kept).toMatchObject({ name: file.replace(".eml", ""), to: w.official.email });
  expect(kept?.subject).toBe("Łukasz Żółć commented on “Torino Solidale”");
  expect(kept?.text).toContain("> Perché no? Così è più chiaro.");
  expect(kept?.html).toContain("Perché no?");
  expect(await listKept(w.official.email)).toEqual([kept]);
  expect(await listKept(w.peer.email)).toEqual([]);
  for (const name of ["../mail/x", "..%2f..%2fetc%2fpasswd", "", "/etc/passwd", `${kept?.name}\0`])
    expect(await getKept(name)).toBeNull();
  delete process.env.STAFETA_DEMO;
  expect(await getKept(kept?.name ?? "")).toBeNull();
  delete process.env.STAFETA_DATA;
  await rm(folder, { recursive: true });
});

test("the job of a queued mail names the mail", async () => {
  const person = await makePerson();
  const id = await queueMail(db, { kind: "news", toEmail: person.email, personId: person.id });
  const jobs = await db.execute(
    sql`select payload ->> 'mailId' as id from graphile_worker._private_jobs where key = ${`mail:${id}`}`,
  );
  expect([...jobs]).toEqual([{ id }]);
});
