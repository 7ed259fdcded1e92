import { and, asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeSession } from "@/db/factories";
import {
  agendaItems,
  amendments,
  attendance,
  auditLog,
  mails,
  memberships,
  minutes,
  notes,
  notifications,
  questions,
  sessions,
} from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { wordsIn } from "@/lib/exports/pdf/read-back";
import { newId } from "@/lib/ids";
import { type Letter, letterHtml, letterText } from "@/lib/mail/letter";
import { keepNote } from "@/lib/notes/mutations";
import { clock } from "@/lib/time/now";
import { minutesLetter } from "./letter";
import { amendMinutes, lockMinutes, saveSummary } from "./mutations";
import { minutesPdf } from "./pdf";
import { getMinutes, summaryToWrite } from "./queries";

const START = new Date("2026-12-01T15:00:00Z");
const real = clock.now;
const goTo = (minutes: number) => {
  clock.now = () => new Date(START.getTime() + minutes * 60_000);
};
afterEach(() => {
  clock.now = real;
});

type Rule = "open" | "cohort" | "use-not-name";

/** A session that was held, with a note, a question and somebody who was there; everything that names has "canary" in it. */
async function world(confidentiality: Rule = "cohort") {
  goTo(120);
  const cohort = await makeCohort();
  const named = { name: "Canaryville", localName: "Canaryville", zone: "Europe/Warsaw" };
  const [turin, dublin] = [
    await makeCity(cohort.id, named),
    await makeCity(cohort.id, { name: "Dublin", longitude: -6 }),
  ];
  const as = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const facilitator = await as(cohort.id, "facilitator");
  const speaker = await makePerson({ name: "Personcanary S." });
  await makeMembership(speaker.id, cohort.id, "official", turin.id);
  const session = await makeSession(cohort.id, facilitator.personId, [dublin, turin], {
    startsAt: START,
    status: "held",
    confidentiality,
  });
  const [step] = await db
    .insert(agendaItems)
    .values({ sessionId: session.id, position: 0, title: "Clarifying questions", minutes: 90 })
    .returning();
  const said = { sessionId: session.id, authorId: speaker.id, workspaceId: turin.id, language: "en" };
  await db.insert(notes).values([
    { ...said, id: newId(), agendaItemId: step?.id, kind: "takeaway", body: "Call twice." },
    { ...said, id: newId(), kind: "failure", body: "Nobody kept the list." },
    { ...said, id: newId(), kind: "idea", body: "goneword", deletedAt: new Date() },
  ]);
  await db.insert(questions).values([
    { ...said, body: "Who pays for it?" },
    { ...said, body: "answeredword?", answeredAt: new Date() },
  ]);
  await db.insert(attendance).values({
    sessionId: session.id,
    personId: speaker.id,
    workspaceId: turin.id,
    recordedBy: facilitator.personId,
  });
  return {
    ...{ cohort, turin, dublin, session, id: session.id, facilitator },
    speaker: await actorOf(speaker.id),
    member: await as(cohort.id, "member", dublin.id),
    peer: await as(cohort.id, "member", (await makeCity(cohort.id)).id),
    observer: await as(cohort.id, "observer"),
    outsider: await as((await makeCohort()).id, "facilitator"),
  };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const save = (markdown: string, version = 0, base = "", actor = w.facilitator) =>
  saveSummary(actor, { id: w.id, version, base, markdown });
const lock = (actor = w.facilitator) => lockMinutes(actor, { id: w.id });
const amend = (amendment: string, formKey = newId(), actor = w.facilitator) =>
  amendMinutes(actor, { id: w.id, formKey, amendment });
const kept = async () => (await db.select().from(minutes).where(eq(minutes.sessionId, w.id)))[0];
const audits = async () =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, w.id)).orderBy(asc(auditLog.id))).map(
    (one) => one.action,
  );

