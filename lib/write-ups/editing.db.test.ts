import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeWriteUp } from "@/db/factories";
import { auditLog, crises, writeUpAuthors, writeUps, writeUpTexts } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { listCrises } from "./crises";
import { exampleOf, getWriteUpForEditing, listStartPlaces } from "./editing";
import { emptyDocument } from "./empty-document";
import { fingerprint } from "./fingerprint";
import { startWriteUp } from "./mutations";
import { FiguresInput, SectionInput, StartInput, TagsInput, TimelineInput, TitleInput } from "./schema";
import {
  saveConditions,
  saveFigures,
  saveOrganisations,
  saveSection,
  saveTags,
  saveTimeline,
  saveTitle,
} from "./task-changes";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id, { languages: ["it"], name: "Turin" });
  const other = await makeCity(cohort.id);
  const official = await actorOf((await makeMember(cohort.id, "official", city.id)).id);
  const member = await actorOf((await makeMember(cohort.id, "member", city.id)).id);
  const lead = await actorOf((await makeMember(cohort.id, "lead", city.id)).id);
  const peer = await actorOf((await makeMember(cohort.id, "official", other.id)).id);
  const facilitator = await actorOf((await makeMember(cohort.id, "facilitator")).id);
  return { cohort, city, other, official, member, lead, peer, facilitator };
}

const begin = (workspaceId: string, values: Partial<StartInput> = {}) =>
  StartInput.parse({
    formKey: newId(),
    workspaceId,
    kind: "case",
    title: "Cooling rooms",
    card: "Libraries open at night.",
    language: "it",
    crisis: "covid-19",
    ...values,
  });

async function textOf(id: string, language = "it") {
  const [row] = await db
    .select()
    .from(writeUpTexts)
    .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city"), eq(writeUpTexts.language, language)));
  if (!row) throw new Error("no text");
  return row;
}

