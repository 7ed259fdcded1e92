import { and, eq } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson } from "@/db/factories";
import { auditLog } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { clock } from "@/lib/time/now";
import { setAway } from "./absence";
import { listPeople } from "./directory";
import { getPerson } from "./person";
import { getProfile } from "./profile";
import { listMembers } from "./queries";
import { AwayInput } from "./schema";

afterEach(() => vi.restoreAllMocks());
const at = (time: string) => vi.spyOn(clock, "now").mockReturnValue(new Date(time));

it("a colleague who says until when they are away is shown so, and no longer on the day after", async () => {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const [person, peer] = [
    await makeMember(cohort.id, "official", city.id),
    await makeMember(cohort.id, "member", city.id),
  ];
  const [actor, reader] = [await actorOf(person.id), await actorOf(peer.id)];
  const shown = async () => [
    (await listPeople(reader, {})).items.find(({ id }) => id === person.id)?.awayUntil,
    (await listMembers(reader, { cohortId: cohort.id, workspaceId: city.id })).find((m) => m.personId === person.id)
      ?.awayUntil,
    (await getPerson(reader, person.id))?.awayUntil,
    (await getProfile(actor)).awayUntil,
  ];
  at("2026-11-24T12:00:00Z");
  expect(await setAway(actor, { awayUntil: "27 January 2027" })).toEqual({ awayUntil: "2027-01-27" });
  expect(await shown()).toEqual(Array(4).fill("2027-01-27"));
  at("2027-01-27T22:30:00Z");
  expect(await shown()).toEqual(Array(4).fill("2027-01-27"));
  at("2027-01-27T23:30:00Z");
  expect(await shown()).toEqual(Array(4).fill(null));
});

it("whoever is back saves an empty field; both are in the log without a word", async () => {
  const person = await makePerson();
  const actor = await actorOf(person.id);
  at("2026-11-24T12:00:00Z");
  await setAway(actor, { awayUntil: "2026-12-24" });
  expect(await setAway(actor, AwayInput.parse({}))).toEqual({ awayUntil: null });
  const log = await db
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.actorId, person.id), eq(auditLog.action, "profile.away")));
  expect(log.map(({ detail }) => detail)).toEqual(expect.arrayContaining([{ until: "2026-12-24" }, { until: null }]));
});

it("a day that has passed, a month alone or a far year is refused with a sentence", async () => {
  const actor = await actorOf((await makePerson({ zone: "America/Los_Angeles" })).id);
  at("2026-11-25T07:00:00Z"); // the evening of the 24th there
  const refused = (typed: string, key: string) =>
    expect(setAway(actor, { awayUntil: typed }), typed).rejects.toMatchObject({
      code: "invalid",
      fields: { awayUntil: { key } },
    });
  await refused("23 November 2026", "people.error.awayPast");
  await refused("December 2026", "people.error.away");
  await refused("soon", "people.error.away");
  await refused("31/02/2027", "people.error.away");
  await refused("25 November 2028", "people.error.awayFar");
  expect(await setAway(actor, { awayUntil: "24 November 2026" })).toEqual({ awayUntil: "2026-11-24" });
  expect(AwayInput.safeParse({ awayUntil: "x", personId: "another" }).success).toBe(false);
});
