import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeWriteUp } from "@/db/factories";
import { auditLog, comments, crises, writeUpAuthors, writeUps, writeUpTexts } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { addAuthor, listAuthors, removeAuthor } from "./authors";
import { deleteDraft } from "./drafts";
import { getWriteUpForEditing } from "./editing";
import { startWriteUp } from "./mutations";
import { documentOf, startQuickNote } from "./quick-note";
import {
  ContactInput,
  FiguresInput,
  FundingInput,
  QuickNoteInput,
  SourcesInput,
  StartInput,
  TimelineInput,
  TitleInput,
} from "./schema";
import { saveContact, saveFigures, saveFunding, saveSources, saveTimeline } from "./task-changes";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id, { languages: ["it"], name: "Turin" });
  const other = await makeCity(cohort.id);
  const actor = async (role: "official" | "member" | "lead" | "facilitator", place: { id: string } | null = city) =>
    actorOf((await makeMember(cohort.id, role, place?.id ?? null)).id);
  const [official, member, lead] = [await actor("official"), await actor("member"), await actor("lead")];
  const [peer, facilitator] = [await actor("official", other), await actor("facilitator", null)];
  return { cohort, city, official, member, lead, peer, facilitator };
}

async function draft() {
  const all = await world();
  const input = {
    formKey: newId(),
    workspaceId: all.city.id,
    kind: "case",
    title: "Cooling rooms",
    card: "",
    language: "it",
    crisis: "new:heatwave",
  };
  const { id } = await startWriteUp(all.official, StartInput.parse(input));
  return { ...all, id };
}

async function documentAt(id: string) {
  const [row] = await db
    .select({ document: writeUpTexts.document, version: writeUpTexts.version })
    .from(writeUpTexts)
    .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city")));
  if (!row) throw new Error("no text");
  return row;
}

