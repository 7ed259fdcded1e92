import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { agendaItems, auditLog, notes } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { saveAgenda } from "./mutations";
import { getAgenda } from "./queries";
import { stepReadings } from "./readings";
import { AgendaInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const startsAt = new Date(Date.now() + 86_400_000);
  const session = await makeSession(cohort.id, facilitator.id, [turin], { startsAt, minutes: 60, hostId: turin.id });
  const items = await db
    .insert(agendaItems)
    .values([
      { sessionId: session.id, position: 0, title: "Welcome", minutes: 10, lead: "facilitator" },
      { sessionId: session.id, position: 1, title: "Case", minutes: 30, lead: "host" },
      { sessionId: session.id, position: 2, title: "Close", minutes: 20, lead: "all" },
    ])
    .returning({ id: agendaItems.id });
  const [welcome = "", casey = "", close = ""] = items.map(({ id }) => id);
  return { cohort, turin, facilitator, official, session, welcome, casey, close };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

type Row = { id?: string; title: string; minutes: string; lead?: string; output?: string; writeUpId?: string };
const asIs = (): Row[] => [
  { id: w.welcome, title: "Welcome", minutes: "10", lead: "the facilitator" },
  { id: w.casey, title: "Case", minutes: "30", lead: "Turin" },
  { id: w.close, title: "Close", minutes: "20", lead: "everybody" },
];
const seenNow = async () => (await getAgenda(await actorOf(w.facilitator.id), w.session.id))?.seen ?? "";
const save = async (rows: Row[], values: object = {}, as = w.facilitator) =>
  saveAgenda(await actorOf(as.id), AgendaInput.parse({ id: w.session.id, seen: await seenNow(), rows, ...values }));
const agenda = () =>
  db.select().from(agendaItems).where(eq(agendaItems.sessionId, w.session.id)).orderBy(asc(agendaItems.position));
const titles = async () => (await agenda()).map(({ title }) => title);
const audits = () => db.select().from(auditLog).where(eq(auditLog.subjectId, w.session.id));

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

describe("a facilitator who changes an agenda", () => {
  it("turns the order round, and every step keeps its id and so its notes", async () => {
    await db.insert(notes).values({
      id: newId(),
      sessionId: w.session.id,
      agendaItemId: w.casey,
      authorId: w.official.id,
      language: "en",
      body: "A word",
    });
    await save(asIs().reverse());
    expect((await agenda()).map(({ id, position }) => [id, position])).toEqual([
      [w.close, 0],
      [w.casey, 1],
      [w.welcome, 2],
    ]);
    expect((await db.select().from(notes))[0]?.agendaItemId).toBe(w.casey);
    expect((await audits()).map(({ action, detail }) => [action, detail])).toEqual([
      ["session.edit-agenda", { steps: 3, minutes: 60 }],
    ]);
  });

  it("adds, changes and removes steps at once; an empty row is none", async () => {
    const reading = await makeWriteUp(w.turin, w.official.id, { audience: "cohort" });
    await save([
      { title: "First of all", minutes: "5", lead: "Anna", writeUpId: reading.id },
      { title: "", minutes: "", lead: "" },
      { id: w.casey, title: "The case", minutes: "35", lead: "Torino", output: "idea" },
    ]);
    const [first, second, ...rest] = await agenda();
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ title: "First of all", lead: "Anna", writeUpId: reading.id, position: 0 });
    expect(second).toMatchObject({ id: w.casey, title: "The case", minutes: 35, lead: "host", output: "idea" });
  });

  it("saves the same agenda without a trace", async () => {
    await save(asIs());
    expect(await audits()).toEqual([]);
  });

  it("stretches the steps to the session, those that have begun excepted", async () => {
    await save(
      [...asIs().slice(0, 2), { title: "More", minutes: "15" }].map((row) => ({ ...row })),
      { fit: "yes" },
    );
    expect((await agenda()).map(({ minutes }) => minutes)).toEqual([11, 33, 16]);
    await db.update(agendaItems).set({ startedAt: new Date() }).where(eq(agendaItems.id, w.welcome));
    await save(
      [
        { ...asIs()[0], title: "Welcome", minutes: "20" },
        { ...asIs()[1], title: "Case", minutes: "10" },
      ],
      {
        fit: "yes",
      },
    );
    expect((await agenda()).map(({ minutes }) => minutes)).toEqual([20, 40]);
  });

  it("whose session people know may not let it outgrow its end; a draft may be longer for now", async () => {
    const long = [...asIs(), { title: "One more", minutes: "15" }];
    const refused = await refusal(save(long));
    expect(refused.fields.total).toEqual({ key: "agenda.error.tooLong", values: { sum: 75, minutes: 60, over: 15 } });
    expect(await titles()).toEqual(["Welcome", "Case", "Close"]);

    const draft = await makeSession(w.cohort.id, w.facilitator.id, [w.turin], {
      status: "draft",
      minutes: 30,
      startsAt: w.session.startsAt,
    });
    const actor = await actorOf(w.facilitator.id);
    const seen = (await getAgenda(actor, draft.id))?.seen ?? "";
    const rows = [{ title: "Long", minutes: "45" }];
    await saveAgenda(actor, AgendaInput.parse({ id: draft.id, seen, rows }));
    expect((await getAgenda(actor, draft.id))?.steps.map(({ minutes }) => minutes)).toEqual([45]);
  });

  it("may put right an agenda that was too long before, as long as it does not grow", async () => {
    await db.update(agendaItems).set({ minutes: 60 }).where(eq(agendaItems.id, w.close));
    const [a, b, c] = asIs();
    if (!a || !b || !c) throw new Error("three steps");
    await save([a, b, { ...c, title: "The end", minutes: "50" }]);
    expect(await titles()).toEqual(["Welcome", "Case", "The end"]);
  });

  it("cannot take away a step that has begun", async () => {
    await db.update(agendaItems).set({ startedAt: new Date() }).where(eq(agendaItems.id, w.casey));
    const refused = await refusal(save(asIs().filter(({ id }) => id !== w.casey)));
    expect(refused.fields.rows).toEqual({ key: "agenda.error.begun", values: { title: "Case" } });
  });

  it("and another at the same time: the second is shown the first, and neither loses a word", async () => {
    const seen = await seenNow();
    const [one, two] = await Promise.allSettled([
      save([...asIs().slice(0, 2), { id: w.close, title: "Mine", minutes: "20" }], { seen }),
      save([...asIs().slice(0, 2), { id: w.close, title: "Yours", minutes: "20" }], { seen }),
    ]);
    const lost = [one, two].find((result) => result.status === "rejected");
    const error = lost?.status === "rejected" ? (lost.reason as AppError) : null;
    expect(error?.code).toBe("conflict");
    const [, , last] = await titles();
    expect(error?.values.theirs).toContain(last);
    await save([...asIs().slice(0, 2), { id: w.close, title: "Both", minutes: "20" }], { seen: error?.values.seen });
    expect((await titles())[2]).toBe("Both");
  });

  it("is told what is wrong with a row, beside its field", async () => {
    const parsed = AgendaInput.safeParse({
      id: w.session.id,
      seen: "x",
      rows: [
        { title: "", minutes: "", lead: "" },
        { title: "", minutes: "0", lead: "Anna" },
      ],
    });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["rows.1.title", "agenda.error.titleMissing"],
      ["rows.1.minutes", "agenda.error.minutes"],
    ]);
  });

  it("may not point at what the cohort does not read, nor at a step of another session", async () => {
    const hidden = await makeWriteUp(w.turin, w.official.id, { audience: "city" });
    const [first] = asIs();
    if (!first) throw new Error("a step");
    expect((await refusal(save([{ ...first, writeUpId: hidden.id }]))).fields.rows?.key).toBe("agenda.error.writeUp");

    const other = await makeSession(w.cohort.id, w.facilitator.id, [w.turin]);
    const [foreign] = await db
      .insert(agendaItems)
      .values({ sessionId: other.id, position: 0, title: "Theirs", minutes: 5 })
      .returning({ id: agendaItems.id });
    await save([{ id: foreign?.id, title: "Taken", minutes: "5" }]);
    const kept = await db.select().from(agendaItems).where(eq(agendaItems.sessionId, other.id));
    expect(kept.map(({ id, title }) => [id, title])).toEqual([[foreign?.id, "Theirs"]]);
    expect((await agenda())[0]?.id).not.toBe(foreign?.id);
  });
});