describe("whoever runs the session", () => {
  test("writes the summary, which is made safe when it is written", async () => {
    await save("**Two** things <script>");
    expect(await kept()).toMatchObject({ version: 1, html: "<p><strong>Two</strong> things &lt;script&gt;</p>" });
    await save("Three things", 1, "**Two** things <script>");
    expect(await getMinutes(w.member, w.id)).toMatchObject({
      summary: { markdown: "Three things", version: 2, updatedBy: w.facilitator.name },
      locked: null,
      abilities: { write: false, lock: false, amend: false },
    });
    expect(await audits()).toEqual(["minutes.write", "minutes.write"]);
  });

  test("loses nothing when two write different parts at once", async () => {
    const base = "First.\n\nSecond.\n\nThird.";
    await save(base);
    await save("First, mine.\n\nSecond.\n\nThird.", 1, base);
    expect(await save("First.\n\nSecond.\n\nThird, theirs.", 1, base)).toMatchObject({ merged: true });
    expect(await kept()).toMatchObject({ version: 3, markdown: "First, mine.\n\nSecond.\n\nThird, theirs." });
  });

  test("gets both texts back when two wrote the same words, and then decides", async () => {
    await save("One.");
    await save("Two.", 1, "One.");
    const clash = {
      code: "conflict",
      values: { version: "2", base: "Two.", theirs: "Two.", changedBy: w.facilitator.name },
    };
    await expect(save("Three.", 1, "One.")).rejects.toMatchObject(clash);
    expect(await kept()).toMatchObject({ markdown: "Two." });
    await save("Two. Three.", 2, "Two.");
    expect(await kept()).toMatchObject({ version: 3, markdown: "Two. Three." });
  });

  test("loses nothing when two begin at the same moment", async () => {
    const results = await Promise.allSettled([save("Mine."), save("Theirs.")]);
    const refused = results.find((result) => result.status === "rejected");
    const saved = (await kept())?.markdown;
    expect([refused?.reason.values.theirs, saved === "Mine." || saved === "Theirs."]).toEqual([saved, true]);
  });

  test("changes nothing by keeping what is there", async () => {
    await save("One.");
    await save("One.", 1, "One.");
    expect([(await kept())?.version, await audits()]).toEqual([1, ["minutes.write"]]);
  });

  test("is entrusted with it and still belongs to the cohort", async () => {
    await expect(save("Mine.", 0, "", w.member)).rejects.toMatchObject({ code: "forbidden" });
    await db.update(sessions).set({ noteTakerId: w.member.personId }).where(eq(sessions.id, w.id));
    await save("Mine.", 0, "", w.member);
    await db
      .update(memberships)
      .set({ untilAt: new Date(real().getTime() - 1000) })
      .where(eq(memberships.personId, w.member.personId));
    const gone = await actorOf(w.member.personId);
    await expect(save("More.", 1, "Mine.", gone)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("locking the minutes", () => {
  test("happens once, and sends one entry and one mail to everybody who was invited, but not to who did it", async () => {
    await save("Two things.");
    await Promise.all([lock(), lock(), lock()]);
    expect(await kept()).toMatchObject({ lockedBy: w.facilitator.personId, markdown: "Two things." });
    const told = [w.speaker.personId, w.member.personId].sort();
    const news = await db.select().from(notifications).where(eq(notifications.sessionId, w.id));
    expect(news.map(({ personId }) => personId).sort()).toEqual(told);
    expect(news.every(({ kind, mailedAt }) => kind === "minutes" && mailedAt !== null)).toBe(true);
    const sent = await db.select().from(mails).where(eq(mails.sessionId, w.id));
    expect(sent.map(({ personId }) => personId).sort()).toEqual(told);
    expect(sent.map(({ kind }) => kind)).toEqual(["minutes", "minutes"]);
    expect(await audits()).toEqual(["minutes.write", "minutes.lock"]);
  });

  test("works without a summary", async () => {
    await lock();
    expect(await getMinutes(w.member, w.id)).toMatchObject({ summary: null, locked: { by: w.facilitator.name } });
  });

  test("is for whoever runs it, and only after the end", async () => {
    await expect(lock(w.member)).rejects.toMatchObject({ code: "forbidden" });
    await expect(lock(w.outsider)).rejects.toMatchObject({ code: "not_found" });
    await db.update(sessions).set({ status: "live" }).where(eq(sessions.id, w.id));
    await expect(lock()).rejects.toMatchObject({ fields: { form: { key: "minutes.error.notOver" } } });
    goTo(10);
    await expect(lock()).rejects.toMatchObject({ fields: { form: { key: "minutes.error.notOver" } } });
    expect(await kept()).toBeUndefined();
  });

  test("ends every change of the summary and of the notes", async () => {
    await save("Two things.");
    await lock();
    const locked = { fields: { form: { key: "minutes.error.locked" } } };
    await expect(save("Three.", 1, "Two things.")).rejects.toMatchObject(locked);
    expect(await summaryToWrite(w.facilitator, w.id)).toBeNull();
    const note = {
      session: w.id,
      id: newId(),
      aside: newId(),
      step: null,
      kind: "idea",
      language: "en",
      base: "",
      maybe: null,
    } as const;
    const written = keepNote(w.speaker, { ...note, body: "Late." }, { locale: "en", zone: "Europe/Rome" });
    await expect(written).rejects.toMatchObject(locked);
  });

  test("and a summary that is being kept at the same moment are one after the other", async () => {
    await save("One.");
    const [saved] = await Promise.allSettled([save("Two.", 1, "One."), lock()]);
    expect((await kept())?.markdown).toBe(saved.status === "fulfilled" ? "Two." : "One.");
    expect((await kept())?.lockedAt).not.toBeNull();
  });
});

describe("an amendment", () => {
  test("stands under locked minutes with a name and a date, once for each form", async () => {
    await expect(amend("It was 14.")).rejects.toMatchObject({ code: "conflict" });
    await lock();
    const key = newId();
    await Promise.all([amend("It was 14.", key), amend("It was 14.", key)]);
    expect((await getMinutes(w.member, w.id))?.amendments).toMatchObject([
      { body: "It was 14.", author: w.facilitator.name },
    ]);
    expect(await db.select().from(amendments).where(eq(amendments.sessionId, w.id))).toHaveLength(1);
    expect(await audits()).toEqual(["minutes.lock", "minutes.amend"]);
    await expect(amend("No.", newId(), w.member)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("somebody reads what was written down by step, without what was removed or answered", async () => {
  const view = await getMinutes(w.peer, w.id);
  expect(view?.parts).toMatchObject([
    { step: { title: "Clarifying questions" }, outputs: [{ kind: "takeaway", body: "Call twice." }] },
    { step: null, outputs: [{ kind: "failure", by: { name: "Personcanary S.", city: { name: "Canaryville" } } }] },
  ]);
  expect(view?.openQuestions).toMatchObject([{ body: "Who pays for it?" }]);
  expect(view?.attendance).toMatchObject({ total: 1, cities: [{ count: 1, names: ["Personcanary S."] }] });
});

/** What comes of the minutes: the object that the page and its print are made of, the PDF, and the mail. */
const outputs: Record<string, (actor: Actor, id: string) => Promise<string>> = {
  page: async (actor, id) => {
    const view = await getMinutes(actor, id);
    if (!view) return "";
    const { session: _, attendance, ...rest } = view;
    return JSON.stringify({ ...rest, present: attendance.cities.flatMap(({ names }) => names) });
  },
  pdf: async (actor, id) => wordsIn(Buffer.from((await minutesPdf(actor, id, "en"))?.content ?? "")),
  "mail as text": async (actor, id) => letterText((await letterOf(actor, id)) ?? nothing),
  "mail as HTML": async (actor, id) => letterHtml((await letterOf(actor, id)) ?? nothing),
};
const nothing: Letter = { locale: "en", subject: "", blocks: [], footer: "" };
async function letterOf(actor: Actor, id: string): Promise<Letter | null> {
  const composed = await minutesLetter(id, actor.personId);
  return "letter" in composed ? composed.letter : null;
}
/** Lines of the attendance may count a city's people, but nobody said anything there. */
const withoutCounts = (words: string) => words.replace(/Canaryville:? (one person|1)/g, "");

describe.each(Object.keys(outputs))("in the %s of the minutes", (name) => {
  const output = (actor: Actor) => outputs[name]?.(actor, w.id) ?? "";

  test.each(["open", "cohort"] as const)("names are told where the rule is %s", async (rule) => {
    w = await world(rule);
    const words = await output(w.member);
    for (const word of ["Call twice.", "Nobody kept the list.", "Who pays for it?", "Personcanary S.", "Canaryville"])
      expect(words).toContain(word);
  });

  test("what was said is told without person and city where the rule is “use it, don’t name it”", async () => {
    w = await world("use-not-name");
    for (const reader of [w.facilitator, w.speaker, w.member, w.peer, w.observer]) {
      const words = withoutCounts(await output(reader));
      expect(words).toContain("Call twice.");
      expect(words).toContain("Who pays for it?");
      expect(words.match(/personcanary|canaryville/gi) ?? []).toEqual([]);
    }
  });

  test("nobody outside the cohort reads a word", async () => {
    expect(await output(w.outsider)).not.toMatch(/Call twice|Who pays|canary/i);
  });

  test("what was removed is nowhere", async () => {
    expect(await output(w.facilitator)).not.toMatch(/goneword|answeredword/);
  });
});

describe("before it was held", () => {
  beforeEach(async () => {
    goTo(-60);
    await db.update(sessions).set({ status: "scheduled" }).where(eq(sessions.id, w.id));
  });

  test("only those who are invited read the notes, in any form", async () => {
    expect(await getMinutes(w.member, w.id)).not.toBeNull();
    for (const reader of [w.peer, w.observer]) {
      expect(await getMinutes(reader, w.id)).toBeNull();
      expect(await minutesPdf(reader, w.id, "en")).toBeNull();
      expect(await minutesLetter(w.id, reader.personId)).toEqual({ dropped: "access ended" });
    }
  });
});

test("a mail that waits is not sent to somebody who has left since", async () => {
  await lock();
  await db
    .update(memberships)
    .set({ untilAt: new Date(real().getTime() - 1000) })
    .where(and(eq(memberships.personId, w.member.personId)));
  expect(await minutesLetter(w.id, w.member.personId)).toEqual({ dropped: "access ended" });
  expect(await minutesLetter(w.id, null)).toEqual({ dropped: "gone" });
});
