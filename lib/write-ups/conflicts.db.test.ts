import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { auditLog, writeUpTexts } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { sealBase } from "./base";
import { getWriteUpForEditing } from "./editing";
import { fingerprint } from "./fingerprint";
import { TimelineInput } from "./schema";
import { saveSection, saveTimeline } from "./task-changes";
import type { TaskKey } from "./tasks";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const [anna, zofia] = await Promise.all([
    makeMember(cohort.id, "official", city.id).then(({ id }) => actorOf(id)),
    makeMember(cohort.id, "lead", city.id).then(({ id }) => actorOf(id)),
  ]);
  const words = "Meals came home.\n\nThe helpline stayed.";
  const section = {
    key: "lessons" as const,
    markdown: words,
    html: "<p>x</p>",
    empty: null,
    audience: "public" as const,
  };
  const entry = {
    id: "entry-a",
    date: "2020-03",
    phase: "respond" as const,
    what: "It begins.",
    who: "",
    sourceId: null,
  };
  const { id } = await makeWriteUp(city, anna.personId, {
    kind: "case",
    document: { sections: [section], timeline: [entry] },
  });
  /** What a form of this task carries at this moment. */
  const form = async (task: TaskKey) => {
    const writeUp = await getWriteUpForEditing(anna, id);
    if (!writeUp) throw new Error("no write-up");
    const { kind, document, crisis, version } = writeUp;
    const seen = fingerprint(kind, document, crisis?.id ?? null, task);
    return { id, version, seen, more: "" as const, base: sealBase(writeUp, task) };
  };
  const documentNow = async () => {
    const here = and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city"));
    const [row] = await db.select().from(writeUpTexts).where(here);
    if (!row) throw new Error("no text");
    return row.document;
  };
  return { anna, zofia, id, form, documentNow };
}

const lessons = (markdown: string) => ({ section: "lessons", markdown, why: null, by: null });
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

/** The rest of a form's fields, and the base that the schema of a task lets through. */
function timeline(form: { version: number; base: string; id: string; seen: string; more: "" }, rows: object[]) {
  const { base, ...rest } = form;
  return { ...TimelineInput.parse({ ...rest, version: String(form.version), rows: rows.map(row) }), base };
}

describe("two people change the same task", () => {
  test("two paragraphs of one section are put together, rendered, and both changes are in the log", async () => {
    const { anna, zofia, id, form, documentNow } = await world();
    const made = await form("lessons");
    await saveSection(zofia, { ...made, ...lessons("Meals came home.\n\nThe helpline closed.") });
    const saved = await saveSection(anna, { ...made, ...lessons("Warm meals came home.\n\nThe helpline stayed.") });
    expect(saved.merged).toBe(true);
    const section = (await documentNow()).sections.find(({ key }) => key === "lessons");
    expect(section?.markdown).toBe("Warm meals came home.\n\nThe helpline closed.");
    expect(section?.html).toBe("<p>Warm meals came home.</p>\n<p>The helpline closed.</p>");
    const log = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, id), eq(auditLog.action, "write-up.edit")));
    expect(log).toHaveLength(2);
  });

  test("what clashes is not saved; both texts come back, and the next sending is the answer", async () => {
    const { anna, zofia, form, documentNow } = await world();
    const made = await form("lessons");
    await saveSection(zofia, { ...made, ...lessons("Zofia writes.\n\nThe helpline stayed.") });
    const clash = await saveSection(anna, { ...made, ...lessons("Anna writes.\n\nThe helpline stayed.") }).catch(
      (error) => error,
    );
    expect(clash).toMatchObject({
      code: "conflict",
      values: { theirs: "Zofia writes.\n\nThe helpline stayed.", changedBy: zofia.name },
    });
    expect(clash.values.markdown).toContain("Anna");
    expect((await documentNow()).sections.find(({ key }) => key === "lessons")?.markdown).toContain("Zofia");
    const { seen, base, theirs } = clash.values;
    const answer = { ...made, seen, base, theirs, version: Number(clash.values.version) };
    await saveSection(anna, { ...answer, ...lessons("Anna and Zofia write.") });
    expect((await documentNow()).sections.find(({ key }) => key === "lessons")?.markdown).toBe("Anna and Zofia write.");
  });

  test("entries of both stay; a date that both changed is asked about, and the answer keeps the rest of theirs", async () => {
    const { anna, zofia, form, documentNow } = await world();
    const made = await form("timeline");
    const old = { id: "entry-a", date: "March 2020", what: "It begins." };
    await saveTimeline(
      zofia,
      timeline(made, [
        { ...old, date: "April 2020", who: "Arci" },
        { date: "2021", what: "Zofia adds." },
      ]),
    );
    const mine = [
      { ...old, date: "May 2020" },
      { date: "2022", what: "Anna adds." },
    ];
    const clash = await saveTimeline(anna, timeline(made, mine)).catch((error) => error);
    expect(clash).toMatchObject({ code: "conflict" });
    expect(JSON.parse(clash.values.clashes)).toEqual([
      {
        entry: "It begins.",
        field: "date",
        question: { en: "Date", it: "Data" },
        mine: { en: "May 2020", it: "maggio 2020" },
        theirs: { en: "April 2020", it: "aprile 2020" },
      },
    ]);
    const { version, seen, base } = clash.values;
    await saveTimeline(anna, timeline({ ...made, version, seen, base }, mine));
    const { timeline: now } = await documentNow();
    expect(now.map(({ date, what, who }) => [date, what, who])).toEqual([
      ["2020-05", "It begins.", "Arci"],
      ["2021", "Zofia adds.", ""],
      ["2022", "Anna adds.", ""],
    ]);
  });

  test("a base that is not ours, or another form's, counts for nothing: the old way of asking stays", async () => {
    const { anna, zofia, form, documentNow } = await world();
    const made = await form("lessons");
    const other = await form("timeline");
    await saveSection(zofia, { ...made, ...lessons("Zofia writes.") });
    for (const base of ["", "x.y", other.base, `${made.base}x`])
      await expect(saveSection(anna, { ...made, base, ...lessons("Anna writes.") })).rejects.toMatchObject({
        code: "conflict",
      });
    expect((await documentNow()).sections.find(({ key }) => key === "lessons")?.markdown).toBe("Zofia writes.");
  });
});