it("a reader is told what a step is about only if they may read it, in their language", async () => {
  const reading = await makeWriteUp(w.turin, w.official.id, { audience: "cohort", document: { title: "Nodes" } });
  const hidden = await makeWriteUp(w.turin, w.official.id, { audience: "city", document: { title: "Canary" } });
  await db.update(agendaItems).set({ writeUpId: reading.id }).where(eq(agendaItems.id, w.welcome));
  await db.update(agendaItems).set({ writeUpId: hidden.id }).where(eq(agendaItems.id, w.casey));
  const facilitator = await stepReadings(await actorOf(w.facilitator.id), w.session.id);
  expect([...facilitator]).toEqual([[w.welcome, { id: reading.id, title: "Nodes", language: "en" }]]);
  const official = await stepReadings(await actorOf(w.official.id), w.session.id);
  expect(official.get(w.casey)?.title).toBe("Canary");
});

describe("somebody else", () => {
  it("an official reads the session but does not change its agenda; a stranger finds nothing", async () => {
    const stranger = await makeMember((await makeCohort()).id, "facilitator");
    expect((await refusal(save(asIs(), {}, w.official))).code).toBe("forbidden");
    expect((await refusal(save(asIs(), {}, stranger))).code).toBe("not_found");
    expect(await getAgenda(await actorOf(w.official.id), w.session.id)).toBeNull();
    expect(await getAgenda(await actorOf(stranger.id), w.session.id)).toBeNull();
  });

  it("a facilitator can no longer change the agenda of a session that is over", async () => {
    const over = await makeSession(w.cohort.id, w.facilitator.id, [w.turin], {
      startsAt: new Date("2026-01-10T15:00Z"),
    });
    const actor = await actorOf(w.facilitator.id);
    expect(await getAgenda(actor, over.id)).toBeNull();
    const input = AgendaInput.parse({ id: over.id, seen: "x", rows: [] });
    expect((await refusal(saveAgenda(actor, input))).code).toBe("forbidden");
  });
});