const audited = async (id: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(({ action }) => action);
const authorsOf = async (id: string) =>
  (await db.select().from(writeUpAuthors).where(eq(writeUpAuthors.writeUpId, id))).map(({ personId }) => personId);
const problems = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("money", () => {
  const grant = (values: object) => ({ id: "", kind: "eu", label: "", amount: "", date: "", ...values });
  const funding = (id: string, rows: object[], version = "1") => FundingInput.parse({ id, version, rows });

  test("an official enters amounts as they stand in the budget, each in its own currency and to the cent", async () => {
    const { official, id } = await draft();
    const rows = [
      grant({ label: "React-EU", amount: "€ 45.000,50", date: "18 May 2020", sourceTitle: "Minutes" }),
      grant({ kind: "private", amount: "1.2 million USD" }),
      grant({ kind: "in-kind", label: "Rooms of the libraries" }),
      grant({}),
    ];
    await saveFunding(official, funding(id, rows));
    const { document } = await documentAt(id);
    expect(document.funding).toMatchObject([
      { kind: "eu", label: "React-EU", amount: 4_500_050, currency: "EUR", date: "2020-05-18" },
      { kind: "private", amount: 120_000_000, currency: "USD", sourceId: null },
      { kind: "in-kind", amount: null, currency: null },
    ]);
    expect(document.sources).toMatchObject([{ id: document.funding[0]?.sourceId, title: "Minutes" }]);
    expect(await audited(id)).toEqual(["write-up.create", "write-up.edit"]);
    await saveTimeline(official, TimelineInput.parse({ id, version: "2", rows: [] }));
    expect((await documentAt(id)).document.sources).toHaveLength(1);
  });

  test("the order in which the rows stand is kept", async () => {
    const { official, id } = await draft();
    await saveFunding(official, funding(id, [grant({ label: "A" }), grant({ label: "B" })]));
    const [a, b] = (await documentAt(id)).document.funding;
    await saveFunding(official, funding(id, [grant({ id: b?.id, label: "B" }), grant({ id: a?.id, label: "A" })], "2"));
    expect((await documentAt(id)).document.funding.map((one) => one.id)).toEqual([b?.id, a?.id]);
  });

  test("what is missing or cannot be counted is said beside its field", () => {
    const rows = [grant({ amount: "45,000" }), grant({ date: "2020" }), grant({ label: "x".repeat(301) })];
    const wrong = FundingInput.safeParse({ id: newId(), version: "1", rows });
    expect(problems(wrong)).toEqual([
      ["rows.0.amount", "writing.error.money"],
      ["rows.1.label", "writing.error.fundingMissing"],
      ["rows.2.label", "errors.field.tooLong"],
    ]);
    const odd = FundingInput.safeParse({
      id: newId(),
      version: "1",
      rows: [grant({ label: "a\0", amount: "\ud800" })],
    });
    expect(problems(odd)).toEqual([
      ["rows.0.label", "errors.field.characters"],
      ["rows.0.amount", "errors.field.characters"],
    ]);
  });

  test("nobody else enters any", async () => {
    const { lead, member, peer, facilitator, id } = await draft();
    for (const actor of [lead, member, peer, facilitator])
      await expect(saveFunding(actor, funding(id, []))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the other facts", () => {
  test("a figure says since when it counts, how it is known and how far it carries", async () => {
    const { official, id } = await draft();
    const figure = {
      id: "",
      label: "meals",
      value: "7,400",
      asOf: "November 2020",
      evidence: "counted",
      strength: "weak",
    };
    await saveFigures(official, FiguresInput.parse({ id, version: "1", rows: [{ ...figure, from: "March 2020" }] }));
    expect((await documentAt(id)).document.observations).toMatchObject([
      { value: 7400, from: "2020-03", asOf: "2020-11", evidence: "counted", strength: "weak" },
    ]);
    const from = (typed: string) => FiguresInput.safeParse({ id, version: "1", rows: [{ ...figure, from: typed }] });
    expect(problems(from("December 2020"))).toEqual([["rows.0.from", "writing.error.fromAfter"]]);
    expect(from("2020").success).toBe(true);
    expect(problems(FiguresInput.safeParse({ id, version: "1", rows: [{ ...figure, evidence: "guessed" }] }))).toEqual([
      ["rows.0.evidence", "errors.field.invalid"],
    ]);
  });

  test("a timeline entry says who could decide and what came of it", async () => {
    const { official, id } = await draft();
    const entry = {
      id: "",
      date: "2020",
      phase: "respond",
      what: "x",
      decisionLevel: "region",
      effect: "Open at night.",
    };
    await saveTimeline(official, TimelineInput.parse({ id, version: "1", rows: [entry] }));
    expect((await documentAt(id)).document.timeline).toMatchObject([
      { decisionLevel: "region", effect: "Open at night." },
    ]);
    const alone = TimelineInput.safeParse({ id, version: "1", rows: [{ phase: "respond", effect: "Only this" }] });
    expect(problems(alone)).toEqual([["rows.0.date", "writing.error.dateMissing"]]);
  });

  test("a contact is a mailbox or an office; a case also says that nobody can be recognised", async () => {
    const { official, city, id } = await draft();
    const contact = (values: object) => ContactInput.parse({ id, version: "1", ...values });
    await saveContact(official, contact({ email: "Office@Comune.Example", nobodyRecognisable: "yes" }));
    expect((await documentAt(id)).document).toMatchObject({
      contact: { name: "", email: "office@comune.example" },
      nobodyRecognisable: true,
    });
    await saveContact(official, { ...contact({ email: "" }), version: 2 });
    expect((await documentAt(id)).document).toMatchObject({ contact: null, nobodyRecognisable: false });
    expect(problems(ContactInput.safeParse({ id, version: "1", email: "office" }))).toEqual([
      ["email", "errors.field.email"],
    ]);
    const practice = await makeWriteUp(city, official.personId, { kind: "practice", audience: "city" });
    await saveContact(official, { ...contact({ name: "Office", nobodyRecognisable: "yes" }), id: practice.id });
    expect((await documentAt(practice.id)).document).toMatchObject({
      contact: { name: "Office" },
      nobodyRecognisable: false,
    });
  });

  test("a field that older texts lack is no change until somebody fills it in", async () => {
    const { official, city } = await world();
    const entry = { id: "e", date: "2020", phase: "respond" as const, what: "x", who: "", sourceId: null };
    const { id } = await makeWriteUp(city, official.personId, {
      kind: "case",
      audience: "city",
      document: { timeline: [entry] },
    });
    const save = (values: object) =>
      saveTimeline(
        official,
        TimelineInput.parse({
          id,
          version: "1",
          rows: [{ id: "e", date: "2020", phase: "respond", what: "x", ...values }],
        }),
      );
    await save({});
    expect(await documentAt(id)).toMatchObject({ version: 1 });
    await save({ effect: "y" });
    expect(await documentAt(id)).toMatchObject({ version: 2 });
  });

  test("sources say all that is known of them; whoever named one that is taken out names none", async () => {
    const { official, id } = await draft();
    const entry = { id: "", date: "2020", phase: "respond", what: "x", sourceTitle: "Minutes" };
    await saveTimeline(official, TimelineInput.parse({ id, version: "1", rows: [entry] }));
    const [source] = (await documentAt(id)).document.sources;
    const known = { id: source?.id, title: "Minutes", publisher: "City council", date: "18 May 2020", language: "it" };
    const save = (version: string, row: object) =>
      saveSources(official, SourcesInput.parse({ id, version, rows: [{ ...row, accessedOn: "" }] }));
    await save("2", known);
    expect((await documentAt(id)).document).toMatchObject({
      sources: [{ id: source?.id, publisher: "City council", date: "2020-05-18", language: "it", accessedOn: null }],
      timeline: [{ sourceId: source?.id }],
    });
    await save("3", { id: source?.id });
    expect((await documentAt(id)).document).toMatchObject({ sources: [], timeline: [{ sourceId: null }] });
    const wrong = SourcesInput.safeParse({ id, version: "1", rows: [{ publisher: "P", language: "xx" }] });
    expect(problems(wrong)).toEqual([["rows.0.language", "errors.field.invalid"]]);
    expect(problems(SourcesInput.safeParse({ id, version: "1", rows: [{ publisher: "P" }] }))).toEqual([
      ["rows.0.title", "writing.error.sourceMissing"],
    ]);
  });

  test("an end before the start is asked about; the same year is not", () => {
    const title = (startedOn: string, endedOn: string) =>
      TitleInput.safeParse({ id: newId(), version: "1", title: "T", crisis: "", startedOn, endedOn });
    expect(problems(title("May 2021", "2020"))).toEqual([["endedOn", "writing.error.endedBefore"]]);
    expect(title("May 2020", "2020").success).toBe(true);
  });
});

describe("a quick note", () => {
  const note = (workspaceId: string, values: object = {}) =>
    QuickNoteInput.parse({
      formKey: newId(),
      workspaceId,
      title: "The river is over the bank",
      crisis: "new:flood",
      happens: "Two streets are under water",
      doing: "The sports hall is open.",
      need: "Pumps, and somebody who has done this.",
      language: "it",
      ...values,
    });

  test("an official writes three lines; each has its place in the case, and together they are the card", async () => {
    const { official, city } = await world();
    const { id } = await startQuickNote(official, note(city.id));
    const { document } = await documentAt(id);
    const words = document.sections.filter(({ markdown }) => markdown).map(({ key, html }) => [key, html.trim()]);
    expect(words).toEqual([
      ["trigger", "<p>Two streets are under water</p>"],
      ["what-is-done", "<p>The sports hall is open.</p>"],
      ["corrective-actions", "<p>Pumps, and somebody who has done this.</p>"],
    ]);
    expect(document.card).toBe(
      "Two streets are under water. The sports hall is open. Pumps, and somebody who has done this.",
    );
    expect(await getWriteUpForEditing(official, id)).toMatchObject({
      quickNote: true,
      audience: "draft",
      kind: "case",
    });
    expect(await audited(id)).toEqual(["write-up.create"]);
  });

  test("sent twice it is one, and nobody outside the city writes one for it", async () => {
    const { official, member, peer, city } = await world();
    const input = note(city.id);
    const made = await Promise.all([startQuickNote(official, input), startQuickNote(official, input)]);
    expect(made[0]?.id).toBe(made[1]?.id);
    await expect(startQuickNote(member, note(city.id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(startQuickNote(peer, note(city.id))).rejects.toMatchObject({ code: "not_found" });
  });

  test("what is missing or too long is said beside its field", () => {
    const wrong = QuickNoteInput.safeParse({
      ...note(newId()),
      title: "",
      crisis: "",
      happens: " ",
      doing: "x".repeat(601),
      need: "\0",
    });
    expect(problems(wrong)).toEqual([
      ["title", "writing.error.titleMissing"],
      ["crisis", "writing.error.crisisMissing"],
      ["happens", "writing.error.happensMissing"],
      ["doing", "errors.field.tooLong"],
      ["need", "errors.field.characters"],
    ]);
  });

  test("a card that is too long ends with a whole word", () => {
    const { card } = documentOf({ title: "T", happens: "water ".repeat(100).trim(), doing: "pumps", need: "" });
    expect(card.length).toBeLessThanOrEqual(280);
    expect(card).toMatch(/water…$/);
    const emoji = documentOf({ title: "T", happens: "🌊".repeat(300), doing: "x", need: "" }).card;
    expect(emoji.length).toBeLessThanOrEqual(280);
    expect(emoji.isWellFormed()).toBe(true);
  });
});

describe("who writes it", () => {
  test("an author adds a colleague, who then reads and changes the draft; the log says so once", async () => {
    const { official, member, lead, id } = await draft();
    expect(await getWriteUpForEditing(member, id)).toBeNull();
    const [one] = await Promise.all([1, 2].map(() => addAuthor(official, { id, personId: member.personId })));
    expect(one).toEqual({ id });
    expect(await getWriteUpForEditing(member, id)).not.toBeNull();
    expect(await getWriteUpForEditing(lead, id)).toBeNull();
    expect(await audited(id)).toEqual(["write-up.create", "write-up.add-author"]);
    const listed = await listAuthors(member, id);
    expect(listed?.authors.map(({ personId, isMe }) => [personId, isMe]).sort()).toEqual(
      [
        [official.personId, false],
        [member.personId, true],
      ].sort(),
    );
    expect(listed?.colleagues.map(({ personId }) => personId)).toEqual([lead.personId]);
  });

  test("whoever is taken off reads it no more", async () => {
    const { official, member, id } = await draft();
    await addAuthor(official, { id, personId: member.personId });
    await removeAuthor(official, { id, personId: member.personId });
    await removeAuthor(official, { id, personId: member.personId });
    expect(await getWriteUpForEditing(member, id)).toBeNull();
    expect(await audited(id)).toEqual(["write-up.create", "write-up.add-author", "write-up.remove-author"]);
  });

  test("only people who belong to the city now can be added", async () => {
    const { official, peer, facilitator, cohort, city, id } = await draft();
    const left = await makePerson();
    await makeMembership(left.id, cohort.id, "official", city.id, new Date(Date.now() - 1000));
    for (const personId of [peer.personId, facilitator.personId, left.id, newId()])
      await expect(addAuthor(official, { id, personId })).rejects.toMatchObject({
        code: "invalid",
        fields: { personId: { key: "writing.error.colleague" } },
      });
    expect(await authorsOf(id)).toEqual([official.personId]);
  });

  test("a draft keeps somebody who can share it, also when two leave at once", async () => {
    const { official, member, lead, id } = await draft();
    const last = { code: "invalid", fields: { form: { key: "writing.error.lastAuthor" } } };
    await addAuthor(official, { id, personId: member.personId });
    await expect(removeAuthor(member, { id, personId: official.personId })).rejects.toMatchObject(last);
    await addAuthor(official, { id, personId: lead.personId });
    const both = await Promise.allSettled(
      [official, lead].map(({ personId }) => removeAuthor(member, { id, personId })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await removeAuthor(member, { id, personId: member.personId });
    expect(await authorsOf(id)).toHaveLength(1);
  });

  test("for those who may not edit it there is nobody to see or to add", async () => {
    const { official, member, lead, peer, facilitator, city, id } = await draft();
    for (const actor of [member, lead, peer, facilitator]) {
      expect(await listAuthors(actor, id)).toBeNull();
      await expect(addAuthor(actor, { id, personId: member.personId })).rejects.toMatchObject({ code: "not_found" });
      await expect(removeAuthor(actor, { id, personId: official.personId })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    const shared = await makeWriteUp(city, official.personId);
    for (const actor of [member, peer, facilitator])
      await expect(addAuthor(actor, { id: shared.id, personId: actor.personId })).rejects.toMatchObject({
        code: "forbidden",
      });
    expect(await audited(shared.id)).toEqual([]);
  });
});

describe("deleting a draft", () => {
  test("an author deletes it with its comments and the crisis that nothing else names", async () => {
    const { official, cohort, id } = await draft();
    const [made] = await db.select({ crisisId: writeUps.crisisId }).from(writeUps).where(eq(writeUps.id, id));
    const comment = { cohortId: cohort.id, writeUpId: id, authorId: official.personId, audience: "city" as const };
    const said = { language: "it", markdown: "x", html: "x" };
    const [parent] = await db
      .insert(comments)
      .values({ ...comment, ...said })
      .returning();
    await db.insert(comments).values({ ...comment, ...said, parentId: parent?.id });
    await deleteDraft(official, { id });
    expect(await db.select().from(writeUps).where(eq(writeUps.id, id))).toEqual([]);
    expect(
      await db
        .select()
        .from(crises)
        .where(eq(crises.id, made?.crisisId ?? "")),
    ).toEqual([]);
    expect(await audited(id)).toEqual(["write-up.create", "write-up.delete"]);
    await expect(deleteDraft(official, { id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("a crisis that another case names stays", async () => {
    const { official, city, id } = await draft();
    const [made] = await db.select({ crisisId: writeUps.crisisId }).from(writeUps).where(eq(writeUps.id, id));
    const crisis = made?.crisisId ?? "";
    const again = { formKey: newId(), workspaceId: city.id, kind: "case", title: "T", language: "it", crisis };
    await startWriteUp(official, StartInput.parse(again));
    await deleteDraft(official, { id });
    expect(await db.select().from(crises).where(eq(crises.id, crisis))).toHaveLength(1);
  });

  test("what others were given to read is not deleted, and nobody else deletes a draft", async () => {
    const { official, lead, member, peer, facilitator, city, id } = await draft();
    for (const actor of [lead, member, peer, facilitator])
      await expect(deleteDraft(actor, { id })).rejects.toMatchObject({ code: "not_found" });
    for (const audience of ["city", "cohort", "public"] as const) {
      const shared = await makeWriteUp(city, official.personId, { audience });
      await expect(deleteDraft(official, { id: shared.id })).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await db.select().from(writeUps).where(eq(writeUps.id, id))).toHaveLength(1);
  });
});
