import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { auditLog, editors, memberships, workingCopies } from "@/db/schema";
import { canWriteUp } from "@/lib/auth/can";
import { actorOf } from "@/lib/auth/current";
import { saveSection } from "@/lib/write-ups/task-changes";
import { keepCopy, leave, throwAway } from "./mutations";
import { openForm, tasksWithCopies } from "./queries";
import { CopyInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const other = await makeCity(cohort.id);
  const actor = async (role: Parameters<typeof makeMember>[1], workspaceId: string | null = city.id) =>
    actorOf((await makeMember(cohort.id, role, workspaceId)).id);
  const [official, colleague, lead, member] = [
    await actor("official"),
    await actor("official"),
    await actor("lead"),
    await actor("member"),
  ];
  const [peer, facilitator, admin] = [
    await actor("official", other.id),
    await actor("facilitator", null),
    await actor("admin", null),
  ];
  const shared = await makeWriteUp(city, official.personId, { kind: "practice" });
  const address = { writeUp: shared.id, task: "lessons", language: "en" as const };
  const copy = (serial: number, words: string) =>
    CopyInput.parse({ ...address, fields: [["markdown", words]], version: 1, seen: "abc", serial });
  return { cohort, city, official, colleague, lead, member, peer, facilitator, admin, shared, address, copy };
}

describe("what somebody typed and has not saved", () => {
  test("comes back to them on any device, and a save that comes late changes nothing", async () => {
    const { official, address, copy } = await world();
    expect(await openForm(official, address)).toMatchObject({ copy: null, serial: 0, person: official.personId });
    expect(await keepCopy(official, copy(1, "One"))).toMatchObject({ kept: true, serial: 1 });
    expect(await keepCopy(official, copy(3, "One two three"))).toMatchObject({ kept: true, serial: 3 });
    expect(await keepCopy(official, copy(2, "One two"))).toMatchObject({ kept: false, serial: 3 });
    expect((await openForm(official, address))?.copy).toMatchObject({
      fields: [["markdown", "One two three"]],
      seen: "abc",
    });
    expect(await db.select().from(auditLog).where(eq(auditLog.subjectId, address.writeUp))).toEqual([]);
  });

  test("nobody else reads it: not a colleague, not the lead, not an admin", async () => {
    const { official, colleague, lead, member, peer, facilitator, admin, address, copy } = await world();
    await keepCopy(official, copy(1, "zanzibarcanary"));
    for (const reader of [colleague, lead, member, peer, facilitator, admin])
      expect(JSON.stringify(await openForm(reader, address))).not.toContain("zanzibarcanary");
    for (const stranger of [member, peer, facilitator, admin]) {
      expect(await openForm(stranger, address)).toBeNull();
      await expect(keepCopy(stranger, copy(9, "mine"))).rejects.toMatchObject({ code: "not_found" });
    }
    await throwAway(colleague, address);
    expect((await openForm(official, address))?.copy).not.toBeNull();
  });

  test("is gone when the membership ends", async () => {
    const { official, address, copy } = await world();
    await keepCopy(official, copy(1, "Words"));
    await db.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, official.personId));
    const left = await actorOf(official.personId);
    expect(await openForm(left, address)).toBeNull();
    await expect(keepCopy(left, copy(2, "More"))).rejects.toMatchObject({ code: "not_found" });
  });

  test("is gone when it was thrown away or saved, and a save on its way does not bring it back", async () => {
    const { official, address, copy } = await world();
    await keepCopy(official, copy(4, "Words"));
    await throwAway(official, address);
    expect(await keepCopy(official, copy(5, "Words"))).toMatchObject({ kept: false });
    const { serial } = (await openForm(official, address)) ?? { serial: 0 };
    expect(await keepCopy(official, copy(serial + 1, "Final words"))).toMatchObject({ kept: true });
    await saveSection(official, {
      id: address.writeUp,
      version: 1,
      seen: "",
      more: "",
      section: "lessons",
      markdown: "Final words",
      why: null,
      by: null,
    });
    expect(await keepCopy(official, copy(serial + 2, "Final words"))).toMatchObject({ kept: false });
    expect((await openForm(official, address))?.copy).toBeNull();
    const rows = await db.select().from(workingCopies).where(eq(workingCopies.writeUpId, address.writeUp));
    expect(JSON.stringify(rows)).not.toContain("Final");
  });

  test("is listed for its writer, by the task it was typed into, until it is saved", async () => {
    const { official, colleague, peer, address, copy } = await world();
    const listed = (reader: typeof official) => tasksWithCopies(reader, address.writeUp, "en");
    await keepCopy(official, { ...copy(1, "Words"), task: "problem" });
    await keepCopy(official, copy(1, "Words"));
    await keepCopy(official, { ...copy(1, "Parole"), language: "it" });
    expect(await listed(official)).toEqual(["problem", "lessons"]);
    for (const other of [colleague, peer]) expect(await listed(other)).toEqual([]);
    await throwAway(official, address);
    expect(await listed(official)).toEqual(["problem"]);
  });

  test("of a translation is kept by its language, for each of its parts", async () => {
    const { official, address, copy } = await world();
    const part = { ...address, task: "building-blocks", language: "it" as const };
    expect(CopyInput.safeParse({ ...copy(1, "Parole"), ...part }).success).toBe(true);
    await keepCopy(official, { ...copy(1, "Parole"), ...part });
    expect((await openForm(official, part))?.copy?.fields).toEqual([["markdown", "Parole"]]);
    expect((await openForm(official, { ...part, language: "es" as const }))?.copy).toBeNull();
  });

  test("may hold characters that the database cannot, and is refused when it is beyond reason", async () => {
    const { official, address, copy } = await world();
    await keepCopy(official, copy(1, "a\0b\ud800c"));
    expect((await openForm(official, address))?.copy?.fields).toEqual([["markdown", "ab\ufffdc"]]);
    const large = { ...address, fields: [["markdown", "x".repeat(700_000)]], version: 1, seen: "", serial: 1 };
    expect(CopyInput.safeParse(large).success).toBe(false);
    const elsewhere = { ...large, task: "made-up", fields: [["markdown", "x"]] };
    expect(CopyInput.safeParse(elsewhere).success).toBe(false);
  });
});

