import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { agendaItems, auditLog, minutes, notes, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { NOTES_EACH_MAX } from "./limits";
import { keepNote, removeNote } from "./mutations";
import { getNotes } from "./queries";
import { KeepNote, type KeepNoteInput, WriteNote } from "./schema";
import { notesTopic } from "./topics";

const TOMORROW = new Date(Date.now() + 86_400_000);
const VIEW = { locale: "en", zone: "Europe/Rome" } as const;

async function world() {
  const cohort = await makeCohort();
  const [invited, elsewhere] = [await makeCity(cohort.id, { name: "Turin" }), await makeCity(cohort.id)];
  const facilitator = await makeMember(cohort.id, "facilitator");
  const [author, colleague, peer, observer] = [
    await makeMember(cohort.id, "official", invited.id),
    await makeMember(cohort.id, "member", invited.id),
    await makeMember(cohort.id, "official", elsewhere.id),
    await makeMember(cohort.id, "observer"),
  ];
  const session = await makeSession(cohort.id, facilitator.id, [invited], { startsAt: TOMORROW });
  const [step] = await db
    .insert(agendaItems)
    .values({ sessionId: session.id, position: 0, title: "Questions", minutes: 10 })
    .returning();
  const note = (values: Partial<KeepNoteInput> = {}): KeepNoteInput => ({
    id: newId(),
    session: session.id,
    step: step?.id ?? null,
    kind: "question",
    language: "en",
    aside: newId(),
    base: "",
    maybe: null,
    body: "Who rang whom first?",
    ...values,
  });
  return {
    session,
    facilitator: await actorOf(facilitator.id),
    author: await actorOf(author.id),
    colleague: await actorOf(colleague.id),
    peer: await actorOf(peer.id),
    observer: await actorOf(observer.id),
    note,
  };
}

const bodies = async (sessionId: string) =>
  (await db.select({ body: notes.body }).from(notes).where(eq(notes.sessionId, sessionId))).map(({ body }) => body);

const logged = async (id: string) =>
  (
    await db
      .select({ action: auditLog.action, actorId: auditLog.actorId })
      .from(auditLog)
      .where(eq(auditLog.subjectId, id))
      .orderBy(auditLog.id)
  ).map(({ action, actorId }) => [action, actorId]);

async function lock(sessionId: string, by: string) {
  await db
    .insert(minutes)
    .values({ sessionId, language: "en", updatedBy: by, lockedBy: by, lockedAt: new Date("2026-12-02T10:00:00Z") });
}

describe("after a session that said “use it, don’t name it”", () => {
  test("nobody and no city is named beside a note, while it was on all were", async () => {
    const { author, colleague, facilitator, note, session } = await world();
    await db.update(sessions).set({ confidentiality: "use-not-name" }).where(eq(sessions.id, session.id));
    await keepNote(author, note(), VIEW);
    const named = JSON.stringify(await getNotes(colleague, session.id, VIEW));
    expect(named).toContain(author.name);
    await db.update(sessions).set({ status: "held" }).where(eq(sessions.id, session.id));
    for (const reader of [colleague, facilitator]) {
      const page = await getNotes(reader, session.id, VIEW);
      expect(page?.notes).toMatchObject([{ body: "Who rang whom first?", city: null, author: { name: "" } }]);
      for (const word of [author.name, author.personId]) expect(JSON.stringify(page)).not.toContain(word);
    }
    const own = await getNotes(author, session.id, VIEW);
    expect(own?.notes).toMatchObject([{ author: { id: author.personId, name: "" } }]);
    const [written] = await db.select({ id: notes.id }).from(notes).where(eq(notes.sessionId, session.id));
    const told = await notesTopic.content?.(session.id, [{ kind: "note", id: written?.id ?? "" }]);
    expect(JSON.stringify(told?.(VIEW))).toContain("Who rang whom first?");
    expect(JSON.stringify(told?.(VIEW))).not.toContain(author.personId);
  });
});

describe("a note", () => {
  test("is kept as somebody types, seen with name, city and step, and logged once", async () => {
    const { author, colleague, note, session } = await world();
    const first = note({ body: "Who rang" });
    await keepNote(author, first, VIEW);
    await keepNote(author, { ...first, base: "Who rang", body: "Who rang whom " }, VIEW);
    const kept = await keepNote(author, { ...first, base: "Who rang whom ", body: "Who rang whom first?" }, VIEW);
    expect(kept.body).toBe("Who rang whom first?");
    const page = await getNotes(colleague, session.id, VIEW);
    expect(page?.notes).toMatchObject([
      { body: "Who rang whom first?", kind: "question", author: { id: author.personId }, city: { name: "Turin" } },
    ]);
    expect(page?.notes[0]?.stepId).toBe(first.step);
    expect(await logged(session.id)).toEqual([["note.write", author.personId]]);
  });

  test("sent twice is one note", async () => {
    const { author, note, session } = await world();
    const same = note();
    await Promise.all([keepNote(author, same, VIEW), keepNote(author, same, VIEW)]);
    expect(await bodies(session.id)).toEqual(["Who rang whom first?"]);
  });

  test("is one of so many that somebody may write in one session", async () => {
    const { author, colleague, note, session } = await world();
    const many = Array.from({ length: NOTES_EACH_MAX }, () => ({ id: newId(), sessionId: session.id, body: "x" }));
    await db.insert(notes).values(many.map((one) => ({ ...one, authorId: author.personId, language: "en" })));
    await expect(keepNote(author, note(), VIEW)).rejects.toMatchObject({ code: "too_many" });
    expect(await bodies(session.id)).toHaveLength(NOTES_EACH_MAX);
    await keepNote(colleague, note(), VIEW);
  });

  test("is for the invited: another city may neither write nor read it before the session is held", async () => {
    const { peer, observer, author, note, session } = await world();
    await keepNote(author, note(), VIEW);
    for (const reader of [peer, observer]) {
      await expect(keepNote(reader, note(), VIEW)).rejects.toMatchObject({ code: "forbidden" });
      expect(await getNotes(reader, session.id, VIEW)).toBeNull();
    }
    await db.update(sessions).set({ status: "held" }).where(eq(sessions.id, session.id));
    expect((await getNotes(peer, session.id, VIEW))?.notes).toHaveLength(1);
    await expect(keepNote(peer, note(), VIEW)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("does not exist in another session, for another cohort or under another session's step", async () => {
    const [here, there] = [await world(), await world()];
    const kept = here.note();
    await keepNote(here.author, kept, VIEW);
    await expect(keepNote(there.author, kept, VIEW)).rejects.toMatchObject({ code: "not_found" });
    const stolen = { ...there.note(), id: kept.id };
    await expect(keepNote(there.author, stolen, VIEW)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeNote(there.author, { id: kept.id, session: there.session.id })).rejects.toMatchObject({
      code: "not_found",
    });
    const foreign = here.note({ step: there.note().step });
    await expect(keepNote(here.author, foreign, VIEW)).rejects.toMatchObject({ fields: { step: {} } });
  });

  test("is corrected by its author and by who runs the session, by nobody else; the correction is logged once", async () => {
    const { author, colleague, facilitator, note, session } = await world();
    const own = note({ body: "one two three" });
    await keepNote(author, own, VIEW);
    const change = { ...own, base: "one two three", body: "one two 3" };
    await expect(keepNote(colleague, change, VIEW)).rejects.toMatchObject({ code: "forbidden" });
    await keepNote(facilitator, change, VIEW);
    await keepNote(facilitator, { ...own, base: "one two 3", body: "one two 3." }, VIEW);
    const page = await getNotes(author, session.id, VIEW);
    expect(page?.notes).toMatchObject([{ body: "one two 3.", changedBy: facilitator.name }]);
    expect(page?.abilities).toEqual({ write: true, correct: false });
    expect(await logged(session.id)).toEqual([
      ["note.write", author.personId],
      ["note.change", facilitator.personId],
    ]);
  });

  test("the note-taker corrects too", async () => {
    const { author, colleague, note, session } = await world();
    await db.update(sessions).set({ noteTakerId: colleague.personId }).where(eq(sessions.id, session.id));
    const own = note({ body: "one" });
    await keepNote(author, own, VIEW);
    await keepNote(colleague, { ...own, base: "one", body: "one, two" }, VIEW);
    expect((await getNotes(colleague, session.id, VIEW))?.abilities.correct).toBe(true);
    expect(await bodies(session.id)).toEqual(["one, two"]);
  });

  test("that two change at once holds both changes, or stands twice when the words clash", async () => {
    const { author, facilitator, note, session } = await world();
    const own = note({ body: "the city keeps lists" });
    await keepNote(author, own, VIEW);
    const base = own.body;
    await keepNote(facilitator, { ...own, base, body: "The city keeps lists" }, VIEW);
    const together = await keepNote(author, { ...own, base, body: "the city keeps lists of volunteers" }, VIEW);
    expect(together).toMatchObject({ body: "The city keeps lists of volunteers", aside: null });

    const again = { ...own, base: "The city keeps lists of volunteers", aside: newId() };
    await keepNote(facilitator, { ...again, body: "The city keeps lists of names" }, VIEW);
    const clash = { ...again, aside: newId(), body: "The city keeps lists of people" };
    for (const attempt of [1, 2]) {
      const { note: theirs, aside } = await keepNote(author, clash, VIEW);
      expect([attempt, theirs.body, aside?.body]).toEqual([
        attempt,
        "The city keeps lists of names",
        "The city keeps lists of people",
      ]);
      expect(aside?.author.id).toBe(author.personId);
    }
    expect((await bodies(session.id)).sort()).toEqual([
      "The city keeps lists of names",
      "The city keeps lists of people",
    ]);
  });

  test("that was removed says by whom and takes no more words; a second click changes nothing", async () => {
    const { author, colleague, facilitator, note, session } = await world();
    const own = note();
    await keepNote(author, own, VIEW);
    const which = { id: own.id, session: session.id };
    await expect(removeNote(colleague, which)).rejects.toMatchObject({ code: "forbidden" });
    await removeNote(facilitator, which);
    await removeNote(facilitator, which);
    const { note: gone } = await keepNote(author, { ...own, base: own.body, body: "more" }, VIEW);
    expect(gone).toMatchObject({ body: "", removedBy: facilitator.name });
    expect((await getNotes(colleague, session.id, VIEW))?.notes).toMatchObject([{ removedBy: facilitator.name }]);
    expect(await logged(session.id)).toEqual([
      ["note.write", author.personId],
      ["note.remove", facilitator.personId],
    ]);
  });

  test("stays as it is once the minutes are locked, and what was removed leaves no trace then", async () => {
    const { author, facilitator, note, session } = await world();
    const [own, other] = [note({ body: "stays" }), note({ body: "goes" })];
    await keepNote(author, own, VIEW);
    await keepNote(author, other, VIEW);
    await removeNote(author, { id: other.id, session: session.id });
    await lock(session.id, facilitator.personId);
    const locked = { code: "invalid", fields: { form: {} } };
    await expect(keepNote(author, { ...own, base: "stays", body: "changes" }, VIEW)).rejects.toMatchObject(locked);
    await expect(keepNote(author, note(), VIEW)).rejects.toMatchObject(locked);
    await expect(removeNote(facilitator, { id: own.id, session: session.id })).rejects.toMatchObject(locked);
    const page = await getNotes(author, session.id, VIEW);
    expect(page).toMatchObject({ locked: true, live: false, abilities: { write: false, correct: false } });
    expect(page?.notes.map(({ body }) => body)).toEqual(["stays"]);
  });

  test("that forty sendings change at once loses no word", async () => {
    const { author, facilitator, note, session } = await world();
    const own = note({ body: "begin end" });
    await keepNote(author, own, VIEW);
    const sendings = Array.from({ length: 40 }, (_, number) =>
      keepNote(
        number % 2 ? author : facilitator,
        {
          ...own,
          aside: newId(),
          base: "begin end",
          body: number % 2 ? `begin end a${number}.` : `f${number}. begin end`,
        },
        VIEW,
      ),
    );
    await Promise.all(sendings);
    const all = (await bodies(session.id)).join(" ");
    for (let number = 0; number < 40; number++) expect(all).toContain(`${number % 2 ? "a" : "f"}${number}.`);
  });
});

describe("what is asked of a note", () => {
  const sound = { id: newId(), session: newId(), aside: newId(), language: "en", body: "x" };

  test("keeps blanks at the ends and drops what PostgreSQL cannot hold", () => {
    const parsed = KeepNote.parse({ ...sound, body: "one \r\ntwo\0 " });
    expect(parsed.body).toBe("one \ntwo ");
  });

  test("is refused with other kinds, languages, ids, too many characters or something more", () => {
    for (const wrong of [{ kind: "joke" }, { language: "xx" }, { id: "1" }, { body: "x".repeat(4001) }, { more: 1 }])
      expect(KeepNote.safeParse({ ...sound, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
    expect(WriteNote.safeParse({ ...sound, body: " \n" }).success).toBe(false);
  });
});
