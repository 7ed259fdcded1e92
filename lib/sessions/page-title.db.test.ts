import { expect, it } from "vitest";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { pageTitle } from "./page-title";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const values = { title: "Who pays?", startsAt: new Date(Date.now() + 86_400_000) };
  const session = await makeSession(cohort.id, facilitator.id, [city], values);
  return { session, member: await makeMember(cohort.id, "member", city.id) };
}

it("a member who has two minutes open reads in the tab which session each is of", async () => {
  const { session, member } = await world();
  const actor = await actorOf(member.id);
  expect(await pageTitle(actor, session.id, "Minutes")).toBe("Minutes: Who pays?");
  expect(await pageTitle(actor, session.id, "When can you come?")).toBe("When can you come? Who pays?");
});

it("somebody who may not see the session reads nothing of it in the title either", async () => {
  const { session } = await world();
  const elsewhere = await makeCohort();
  const stranger = await makeMember(elsewhere.id, "facilitator");
  expect(await pageTitle(await actorOf(stranger.id), session.id, "Minutes")).toBe("Minutes");
  expect(await pageTitle(null, session.id, "Minutes")).toBe("Minutes");
  expect(await pageTitle(await actorOf(stranger.id), "\0", "Minutes")).toBe("Minutes");
});
