import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { auditLog, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { keepCopy } from "@/lib/working-copies/mutations";
import { openForm } from "@/lib/working-copies/queries";
import type { Document, Section, SectionAudience } from "@/lib/write-ups/document";
import type { Audience } from "@/lib/write-ups/limits";
import { getWriteUp, listWriteUps } from "@/lib/write-ups/queries";
import { readingColumns } from "@/lib/write-ups/reading";
import { approveSharing } from "@/lib/write-ups/release";
import type { TimelineInput } from "@/lib/write-ups/schema";
import { saveSection, saveTimeline } from "@/lib/write-ups/task-changes";
import { fillByMachine } from "./fill";
import type { Follows } from "./follow";
import { followOriginal } from "./follow-original";
import { likeLibreTranslate, startService } from "./machine/local-service";
import { markOf, markOfTranslation } from "./mark";
import { saveTranslation } from "./mutations";
import { getTranslations, translationInto } from "./queries";
import { TranslateInput } from "./schema";
import { nameOf } from "./words";

const section = (key: Section["key"], markdown: string, audience: SectionAudience = "public"): Section => ({
  key,
  markdown,
  html: `<p>${markdown}</p>`,
  empty: null,
  audience,
});
const DOCUMENT: Partial<Document> = {
  title: "Una rete",
  card: "In breve.",
  timeline: ["t1", "t2", "t3"].map((id) => ({
    id,
    date: "2020-03",
    phase: "respond" as const,
    what: `Fatto ${id}`,
    who: "",
    sourceId: null,
  })),
  sections: [section("lessons", "Prima.\n\nSeconda."), section("what-did-not-work", "Niente.", "cohort")],
};

async function world(audience: Audience = "city", document = DOCUMENT) {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const other = await makeCity(cohort.id);
  const person = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const official = await person(cohort.id, "official", city.id);
  const lead = await person(cohort.id, "lead", city.id);
  const member = await person(cohort.id, "member", city.id);
  const peer = await person(cohort.id, "lead", other.id);
  const facilitator = await person(cohort.id, "facilitator");
  const { id } = await makeWriteUp(city, official.personId, { audience, kind: "case", language: "it", document });
  return { official, lead, member, peer, facilitator, id };
}

/** The form of one part, as its page has it, with what somebody types into it. */
async function form(actor: Actor, id: string, part: string, typed: Record<string, string>, language = "en") {
  const writeUp = await getTranslations(actor, id);
  const found = writeUp && translationInto(writeUp, language).parts.find(({ key }) => key === part);
  if (!found) throw new Error(`no part ${part}`);
  const words = Object.fromEntries(
    found.words.map(({ key, translation }) => [nameOf(key).slice("words.".length), typed[key] ?? translation]),
  );
  return TranslateInput.parse({
    id,
    language,
    part,
    of: markOf(found.words),
    seen: markOfTranslation(found.words),
    words,
  });
}
const type = async (actor: Actor, id: string, part: string, typed: Record<string, string>) =>
  saveTranslation(actor, await form(actor, id, part, typed));
const TITLE = { "title//title": "A network", "title//card": "In short." };

test("what a translator typed is kept until it is saved, whether that changes anything or not", async () => {
  const { official, id } = await world();
  const address = { writeUp: id, task: "title", language: "en" as const };
  const keep = (serial: number) =>
    keepCopy(official, { ...address, fields: [["words.title//title", "A net"]], version: 0, seen: "", serial });
  await keep(1);
  await expect(type(official, id, "title", { "title//card": "In short." })).rejects.toMatchObject({ code: "invalid" });
  expect((await openForm(official, address))?.copy).not.toBeNull();
  await type(official, id, "title", TITLE);
  expect((await openForm(official, address))?.copy).toBeNull();
  await keep(5000);
  await type(official, id, "title", {});
  expect((await openForm(official, address))?.copy).toBeNull();
});

async function textOf(id: string, audience: "city" | "cohort" | "public" = "city", language = "en") {
  const [row] = await db
    .select()
    .from(writeUpTexts)
    .where(
      and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, audience), eq(writeUpTexts.language, language)),
    );
  return row;
}
const followsOf = async (id: string) => (await textOf(id))?.follows as unknown as Follows | null;
const states = async (actor: Actor, id: string) => {
  const writeUp = await getTranslations(actor, id);
  return writeUp && Object.fromEntries(translationInto(writeUp, "en").parts.map(({ key, state }) => [key, state]));
};
const audited = async (id: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(
    ({ action, detail }) => [action, detail],
  );
const originalOf = async (id: string) => {
  const text = await textOf(id, "city", "it");
  if (!text) throw new Error("no original");
  return text;
};
/** Follows a change of the original. To follow it a second time changes nothing. */
async function following(id: string, change: (version: number) => Promise<unknown>) {
  const before = await originalOf(id);
  await change(before.version);
  const after = await originalOf(id);
  await db.transaction((tx) => followOriginal(tx, id, before.document, after.document));
}
const changeLessons = (actor: Actor, id: string, markdown: string) =>
  following(id, (version) => {
    const rest = { more: "" as const, seen: "", why: null, by: null };
    return saveSection(actor, { id, version, section: "lessons", markdown, ...rest });
  });
const behind = async (actor: Actor, id: string) => (await getWriteUp(actor, id, ["en"]))?.behind;

describe("translating part by part", () => {
  test("an official begins with the title; the rest is read in the original's words", async () => {
    const { official, id } = await world();
    await type(official, id, "title", TITLE);
    const text = await textOf(id);
    expect(text?.document).toMatchObject({ title: "A network", card: "In short." });
    expect(text?.document.timeline[0]).toMatchObject({ id: "t1", date: "2020-03", what: "Fatto t1" });
    expect(text).toMatchObject({ translatedBy: official.personId, followsVersion: 1, version: 1, machine: null });
    expect(await states(official, id)).toEqual({
      title: "done",
      timeline: "not-started",
      lessons: "not-started",
      "what-did-not-work": "not-started",
    });
    expect(await audited(id)).toEqual([["translation.save", { language: "en", part: "title" }]]);
  });

  test("words are found by search, and rendered once", async () => {
    const { official, id } = await world();
    await type(official, id, "title", TITLE);
    await type(official, id, "lessons", { "lessons//text": "**First**, uniquelearning" });
    expect((await textOf(id))?.document.sections[0]?.html).toBe("<p><strong>First</strong>, uniquelearning</p>");
    expect((await listWriteUps(official, { q: "uniquelearning" })).items).toHaveLength(1);
  });

  test("the title comes first, cannot be emptied, and no longer than a title", async () => {
    const { official, id } = await world();
    const field = { [nameOf("title//title")]: expect.anything() };
    await expect(type(official, id, "lessons", { "lessons//text": "First" })).rejects.toMatchObject({
      fields: { form: { key: "translations.error.titleFirst" } },
    });
    await expect(type(official, id, "title", { "title//title": "" })).rejects.toMatchObject({ fields: field });
    await expect(type(official, id, "title", { "title//title": "x".repeat(91) })).rejects.toMatchObject({
      fields: field,
    });
    expect(await textOf(id)).toBeUndefined();
    await type(official, id, "title", TITLE);
    await expect(type(official, id, "title", { "title//title": "" })).rejects.toMatchObject({
      fields: { [nameOf("title//title")]: { key: "translations.error.titleMissing" } },
    });
  });

  test("who may not edit it may not translate it, and outside it does not exist", async () => {
    const { official, member, peer, facilitator, id } = await world("cohort");
    const input = await form(official, id, "title", TITLE);
    for (const actor of [member, peer, facilitator]) {
      await expect(saveTranslation(actor, input)).rejects.toMatchObject({ code: "forbidden" });
      expect(await getTranslations(actor, id)).toBeNull();
    }
    const draft = await world("draft");
    const hidden = await form(draft.official, draft.id, "title", TITLE);
    for (const actor of [draft.member, draft.lead, draft.peer])
      await expect(saveTranslation(actor, hidden)).rejects.toMatchObject({ code: "not_found" });
  });

  test("there is no translation into the language of the original, nor of a part without words", async () => {
    const { official, id } = await world();
    const input = await form(official, id, "title", TITLE);
    await expect(saveTranslation(official, { ...input, language: "it" })).rejects.toMatchObject({ code: "not_found" });
    await expect(saveTranslation(official, { ...input, part: "funding" })).rejects.toMatchObject({ code: "not_found" });
    expect(TranslateInput.safeParse({ ...input, words: {}, language: "tlh" }).success).toBe(false);
  });

  test("a form that is sent twice counts once; twelve at once make one translation", async () => {
    const { official, id } = await world();
    const input = await form(official, id, "title", TITLE);
    await Promise.all(Array.from({ length: 12 }, () => saveTranslation(official, input)));
    expect((await textOf(id))?.version).toBe(1);
    expect(await audited(id)).toHaveLength(1);
  });

  test("of two people on one part neither overwrites the other; on two parts both are saved", async () => {
    const { official, lead, id } = await world();
    await type(official, id, "title", TITLE);
    const [mine, theirs] = [
      await form(official, id, "lessons", { "lessons//text": "Mine" }),
      await form(lead, id, "lessons", { "lessons//text": "Theirs" }),
    ];
    const elsewhere = await form(lead, id, "what-did-not-work", { "what-did-not-work//text": "Nothing." });
    await saveTranslation(official, mine);
    await expect(saveTranslation(lead, theirs)).rejects.toMatchObject({ code: "conflict" });
    expect(TranslateInput.safeParse({ ...theirs, words: {}, theirs: { "lessons//text": "Mine" } }).success).toBe(true);
    await saveTranslation(lead, elsewhere);
    const words = (await textOf(id))?.document.sections.map(({ markdown }) => markdown);
    expect(words).toEqual(["Mine", "Nothing."]);
  });

  test("a word that is left empty is to do, and a word that is emptied is the original's again", async () => {
    const { official, id } = await world();
    await type(official, id, "title", TITLE);
    await type(official, id, "timeline", { "timeline/t1/what": "Fact 1" });
    expect((await states(official, id))?.timeline).toBe("in-progress");
    await type(official, id, "timeline", { "timeline/t1/what": "" });
    expect((await states(official, id))?.timeline).toBe("not-started");
    expect((await textOf(id))?.document.timeline[0]?.what).toBe("Fatto t1");
    expect(await behind(official, id)).toBe(0);
  });
});

describe("when the original changes", () => {
  test("the translation is one change behind, until somebody says that it is still correct", async () => {
    const { official, id } = await world();
    await type(official, id, "title", TITLE);
    await type(official, id, "lessons", { "lessons//text": "First.\n\nSecond." });
    expect(await behind(official, id)).toBe(0);
    await changeLessons(official, id, "Prima.\n\nTerza.");
    expect(await behind(official, id)).toBe(1);
    expect((await states(official, id))?.lessons).toBe("behind");
    expect((await textOf(id))?.document.sections.find(({ key }) => key === "lessons")?.markdown).toBe(
      "First.\n\nSecond.",
    );
    await type(official, id, "lessons", {});
    expect(await behind(official, id)).toBe(0);
    expect((await states(official, id))?.lessons).toBe("done");
  });

  test("a translation without a record follows the original that was released with it", async () => {
    const { official, id } = await world("cohort");
    const document = { ...(await originalOf(id)).document, title: "A network" };
    await db.insert(writeUpTexts).values({
      writeUpId: id,
      audience: "city",
      language: "en",
      ...readingColumns(document),
      translatedBy: official.personId,
      followsVersion: 1,
    });
    await changeLessons(official, id, "Altra.");
    expect(await states(official, id)).toMatchObject({ title: "done", lessons: "behind", timeline: "done" });
    expect(await behind(official, id)).toBe(1);
  });

  test("while somebody translates, the words come back with the original of now", async () => {
    const { official, lead, id } = await world();
    await type(official, id, "title", TITLE);
    const input = await form(official, id, "lessons", { "lessons//text": "First." });
    await changeLessons(lead, id, "Altra.");
    await expect(saveTranslation(official, input)).rejects.toMatchObject({
      code: "conflict",
      fields: { form: { key: "translations.error.originalMoved" } },
    });
  });

  test("a date, or a part without words, is no change to follow", async () => {
    const { official, id } = await world();
    await type(official, id, "title", TITLE);
    await type(official, id, "timeline", {
      "timeline/t1/what": "Fact 1",
      "timeline/t2/what": "Fact 2",
      "timeline/t3/what": "Fact 3",
    });
    const rows: TimelineInput["rows"] = ["t1", "t2", "t3"].map((key) => ({
      id: key,
      date: key === "t2" ? "2021-05-18" : "2020-03",
      phase: "respond" as const,
      what: `Fatto ${key}`,
      who: "",
      decisionLevel: null,
      effect: "",
      source: null,
    }));
    await following(id, (version) => saveTimeline(official, { id, version, seen: "", more: "", rows }));
    const text = await textOf(id);
    expect(text?.document.timeline.map(({ date, what }) => `${date} ${what}`)).toEqual([
      "2020-03 Fact 1",
      "2020-03 Fact 3",
      "2021-05-18 Fact 2",
    ]);
    expect(await behind(official, id)).toBe(0);
  });

  test("the words of an entry that it lost come back with it", async () => {
    const { official, id } = await world();
    await type(official, id, "title", TITLE);
    await type(official, id, "lessons", { "lessons//text": "Never thrown away." });
    await changeLessons(official, id, "");
    expect(JSON.stringify((await textOf(id))?.document)).not.toContain("Never thrown away.");
    await changeLessons(official, id, "Prima.\n\nSeconda.");
    expect(JSON.stringify((await textOf(id))?.document)).toContain("Never thrown away.");
    expect(await behind(official, id)).toBe(0);
  });
});

describe("what others read", () => {
  const release = async (lead: Actor, id: string, from: "city" | "cohort", target: "cohort" | "public") => {
    const texts = await db.select().from(writeUpTexts).where(eq(writeUpTexts.writeUpId, id));
    const seen = texts.reduce((sum, { audience, version }) => sum + (audience === "city" ? version : 0), 0);
    await approveSharing(lead, { id, from, target, seen });
  };

  test("nothing of a translation leaves the city before the lead shares it, nor what stays there", async () => {
    const { official, lead, peer, id } = await world("city", {
      ...DOCUMENT,
      sections: [section("lessons", "Prima."), section("what-did-not-work", "Niente.", "city")],
    });
    await type(official, id, "title", TITLE);
    await type(official, id, "lessons", { "lessons//text": "canarylessons" });
    await type(official, id, "what-did-not-work", { "what-did-not-work//text": "canarycity" });
    expect(await getWriteUp(peer, id, ["en"])).toBeNull();
    await release(lead, id, "city", "cohort");
    const read = await getWriteUp(peer, id, ["en"]);
    expect(read?.document.sections.map(({ markdown }) => markdown)).toEqual(["canarylessons"]);
    const row = JSON.stringify(await textOf(id, "cohort"));
    expect(row).toContain("canarylessons");
    expect(row).not.toMatch(/canarycity|Niente/);
    expect((await listWriteUps(peer, { q: "canarycity" })).items).toEqual([]);
    expect((await listWriteUps(peer, { q: "canarylessons" })).items).toHaveLength(1);
  });

  test("the original as it was translated stays in the city: it may hold what was never shared", async () => {
    const { official, lead, id } = await world();
    await type(official, id, "title", TITLE);
    await type(official, id, "lessons", { "lessons//text": "First." });
    await changeLessons(official, id, "canaryunshared");
    await type(official, id, "lessons", {});
    await changeLessons(official, id, "Prima.");
    expect(JSON.stringify(await followsOf(id))).toContain("canaryunshared");
    await release(lead, id, "city", "cohort");
    for (const language of ["it", "en"]) {
      const row = await textOf(id, "cohort", language);
      expect(row?.follows).toBeNull();
      expect(JSON.stringify(row)).not.toContain("canaryunshared");
    }
  });

  test("readers are told how far behind it was when it was shared", async () => {
    const { official, lead, peer, id } = await world();
    await type(official, id, "title", TITLE);
    await type(official, id, "lessons", { "lessons//text": "First." });
    await changeLessons(official, id, "Altra.");
    await release(lead, id, "city", "cohort");
    expect(await behind(peer, id)).toBe(1);
    await type(official, id, "lessons", { "lessons//text": "Another." });
    expect(await behind(peer, id)).toBe(1);
    await release(lead, id, "cohort", "cohort");
    expect(await behind(peer, id)).toBe(0);
  });
});

describe("a machine", () => {
  const running: { stop(): Promise<void> }[] = [];
  async function service(answer = likeLibreTranslate) {
    const started = await startService(answer);
    running.push(started);
    vi.stubEnv("TRANSLATE_PROVIDER", "libretranslate");
    vi.stubEnv("TRANSLATE_URL", started.url);
    return started;
  }
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await Promise.all(running.splice(0).map((one) => one.stop()));
  });
  const whole = (id: string) => ({ id, language: "en" as const, part: "" });
  const refusal = (reason: string) => ({ fields: { form: { key: `translations.machine.error.${reason}` } } });

  test("translates what nobody has, and it is marked until a person has read each part", async () => {
    const { official, id } = await world();
    await service();
    await type(official, id, "title", TITLE);
    expect(await fillByMachine(official, whole(id))).toEqual({ id, filled: 5, left: 0 });
    const text = await textOf(id);
    expect(text?.document.title).toBe("A network");
    expect(text?.document.sections[0]?.markdown).toBe("en: Prima.\n\nen: Seconda.");
    expect(text).toMatchObject({ machine: "LibreTranslate", translatedBy: official.personId });
    expect(await states(official, id)).toEqual({
      title: "done",
      timeline: "machine",
      lessons: "machine",
      "what-did-not-work": "machine",
    });
    for (const part of ["timeline", "lessons"]) await type(official, id, part, {});
    expect((await textOf(id))?.machine).toBe("LibreTranslate");
    await type(official, id, "what-did-not-work", { "what-did-not-work//text": "Nothing." });
    expect((await textOf(id))?.machine).toBeNull();
    expect(await audited(id)).toContainEqual([
      "translation.fill",
      { language: "en", service: "LibreTranslate", words: 3 },
    ]);
  });

  test("can begin a translation, which then is nobody's until a person works on it", async () => {
    const { official, id } = await world();
    await service();
    await fillByMachine(official, whole(id));
    expect(await textOf(id)).toMatchObject({ title: "en: Una rete", translatedBy: null, machine: "LibreTranslate" });
    await type(official, id, "title", TITLE);
    expect((await textOf(id))?.translatedBy).toBe(official.personId);
  });

  test("gets nothing of a draft, whoever asks, and nothing that stays in the city", async () => {
    const draft = await world("draft");
    const { asked } = await service();
    await expect(fillByMachine(draft.official, whole(draft.id))).rejects.toMatchObject(refusal("draft"));
    const shared = await world("city", { ...DOCUMENT, sections: [section("what-did-not-work", "canarycity", "city")] });
    await fillByMachine(shared.official, whole(shared.id));
    await expect(
      fillByMachine(shared.official, { ...whole(shared.id), part: "what-did-not-work" }),
    ).rejects.toMatchObject(refusal("nothing"));
    expect(asked.length).toBeGreaterThan(0);
    expect(JSON.stringify(asked)).not.toContain("canarycity");
  });

  test("is asked by nobody who may not edit, nor where none is set up", async () => {
    const { official, member, peer, id } = await world("cohort");
    await expect(fillByMachine(official, whole(id))).rejects.toMatchObject(refusal("off"));
    const { asked } = await service();
    for (const actor of [member, peer])
      await expect(fillByMachine(actor, whole(id))).rejects.toMatchObject({ code: "forbidden" });
    expect(asked).toEqual([]);
  });

  test("that fails leaves everything as it was, and says so calmly", async () => {
    const { official, id } = await world();
    vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = await service((_, response) => response.writeHead(500).end());
    await expect(fillByMachine(official, whole(id))).rejects.toMatchObject(refusal("unreachable"));
    broken.answer = (_, response) => response.end("not JSON");
    await expect(fillByMachine(official, whole(id))).rejects.toMatchObject(refusal("unexpected"));
    broken.answer = (_, response) => response.writeHead(429).end();
    await expect(fillByMachine(official, whole(id))).rejects.toMatchObject(refusal("busy"));
    expect(await textOf(id)).toBeUndefined();
    expect(await audited(id)).toEqual([]);
  });

  test("is asked for the rest of a part without saying that what is there is still correct", async () => {
    const { official, id } = await world();
    await service();
    await type(official, id, "title", TITLE);
    await type(official, id, "lessons", { "lessons//text": "First." });
    await changeLessons(official, id, "Altra.");
    await saveTranslation(official, { ...(await form(official, id, "lessons", {})), button: "machine" });
    expect((await states(official, id))?.lessons).toBe("behind");
    expect(await behind(official, id)).toBe(1);
  });

  test("begins a translation when nothing is typed, but nothing that is typed gets lost", async () => {
    const { official, id } = await world();
    const empty = { ...(await form(official, id, "title", {})), button: "machine" as const };
    await saveTranslation(official, empty);
    expect(await textOf(id)).toBeUndefined();
    const typed = {
      ...(await form(official, id, "title", { "title//card": "In short." })),
      button: "machine" as const,
    };
    await expect(saveTranslation(official, typed)).rejects.toMatchObject({ code: "invalid" });
  });

  test("does not overwrite what a person wrote while it worked", async () => {
    const { official, lead, id } = await world();
    await type(official, id, "title", TITLE);
    let typed = false;
    await service(async (asked, response) => {
      if (!typed) await type(lead, id, "lessons", { "lessons//text": "By hand." });
      typed = true;
      likeLibreTranslate(asked, response);
    });
    await fillByMachine(official, whole(id));
    expect((await textOf(id))?.document.sections[0]?.markdown).toBe("By hand.");
  });
});
