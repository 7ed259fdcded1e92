import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { auditLog, revisions, writeUps, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import type { Document, SectionAudience, SectionKey } from "@/lib/write-ups/document";
import type { Audience } from "@/lib/write-ups/limits";
import { readingColumns } from "@/lib/write-ups/reading";
import { approveSharing, narrowToCity, shareWithCity, unpublish } from "@/lib/write-ups/release";
import { citedIn } from "./citation";
import { getComparison, getReleaseDifference, getRestore } from "./comparisons";
import { restoreRevision } from "./mutations";
import { getRevision, listRevisions } from "./queries";

const section = (key: SectionKey, markdown: string, audience: SectionAudience = "public") => ({
  ...{ key, markdown, html: `<p>${markdown}</p>`, empty: null, audience },
});

async function world(audience: Audience = "city", document: Partial<Document> = {}) {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id, { name: "Turin" });
  const other = await makeCity(cohort.id);
  const person = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const official = await person(cohort.id, "official", city.id);
  const lead = await person(cohort.id, "lead", city.id);
  const member = await person(cohort.id, "member", city.id);
  const peer = await person(cohort.id, "lead", other.id);
  const observer = await person(cohort.id, "observer");
  const { id } = await makeWriteUp(city, official.personId, { audience, document });
  return { official, lead, member, peer, observer, id };
}

async function write(id: string, change: (document: Document) => Partial<Document>) {
  const place = and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city"));
  const [text] = await db.select({ document: writeUpTexts.document }).from(writeUpTexts).where(place);
  if (!text) throw new Error("no text");
  await db
    .update(writeUpTexts)
    .set({ ...readingColumns({ ...text.document, ...change(text.document) }), version: sql`version + 1` })
    .where(place);
}
async function workOf(id: string) {
  const [text] = await db
    .select()
    .from(writeUpTexts)
    .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city")));
  if (!text) throw new Error("no text");
  return text;
}
async function approve(lead: Actor, id: string, target: "cohort" | "public") {
  const [row] = await db.select().from(writeUps).where(eq(writeUps.id, id));
  const { version } = await workOf(id);
  await approveSharing(lead, { id, from: row?.audience ?? "city", target, seen: version });
}
const numbers = async (reader: Actor | null, id: string) =>
  (await listRevisions(reader, id, "en"))?.revisions.map(({ number }) => number) ?? null;
const page = (reader: Actor | null, id: string, number: number) => getRevision(reader, id, number, ["en"], "en");
const refuses = (code: string, ...tries: Promise<unknown>[]) =>
  Promise.all(tries.map((one) => expect(one).rejects.toMatchObject({ code })));

/** Three revisions: for the city, for the cohort, for everybody; then one more sentence in hand. */
async function history() {
  const all = await world("draft", { title: "First", sections: [section("lessons", "CANARY one", "city")] });
  await shareWithCity(all.official, { id: all.id });
  await write(all.id, () => ({ title: "Second" }));
  await approve(all.lead, all.id, "cohort");
  await write(all.id, () => ({ title: "Third" }));
  await approve(all.lead, all.id, "cohort");
  await approve(all.lead, all.id, "public");
  await write(all.id, () => ({ title: "CANARY in hand" }));
  return all;
}

describe("the history", () => {
  test("shows the city all of it, and others only what was released to them, by its own numbers", async () => {
    const { official, member, peer, observer, id } = await history();
    expect(await numbers(official, id)).toEqual([4, 3, 2, 1]);
    expect(await numbers(member, id)).toEqual([4, 3, 2, 1]);
    expect(await numbers(peer, id)).toEqual([4, 3, 2]);
    expect(await numbers(observer, id)).toEqual([4, 3, 2]);
    expect(await numbers(null, id)).toEqual([4]);
  });

  test("names who pinned it to those who are signed in, not to the public", async () => {
    const { lead, peer, id } = await history();
    expect((await listRevisions(peer, id, "en"))?.revisions[0]).toMatchObject({ by: lead.name, current: true });
    expect((await listRevisions(null, id, "en"))?.revisions[0]?.by).toBeNull();
  });

  test("is not there for those for whom the write-up is not", async () => {
    const { peer, id } = await world("city");
    expect([await numbers(peer, id), await numbers(null, id), await numbers(null, "x")]).toEqual([null, null, null]);
  });

  test("of a draft is its author's alone, and empty", async () => {
    const { official, member, id } = await world("draft");
    expect([await numbers(official, id), await numbers(member, id)]).toEqual([[], null]);
  });
});

