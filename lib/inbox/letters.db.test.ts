import { eq, sql } from "drizzle-orm";
import type { ParsedMail } from "mailparser";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  makeAsk,
  makeCity,
  makeCohort,
  makeComment,
  makeCommitment,
  makeMember,
  makeMembership,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import {
  auditLog,
  comments,
  mailNotifications,
  mails,
  memberships,
  notifications,
  people,
  signedLinks,
} from "@/db/schema";
import { newId } from "@/lib/ids";
import { readReplyAddress } from "@/lib/inbound/address";
import { markerLine } from "@/lib/inbound/marker";
import { sendLetter } from "@/lib/jobs/letters";
import { type Received, startMailServer } from "@/lib/mail/test-server";
import { NEWS_IN_FULL, NOTIFICATION_KINDS, type NotificationKind } from "./limits";

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.STAFETA_URL = "https://stafeta.example";
  process.env.INBOUND_ADDRESS = "answers@stafeta.example";
});
afterAll(async () => {
  for (const name of ["SMTP_URL", "STAFETA_URL", "INBOUND_ADDRESS"]) delete process.env[name];
  await server.stop();
});
beforeEach(() => {
  server.received.length = 0;
});

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino" });
  const anna = await makeMember(cohort.id, "lead", turin.id);
  const warsaw = await makeCity(cohort.id, { name: "Warsaw", localName: "Warszawa", languages: ["pl"] });
  const zofia = await makeMember(cohort.id, "member", warsaw.id);
  await db.update(people).set({ name: "Zofia W." }).where(eq(people.id, zofia.id));
  const html = "<p>Twelve nodes gave out food.</p>";
  const sections = [{ key: "problem", markdown: "", html, empty: null, audience: "cohort" } as const];
  const document = { title: "Torino Solidale", card: "Food and a phone line.", sections };
  const writeUp = await makeWriteUp(turin, anna.id, { document });
  return { cohort, turin, warsaw, anna, zofia, writeUp };
}
type World = Awaited<ReturnType<typeof world>>;
type Row = typeof notifications.$inferInsert;

async function queue(w: World, kind: "news" | "digest", rows: Omit<Row, "personId">[]) {
  const at = (n: number) => new Date(Date.now() + n);
  const values = rows.map((row, n): Row => ({ personId: w.anna.id, actorId: w.zofia.id, createdAt: at(n), ...row }));
  const made = await db.insert(notifications).values(values).returning({ id: notifications.id });
  const [mail] = await db
    .insert(mails)
    .values({ kind, toEmail: w.anna.email, personId: w.anna.id })
    .returning({ id: mails.id });
  const mailId = mail?.id ?? "";
  await db.insert(mailNotifications).values(made.map(({ id }) => ({ notificationId: id, mailId })));
  return mailId;
}

async function sent(mailId: string): Promise<Received> {
  await sendLetter(mailId);
  const last = server.received.at(-1);
  if (!last) throw new Error("no letter came");
  return last;
}

async function dropped(mailId: string): Promise<string | null> {
  server.received.length = 0;
  await sendLetter(mailId);
  expect(server.received).toEqual([]);
  const [row] = await db.select().from(mails).where(eq(mails.id, mailId));
  return row?.droppedReason ?? null;
}

function listed(mail: ParsedMail) {
  return mail.headers.get("list") as unknown as Record<string, { url?: string; name?: string }>;
}

