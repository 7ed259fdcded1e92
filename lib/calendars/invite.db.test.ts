import { spawnSync } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeSession } from "@/db/factories";
import { answers, mails, notifications, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { sendLetter } from "@/lib/jobs/letters";
import { type Received, startMailServer } from "@/lib/mail/test-server";
import { cancelSession, rescheduleSession } from "@/lib/sessions/mutations";
import { RescheduleInput } from "@/lib/sessions/schema";
import { tellAbout } from "@/lib/sessions/tell";
import { findCalendarReader } from "@/scripts/calendar-reader.mjs";
import { inviteAgain, withdrawInvitations } from "./invite";

let server: Awaited<ReturnType<typeof startMailServer>>;
let python: string;

beforeAll(async () => {
  python = (await findCalendarReader()).file;
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.STAFETA_URL = "https://stafeta.example";
  process.env.MAIL_FROM = "Stafeta <post@stafeta.example>";
}, 180_000);
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
});
afterEach(() => {
  delete process.env.INBOUND_ADDRESS;
});

const nextYear = new Date().getUTCFullYear() + 1;

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", zone: "Europe/Rome", longitude: 7.7 });
  const dublin = await makeCity(cohort.id, { name: "Dublin", zone: "Europe/Dublin", longitude: -6 });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const ana = await makePerson({ name: 'Ana; "Ña" Łódź, S.', zone: "America/Sao_Paulo" });
  await makeMembership(ana.id, cohort.id, "official", turin.id);
  const startsAt = new Date(`${nextYear}-02-03T15:00:00Z`);
  const session = await makeSession(cohort.id, facilitator.id, [turin, dublin], {
    title: 'Who, then; was "not" reached? 🚲',
    purpose: "Which doors stayed closed, and why?\nAnd what did we miss there that others saw at once and wrote down?",
    joinUrl: "https://meet.example.org/secret",
    startsAt,
    wallStart: `${nextYear}-02-03T16:00`,
  });
  return { cohort, turin, dublin, facilitator, ana, session };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

async function announce() {
  const actor = await actorOf(w.facilitator.id);
  const session = { id: w.session.id, cohortId: w.cohort.id, invited: [w.turin.id, w.dublin.id] };
  await db.transaction((tx) => tellAbout(tx, actor, session, "session-scheduled"));
}

async function move(time: string) {
  const input = {
    id: w.session.id,
    date: `3 February ${nextYear}`,
    time,
    zone: "Europe/Rome",
    minutes: "60",
    sequence: "",
  };
  await rescheduleSession(await actorOf(w.facilitator.id), RescheduleInput.parse(input));
}

async function cancel() {
  await cancelSession(await actorOf(w.facilitator.id), { id: w.session.id, reason: "Too few can come." });
}

const mailsOf = (personId: string) =>
  db.select().from(mails).where(sql`person_id = ${personId}`).orderBy(mails.createdAt);

/** Sends all that waits for a person, and gives what came. */
async function sent(personId = w.ana.id): Promise<Received[]> {
  server.received.length = 0;
  for (const { id, sentAt } of await mailsOf(personId)) if (!sentAt) await sendLetter(id);
  return [...server.received];
}

function calendarOf({ mail }: Received): string {
  const part = mail.attachments.find(({ contentType }) => contentType === "text/calendar");
  if (!part) throw new Error("no calendar part");
  return part.content.toString("utf8");
}

/** The same message as three programs understand it. */
function readByAll(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) throw new Error("no event");
  const event = new ICAL.Event(component);
  const value = (name: string) => String(component.getFirstPropertyValue(name));
  const node = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === "VEVENT");
  if (node?.type !== "VEVENT") throw new Error("node-ical found no event");
  const outside = spawnSync(python, [`${import.meta.dirname}/read-outside.py`], { input: text });
  if (outside.status !== 0) throw new Error(outside.stderr.toString());
  return {
    ical: {
      method: String(calendar.getFirstPropertyValue("method")),
      status: value("status"),
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      organizer: event.organizer,
      attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
      answer: event.attendees[0]?.getParameter("partstat"),
    },
    node: {
      method: node.method,
      status: node.status,
      uid: node.uid,
      sequence: Number(node.sequence),
      start: node.start.toISOString(),
      end: node.end?.toISOString(),
      summary: node.summary,
    },
    outside: JSON.parse(outside.stdout.toString()),
  };
}