describe("the page of a revision", () => {
  test("shows the state that it was, whatever has been shared since", async () => {
    const { peer, official, id } = await history();
    expect((await page(peer, id, 2))?.writeUp.document.title).toBe("Second");
    expect((await page(official, id, 1))?.writeUp.document.title).toBe("First");
    expect(await page(peer, id, 2)).toMatchObject({ current: false, writeUp: { abilities: { edit: false } } });
    expect((await page(null, id, 4))?.current).toBe(true);
  });

  test("is not there for somebody to whom it was not released", async () => {
    const { peer, id } = await history();
    for (const number of [1, 5, 999]) expect(await page(peer, id, number)).toBeNull();
    for (const number of [1, 2, 3]) expect(await page(null, id, number)).toBeNull();
  });

  test("is gone for those from whom the write-up was taken back, and stays gone when it is shared again", async () => {
    const { lead, official, peer, id } = await history();
    await unpublish(lead, { id, publicReason: "x" });
    expect([await page(null, id, 4), (await page(peer, id, 4))?.number]).toEqual([null, 4]);
    await narrowToCity(lead, { id, from: "cohort", reason: "x" });
    expect(await page(peer, id, 2)).toBeNull();
    await approve(lead, id, "cohort");
    expect(await numbers(peer, id)).toEqual([5]);
    expect((await listRevisions(official, id, "en"))?.revisions.map(({ takenBack }) => takenBack)).toEqual([
      ...[false, true, true, true, false],
    ]);
  });

  test("loses a section that its readers have lost since", async () => {
    const { lead, peer, official, id } = await world("city", { sections: [section("lessons", "CANARY", "cohort")] });
    await approve(lead, id, "cohort");
    expect(JSON.stringify(await page(peer, id, 1))).toContain("CANARY");
    await write(id, () => ({ sections: [section("lessons", "CANARY", "city")] }));
    expect(JSON.stringify(await page(peer, id, 1))).toContain("CANARY");
    await approve(lead, id, "cohort");
    expect(JSON.stringify(await page(peer, id, 1))).not.toContain("CANARY");
    expect(JSON.stringify(await page(official, id, 1))).toContain("CANARY");
  });

  test("is cited only when it was released", async () => {
    const { official, peer, id } = await history();
    const cited = await page(official, id, 2);
    expect(cited && citedIn(cited)).toMatchObject({ title: "Second", number: 2 });
    const own = await page(official, id, 1);
    expect(own && citedIn(own)).toBeNull();
    const theirs = await page(peer, id, 3);
    expect(theirs && citedIn(theirs)?.url).toMatch(new RegExp(`/write-ups/${id}/revisions/3$`));
  });
});

describe("a comparison", () => {
  const compare = (reader: Actor | null, id: string, from: number | "work", to: number | "work") =>
    getComparison(reader, id, { from, to }, "en");

  test("of any two states that one has, with the work in hand for the city", async () => {
    const { member, peer, id } = await history();
    const inHand = await compare(member, id, 1, "work");
    expect(inHand?.difference.parts.find(({ key }) => key === "title")?.status).toBe("changed");
    expect(inHand?.difference.parts.find(({ key }) => key === "lessons")?.status).toBe("same");
    expect((await compare(peer, id, 2, 3))?.difference.parts.map(({ status }) => status)).toEqual(["changed"]);
  });

  test("is not there when one of the two is not", async () => {
    const { peer, id } = await history();
    for (const [from, to] of [
      [1, 2],
      [2, "work"],
      ["work", "work"],
      [2, 9],
    ] as const)
      expect(await compare(peer, id, from, to)).toBeNull();
    expect(await compare(null, id, 3, 4)).toBeNull();
    expect(await compare(null, id, 4, "work")).toBeNull();
  });

  test("of a revision that holds only what was released leaves out what it cannot hold", async () => {
    const { official, id } = await world("city", { sections: [section("lessons", "own", "city")] });
    await db.insert(revisions).values({
      ...{ writeUpId: id, number: 1, audience: "cohort" as const, createdBy: official.personId },
      documents: { en: (await workOf(id)).document },
    });
    const parts = (await compare(official, id, 1, "work"))?.difference.parts;
    expect(parts?.map(({ key, status }) => [key, status])).toEqual([["title", "same"]]);
  });
});

