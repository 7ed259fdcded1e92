import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeWriteUp } from "@/db/factories";
import { auditLog, mailNotifications, mails, notifications, revisions, writeUps, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import type { Document, SectionAudience, TimelineEntry } from "./document";
import { getWriteUpForEditing } from "./editing";
import type { Audience } from "./limits";
import { getWriteUp } from "./queries";
import { approveSharing, askToShare, giveBack, narrowToCity, shareWithCity, unpublish } from "./release";
import { getWriteUpForSharing } from "./sharing";
import { NarrowInput, UnpublishInput } from "./sharing-schema";
import { saveSection } from "./task-changes";
import { getWithdrawal } from "./withdrawal";

async function world(
  audience: Audience = "city",
  options: { kind?: "practice" | "case"; document?: Partial<Document> } = {},
) {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id, { name: "Turin", longitude: 7 });
  const other = await makeCity(cohort.id, { name: "Warsaw", longitude: 21 });
  const person = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const official = await person(cohort.id, "official", city.id);
  const lead = await person(cohort.id, "lead", city.id);
  const member = await person(cohort.id, "member", city.id);
  const peer = await person(cohort.id, "lead", other.id);
  const facilitator = await person(cohort.id, "facilitator");
  const admin = await person(cohort.id, "admin");
  const writeUp = await makeWriteUp(city, official.personId, { audience, ...options });
  return { cohort, city, official, lead, member, peer, facilitator, admin, id: writeUp.id };
}

