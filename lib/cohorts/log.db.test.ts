import { expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeComment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { record } from "@/lib/audit/record";
import { actorOf } from "@/lib/auth/current";
import type { Role } from "./limits";
import { listLog } from "./log";

async function makeWorld() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const as = async (role: Role, workspaceId: string | null = null) =>
    actorOf((await makeMember(cohort.id, role, workspaceId)).id);
  const official = await as("official", city.id);
  const note = (action: string, subjectId: string, workspaceId: string | null = city.id, detail = {}) =>
    record(db, { actorId: official.personId, action, cohortId: cohort.id, workspaceId, subjectId, detail });
  return { cohort, city, as, official, note, inCity: { cohortId: cohort.id, workspaceId: city.id } };
}

it("a lead reads their city's log, newest first, with the title of what it is about", async () => {
  const { city, as, official, note, inCity } = await makeWorld();
  const writeUp = await makeWriteUp(city, official.personId, { audience: "city", document: { title: "Kept here" } });
  await note("write-up.create", writeUp.id);
  await note("invitation.send", "gone", city.id, { role: "member" });
  const log = await listLog(await as("lead", city.id), inCity);
  expect(log?.entries).toMatchObject([
    { action: "invitation.send", role: "member", about: null, who: official.name },
    { action: "write-up.create", about: { href: `/write-ups/${writeUp.id}`, title: "Kept here" } },
  ]);
});

it("only those whom the table names read a log", async () => {
  const { cohort, city, as, official, inCity } = await makeWorld();
  const other = await makeWorld();
  const whole = { cohortId: cohort.id, workspaceId: null };
  const peerLead = await as("lead", (await makeCity(cohort.id)).id);
  for (const actor of [official, await as("observer"), peerLead, await other.as("admin")]) {
    expect(await listLog(actor, inCity)).toBeNull();
    expect(await listLog(actor, whole)).toBeNull();
  }
  expect(await listLog(await as("lead", city.id), whole)).toBeNull();
  expect(await listLog(await as("facilitator"), whole)).not.toBeNull();
  expect(await listLog(await as("admin"), inCity)).not.toBeNull();
});

it("the log tells facilitators and admins nothing of what a city keeps to itself", async () => {
  const { cohort, city, as, official, note } = await makeWorld();
  const kept = await makeWriteUp(city, official.personId, { audience: "city", document: { title: "canary" } });
  const shared = await makeWriteUp(city, official.personId, { audience: "cohort" });
  const inside = await makeComment({ writeUpId: shared.id }, cohort.id, official.personId, {
    audience: "city",
    workspaceId: city.id,
  });
  await note("write-up.share-with-city", kept.id);
  await note("comment.post", inside.id, city.id, { writeUpId: shared.id });
  await note("comment.post", "a-comment-since-erased", city.id, { writeUpId: kept.id });
  await note("write-up.approve", shared.id);
  for (const role of ["facilitator", "admin"] as const) {
    const log = await listLog(await as(role), { cohortId: cohort.id, workspaceId: null });
    expect(log?.entries.map(({ action }) => action)).toEqual(["write-up.approve"]);
  }
  const lead = await listLog(await as("lead", city.id), { cohortId: cohort.id, workspaceId: city.id });
  expect(lead?.entries).toHaveLength(4);
});

it("a draft stays out of the lead's log until they may read it", async () => {
  const { city, as, official, note, inCity } = await makeWorld();
  const draft = await makeWriteUp(city, official.personId, { audience: "draft" });
  await note("write-up.create", draft.id);
  expect((await listLog(await as("lead", city.id), inCity))?.entries).toEqual([]);
});

it("a session stands in the cohort's log, and pages follow each other without gaps", async () => {
  const { cohort, city, as, official, note } = await makeWorld();
  const session = await makeSession(cohort.id, official.personId, [city], {
    status: "scheduled",
    title: "Peer assist",
  });
  for (let n = 0; n < 5; n++) await note("session.answer", session.id, null);
  const facilitator = await as("facilitator");
  const whole = { cohortId: cohort.id, workspaceId: null };
  const first = await listLog(facilitator, whole, { limit: 3 });
  expect(first?.entries).toHaveLength(3);
  expect(first?.entries[0]?.about).toMatchObject({ href: `/sessions/${session.id}`, title: "Peer assist" });
  const second = await listLog(facilitator, whole, { limit: 3, before: first?.older ?? undefined });
  expect(second?.entries).toHaveLength(2);
  expect(second?.older).toBeNull();
});
