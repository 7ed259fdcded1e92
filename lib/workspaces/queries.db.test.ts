import { expect, it } from "vitest";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { getCity, listCities } from "./queries";

it("a member sees the cities of their cohort from west to east, and what they may read is counted", async () => {
  const cohort = await makeCohort();
  const warsaw = await makeCity(cohort.id, { longitude: 21 });
  const lisbon = await makeCity(cohort.id, { longitude: -9 });
  const foreign = await makeCity((await makeCohort()).id);
  const official = await makeMember(cohort.id, "official", warsaw.id);
  const peer = await makeMember(cohort.id, "member", lisbon.id);
  await makeWriteUp(warsaw, official.id, { audience: "public" });
  await makeWriteUp(warsaw, official.id, { audience: "cohort", kind: "case" });
  await makeWriteUp(warsaw, official.id, { audience: "city" });
  const seen = await listCities(await actorOf(peer.id));
  expect(seen.map(({ id, practices, cases }) => [id, practices, cases])).toEqual([
    [lisbon.id, 0, 0],
    [warsaw.id, 1, 1],
  ]);
  expect(await getCity(await actorOf(official.id), warsaw.slug)).toMatchObject({ practices: 2, cases: 1 });
  const open = await listCities(null);
  expect(open.find(({ id }) => id === warsaw.id)).toMatchObject({ practices: 1, cases: 0 });
  expect(open.map(({ id }) => id)).toContain(foreign.id);
});

it("a city's page tells what each reader may do there", async () => {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const lead = await actorOf((await makeMember(cohort.id, "lead", city.id)).id);
  const observer = await actorOf((await makeMember(cohort.id, "observer")).id);
  const abilities = async (reader: typeof lead | null) => (await getCity(reader, city.slug))?.abilities;
  expect(await abilities(lead)).toEqual({ seePeople: true, seeLog: true, write: true });
  expect(await abilities(observer)).toEqual({ seePeople: true, seeLog: false, write: false });
  expect(await abilities(null)).toEqual({ seePeople: false, seeLog: false, write: false });
  expect(await getCity(lead, "atlantis")).toBeNull();
});