/** The text part, with HTML's own words for the same. */
function sound({ mail, raw }: Received): string {
  expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
  const text = mail.text ?? "";
  const html = String(mail.html);
  expect(text.length).toBeGreaterThan(40);
  expect(html).toContain("<html lang=");
  expect(html).not.toMatch(/<img|<script|https?:\/\/(?!stafeta\.example)/);
  expect(mail.subject).not.toMatch(/[\r\n]/);
  const links = (source: string) => [...source.matchAll(/https:\/\/stafeta\.example\/[^\s"<]*/g)].map(([link]) => link);
  expect(new Set(links(html).map((link) => link.replaceAll("&amp;", "&")))).toEqual(new Set(links(text)));
  return text;
}

async function conversation(w: World) {
  const anchor = { section: "problem", language: "en", quote: "Twelve nodes", before: "", after: " gave", start: 0 };
  const about = { writeUpId: w.writeUp.id };
  const asked = { html: "<p>Which ones?</p>", passage: anchor, workspaceId: w.turin.id };
  const root = await makeComment(about, w.cohort.id, w.anna.id, asked);
  const words = { html: "<p>All but <strong>two</strong>.</p>", markdown: "All but **two**.", parentId: root.id };
  const reply = await makeComment(about, w.cohort.id, w.zofia.id, { ...words, workspaceId: w.warsaw.id });
  return { root, reply };
}

test("news of every kind are valid mail with a text and an HTML part and the same links in both", async () => {
  const w = await world();
  const session = await makeSession(w.cohort.id, w.zofia.id, [w.turin], { title: "Volunteers" });
  const commitment = await makeCommitment(w.turin, w.zofia.id);
  const ask = await makeAsk(w.cohort.id, w.zofia.id, w.turin, { markdown: "All of it?", html: "<p>All of it?</p>" });
  const { reply } = await conversation(w);
  const hidden = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.zofia.id);
  const mine = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.anna.id);
  await db.execute(sql`update comments set hidden_at = now(), hidden_by = author_id, hidden_reason = 'Not kind'
    where id in (${hidden.id}, ${mine.id})`);
  const thing = (kind: NotificationKind): Omit<Row, "personId" | "kind"> => {
    if (kind.startsWith("session") || kind.startsWith("poll") || kind === "seat-free" || kind === "minutes")
      return { sessionId: session.id };
    if (kind.startsWith("commitment")) return { commitmentId: commitment.id };
    if (kind.startsWith("ask")) return { askId: ask.id };
    const commentId =
      kind === "appealed" ? hidden.id : kind === "hidden" || kind === "appeal-decided" ? mine.id : reply.id;
    const said = ["comment", "reply", "mention", "reported", "hidden", "appealed", "appeal-decided"].includes(kind);
    return { writeUpId: w.writeUp.id, ...(said && { commentId }) };
  };
  for (const locale of ["en", "it"]) {
    await db
      .update(people)
      .set({ languages: [locale] })
      .where(eq(people.id, w.anna.id));
    for (const kind of NOTIFICATION_KINDS) {
      const received = await sent(await queue(w, "news", [{ kind, ...thing(kind) }]));
      const text = sound(received);
      expect(text, kind).not.toMatch(/\{\w+\}|undefined|\[object/);
      expect(String(received.mail.html), kind).toContain(`<html lang="${locale}">`);
    }
  }
});

test("news come with the passage, the comment that is answered and the words; an answer goes to the comment", async () => {
  const w = await world();
  const { reply } = await conversation(w);
  const mailId = await queue(w, "news", [{ kind: "reply", writeUpId: w.writeUp.id, commentId: reply.id }]);
  const received = await sent(mailId);
  const text = sound(received);
  const places = [
    markerLine("en"),
    "Torino Solidale",
    "Zofia W. (Warsaw) answered",
    "“Twelve nodes”",
    `In answer to ${w.anna.name} (Turin):`,
    "“Which ones?”",
    "> All but **two**.",
    "/links/",
    "Answer by replying to this mail.",
  ].map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBe(0);
  const { mail } = received;
  expect(mail.html).toContain("<strong>two</strong>");
  const [address] = mail.replyTo?.value ?? [];
  expect(readReplyAddress(address?.address ?? "")).toEqual({ kind: "comment", id: reply.id, personId: w.anna.id });
  expect(mail.references).toBe(`<write-up-${w.writeUp.id}@stafeta.example>`);
  expect(listed(mail).unsubscribe?.url).toMatch(/^https:\/\/stafeta\.example\/unsubscribe\/[\w.-]+$/);
  expect(listed(mail)["unsubscribe-post"]?.name).toBe("List-Unsubscribe=One-Click");
});

test("a mail says from which city people are, in its reader's language; nothing of those who speak for none", async () => {
  const w = await world();
  await db
    .update(people)
    .set({ languages: ["it"] })
    .where(eq(people.id, w.anna.id));
  const { reply } = await conversation(w);
  const said = { kind: "reply", writeUpId: w.writeUp.id, commentId: reply.id } as const;
  const received = await sent(await queue(w, "news", [said]));
  expect(received.mail.subject).toBe("Zofia W. ha risposto in «Torino Solidale»");
  const text = sound(received);
  expect(text).toContain("Zofia W. (Varsavia) ha risposto");
  expect(text).toContain(`In risposta a ${w.anna.name} (Torino): «Which ones?»`);
  expect(sound(await sent(await queue(w, "digest", [said])))).toContain(
    "Zofia W. (Varsavia) ha risposto: «All but two.»",
  );

  const facilitator = await makeMember(w.cohort.id, "facilitator");
  const { id: commentId } = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, facilitator.id);
  const theirs = { kind: "comment", writeUpId: w.writeUp.id, commentId, actorId: facilitator.id } as const;
  for (const kind of ["news", "digest"] as const)
    expect(sound(await sent(await queue(w, kind, [theirs])))).toContain(`${facilitator.name} ha commentato`);
});

test("somebody's city is the one they said it for, or else the one they speak for now, and none once they left", async () => {
  const w = await world();
  const { reply } = await conversation(w);
  const other = await makeCohort();
  await makeMembership(w.zofia.id, other.id, "member", (await makeCity(other.id, { name: "Dublin" })).id);
  const news = [
    { kind: "comment", writeUpId: w.writeUp.id, commentId: reply.id },
    { kind: "approval-asked", writeUpId: w.writeUp.id },
  ] as const;
  const before = sound(await sent(await queue(w, "news", [...news])));
  expect(before).toContain("Zofia W. (Warsaw) commented");
  expect(before).toContain("Zofia W. (Warsaw) asks for your approval");
  await db
    .update(memberships)
    .set({ untilAt: new Date() })
    .where(sql`${memberships.personId} = ${w.zofia.id} and ${memberships.cohortId} = ${w.cohort.id}`);
  const after = sound(await sent(await queue(w, "news", [...news])));
  expect(after).toContain("Zofia W. (Warsaw) commented");
  expect(after).toContain("Zofia W. asks for your approval");
});

test("what somebody writes along with it has their name and city", async () => {
  const w = await world();
  await db.execute(sql`update write_ups set returned_note = 'Say what it cost.' where id = ${w.writeUp.id}`);
  const text = sound(await sent(await queue(w, "news", [{ kind: "returned", writeUpId: w.writeUp.id }])));
  expect(text).toContain("Zofia W. (Warsaw) writes: Say what it cost.");
});

test("news of two conversations name no address for an answer, and each has its own link", async () => {
  const w = await world();
  const { reply } = await conversation(w);
  const other = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.zofia.id);
  const about = { writeUpId: w.writeUp.id };
  const rows = [reply, other].map(({ id }) => ({ kind: "comment", ...about, commentId: id }) as const);
  const received = await sent(await queue(w, "news", rows));
  const text = sound(received);
  expect(received.mail.replyTo).toBeUndefined();
  expect(text).not.toContain("replying to this mail");
  for (const { id } of [reply, other]) expect(text).toContain(`?comment=${id}`);

  const again = await makeComment(about, w.cohort.id, w.zofia.id, { parentId: other.id });
  const both = [other, again].map(({ id }) => ({ kind: "comment", ...about, commentId: id }) as const);
  const { mail } = await sent(await queue(w, "news", both));
  expect(readReplyAddress(mail.replyTo?.value[0]?.address ?? "")?.id).toBe(again.id);
});

