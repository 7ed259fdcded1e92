import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { auditLog, notifications, writeUps } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { approveSharing, askToShare, giveBack } from "./release";
import { getWriteUpForSharing } from "./sharing";
import { TakeBackInput } from "./sharing-schema";
import { takeRequestBack } from "./take-back";

const STEP = { from: "city", target: "cohort" } as const;

/** A practice whose city's lead was asked to share it with the cohort. */
async function asked() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const other = await makeCity(cohort.id);
  const person = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const official = await person(cohort.id, "official", city.id);
  const lead = await person(cohort.id, "lead", city.id);
  const member = await person(cohort.id, "member", city.id);
  const peer = await person(cohort.id, "lead", other.id);
  const admin = await person(cohort.id, "admin");
  const { id } = await makeWriteUp(city, official.personId, { audience: "city" });
  await askToShare(official, { id, ...STEP });
  return { cohort, city, official, lead, member, peer, admin, id };
}

async function rowOf(id: string) {
  const [row] = await db.select().from(writeUps).where(eq(writeUps.id, id));
  if (!row) throw new Error("no row");
  return row;
}
const audited = async (id: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(({ action }) => action);
const newsOf = (id: string) => db.select().from(notifications).where(eq(notifications.writeUpId, id));

test("an official takes back what they asked; the lead has nothing to decide, and may be asked again", async () => {
  const { official, lead, id } = await asked();
  await takeRequestBack(official, { id, target: "cohort" });
  const nothing = { requested: null, requestedBy: null, requestedAt: null };
  expect(await rowOf(id)).toMatchObject({ ...nothing, audience: "city" });
  expect(await audited(id)).toEqual(["write-up.ask", "write-up.withdraw"]);
  const [news] = await newsOf(id);
  expect(news).toMatchObject({ kind: "approval-asked", personId: lead.personId });
  expect([news?.seenAt, news?.doneAt]).not.toContain(null);
  expect(await getWriteUpForSharing(lead, id)).toMatchObject({ request: null, askedNoMore: { by: official.name } });

  await askToShare(official, { id, ...STEP });
  expect(await rowOf(id)).toMatchObject({ requested: "cohort" });
  expect((await getWriteUpForSharing(lead, id))?.askedNoMore).toBeNull();
});

test("when one lead has answered, the others have nothing to decide any more", async () => {
  for (const answer of ["approve", "give back"]) {
    const { cohort, city, lead, id } = await asked();
    const second = await makeMember(cohort.id, "lead", city.id);
    await takeRequestBack(lead, { id, target: "cohort" });
    await askToShare(await actorOf((await makeMember(cohort.id, "official", city.id)).id), { id, ...STEP });
    const waiting = async () => (await newsOf(id)).filter((n) => n.kind === "approval-asked" && n.doneAt === null);
    expect((await waiting()).map(({ personId }) => personId).sort()).toEqual([lead.personId, second.id].sort());
    const seen = (await getWriteUpForSharing(lead, id))?.seen ?? 0;
    if (answer === "approve") await approveSharing(lead, { id, ...STEP, seen, asked: "cohort" });
    else await giveBack(lead, { id, note: "Say first who pays." });
    expect(await waiting()).toEqual([]);
  }
});

test("a colleague takes it back too; the second click, or one at the same moment, finds it done", async () => {
  const { cohort, city, official, id } = await asked();
  const colleague = await actorOf((await makeMember(cohort.id, "official", city.id)).id);
  const clicks = [colleague, official, colleague, official].map((who) =>
    takeRequestBack(who, { id, target: "cohort" }),
  );
  expect(await Promise.all(clicks)).toEqual(Array(4).fill({ id }));
  expect(await audited(id)).toEqual(["write-up.ask", "write-up.withdraw"]);
});

test("members, people from elsewhere and nobody cannot", async () => {
  const { member, peer, admin, id } = await asked();
  const input = { id, target: "cohort" } as const;
  await expect(takeRequestBack(member, input)).rejects.toMatchObject({ code: "forbidden" });
  for (const actor of [peer, admin])
    await expect(takeRequestBack(actor, input)).rejects.toMatchObject({ code: "not_found" });
  expect(await rowOf(id)).toMatchObject({ requested: "cohort" });
  expect(await audited(id)).toEqual(["write-up.ask"]);
});

test("what the lead has decided is not taken back", async () => {
  const shared = await asked();
  await approveSharing(shared.lead, { id: shared.id, ...STEP, seen: 1, asked: "cohort" });
  const returned = await asked();
  await giveBack(returned.lead, { id: returned.id, note: "Name the source." });
  for (const { official, id } of [shared, returned])
    await expect(takeRequestBack(official, { id, target: "cohort" })).rejects.toMatchObject({ code: "conflict" });
  expect(await rowOf(shared.id)).toMatchObject({ audience: "cohort" });
  expect(await rowOf(returned.id)).toMatchObject({ returnedNote: "Name the source." });
  expect(await audited(shared.id)).not.toContain("write-up.withdraw");
});

test("a lead who still sees the request neither shares nor returns it, but may share it without one", async () => {
  const { official, lead, id } = await asked();
  await takeRequestBack(official, { id, target: "cohort" });
  const gone = { code: "conflict", fields: { form: { key: "sharing.error.noRequest" } } };
  await expect(approveSharing(lead, { id, ...STEP, seen: 1, asked: "cohort" })).rejects.toMatchObject(gone);
  await expect(giveBack(lead, { id, note: "Name the source." })).rejects.toMatchObject(gone);
  expect(await rowOf(id)).toMatchObject({ audience: "city", returnedNote: null });
  await approveSharing(lead, { id, ...STEP, seen: 1, asked: "" });
  expect(await rowOf(id)).toMatchObject({ audience: "cohort" });
});

test("of the official and the lead at the same moment one wins, and the other hears of it", async () => {
  for (let round = 0; round < 5; round++) {
    const { official, lead, id } = await asked();
    const [taken, shared] = await Promise.allSettled([
      takeRequestBack(official, { id, target: "cohort" }),
      approveSharing(lead, { id, ...STEP, seen: 1, asked: "cohort" }),
    ]);
    expect([taken.status, shared.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(await rowOf(id)).toMatchObject({
      requested: null,
      audience: taken.status === "fulfilled" ? "city" : "cohort",
    });
  }
});

test("what the form does not say is refused", () => {
  for (const wrong of [{ id: "x", target: "cohort" }, { id: "a".repeat(26) }, { id: "a".repeat(26), target: "city" }])
    expect(TakeBackInput.safeParse(wrong).success).toBe(false);
});