const section = (audience: SectionAudience, markdown: string) => ({
  key: "what-did-not-work" as const,
  markdown,
  html: `<p>${markdown}</p>`,
  empty: null,
  audience,
});
const entries = (count: number): TimelineEntry[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${n}`,
    date: "2020",
    phase: "respond",
    what: "x",
    who: "",
    sourceId: null,
  }));

async function rowOf(id: string) {
  const [row] = await db.select().from(writeUps).where(eq(writeUps.id, id));
  if (!row) throw new Error("no row");
  return row;
}
async function readings(id: string): Promise<string[]> {
  const rows = await db.select().from(writeUpTexts).where(eq(writeUpTexts.writeUpId, id));
  return rows.map(({ audience, language }) => `${audience} ${language}`).sort();
}
const told = async (id: string) =>
  (await db.select().from(notifications).where(eq(notifications.writeUpId, id)).orderBy(notifications.createdAt)).map(
    ({ kind, personId }) => [kind, personId],
  );
const audited = async (id: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(({ action }) => action);
/** Number, audience and the languages of what readers and of what the city has. */
const pinned = async (id: string) =>
  (await db.select().from(revisions).where(eq(revisions.writeUpId, id)).orderBy(revisions.number)).map(
    ({ number, audience, documents, work }) => [number, audience, Object.keys(documents), Object.keys(work)],
  );
const refuses = (code: string, ...tries: Promise<unknown>[]) =>
  Promise.all(tries.map((one) => expect(one).rejects.toMatchObject({ code })));
const reads = async (actor: Actor | null, id: string) => (await getWriteUp(actor, id, ["en"])) !== null;

describe("draft → city", () => {
  test("an official shares a draft of theirs with the city; the second click finds it done", async () => {
    const { official, member, id } = await world("draft");
    expect(await reads(member, id)).toBe(false);
    await shareWithCity(official, { id });
    await shareWithCity(official, { id });
    expect(await reads(member, id)).toBe(true);
    expect(await audited(id)).toEqual(["write-up.share-with-city"]);
    expect(await pinned(id)).toEqual([[1, "city", [], ["en"]]]);
  });

  test("of clicks at the same moment one makes the change", async () => {
    const { official, id } = await world("draft");
    await Promise.allSettled(Array.from({ length: 8 }, () => shareWithCity(official, { id })));
    expect((await rowOf(id)).audience).toBe("city");
    expect(await audited(id)).toEqual(["write-up.share-with-city"]);
  });

  test("nobody shares a draft that is not theirs", async () => {
    const { lead, member, peer, admin, id } = await world("draft");
    await refuses("not_found", ...[lead, member, peer, admin].map((actor) => shareWithCity(actor, { id })));
    expect((await rowOf(id)).audience).toBe("draft");
  });
});

describe("asking the lead", () => {
  const cohort = { from: "city", target: "cohort" } as const;

  test("an official asks; every lead of the city is told once, also when it is asked twice", async () => {
    const { official, lead, id } = await world();
    await askToShare(official, { id, ...cohort });
    await askToShare(official, { id, ...cohort });
    expect(await rowOf(id)).toMatchObject({ requested: "cohort", requestedBy: official.personId, audience: "city" });
    expect(await told(id)).toEqual([["approval-asked", lead.personId]]);
    expect(await audited(id)).toEqual(["write-up.ask"]);
  });

  test("members and people from elsewhere cannot ask", async () => {
    const { member, peer, facilitator, id } = await world();
    await refuses("forbidden", askToShare(member, { id, ...cohort }));
    await refuses("not_found", askToShare(peer, { id, ...cohort }), askToShare(facilitator, { id, ...cohort }));
  });

  test("a quick note goes out in the middle of it, without a timeline", async () => {
    const { official, lead, peer, id } = await world("city", { kind: "case" });
    await db.update(writeUps).set({ quickNote: true }).where(eq(writeUps.id, id));
    await askToShare(official, { id, ...cohort });
    await approveSharing(lead, { id, ...cohort, seen: 1 });
    expect(await reads(peer, id)).toBe(true);
  });

  test("no step is left out, and what moved on meanwhile is a conflict", async () => {
    const { official, id } = await world();
    await refuses(
      "conflict",
      askToShare(official, { id, from: "city", target: "public" }),
      askToShare(official, { id, from: "cohort", target: "public" }),
    );
  });

  test("a case with two dates is not yet for the cohort, for the official as for the lead", async () => {
    const { official, lead, id } = await world("city", { kind: "case", document: { timeline: entries(2) } });
    const fields = { target: { key: "sharing.error.timeline", values: { min: 3, count: 2 } } };
    await expect(askToShare(official, { id, ...cohort })).rejects.toMatchObject({ code: "invalid", fields });
    await expect(approveSharing(lead, { id, ...cohort, seen: 1 })).rejects.toMatchObject({ code: "invalid", fields });
  });
});

describe("the lead approves", () => {
  const toCohort = { from: "city", target: "cohort", seen: 1 } as const;

  test("the cohort reads the pinned text, without what stays in the city; the author is told", async () => {
    const { official, lead, peer, id } = await world("city", { document: { sections: [section("city", "CANARY")] } });
    await askToShare(official, { id, from: "city", target: "cohort" });
    await approveSharing(lead, { id, ...toCohort });
    const row = await rowOf(id);
    expect(row).toMatchObject({ audience: "cohort", requested: null, requestedBy: null });
    expect(row.releasedAt).not.toBeNull();
    const [revision] = await db.select().from(revisions).where(eq(revisions.writeUpId, id));
    expect(revision).toMatchObject({
      id: row.releasedRevisionId,
      number: 1,
      audience: "cohort",
      createdBy: lead.personId,
    });
    expect(JSON.stringify(revision?.documents)).not.toContain("CANARY");
    expect(JSON.stringify(revision?.work)).toContain("CANARY");
    const text = await getWriteUp(peer, id, ["en"]);
    expect(JSON.stringify(text)).not.toContain("CANARY");
    expect(await readings(id)).toEqual(["city en", "cohort en"]);
    expect(await told(id)).toContainEqual(["released", official.personId]);
    expect(await audited(id)).toEqual(["write-up.ask", "write-up.approve"]);
  });

  test("every language goes out, and the original decides who reads a section in all of them", async () => {
    const { lead, id } = await world("city", { document: { sections: [section("city", "CANARY")] } });
    await addTranslation(id, { sections: [section("public", "CANARINO")] });
    await approveSharing(lead, { id, ...toCohort, seen: 2 });
    expect(await readings(id)).toEqual(["city en", "city it", "cohort en", "cohort it"]);
    const rows = await db
      .select()
      .from(writeUpTexts)
      .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "cohort")));
    expect(JSON.stringify(rows)).not.toMatch(/CANAR/);
  });

  test("what is published leaves out what only the cohort reads", async () => {
    const { lead, peer, id } = await world("cohort", { document: { sections: [section("cohort", "CANARY")] } });
    await approveSharing(lead, { id, from: "cohort", target: "public", seen: 1 });
    expect(JSON.stringify(await getWriteUp(null, id, ["en"]))).not.toContain("CANARY");
    expect(JSON.stringify(await getWriteUp(peer, id, ["en"]))).toContain("CANARY");
    expect(await readings(id)).toEqual(["city en", "cohort en", "public en"]);
  });

  test("readers keep the shared text while the draft moves on, until the changes are shared", async () => {
    const { official, lead, peer, id } = await world("city");
    await approveSharing(lead, { id, ...toCohort });
    const lessons = {
      id,
      version: 1,
      seen: "",
      more: "" as const,
      section: "lessons",
      markdown: "NEW",
      why: null,
      by: null,
    };
    await saveSection(official, lessons);
    const shown = async () => JSON.stringify(await getWriteUp(peer, id, ["en"]));
    expect(await shown()).not.toContain("NEW");
    expect((await getWriteUpForSharing(lead, id))?.changed).toBe(true);
    await approveSharing(lead, { id, from: "cohort", target: "cohort", seen: 2 });
    expect(await shown()).toContain("NEW");
    expect((await getWriteUpForSharing(lead, id))?.changed).toBe(false);
    const numbers = await db.select({ n: revisions.number }).from(revisions).where(eq(revisions.writeUpId, id));
    expect(numbers.map(({ n }) => n).sort()).toEqual([1, 2]);
  });

  test("sharing again without a change makes no second revision", async () => {
    const { lead, id } = await world("city");
    await approveSharing(lead, { id, ...toCohort });
    await approveSharing(lead, { id, ...toCohort });
    await approveSharing(lead, { id, from: "cohort", target: "cohort", seen: 1 });
    expect(await db.select().from(revisions).where(eq(revisions.writeUpId, id))).toHaveLength(1);
  });

  test("eight clicks at the same moment make one revision", async () => {
    const { lead, id } = await world("city");
    await Promise.allSettled(Array.from({ length: 8 }, () => approveSharing(lead, { id, ...toCohort })));
    expect(await db.select().from(revisions).where(eq(revisions.writeUpId, id))).toHaveLength(1);
    expect(await audited(id)).toEqual(["write-up.approve"]);
  });

  test("a text that changed after the lead looked is not shared unseen", async () => {
    const { official, lead, id } = await world("city");
    const input = {
      id,
      version: 1,
      seen: "",
      more: "" as const,
      section: "lessons",
      markdown: "x",
      why: null,
      by: null,
    };
    await saveSection(official, input);
    await refuses("conflict", approveSharing(lead, { id, ...toCohort }));
    expect((await rowOf(id)).audience).toBe("city");
  });

  test("a lead who approves while the author writes does not wait for each other for ever", async () => {
    const { official, lead, id } = await world("city");
    const input = { id, version: 1, seen: "", more: "" as const, section: "lessons", why: null, by: null };
    const writes = Array.from({ length: 6 }, (_, n) => saveSection(official, { ...input, markdown: `${n}` }));
    const done = await Promise.allSettled([...writes, approveSharing(lead, { id, ...toCohort })]);
    for (const one of done) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
  });

  test("only the city's own lead approves", async () => {
    const { official, member, peer, facilitator, admin, id } = await world("city");
    await refuses(
      "forbidden",
      approveSharing(official, { id, ...toCohort }),
      approveSharing(member, { id, ...toCohort }),
    );
    await refuses(
      "not_found",
      ...[peer, facilitator, admin].map((actor) => approveSharing(actor, { id, ...toCohort })),
    );
    const shared = await world("cohort");
    const publish = { id: shared.id, from: "cohort", target: "public", seen: 1 } as const;
    await refuses(
      "forbidden",
      ...[shared.peer, shared.admin, shared.facilitator].map((actor) => approveSharing(actor, publish)),
    );
  });
});

describe("giving back", () => {
  test("the lead says what should change; who asked and the author are told, and can ask again", async () => {
    const { official, lead, id } = await world();
    await askToShare(official, { id, from: "city", target: "cohort" });
    await giveBack(lead, { id, note: "Say what it cost." });
    expect(await rowOf(id)).toMatchObject({ requested: null, returnedNote: "Say what it cost.", audience: "city" });
    expect(await getWriteUpForEditing(official, id)).toMatchObject({
      request: null,
      returnedNote: "Say what it cost.",
    });
    expect(await told(id)).toContainEqual(["returned", official.personId]);
    await askToShare(official, { id, from: "city", target: "cohort" });
    expect((await rowOf(id)).returnedNote).toBeNull();
    expect(await audited(id)).toEqual(["write-up.ask", "write-up.give-back", "write-up.ask"]);
  });

  test("there must be a request, and it is the lead's to answer", async () => {
    const { official, lead, id } = await world();
    await refuses("conflict", giveBack(lead, { id, note: "x" }));
    await askToShare(official, { id, from: "city", target: "cohort" });
    await refuses("forbidden", giveBack(official, { id, note: "x" }));
  });
});

describe("the way back", () => {
  test("taken back into the city, nobody else finds it any more; twice is once", async () => {
    const { lead, peer, member, id } = await world("public");
    await narrowToCity(lead, { id, from: "public", reason: "WHY" });
    await narrowToCity(lead, { id, from: "public", reason: "WHY" });
    expect(await readings(id)).toEqual(["city en"]);
    expect(await rowOf(id)).toMatchObject({ audience: "city", releasedAt: null, releasedRevisionId: null });
    expect([await reads(null, id), await reads(peer, id), await reads(member, id)]).toEqual([false, false, true]);
    expect(await audited(id)).toEqual(["write-up.narrow"]);
  });

  test("officials, other cities and admins cannot take it back into the city", async () => {
    const { official, peer, admin, id } = await world("cohort");
    await refuses(
      "forbidden",
      ...[official, peer, admin].map((actor) => narrowToCity(actor, { id, from: "cohort", reason: "x" })),
    );
  });

  test.each(["lead", "admin"] as const)(
    "a %s takes it off the public pages; the cohort goes on reading",
    async (role) => {
      const all = await world("public");
      await unpublish(all[role], { id: all.id, publicReason: "WHY" });
      await unpublish(all[role], { id: all.id, publicReason: "WHY" });
      expect([await reads(null, all.id), await reads(all.peer, all.id)]).toEqual([false, true]);
      expect(await readings(all.id)).toEqual(["city en", "cohort en"]);
      expect(await audited(all.id)).toEqual(["write-up.unpublish"]);
    },
  );

  test("officials, facilitators and other cities cannot take it off the public pages", async () => {
    const { official, facilitator, peer, id } = await world("public");
    await refuses(
      "forbidden",
      ...[official, facilitator, peer].map((actor) => unpublish(actor, { id, publicReason: "x" })),
    );
  });
});

describe("what was taken back", () => {
  const toCohort = { from: "city", target: "cohort", seen: 1 } as const;
  const told = async (reader: Actor | null, id: string) => (await getWithdrawal(reader, id, "en"))?.reason ?? null;

  test("from the public: everybody is told when and why, its own city reads on", async () => {
    const { lead, peer, member, facilitator, id } = await world("public", { document: { title: "CANARY" } });
    await narrowToCity(lead, { id, from: "public", reason: "WHY" });
    for (const reader of [null, peer, facilitator]) expect(await told(reader, id)).toBe("WHY");
    expect(await told(member, id)).toBeNull();
    const page = await getWithdrawal(null, id, "en");
    expect(page).toMatchObject({ kind: "practice", city: { name: "Turin" } });
    expect(page?.at.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.stringify(page)).not.toContain("CANARY");
  });

  test("from the cohort: the cohort is told, for everybody else it never was", async () => {
    const { lead, peer, admin, id } = await world("cohort");
    const elsewhere = await world("cohort");
    await narrowToCity(lead, { id, from: "cohort", reason: "WHY" });
    expect([await told(peer, id), await told(admin, id)]).toEqual(["WHY", "WHY"]);
    expect([await told(null, id), await told(elsewhere.lead, id)]).toEqual([null, null]);
  });

  test("drafts, what was never shared and what can be read have no such page", async () => {
    const draft = await world("draft");
    const city = await world("city");
    const shared = await world("cohort");
    for (const { id, peer, member } of [draft, city, shared])
      for (const reader of [null, peer, member]) expect(await told(reader, id)).toBeNull();
    expect(await told(null, "made-up")).toBeNull();
  });

  test("off the public pages: the public is told, also while the cohort reads on and after it lost it too", async () => {
    const { lead, peer, id } = await world("public");
    await unpublish(lead, { id, publicReason: "FIRST" });
    expect([await told(null, id), await told(peer, id)]).toEqual(["FIRST", null]);
    await narrowToCity(lead, { id, from: "cohort", reason: "SECOND" });
    expect([await told(null, id), await told(peer, id)]).toEqual(["SECOND", "SECOND"]);
    await approveSharing(lead, { id, ...toCohort });
    expect([await told(null, id), await told(peer, id)]).toEqual(["SECOND", null]);
    await approveSharing(lead, { id, from: "cohort", target: "public", seen: 1 });
    expect([await told(null, id), (await rowOf(id)).withdrawnReason]).toEqual([null, null]);
  });

  test("shared again, the cohort is no longer told", async () => {
    const { lead, id } = await world("cohort");
    await narrowToCity(lead, { id, from: "cohort", reason: "WHY" });
    await approveSharing(lead, { id, ...toCohort });
    expect(await rowOf(id)).toMatchObject({ withdrawnFrom: null, withdrawnAt: null, withdrawnReason: null });
  });

  test("its revisions go with it and do not come back when it is shared again", async () => {
    const { lead, id } = await world("city");
    await approveSharing(lead, { id, ...toCohort });
    await narrowToCity(lead, { id, from: "cohort", reason: "WHY" });
    await approveSharing(lead, { id, ...toCohort });
    expect((await pinned(id)).map(([number, audience]) => [number, audience])).toEqual([
      [1, "city"],
      [2, "cohort"],
    ]);
  });

  test("a reason must be given", () => {
    const id = "0123456789abcdef";
    expect(NarrowInput.safeParse({ id, from: "cohort", reason: " " }).success).toBe(false);
    expect(UnpublishInput.safeParse({ id, publicReason: "" }).success).toBe(false);
  });
});

describe("the page about sharing", () => {
  test("counts who reads it from the memberships that hold now", async () => {
    const { cohort, city, lead, id } = await world("city");
    const left = await makePerson();
    await makeMembership(left.id, cohort.id, "member", city.id, new Date(Date.now() - 1000));
    const page = await getWriteUpForSharing(lead, id);
    expect(page?.readers).toEqual({ draft: 1, city: 3, cohort: 6, cities: ["Turin", "Warsaw"] });
    const inItalian = await getWriteUpForSharing(lead, id, "it");
    expect(inItalian?.readers.cities[0]).toBe(city.localName);
    expect(inItalian?.city.name).toBe(city.localName);
    expect(page?.abilities).toMatchObject({ ask: true, approve: true, narrow: false, unpublish: false });
  });

  test("says how many mails about it have reached people outside the city", async () => {
    const { peer, member, lead, id } = await world("cohort");
    for (const person of [peer, member]) {
      const about = { personId: person.personId, kind: "comment" as const, writeUpId: id };
      const [news] = await db.insert(notifications).values(about).returning();
      const mail = { kind: "news" as const, toEmail: person.email, personId: person.personId, sentAt: sql`now()` };
      const [sent] = await db.insert(mails).values(mail).returning();
      await db.insert(mailNotifications).values({ notificationId: news?.id ?? "", mailId: sent?.id ?? "" });
    }
    expect((await getWriteUpForSharing(lead, id))?.mailed).toEqual({ mails: 1, people: 1 });
  });

  test("an admin who may unpublish hears nothing of the work in hand", async () => {
    const { admin, official, lead, id } = await world("public");
    const input = {
      id,
      version: 1,
      seen: "",
      more: "" as const,
      section: "lessons",
      markdown: "CANARY",
      why: null,
      by: null,
    };
    await saveSection(official, input);
    await askToShare(official, { id, from: "public", target: "public" });
    await giveBack(lead, { id, note: "CANARY" });
    const page = await getWriteUpForSharing(admin, id);
    expect(page).toMatchObject({
      draft: null,
      changed: false,
      request: null,
      abilities: { unpublish: true, edit: false },
    });
    expect(JSON.stringify(page)).not.toContain("CANARY");
  });

  test("is not there for those who can change nothing", async () => {
    const { member, peer, facilitator, id } = await world("cohort");
    for (const actor of [member, peer, facilitator]) expect(await getWriteUpForSharing(actor, id)).toBeNull();
  });
});

async function addTranslation(id: string, document: Partial<Document>) {
  const [text] = await db.select().from(writeUpTexts).where(eq(writeUpTexts.writeUpId, id));
  if (!text) throw new Error("no text");
  const { search: _, fuzzy: __, ...row } = text;
  await db.insert(writeUpTexts).values({ ...row, language: "it", document: { ...text.document, ...document } });
}
