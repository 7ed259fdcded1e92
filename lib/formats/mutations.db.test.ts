import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { agendaItems, auditLog, formats } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { archiveFormat, editFormat, makeFormat } from "./mutations";
import { formatsFor, stepsOf } from "./offered";
import { getFormatForEditing, listOwnFormats, startOfFormat } from "./queries";
import { EditFormatInput, MakeFormatInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", turin.id);
  const stranger = await makeMember((await makeCohort()).id, "facilitator");
  return { cohort, turin, facilitator, official, stranger };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const rows = [
  { title: "Welcome", minutes: "10", lead: "the facilitator", output: "" },
  { title: "", minutes: "", lead: "", output: "" },
  { title: "Round", minutes: "20", lead: "Anna", output: "idea" },
];
const given = (values: Record<string, unknown> = {}) =>
  MakeFormatInput.parse({
    formKey: newId(),
    cohortId: w.cohort.id,
    name: "Short round",
    language: "en",
    rows,
    ...values,
  });
const make = async (values: Record<string, unknown> = {}, as = w.facilitator) =>
  makeFormat(await actorOf(as.id), given(values));
const audits = (id: string) => db.select().from(auditLog).where(eq(auditLog.subjectId, id));
const rowOf = async (id: string) => (await db.select().from(formats).where(eq(formats.id, id)))[0];
const said = (input: unknown) =>
  MakeFormatInput.safeParse(input).error?.issues.map(({ path, message }) => [path.join("."), message]);

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

describe("a facilitator who keeps a format", () => {
  it("has it offered beside the thirteen, as long as its steps, with roles known by their words", async () => {
    const { id } = await make();
    expect(await rowOf(id)).toMatchObject({
      minutes: 30,
      steps: [
        { title: "Welcome", minutes: 10, lead: "facilitator", output: null },
        { title: "Round", minutes: 20, lead: "Anna", output: "idea" },
      ],
    });
    const offered = await formatsFor(w.cohort.id, "en");
    expect(offered).toHaveLength(14);
    expect(offered.at(-1)).toMatchObject({ id, name: "Short round", minutes: 30, steps: 2, own: true });
    expect((await audits(id)).map(({ action }) => action)).toEqual(["format.make"]);
  });

  it("makes one format of a form sent twice", async () => {
    const formKey = newId();
    expect(await make({ formKey })).toEqual(await make({ formKey }));
    expect(await listOwnFormats(await actorOf(w.facilitator.id))).toHaveLength(1);
  });

  it("is told what is missing, beside its field", async () => {
    const base = { formKey: newId(), cohortId: w.cohort.id, name: "N", language: "en" };
    expect(said({ ...base, rows: [] })).toEqual([["rows", "formats.error.stepsMissing"]]);
    expect(said({ ...base, name: " ", rows })).toEqual([["name", "formats.error.nameMissing"]]);
    expect(said({ ...base, rows: [rows[0], { ...rows[2], title: "" }, { ...rows[2], minutes: "ten" }] })).toEqual([
      ["rows.1.title", "agenda.error.titleMissing"],
      ["rows.2.minutes", "agenda.error.minutes"],
    ]);
    expect(
      said({
        ...base,
        rows: [
          { ...rows[0], minutes: "400" },
          { ...rows[0], minutes: "300" },
        ],
      }),
    ).toEqual([["rows", "formats.error.sum"]]);
    expect(said({ ...base, rows: Array.from({ length: 41 }, () => ({ ...rows[0], minutes: "1" })) })).toEqual([
      ["rows", "agenda.error.tooMany"],
    ]);
  });

  it("changes it, and a second person who had the old one before them sees both", async () => {
    const { id } = await make();
    const actor = await actorOf(w.facilitator.id);
    const seen = (await getFormatForEditing(actor, id))?.seen;
    const input = (values: object) =>
      EditFormatInput.parse({ id, seen, name: "Short round", language: "en", rows, ...values });
    await editFormat(actor, input({ name: "Long round" }));
    const late = await refusal(editFormat(actor, input({ name: "My round" })));
    expect(late.code).toBe("conflict");
    expect(late.values.theirs).toContain("Long round");
    await editFormat(actor, input({ name: "My round", seen: late.values.seen }));
    expect((await rowOf(id))?.name).toBe("My round");
    expect((await audits(id)).map(({ action }) => action)).toEqual(["format.make", "format.edit", "format.edit"]);
  });

  it("takes it out of use: it is no longer offered, and a second click changes nothing", async () => {
    const { id } = await make();
    const actor = await actorOf(w.facilitator.id);
    const both = await Promise.allSettled([archiveFormat(actor, { id }), archiveFormat(actor, { id })]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await formatsFor(w.cohort.id, "en")).toHaveLength(13);
    expect((await audits(id)).filter(({ action }) => action === "format.archive")).toHaveLength(1);
    await expect(
      stepsOf({ cohortId: w.cohort.id, format: id, minutes: null, language: "en", host: null }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("begins one from the agenda of a session as it was", async () => {
    const session = await makeSession(w.cohort.id, w.facilitator.id, [w.turin]);
    await db.insert(agendaItems).values([
      { sessionId: session.id, position: 1, title: "Second", minutes: 50 },
      { sessionId: session.id, position: 0, title: "First", minutes: 40, lead: "host" },
    ]);
    const actor = await actorOf(w.facilitator.id);
    const start = await startOfFormat(actor, { session: session.id }, "en");
    expect(start?.steps.map(({ title, minutes }) => [title, minutes])).toEqual([
      ["First", 40],
      ["Second", 50],
    ]);
    expect(await startOfFormat(await actorOf(w.stranger.id), { session: session.id }, "en")).toBeNull();
    expect((await startOfFormat(actor, { format: "troika" }, "it"))?.name).toBe("Consulenza a tre");
  });
});

describe("a session made from a cohort's own format", () => {
  const wanted = (values: object) => ({
    cohortId: w.cohort.id,
    format: "peer-assist",
    minutes: null,
    language: "en",
    host: null,
    ...values,
  });

  it("gets its steps, stretched to its length", async () => {
    const { id } = await make();
    expect((await stepsOf(wanted({ format: id }))).minutes).toBe(30);
    const { steps } = await stepsOf(wanted({ format: id, minutes: 90 }));
    expect(steps.map(({ minutes }) => minutes)).toEqual([30, 60]);
  });

  it("is refused with fewer minutes than steps, and with another cohort's format", async () => {
    const { id } = await make({ rows: Array.from({ length: 20 }, () => ({ ...rows[0], minutes: "1" })) });
    const short = await refusal(stepsOf(wanted({ format: id, minutes: 15 })));
    expect(short.fields.minutes).toEqual({ key: "formats.error.tooShort", values: { steps: 20 } });
    const foreign = await refusal(stepsOf(wanted({ format: id, cohortId: (await makeCohort()).id })));
    expect(foreign.fields.format?.key).toBe("sessions.error.format");
  });
});

describe("somebody else", () => {
  it("an official may read the formats of the cohort, but not make, change or archive one", async () => {
    const { id } = await make();
    const official = await actorOf(w.official.id);
    expect(await listOwnFormats(official)).toHaveLength(1);
    expect(await getFormatForEditing(official, id)).toBeNull();
    expect((await refusal(make({}, w.official))).code).toBe("forbidden");
    expect((await refusal(archiveFormat(official, { id }))).code).toBe("forbidden");
    const edit = EditFormatInput.parse({ id, seen: "x", name: "Mine", language: "en", rows });
    expect((await refusal(editFormat(official, edit))).code).toBe("forbidden");
  });

  it("a facilitator of another cohort does not find it", async () => {
    const { id } = await make();
    const stranger = await actorOf(w.stranger.id);
    expect(await listOwnFormats(stranger)).toEqual([]);
    expect((await refusal(archiveFormat(stranger, { id }))).code).toBe("not_found");
    expect((await refusal(make({}, w.stranger))).code).toBe("not_found");
  });
});