describe("somebody whose city is invited", () => {
  it("gets a session, its move and its end as three messages that every calendar understands", async () => {
    await announce();
    const [invitation, ...others] = await sent();
    expect(others).toEqual([]);
    await db.insert(answers).values({ sessionId: w.session.id, personId: w.ana.id, answer: "going" });
    await move("17:30");
    const [moved] = await sent();
    await cancel();
    const [cancelled] = await sent();
    if (!invitation || !moved || !cancelled) throw new Error("three messages");

    const common = {
      uid: w.session.uid,
      summary: w.session.title,
      organizer: "mailto:post@stafeta.example",
      attendees: [`mailto:${w.ana.email}`],
    };
    const day = `${nextYear}-02-03`;
    const expected = [
      {
        method: "REQUEST",
        status: "CONFIRMED",
        sequence: 0,
        start: `${day}T15:00`,
        end: `${day}T16:30`,
        answer: "NEEDS-ACTION",
      },
      {
        method: "REQUEST",
        status: "CONFIRMED",
        sequence: 1,
        start: `${day}T16:30`,
        end: `${day}T17:30`,
        answer: "ACCEPTED",
      },
      {
        method: "CANCEL",
        status: "CANCELLED",
        sequence: 2,
        start: `${day}T16:30`,
        end: `${day}T17:30`,
        answer: "ACCEPTED",
      },
    ];
    for (const [n, message] of [invitation, moved, cancelled].entries()) {
      const { start, end, ...rest } = expected[n] ?? { start: "", end: "" };
      const meant = { ...common, ...rest, start: `${start}:00.000Z`, end: `${end}:00.000Z` };
      const read = readByAll(calendarOf(message));
      expect(read.ical).toEqual(meant);
      expect(read.outside).toEqual(meant);
      const { organizer, attendees, answer, ...asNode } = meant;
      expect(read.node).toEqual(asNode);
    }
  });

  it("gets bytes that mail and calendar programs take: one attendee, short lines, its zone, one thread", async () => {
    await announce();
    const [first] = await sent();
    await move("17:30");
    const [second] = await sent();
    if (!first || !second) throw new Error("two messages");
    expect(first.to).toEqual([w.ana.email]);
    for (const { raw, mail } of [first, second]) {
      expect(raw).toMatch(/^Content-Type: multipart\/mixed;/m);
      const alternative = raw.indexOf("multipart/alternative");
      const kinds = ["text/plain", "text/html", "text/calendar", "application/ics"].map((kind) =>
        raw.indexOf(`Content-Type: ${kind}`, alternative),
      );
      expect(alternative).toBeGreaterThan(0);
      expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
      expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
      const text = calendarOf({ raw, mail, to: [] });
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.match(/^ATTENDEE/gm)).toHaveLength(1);
      const zones = [...text.matchAll(/TZID=([^:;]+)/g)].map(([, zone]) => zone);
      expect(zones.length).toBeGreaterThan(0);
      for (const zone of zones) expect(text).toContain(`BEGIN:VTIMEZONE\r\nTZID:${zone}\r\n`);
      expect(mail.attachments.map(({ filename }) => filename)).toContain("invite.ics");
      expect(mail.references).toBe(`<session-${w.session.id}@stafeta.example>`);
    }
    expect(first.mail.messageId).not.toBe(second.mail.messageId);
  });

  it("reads the hour on their own clock first, then those of the cities, and how to answer", async () => {
    await announce();
    const [{ mail } = { mail: null }] = await sent();
    expect(mail?.subject).toContain("12:00");
    const text = mail?.text ?? "";
    expect(text.indexOf("12:00\n")).toBeGreaterThan(0);
    expect(text.indexOf("12:00\n")).toBeLessThan(text.indexOf("Turin: 16:00 to 17:30"));
    expect(text).toContain("Dublin: 15:00 to 16:30");
    expect(text).toContain("https://meet.example.org/secret");
    expect(text).toMatch(/Say whether you come:\nhttps:\/\/stafeta\.example\/links\/\S+/);
  });

  it("reads no gap where a session says nothing of its purpose", async () => {
    await db.update(sessions).set({ purpose: "" }).where(eq(sessions.id, w.session.id));
    await announce();
    const [invited] = await sent();
    expect(invited?.mail.text).not.toMatch(/\n{4,}/);
  });

  it("gets one message for each state, however often it is queued, and no mail about news besides", async () => {
    await announce();
    await announce();
    expect(await mailsOf(w.ana.id)).toHaveLength(1);
    const news = await db.select().from(notifications).where(sql`person_id = ${w.ana.id}`);
    expect(news.every(({ mailedAt }) => mailedAt !== null)).toBe(true);
    expect(news[0]).toMatchObject({ kind: "session-scheduled", actorId: w.facilitator.id });
    const jobs = await db.execute(sql`select 1 from graphile_worker.jobs where key = ${`tell:${w.ana.id}`}`);
    expect(jobs).toHaveLength(0);
  });

  it("never gets an invitation that the next state has overtaken", async () => {
    await announce();
    await move("17:30");
    await move("18:00");
    await cancel();
    const came = await sent();
    expect(came.map((message) => readByAll(calendarOf(message)).ical.method)).toEqual(["CANCEL"]);
    const queued = await mailsOf(w.ana.id);
    expect(queued.map(({ kind, droppedReason }) => [kind, droppedReason])).toEqual([
      ["calendar-request", "superseded"],
      ["calendar-request", "superseded"],
      ["calendar-request", "superseded"],
      ["calendar-cancel", null],
    ]);
  });

  it("never finds an invitation behind the cancellation, though both are on their way at once", async () => {
    const slow = await startMailServer({ slow: 150 });
    process.env.SMTP_URL = slow.url;
    await announce();
    const [invitation] = await mailsOf(w.ana.id);
    const sending = sendLetter(invitation?.id ?? "");
    await cancel();
    const cancellation = (await mailsOf(w.ana.id)).find(({ kind }) => kind === "calendar-cancel");
    await Promise.all([sending, sendLetter(cancellation?.id ?? "")]);
    const methods = slow.received.map((message) => readByAll(calendarOf(message)).ical.method);
    expect(methods.at(-1)).toBe("CANCEL");
    expect(methods.length).toBeLessThanOrEqual(2);
    process.env.SMTP_URL = server.url;
    await slow.stop();
  });

  it("gets nothing any more when their membership has ended in between, not even the word", async () => {
    await announce();
    await db.execute(sql`update memberships set until_at = now() where person_id = ${w.ana.id}`);
    expect(await sent()).toEqual([]);
    expect(await mailsOf(w.ana.id)).toMatchObject([{ sentAt: null, droppedReason: "access ended" }]);
  });

  it("gets the same invitation once more, as a new message, when they are given a seat", async () => {
    await announce();
    const [first] = await sent();
    await db.insert(answers).values({ sessionId: w.session.id, personId: w.ana.id, answer: "going" });
    await db.transaction((tx) => inviteAgain(tx, w.session.id, [w.ana.id]));
    const [again] = await sent();
    if (!first || !again) throw new Error("two messages");
    expect(again.mail.messageId).not.toBe(first.mail.messageId);
    const [before, after] = [first, again].map((message) => readByAll(calendarOf(message)).ical);
    expect(after).toEqual({ ...before, answer: "ACCEPTED" });
    const stamp = (message: Received) => /DTSTAMP:(\S+)/.exec(calendarOf(message))?.[1] ?? "";
    expect(stamp(again) >= stamp(first)).toBe(true);
  });

  it("loses it when their city is taken off, and what waited is not sent any more", async () => {
    await announce();
    await db.execute(sql`delete from session_cities where workspace_id = ${w.turin.id}`);
    await db.transaction((tx) => withdrawInvitations(tx, w.session.id, [w.ana.id]));
    const came = await sent();
    expect(came.map((message) => readByAll(calendarOf(message)).outside.method)).toEqual(["CANCEL"]);
    expect(came[0]?.mail.subject).toMatch(/^Your city is no longer invited/);
  });
});

describe("somebody who moves a session", () => {
  it("has it moved in their calendar too, without a line in their inbox", async () => {
    await makeMembership(w.facilitator.id, w.cohort.id, "member", w.turin.id);
    await announce();
    expect(await mailsOf(w.facilitator.id)).toHaveLength(1);
    expect(await db.select().from(notifications).where(sql`person_id = ${w.facilitator.id}`)).toEqual([]);
  });
});

describe("the organiser", () => {
  it("is one address for each person and session, in invitation and cancellation, where answers are received", async () => {
    process.env.INBOUND_ADDRESS = "answers@in.stafeta.example";
    await announce();
    const [first] = await sent();
    await cancel();
    const [last] = await sent();
    if (!first || !last) throw new Error("two messages");
    const organizer = readByAll(calendarOf(first)).outside.organizer;
    expect(organizer).toMatch(/^mailto:answers\+c[0-9a-z]{48}@in\.stafeta\.example$/);
    expect(organizer.split("@")[0].length - "mailto:".length).toBeLessThanOrEqual(64);
    expect(readByAll(calendarOf(last)).outside.organizer).toBe(organizer);
    expect(first.mail.from?.value[0]?.address).toBe("post@stafeta.example");
  });
});
