import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { answers, auditLog, mails, notifications, sessionCities, sessionReadings, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { answerSession } from "./answer";
import { editSession } from "./edit";
import { EditInput } from "./schema";
import { sessionToEdit } from "./to-edit";

async function world() {
  const cohort = await makeCohort();
  const [turin, dublin, bilbao] = [
    await makeCity(cohort.id),
    await makeCity(cohort.id, { zone: "Europe/Dublin" }),
    await makeCity(cohort.id),
  ];
  return {
    ...{ cohort, turin, dublin, bilbao },
    facilitator: await makeMember(cohort.id, "facilitator"),
    inTurin: await makeMember(cohort.id, "official", turin.id),
    inDublin: await makeMember(cohort.id, "member", dublin.id),
    inBilbao: await makeMember(cohort.id, "lead", bilbao.id),
  };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const DAY = 86_400_000;
const session = (values: Partial<typeof sessions.$inferInsert> = {}) =>
  makeSession(w.cohort.id, w.facilitator.id, [w.turin, w.dublin], {
    startsAt: new Date(Date.now() + 20 * DAY),
    ...values,
  });
const rowOf = async (id: string) => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];
const actor = () => actorOf(w.facilitator.id);

async function input(id: string, values: Record<string, unknown> = {}) {
  const row = await rowOf(id);
  return EditInput.parse({
    id,
    version: String(row?.stampedAt.getTime()),
    title: row?.title,
    purpose: row?.purpose,
    host: row?.hostId ?? "",
    language: row?.language,
    mode: row?.mode,
    location: row?.location ?? "",
    joinUrl: row?.joinUrl ?? "",
    confidentiality: row?.confidentiality,
    capacity: row?.capacity ? String(row.capacity) : "",
    cities: [w.turin.id, w.dublin.id],
    ...values,
  });
}
const edit = async (id: string, values: Record<string, unknown> = {}) =>
  editSession(await actor(), await input(id, values));

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}
const auditsOf = (subjectId: string) =>
  db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId)).orderBy(auditLog.id);
const toldOf = async (sessionId: string) =>
  (await db.select().from(notifications).where(eq(notifications.sessionId, sessionId))).map(
    ({ personId, kind }) => `${personId} ${kind}`,
  );
const mailed = async (sessionId: string, kind: "calendar-request" | "calendar-cancel") =>
  (
    await db
      .select()
      .from(mails)
      .where(and(eq(mails.sessionId, sessionId), eq(mails.kind, kind)))
  )
    .map(({ personId }) => personId)
    .sort();

