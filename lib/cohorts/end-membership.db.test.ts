import { and, eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makeWriteUp } from "@/db/factories";
import { auditLog, memberships, workingCopies } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { endMembership } from "./end-membership";
import type { Role } from "./limits";

async function makeWorld() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const join = async (role: Role, workspaceId: string | null = null) => {
    const actor = await actorOf((await makeMember(cohort.id, role, workspaceId)).id);
    return { actor, membershipId: actor.memberships[0]?.id ?? "" };
  };
  return { cohort, city, join, lead: await join("lead", city.id) };
}

it("a lead ends an official's membership; the official's next request has no access", async () => {
  const { city, join, lead } = await makeWorld();
  const official = await join("official", city.id);
  await endMembership(lead.actor, official.membershipId);
  expect((await actorOf(official.actor.personId)).memberships).toEqual([]);
  const [row] = await db.select().from(memberships).where(eq(memberships.id, official.membershipId));
  expect(row).toMatchObject({ endedBy: lead.actor.personId });
  const log = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, "membership.end"), eq(auditLog.subjectId, official.membershipId)));
  expect(log).toMatchObject([
    { workspaceId: city.id, detail: { role: "official", personId: official.actor.personId } },
  ]);
});

it("a membership that is over does not exist, and ending it twice ends it once", async () => {
  const { city, join, lead } = await makeWorld();
  const official = await join("official", city.id);
  const results = await Promise.allSettled([
    endMembership(lead.actor, official.membershipId),
    endMembership(lead.actor, official.membershipId),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(endMembership(lead.actor, official.membershipId)).rejects.toMatchObject({ code: "not_found" });
  await expect(endMembership(lead.actor, newId())).rejects.toMatchObject({ code: "not_found" });
});

it("only those whom the table names may end a membership", async () => {
  const { cohort, city, join, lead } = await makeWorld();
  const elsewhere = await makeCity(cohort.id);
  const admin = await join("admin");
  const facilitator = await join("facilitator");
  const official = await join("official", city.id);
  const observer = await join("observer");
  const otherLead = await join("lead", elsewhere.id);
  for (const { actor } of [official, facilitator, observer, otherLead])
    await expect(endMembership(actor, lead.membershipId)).rejects.toMatchObject({ code: "forbidden" });
  for (const { actor } of [lead, official, observer])
    await expect(endMembership(actor, facilitator.membershipId)).rejects.toMatchObject({ code: "forbidden" });
  await endMembership(facilitator.actor, observer.membershipId);
  await endMembership(admin.actor, facilitator.membershipId);
  await endMembership(admin.actor, official.membershipId);
});

it("for people of another cohort the membership does not exist", async () => {
  const { lead } = await makeWorld();
  const other = await makeWorld();
  await expect(endMembership(other.lead.actor, lead.membershipId)).rejects.toMatchObject({ code: "not_found" });
  const admin = await other.join("admin");
  await expect(endMembership(admin.actor, lead.membershipId)).rejects.toMatchObject({ code: "not_found" });
});

it("the last lead of a city hands over before leaving; the last admin of a cohort too", async () => {
  const { city, join, lead } = await makeWorld();
  await expect(endMembership(lead.actor, lead.membershipId)).rejects.toMatchObject({
    fields: { form: { key: "cohort.error.last-lead" } },
  });
  const admin = await join("admin");
  await expect(endMembership(admin.actor, admin.membershipId)).rejects.toMatchObject({
    fields: { form: { key: "cohort.error.last-admin" } },
  });
  await join("lead", city.id);
  await endMembership(lead.actor, lead.membershipId);
});

it("two leads who leave at the same moment leave one behind", async () => {
  const { city, join, lead } = await makeWorld();
  const second = await join("lead", city.id);
  const results = await Promise.allSettled([
    endMembership(lead.actor, lead.membershipId),
    endMembership(second.actor, second.membershipId),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("somebody with two roles keeps the other one", async () => {
  const { cohort, city, join, lead } = await makeWorld();
  const official = await join("official", city.id);
  await makeMembership(official.actor.personId, cohort.id, "member", city.id);
  await endMembership(lead.actor, official.membershipId);
  expect((await actorOf(official.actor.personId)).memberships).toMatchObject([{ role: "member" }]);
});

it("what somebody typed in a city and did not save is deleted when they leave it, and only there", async () => {
  const { cohort, city, join, lead } = await makeWorld();
  const other = await makeCity(cohort.id);
  const official = await join("official", city.id);
  const { personId } = official.actor;
  await makeMembership(personId, cohort.id, "official", other.id);
  const [here, there] = [await makeWriteUp(city, personId), await makeWriteUp(other, personId)];
  const copy = { language: "en", task: "lessons", fields: [["markdown", "Unsaved"]] as [string, string][], seen: "" };
  const typed = [
    { writeUpId: here.id, personId },
    { writeUpId: there.id, personId },
    { writeUpId: here.id, personId: lead.actor.personId },
  ];
  await db.insert(workingCopies).values(typed.map((key) => ({ ...copy, ...key, version: 1 })));
  const left = () =>
    db
      .select({ writeUpId: workingCopies.writeUpId, personId: workingCopies.personId })
      .from(workingCopies)
      .where(inArray(workingCopies.writeUpId, [here.id, there.id]));

  const second = await makeMembership(personId, cohort.id, "member", city.id);
  await endMembership(lead.actor, official.membershipId);
  expect(await left()).toHaveLength(3);
  await endMembership(lead.actor, second.id);
  expect(new Set(await left())).toEqual(new Set(typed.slice(1)));
});