describe("what an approval would change", () => {
  test("is told to those who write it, as its readers would see it", async () => {
    const { official, lead, id } = await world("city", { sections: [section("problem", "Old words.")] });
    expect(await getReleaseDifference(lead, id, "cohort", "en")).toBeNull();
    await approve(lead, id, "cohort");
    expect(await getReleaseDifference(lead, id, "cohort", "en")).toEqual([]);
    await write(id, () => ({ sections: [section("problem", "New words."), section("lessons", "Ours.", "city")] }));
    const [difference] = (await getReleaseDifference(official, id, "cohort", "en")) ?? [];
    const changed = difference?.parts.filter(({ status }) => status !== "same").map(({ key }) => key);
    expect(changed).toEqual(["problem"]);
  });

  test("is not told to anybody else", async () => {
    const { member, peer, observer, id } = await history();
    for (const actor of [member, peer, observer])
      expect(await getReleaseDifference(actor, id, "public", "en")).toBeNull();
  });
});

describe("bringing a revision back", () => {
  async function restore(actor: Actor, id: string, number: number) {
    const check = await getRestore(actor, id, number, "en");
    return restoreRevision(actor, { id, number, seen: check?.seen ?? 0, sure: "yes" });
  }

  test("puts it in the place of the work in hand, which is pinned first; readers see what they saw", async () => {
    const { official, peer, id } = await history();
    await restore(official, id, 1);
    expect((await workOf(id)).title).toBe("First");
    const rows = await db.select().from(revisions).where(eq(revisions.writeUpId, id)).orderBy(revisions.number);
    expect(rows.slice(4).map(({ audience, work, restoredFrom }) => [audience, work.en?.title, restoredFrom])).toEqual([
      ["city", "CANARY in hand", null],
      ["city", "First", 1],
    ]);
    expect((await page(peer, id, 4))?.current).toBe(true);
    expect(await numbers(peer, id)).toEqual([4, 3, 2]);
    const [audited] = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, id), eq(auditLog.action, "write-up.restore")));
    expect(audited).toMatchObject({ actorId: official.personId, detail: { revision: 1 } });
  });

  test("twice is once, and what somebody wrote in between is a conflict", async () => {
    const { official, id } = await history();
    const seen = (await workOf(id)).version;
    await restoreRevision(official, { id, number: 1, seen, sure: "yes" });
    await restoreRevision(official, { id, number: 1, seen, sure: "yes" });
    expect(await numbers(official, id)).toEqual([6, 5, 4, 3, 2, 1]);
    await write(id, () => ({ title: "Written meanwhile" }));
    await refuses("conflict", restoreRevision(official, { id, number: 1, seen, sure: "yes" }));
    expect((await workOf(id)).title).toBe("Written meanwhile");
  });

  test("of eight clicks at the same moment one makes the change", async () => {
    const { official, id } = await history();
    const seen = (await workOf(id)).version;
    await Promise.allSettled(
      Array.from({ length: 8 }, () => restoreRevision(official, { id, number: 2, seen, sure: "yes" })),
    );
    expect(await numbers(official, id)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test("to what is in hand already changes nothing", async () => {
    const { official, id } = await history();
    await restore(official, id, 1);
    await restore(official, id, 6);
    expect(await numbers(official, id)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test("opens no section that is kept closer now", async () => {
    const { official, lead, peer, id } = await world("city", { sections: [section("lessons", "CANARY", "cohort")] });
    await approve(lead, id, "cohort");
    await write(id, () => ({ title: "Later", sections: [section("lessons", "CANARY", "city")] }));
    await approve(lead, id, "cohort");
    await restore(official, id, 1);
    await approve(lead, id, "cohort");
    expect((await workOf(id)).document.sections[0]?.audience).toBe("city");
    for (const number of (await numbers(peer, id)) ?? [])
      expect(JSON.stringify(await page(peer, id, number))).not.toContain("CANARY");
  });

  test("is for those who may edit it", async () => {
    const { official, member, peer, id } = await history();
    await refuses("forbidden", ...[member, peer].map((actor) => restore(actor, id, 2)));
    const city = await world("city");
    await refuses("not_found", restore(city.peer, city.id, 1), restore(official, id, 999));
    expect(await getRestore(member, id, 2, "en")).toBeNull();
  });
});

test("what stays in the city is in nothing that others are sent of its history", async () => {
  const { peer, observer, id } = await history();
  await db.update(writeUps).set({ returnedNote: "CANARY note" }).where(eq(writeUps.id, id));
  for (const reader of [peer, observer, null]) {
    const all: unknown[] = [await listRevisions(reader, id, "en")];
    for (let from = 0; from <= 5; from += 1) {
      const one = await page(reader, id, from);
      all.push(one, one && citedIn(one));
      for (let to = 0; to <= 5; to += 1) all.push(await getComparison(reader, id, { from, to: to || "work" }, "en"));
    }
    expect(JSON.stringify(all)).not.toContain("CANARY");
  }
});