describe("a facilitator who edits a session", () => {
  it("changes its title: calendars hear of it, nobody is bothered, and the trace says which fields", async () => {
    const { id } = await session();
    await edit(id, { title: "Another title", confidentiality: "open" });
    expect(await rowOf(id)).toMatchObject({ title: "Another title", confidentiality: "open", sequence: 0 });
    expect(await toldOf(id)).toEqual([]);
    expect(await mailed(id, "calendar-request")).toEqual([w.inTurin.id, w.inDublin.id].sort());
    expect(await auditsOf(id)).toMatchObject([
      { action: "session.edit", actorId: w.facilitator.id, detail: { fields: "confidentiality title" } },
    ]);
  });

  it("sends nothing and writes nothing when nothing was changed", async () => {
    const { id } = await session();
    await edit(id);
    expect(await auditsOf(id)).toEqual([]);
    expect(await mailed(id, "calendar-request")).toEqual([]);
  });

  it("gives it another place: the sequence rises and everybody hears of it", async () => {
    const { id } = await session();
    await edit(id, { mode: "in-person", location: "Via Roma 12" });
    expect(await rowOf(id)).toMatchObject({ mode: "in-person", location: "Via Roma 12", sequence: 1 });
    expect((await toldOf(id)).sort()).toEqual(
      [`${w.inTurin.id} session-moved`, `${w.inDublin.id} session-moved`].sort(),
    );
  });

  it("adds a city, which is invited, and takes one off, whose people lose their seats and their entry", async () => {
    const { id } = await session({ capacity: 1 });
    await answerSession(await actorOf(w.inDublin.id), { id, answer: "going" });
    await answerSession(await actorOf(w.inTurin.id), { id, answer: "going" });
    await edit(id, { cities: [w.turin.id], optional: [w.bilbao.id] });
    const cities = await db.select().from(sessionCities).where(eq(sessionCities.sessionId, id));
    expect(new Map(cities.map((city) => [city.workspaceId, city.required]))).toEqual(
      new Map([
        [w.turin.id, true],
        [w.bilbao.id, false],
      ]),
    );
    expect(await db.select().from(answers).where(eq(answers.sessionId, id))).toMatchObject([
      { personId: w.inTurin.id, answer: "going" },
    ]);
    expect((await toldOf(id)).sort()).toEqual(
      [`${w.inTurin.id} seat-free`, `${w.inBilbao.id} session-scheduled`].sort(),
    );
    expect(await mailed(id, "calendar-cancel")).toEqual([w.inDublin.id]);
    expect(await mailed(id, "calendar-request")).toEqual([w.inTurin.id, w.inBilbao.id].sort());
  });

  it("is told how many have a seat when fewer are left, and lets in who waits when there are more", async () => {
    const { id } = await session({ capacity: 2 });
    const third = await makeMember(w.cohort.id, "member", w.turin.id);
    for (const person of [w.inTurin, w.inDublin, third])
      await answerSession(await actorOf(person.id), { id, answer: "going" });
    const refused = await refusal(edit(id, { capacity: "1" }));
    expect(refused.fields.capacity).toEqual({ key: "seats.error.below", values: { count: 2 } });
    await edit(id, { capacity: "5" });
    expect((await rowOf(id))?.seatsTaken).toBe(3);
    expect(await toldOf(id)).toEqual([`${third.id} seat-free`]);
  });

  it("holds seats until the end of a day before it, and only where there are seats", async () => {
    const { id } = await session({ capacity: 5 });
    const day = new Date(Date.now() + 5 * DAY).toISOString().slice(0, 10);
    await edit(id, { heldUntil: day });
    expect((await sessionToEdit(await actor(), id))?.heldOn).toBe(day);
    const late = new Date(Date.now() + 25 * DAY).toISOString().slice(0, 10);
    expect((await refusal(edit(id, { heldUntil: late }))).fields.heldUntil?.key).toBe("newSession.error.heldLate");
    expect((await refusal(edit(id, { heldUntil: day, capacity: "" }))).fields).toHaveProperty("capacity");
    await edit(id, { heldUntil: "" });
    expect((await rowOf(id))?.seatsHeldUntil).toBeNull();
  });

  it("chooses who takes notes and what is read, of this cohort only", async () => {
    const { id } = await session();
    const reading = await makeWriteUp(w.turin, w.inTurin.id, { audience: "cohort" });
    await edit(id, { noteTaker: w.inDublin.id, readings: [reading.id] });
    expect((await rowOf(id))?.noteTakerId).toBe(w.inDublin.id);
    expect(await db.select().from(sessionReadings).where(eq(sessionReadings.sessionId, id))).toHaveLength(1);
    const stranger = await makeMember((await makeCohort()).id, "facilitator");
    expect((await refusal(edit(id, { noteTaker: stranger.id }))).fields).toHaveProperty("noteTaker");
    const elsewhere = await makeCity((await makeCohort()).id);
    expect((await refusal(edit(id, { cities: [elsewhere.id] }))).fields).toHaveProperty("cities");
  });

  it("is refused when somebody was faster, also at the same moment", async () => {
    const { id } = await session();
    const stale = await input(id, { title: "One" });
    const results = await Promise.allSettled([
      editSession(await actor(), stale),
      editSession(await actor(), { ...stale, title: "Two" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await refusal(editSession(await actor(), stale))).code).toBe("conflict");
    expect(await auditsOf(id)).toHaveLength(1);
  });
});

describe("a draft", () => {
  it("is edited without a word to anybody, and sent with one click, however often it is clicked", async () => {
    const { id } = await session({ status: "draft" });
    await edit(id, { title: "Better", cities: [w.turin.id] });
    expect([await toldOf(id), await mailed(id, "calendar-request")]).toEqual([[], []]);
    const send = await input(id, { cities: [w.turin.id], as: "send" });
    const results = await Promise.allSettled([editSession(await actor(), send), editSession(await actor(), send)]);
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await rowOf(id)).toMatchObject({ status: "scheduled", title: "Better" });
    expect(await toldOf(id)).toEqual([`${w.inTurin.id} session-scheduled`]);
    expect((await auditsOf(id)).map(({ action }) => action)).toEqual(["session.edit", "session.announce"]);
  });

  it("whose hour has passed is moved first", async () => {
    const { id } = await session({ status: "draft", startsAt: new Date(Date.now() - 600_000) });
    expect((await refusal(edit(id, { as: "send" }))).fields.form?.key).toBe("sessions.error.sendPast");
  });
});

describe("somebody who does not facilitate", () => {
  it("cannot edit, finds no form, and of another cohort no session", async () => {
    const { id } = await session();
    const given = await input(id, { title: "Mine" });
    for (const person of [w.inTurin, w.inDublin]) {
      expect((await refusal(editSession(await actorOf(person.id), given))).code).toBe("forbidden");
      expect(await sessionToEdit(await actorOf(person.id), id)).toBeNull();
    }
    const stranger = await actorOf((await makeMember((await makeCohort()).id, "facilitator")).id);
    expect((await refusal(editSession(stranger, given))).code).toBe("not_found");
    expect(await sessionToEdit(stranger, id)).toBeNull();
    expect((await rowOf(id))?.title).toBe("A session");
  });
});

it.each([
  [{ title: " " }, "title"],
  [{ cities: [] }, "cities"],
  [{ capacity: "0" }, "capacity"],
  [{ joinUrl: "javascript:alert(1)" }, "joinUrl"],
  [{ heldUntil: "soon" }, "heldUntil"],
  [{ mode: "telepathy" }, "mode"],
  [{ version: "x" }, "version"],
])("the form says which field is wrong in %j", (values, field) => {
  const parsed = EditInput.safeParse({
    ...{ id: "a".repeat(16), version: "1", title: "T", language: "en", mode: "online", confidentiality: "open" },
    ...{ cities: ["b".repeat(16)], ...values },
  });
  expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0])).toContain(field);
});
