import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { writeUpTexts } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { markOf } from "./documents";
import { openWriteUp } from "./opened";
import { getWriteUp } from "./queries";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id);
  const anna = await makeMember(cohort.id, "official", turin.id);
  const owen = await makeMember(cohort.id, "official", dublin.id);
  return { turin, anna, owen };
}

const read = async (personId: string, id: string) => (await getWriteUp(await actorOf(personId), id, ["en"]))?.document;

test("a document is fetched once for as long as it is the same, and nobody can change it for the others", async () => {
  const { turin, anna, owen } = await world();
  const { id } = await makeWriteUp(turin, anna.id, { document: { title: "Masks" } });
  const first = await read(owen.id, id);
  expect(first?.title).toBe("Masks");
  expect(await read(owen.id, id)).toBe(first);
  expect(() => Object.assign(first ?? {}, { title: "Gloves" })).toThrow();
  expect(() => first?.themes.push("food")).toThrow();
});

test("a document that was changed is read anew, though neither version nor time says so", async () => {
  const { turin, anna, owen } = await world();
  const { id } = await makeWriteUp(turin, anna.id, { document: { title: "Masks" } });
  const before = await read(owen.id, id);
  if (!before) throw new Error("it is there");
  await db
    .update(writeUpTexts)
    .set({ document: { ...before, title: "Gloves" } })
    .where(eq(writeUpTexts.writeUpId, id));
  const after = await read(owen.id, id);
  expect(after?.title).toBe("Gloves");
  expect(after && markOf(after)).not.toBe(markOf(before));
});

test("what a city works on reaches nobody else, in whatever order they read", async () => {
  const { turin, anna, owen } = await world();
  const { id } = await makeWriteUp(turin, anna.id, {
    documents: { city: { title: "a canary" }, cohort: { title: "released" } },
  });
  for (const _ of ["first", "again"]) {
    expect((await read(anna.id, id))?.title).toBe("a canary");
    expect((await read(owen.id, id))?.title).toBe("released");
    expect(await read((await makeMember(turin.cohortId, "observer")).id, id)).toMatchObject({ title: "released" });
  }
});

test("who may not read it gets nothing, though others have just read it", async () => {
  const { turin, anna, owen } = await world();
  const { id } = await makeWriteUp(turin, anna.id, { audience: "city", document: { title: "Masks" } });
  expect((await read(anna.id, id))?.title).toBe("Masks");
  expect(await read(owen.id, id)).toBeUndefined();
  expect(await getWriteUp(null, id, ["en"])).toBeNull();
  const view = { locale: "en", zone: "Europe/Rome" } as const;
  expect(await openWriteUp(await actorOf(owen.id), id, ["en"], {}, view)).toBeNull();
});