const audited = async (id: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(({ action }) => action);

async function started() {
  const all = await world();
  const { id } = await startWriteUp(all.official, begin(all.city.id));
  return { ...all, id, task: { id, version: 1, seen: "", more: "" as const } };
}

const row = (values: object) => ({
  id: "",
  date: "",
  phase: "respond",
  what: "",
  who: "",
  sourceTitle: "",
  sourceUrl: "",
  ...values,
});
const timeline = (id: string, rows: object[], version = "1") =>
  TimelineInput.parse({ id, version, rows: rows.map(row) });

describe("beginning a write-up", () => {
  test("an official begins a case: a draft of the city that only its author reads", async () => {
    const { official, member, lead, city } = await world();
    const { id } = await startWriteUp(official, begin(city.id));
    const [made] = await db.select().from(writeUps).where(eq(writeUps.id, id));
    expect(made).toMatchObject({ audience: "draft", kind: "case", crisisId: "covid-19", workspaceId: city.id });
    expect(await db.select().from(writeUpAuthors).where(eq(writeUpAuthors.writeUpId, id))).toHaveLength(1);
    expect(await textOf(id)).toMatchObject({ title: "Cooling rooms", version: 1 });
    expect(await getWriteUpForEditing(official, id)).toMatchObject({ id, language: "it" });
    expect(await getWriteUpForEditing(lead, id)).toBeNull();
    expect(await getWriteUpForEditing(member, id)).toBeNull();
    expect(await audited(id)).toEqual(["write-up.create"]);
  });

  test("a form that is sent fifty times makes one draft and one crisis", async () => {
    const { official, city } = await world();
    const before = (await db.select().from(crises)).length;
    const input = begin(city.id, { crisis: "new:heatwave" });
    const made = await Promise.all(Array.from({ length: 50 }, () => startWriteUp(official, input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await db.select().from(crises)).toHaveLength(before + 1);
    expect(await db.select().from(writeUps).where(eq(writeUps.workspaceId, city.id))).toHaveLength(1);
  });

  test("somebody else's form key opens nothing of theirs", async () => {
    const { official, lead, city } = await world();
    const input = begin(city.id);
    await startWriteUp(official, input);
    await expect(startWriteUp(lead, input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("members, people of other cities, facilitators and those who left cannot begin one", async () => {
    const { member, peer, facilitator, city, cohort } = await world();
    const left = await makePerson();
    await makeMembership(left.id, cohort.id, "official", city.id, new Date(Date.now() - 1000));
    await expect(startWriteUp(member, begin(city.id))).rejects.toMatchObject({ code: "forbidden" });
    for (const actor of [peer, facilitator, await actorOf(left.id)]) {
      await expect(startWriteUp(actor, begin(city.id))).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listStartPlaces(member)).toEqual([]);
    expect(await listStartPlaces(facilitator)).toEqual([]);
    expect(await listStartPlaces(peer)).toHaveLength(1);
  });

  test("what is missing or too long is said beside its field", () => {
    const wrong = StartInput.safeParse({ ...begin(newId()), title: " ", card: "x".repeat(281), crisis: "" });
    expect(wrong.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      ["title", "writing.error.titleMissing"],
      ["card", "errors.field.tooLong"],
      ["crisis", "writing.error.crisisMissing"],
    ]);
    expect(StartInput.safeParse({ ...begin(newId()), crisis: "new:dragon" }).success).toBe(false);
    expect(StartInput.safeParse({ ...begin(newId()), language: "xx" }).success).toBe(false);
  });

  test("a crisis that only another city's draft names is neither offered nor accepted", async () => {
    const { official, peer, city, other } = await world();
    const { id } = await startWriteUp(peer, begin(other.id, { crisis: "new:flood" }));
    const [hidden] = await db.select().from(writeUps).where(eq(writeUps.id, id));
    const crisis = hidden?.crisisId ?? "";
    expect((await listCrises(official)).map((one) => one.id)).toEqual(["covid-19"]);
    expect((await listCrises(peer)).map((one) => one.id)).toContain(crisis);
    await expect(startWriteUp(official, begin(city.id, { crisis }))).rejects.toMatchObject({
      fields: { crisis: { key: "errors.field.invalid" } },
    });
  });
});

describe("working through the tasks", () => {
  test("the timeline is sorted, keeps dates as precise as typed, and gives each source once", async () => {
    const { official, id } = await started();
    await saveTimeline(
      official,
      timeline(id, [
        { date: "21/07/2022", what: "Ten libraries open.", sourceTitle: "Council", sourceUrl: "www.example.org/a" },
        { date: "2023", phase: "rebuild", what: "A plan." },
        {},
        { date: "luglio 2022", what: "The heatwave.", sourceUrl: "https://www.example.org/a" },
      ]),
    );
    const { document, phases, version, body } = await textOf(id);
    expect(document.timeline.map(({ date }) => date)).toEqual(["2022-07", "2022-07-21", "2023"]);
    expect(document.sources).toMatchObject([{ title: "Council", url: "https://www.example.org/a" }]);
    expect(new Set(document.timeline.map(({ sourceId }) => sourceId))).toEqual(
      new Set([document.sources[0]?.id, null]),
    );
    expect(phases).toEqual(["respond", "rebuild"]);
    expect(body).toContain("Ten libraries open.");
    expect(version).toBe(2);
    expect(await audited(id)).toEqual(["write-up.create", "write-up.edit"]);
  });

  test("a row keeps its id, an emptied row is removed, and saving the same changes nothing", async () => {
    const { official, id } = await started();
    await saveTimeline(
      official,
      timeline(id, [
        { date: "2020", what: "A" },
        { date: "2021", what: "B", sourceTitle: "S" },
      ]),
    );
    const before = (await textOf(id)).document;
    const [a] = before.timeline;
    const again = timeline(id, [{ id: a?.id, date: "2020", what: "A" }, { id: before.timeline[1]?.id }], "2");
    await saveTimeline(official, again);
    const after = await textOf(id);
    expect(after.document.timeline).toMatchObject([{ id: a?.id, what: "A" }]);
    expect(after.document.sources).toEqual([]);
    await saveTimeline(official, { ...again, version: 3 });
    expect((await textOf(id)).version).toBe(3);
    expect(await audited(id)).toHaveLength(3);
  });

  test("a half-filled row says what it lacks", () => {
    const wrong = TimelineInput.safeParse({
      id: newId(),
      version: "1",
      rows: [
        row({ date: "2020" }),
        row({ date: "last summer", what: "x" }),
        row({ what: "x" }),
        row({ date: "30/2/2025", what: "x" }),
      ],
    });
    expect(wrong.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      ["rows.0.what", "writing.error.whatMissing"],
      ["rows.1.date", "errors.field.partialDate"],
      ["rows.2.date", "writing.error.dateMissing"],
      ["rows.3.date", "errors.field.noSuchDay"],
    ]);
  });

  test("figures are read as typed; two with the same words stand side by side; three at most on the card", async () => {
    const { official, id } = await started();
    const figure = (values: object) => ({
      id: "",
      label: "nodes",
      value: "12",
      unit: "",
      asOf: "",
      note: "",
      sourceTitle: "",
      sourceUrl: "",
      ...values,
    });
    const rows = [
      figure({ asOf: "18 May 2020", onCard: "yes" }),
      figure({ value: "14" }),
      figure({ label: "money", value: "about 1.100", unit: "€" }),
    ];
    await saveFigures(official, FiguresInput.parse({ id, version: "1", rows }));
    const { observations } = (await textOf(id)).document;
    expect(observations).toMatchObject([
      { value: 12, asOf: "2020-05-18", onCard: true },
      { value: 14, onCard: false },
      { valueKind: "about", value: 1100, unit: "EUR", measures: null },
    ]);
    expect(observations[0]?.measures).toBe(observations[1]?.measures);
    const four = Array.from({ length: 4 }, () => figure({ onCard: "yes" }));
    expect(FiguresInput.safeParse({ id, version: "1", rows: four }).error?.issues[0]?.path).toEqual([
      "rows",
      3,
      "onCard",
    ]);
  });

  test("a section is rendered when it is written; markup of the page is not let in", async () => {
    const { official, id, task } = await started();
    await saveSection(official, {
      ...task,
      section: "lessons",
      markdown: "**Ask** <script>alert(1)</script>",
      why: null,
      by: null,
    });
    const { document, body } = await textOf(id);
    const lessons = document.sections.find(({ key }) => key === "lessons");
    expect(lessons?.html).toContain("<strong>Ask</strong>");
    expect(lessons?.html).not.toContain("<script");
    expect(body).toContain("Ask");
  });

  test("a section left empty says why; words count more than the reason", async () => {
    const { official, id } = await started();
    const input = (values: object) => SectionInput.parse({ id, version: "1", section: "what-stayed", ...values });
    await saveSection(official, input({ why: "will-follow", by: "July 2027" }));
    const stayed = async () => (await textOf(id)).document.sections.find(({ key }) => key === "what-stayed");
    expect(await stayed()).toMatchObject({ empty: { why: "will-follow", by: "2027-07" } });
    await saveSection(official, { ...input({ markdown: "The network.", why: "not-known" }), version: 2 });
    expect(await stayed()).toMatchObject({ empty: null, markdown: "The network." });
    expect(
      SectionInput.safeParse({ id, version: "1", section: "x", why: "will-follow" }).error?.issues[0]?.path,
    ).toEqual(["by"]);
  });

  test("who reads what did not work is decided once, for every language", async () => {
    const { official, city } = await world();
    const document = emptyDocument("practice", "T", "");
    const writeUp = await makeWriteUp(city, official.personId, { audience: "city", document });
    await db.insert(writeUpTexts).values({ ...(await plain(writeUp.id)), language: "it" });
    const task = { id: writeUp.id, version: 1, seen: "", more: "" as const };
    const input = {
      ...task,
      section: "what-did-not-work",
      markdown: "Much.",
      why: null,
      by: null,
      audience: "city" as const,
    };
    await saveSection(official, input);
    for (const language of ["en", "it"]) {
      const { document } = await textOf(writeUp.id, language);
      expect(document.sections.find(({ key }) => key === "what-did-not-work")?.audience).toBe("city");
    }
    await saveSection(official, { ...input, section: "lessons", version: 2 });
    expect((await textOf(writeUp.id, "en")).document.sections.find(({ key }) => key === "lessons")?.audience).toBe(
      "public",
    );
  });

  test("organisations, parts, tags and the title are kept", async () => {
    const { official, id, task } = await started();
    const words = { markdown: "Words.", why: null, by: null };
    await saveOrganisations(official, {
      ...task,
      ...words,
      rows: [
        { id: "", name: "Arci", sector: "sse", role: "delivery", sseType: "association", legalForm: "APS", url: null },
      ],
    });
    await saveConditions(official, {
      ...task,
      version: 2,
      ...words,
      rows: [{ id: "", name: "Nodes", what: "Places", needs: "Rooms", transferable: "partly" }],
    });
    const tags = {
      id,
      version: "3",
      policyAreas: ["data", "", "finance"],
      themes: ["food"],
      targetGroups: [],
      sdgs: ["11", "1"],
      maturity: "running",
      scale: "",
      participation: "collaborate",
    };
    await saveTags(official, TagsInput.parse(tags));
    await saveTitle(
      official,
      TitleInput.parse({ id, version: "4", title: "New", card: "", crisis: "new:storm", beganOn: "March 2020" }),
    );
    const { document, themes, title } = await textOf(id);
    expect(document).toMatchObject({
      organisations: [{ name: "Arci", sseType: "association", legalForm: "APS" }],
      buildingBlocks: [{ name: "Nodes", what: "Places" }],
      policyAreas: ["data", "finance"],
      sdgs: [1, 11],
      participation: "collaborate",
      beganOn: "2020-03",
    });
    expect(document.sections.find(({ key }) => key === "who-did-what")?.markdown).toBe("Words.");
    expect([themes, title]).toEqual([["food"], "New"]);
    const [writeUp] = await db.select().from(writeUps).where(eq(writeUps.id, id));
    expect(writeUp?.crisisId).not.toBe("covid-19");
    expect(
      TagsInput.safeParse({ ...tags, themes: ["food", "housing", "culture", "energy", "mobility", "migration"] })
        .success,
    ).toBe(false);
  });

  test("a practice has no timeline, and no section of a case", async () => {
    const { official, city } = await world();
    const { id } = await startWriteUp(official, begin(city.id, { kind: "practice" }));
    await expect(saveTimeline(official, timeline(id, []))).rejects.toMatchObject({ code: "not_found" });
    await expect(
      saveSection(official, {
        id,
        version: 1,
        seen: "",
        more: "",
        section: "trigger",
        markdown: "x",
        why: null,
        by: null,
      }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  test("two people write one section at once: one is told, and nothing of the other is lost", async () => {
    const { official, id, task } = await started();
    const write = (markdown: string) =>
      saveSection(official, { ...task, section: "lessons", markdown, why: null, by: null });
    const results = await Promise.allSettled(["One", "Two", "Three"].map(write));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    expect((await textOf(id)).version).toBe(2);
  });

  test("two people write two sections at once, and both are kept", async () => {
    const { official, id, task } = await started();
    const { document, crisis } = (await getWriteUpForEditing(official, id)) ?? { document: null, crisis: null };
    if (!document) throw new Error("no document");
    await Promise.all(
      (["lessons", "readiness"] as const).map((section) =>
        saveSection(official, {
          ...task,
          seen: fingerprint("case", document, crisis?.id ?? null, section),
          section,
          markdown: section,
          why: null,
          by: null,
        }),
      ),
    );
    const written = (await textOf(id)).document.sections.filter(({ markdown }) => markdown !== "");
    expect(written.map(({ key }) => key).sort()).toEqual(["lessons", "readiness"]);
  });

  test("nobody but its author edits a draft; members, other cities and facilitators cannot edit what they read", async () => {
    const { official, lead, member, peer, facilitator, id, city } = await started();
    for (const actor of [lead, member, peer, facilitator])
      await expect(saveTimeline(actor, timeline(id, []))).rejects.toMatchObject({ code: "not_found" });
    const shared = await makeWriteUp(city, official.personId, { kind: "case" });
    for (const actor of [member, peer, facilitator])
      await expect(saveTimeline(actor, timeline(shared.id, []))).rejects.toMatchObject({ code: "forbidden" });
    expect(await getWriteUpForEditing(lead, shared.id)).not.toBeNull();
    expect(await getWriteUpForEditing(peer, shared.id)).toBeNull();
    expect(await audited(shared.id)).toEqual([]);
  });

  test("an example comes from what another city shared, never from what it kept", async () => {
    const { official, peer, city, other } = await world();
    const mine = await startWriteUp(official, begin(city.id));
    const writeUp = await getWriteUpForEditing(official, mine.id);
    if (!writeUp) throw new Error("no draft");
    const long = {
      key: "lessons" as const,
      markdown: "x ".repeat(60),
      html: "<p>x</p>",
      empty: null,
      audience: "public" as const,
    };
    await makeWriteUp(other, peer.personId, { audience: "city", document: { sections: [long] } });
    expect(await exampleOf(official, writeUp, "lessons", ["en"])).toBeNull();
    await makeWriteUp(other, peer.personId, { document: { title: "Shared", sections: [long] } });
    expect(await exampleOf(official, writeUp, "lessons", ["en"])).toMatchObject({ title: "Shared" });
  });
});

async function plain(id: string) {
  const { search: _, fuzzy: __, ...rest } = await textOf(id, "en");
  return rest;
}