describe("who else is writing", () => {
  test("colleagues see each other until they leave, are silent for a minute, or lose their membership", async () => {
    const { official, colleague, lead, address } = await world();
    const othersOf = async (reader: typeof official, task = "lessons") =>
      (await openForm(reader, { ...address, task }))?.others;
    expect(await othersOf(official)).toEqual([]);
    expect(await othersOf(colleague, "problem")).toEqual([{ name: official.name, here: false }]);
    expect(await othersOf(lead)).toEqual([
      { name: official.name, here: true },
      { name: colleague.name, here: false },
    ]);
    await leave(colleague, address.writeUp, "problem");
    expect(await othersOf(official)).toEqual([{ name: lead.name, here: true }]);
    await db
      .update(editors)
      .set({ seenAt: sql`now() - interval '2 minutes'` })
      .where(eq(editors.personId, lead.personId));
    expect(await othersOf(official)).toEqual([]);
    await othersOf(lead);
    await db.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, lead.personId));
    expect(await othersOf(official)).toEqual([]);
  });
});

test("who may keep a copy is who may edit", async () => {
  const all = await world();
  const { city, official, colleague, lead, member, peer, facilitator, admin } = all;
  for (const audience of ["draft", "city", "cohort", "public"] as const) {
    const writeUp = await makeWriteUp(city, official.personId, { audience });
    await db.execute(sql`update write_ups set audience = ${audience} where id = ${writeUp.id}`);
    for (const actor of [official, colleague, lead, member, peer, facilitator, admin]) {
      const subject = { ...writeUp, audience, isAuthor: actor === official };
      const may = (await openForm(actor, { writeUp: writeUp.id, task: "lessons", language: "en" })) !== null;
      expect(may, `${audience} ${actor.memberships[0]?.role}`).toBe(canWriteUp(actor, "write-up.edit", subject));
    }
  }
});