test("more news at once than one reads are gathered by thing, and all news of a thing share one link", async () => {
  const w = await world();
  const about = { writeUpId: w.writeUp.id };
  const said = [];
  for (let n = 0; n <= NEWS_IN_FULL; n++) said.push(await makeComment(about, w.cohort.id, w.zofia.id));
  const rows = said.map(({ id }) => ({ kind: "comment", ...about, commentId: id }) as const);
  const text = sound(await sent(await queue(w, "news", rows)));
  expect(text).toContain(`(${NEWS_IN_FULL + 1})`);
  expect(text.match(/\/write-ups\//g)?.length).toBe(1);

  await sent(await queue(w, "news", rows.slice(0, 2)));
  await sent(await queue(w, "news", rows.slice(2, 4)));
  expect(await db.$count(signedLinks, eq(signedLinks.writeUpId, w.writeUp.id))).toBe(1);
});

test("whoever may not answer is not asked to", async () => {
  const w = await world();
  const { reply } = await conversation(w);
  await db.update(memberships).set({ role: "observer", workspaceId: null }).where(eq(memberships.personId, w.anna.id));
  const rows = [{ kind: "reply", writeUpId: w.writeUp.id, commentId: reply.id } as const];
  const received = await sent(await queue(w, "news", rows));
  expect(received.mail.replyTo).toBeUndefined();
  expect(sound(received)).toContain(`/write-ups/${w.writeUp.id}?comment=${reply.id}`);
});

test("what a city says to a question is told as its answer, in the letter and in its subject", async () => {
  const w = await world();
  const ask = await makeAsk(w.cohort.id, w.anna.id, w.turin, { title: "Who pays?" });
  const words = { html: "<p>We do.</p>", workspaceId: w.warsaw.id };
  const { id: commentId } = await makeComment({ askId: ask.id }, w.cohort.id, w.zofia.id, words);
  const received = await sent(await queue(w, "news", [{ kind: "comment", askId: ask.id, commentId }]));
  expect(received.mail.subject).toBe("Zofia W. answered “Who pays?”");
  expect(sound(received)).toContain("Zofia W. (Warsaw) answered\n");
});

test("a session that was moved comes with both hours, a release with the sentence that changed", async () => {
  const w = await world();
  const session = await makeSession(w.cohort.id, w.zofia.id, [w.turin], { startsAt: new Date("2026-12-02T09:00:00Z") });
  const at = new Date("2026-11-20T10:00:00Z");
  await db.insert(auditLog).values({
    action: "session.reschedule",
    cohortId: w.cohort.id,
    subjectId: session.id,
    at,
    detail: { from: "2026-12-01T15:00:00Z" },
  });
  const moved = await sent(await queue(w, "news", [{ kind: "session-moved", sessionId: session.id, createdAt: at }]));
  expect(sound(moved)).toContain(
    "Before: Tuesday 1 December 2026, 16:00 in Turin\nNow: Wednesday 2 December 2026, 10:00 in Turin",
  );

  const first = await sent(await queue(w, "news", [{ kind: "released", writeUpId: w.writeUp.id }]));
  expect(sound(first)).toContain("Food and a phone line.");
  await db.execute(sql`update write_up_texts set document = replace(document::text, 'gave out food', 'gave out meals')::jsonb
    where write_up_id = ${w.writeUp.id}`);
  const reads = (was: string) =>
    sql`replace(r.work::text, '"markdown": ""', ${`"markdown": "Twelve nodes gave out ${was}."`})::jsonb`;
  await db.execute(sql`
    with next as (insert into revisions (id, write_up_id, number, audience, documents, work, created_by)
        select ${newId()}, r.write_up_id, 2, r.audience, ${reads("meals")}, ${reads("meals")}, r.created_by
        from revisions r where r.write_up_id = ${w.writeUp.id} returning id),
      before as (update revisions r set documents = ${reads("food")}, work = ${reads("food")}
        where r.write_up_id = ${w.writeUp.id})
    update write_ups set released_revision_id = (select id from next) where id = ${w.writeUp.id}`);
  const second = await sent(await queue(w, "news", [{ kind: "released", writeUpId: w.writeUp.id }]));
  const text = sound(second);
  expect(text).toContain("Before: Twelve nodes gave out food.\nNow: Twelve nodes gave out meals.");
});

test("three hundred news about thirty things fit a screen: twelve groups of three lines, and the rest is counted", async () => {
  const w = await world();
  const rows: Omit<Row, "personId">[] = [];
  for (let thing = 0; thing < 30; thing++) {
    const title = `Thing ${thing}: ${"a title that is as long as one may be ".repeat(2)}`.slice(0, 90);
    const writeUp = await makeWriteUp(w.turin, w.anna.id, { document: { title } });
    const long = "Somebody says a great deal about it, and does not come to an end. ".repeat(20);
    const said = await db
      .insert(comments)
      .values(
        Array.from({ length: 10 }, () => ({
          writeUpId: writeUp.id,
          cohortId: w.cohort.id,
          authorId: w.zofia.id,
          workspaceId: w.warsaw.id,
          audience: "cohort" as const,
          language: "en",
          markdown: long,
          html: `<p>${long}</p>`,
        })),
      )
      .returning({ id: comments.id });
    for (const [n, { id }] of said.entries()) {
      const createdAt = new Date(Date.UTC(2026, 10, 1 + thing, 0, n));
      rows.push({ kind: n === 9 ? "mention" : "comment", writeUpId: writeUp.id, commentId: id, createdAt });
    }
  }
  const received = await sent(await queue(w, "digest", rows));
  const text = sound(received);
  const html = String(received.mail.html);
  expect(received.mail.subject).toMatch(/^300 updates: “Thing 29: .+” and 29 more things$/);
  expect(html.match(/<h2/g)).toHaveLength(12);
  expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  expect(text).toContain("And 18 more in your Inbox:\nhttps://stafeta.example/inbox");
  const groups = text.split("\n\n").filter((block) => block.startsWith("Thing "));
  expect(groups).toHaveLength(12);
  for (const group of groups) expect(group.split("\n")).toHaveLength(3);
  expect(groups[0]).toMatch(
    /Zofia W\. \(Warsaw\) mentioned you · Zofia W\. \(Warsaw\) commented \(9\): “Somebody says .+…”/,
  );
  expect(received.mail.replyTo).toBeUndefined();
  expect(listed(received.mail).unsubscribe?.url).toContain("/unsubscribe/");
});

test("what its reader lost, what was removed or hidden, and what they have seen or put away is not in it", async () => {
  const w = await world();
  const says = async (word: string) => {
    const writeUp = await makeWriteUp(w.turin, w.anna.id, { document: { title: `Canary of ${word}` } });
    const comment = await makeComment({ writeUpId: writeUp.id }, w.cohort.id, w.zofia.id, {
      html: `<p>canary ${word}</p>`,
    });
    return { kind: "comment", writeUpId: writeUp.id, commentId: comment.id } as const;
  };
  const [hidden, removed, narrowed, seen, done, stays] = [
    await says("hidden"),
    await says("removed"),
    await says("narrowed"),
    await says("seen"),
    await says("done"),
    await says("stays"),
  ];
  for (const kind of ["news", "digest"] as const) {
    const mailId = await queue(w, kind, [hidden, removed, narrowed, seen, done, stays]);
    await db.execute(
      sql`update comments set hidden_at = now(), hidden_by = ${w.anna.id}, hidden_reason = 'x' where id = ${hidden.commentId}`,
    );
    await db.execute(
      sql`update comments set deleted_at = now(), deleted_by = author_id, markdown = '', html = '' where id = ${removed.commentId}`,
    );
    await db.execute(sql`update write_ups set audience = 'draft' where id = ${narrowed.writeUpId}`);
    await db.execute(sql`delete from write_up_authors where write_up_id = ${narrowed.writeUpId}`);
    await db.execute(sql`update notifications set seen_at = now() where write_up_id = ${seen.writeUpId}`);
    await db.execute(sql`update notifications set done_at = now() where write_up_id = ${done.writeUpId}`);
    const { raw, mail } = await sent(mailId);
    const found = `${mail.subject} ${mail.text} ${mail.html} ${raw}`.match(/canary (?:of )?\w+/gi) ?? [];
    expect(new Set(found.map((word) => word.split(" ").at(-1))), kind).toEqual(new Set(["stays"]));
  }
  const last = await queue(w, "digest", [stays]);
  const news = await queue(w, "news", [stays]);
  const unwanted = [await queue(w, "news", [stays]), await queue(w, "digest", [stays])];
  await db.execute(sql`update people set mail_rhythm = 'never' where id = ${w.anna.id}`);
  for (const mailId of unwanted) expect(await dropped(mailId)).not.toBeNull();
  await db.execute(sql`update people set mail_rhythm = 'at-once' where id = ${w.anna.id}`);
  await db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.anna.id));
  expect(await dropped(last)).toBe("nothing new");
  expect(await dropped(news)).toBe("access ended");
});

test("somebody's words in another language, or in both directions, are marked as such", async () => {
  const w = await world();
  const words = { html: '<p>مرحبا by <a href="/people/x">@Anna</a></p>', markdown: "مرحبا by @Anna", language: "it" };
  const comment = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.zofia.id, words);
  const rows = [{ kind: "mention", writeUpId: w.writeUp.id, commentId: comment.id } as const];
  await sendLetter(await queue(w, "news", rows));
  const html = String(server.received.at(-1)?.mail.html);
  expect(html).toContain('<blockquote lang="it" dir="auto"');
  expect(html).toContain('<a href="https://stafeta.example/people/x">@Anna</a>');
  expect(html).toContain('<h2 lang="en" dir="auto"');
});
