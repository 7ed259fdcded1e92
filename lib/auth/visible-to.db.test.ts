import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { writeUps } from "@/db/schema";
import { actorOf } from "./current";
import { visibleTo } from "./visible-to";

it("a member of another city reads what the cohort shares and nothing that stays in the city", async () => {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id);
  const official = await makeMember(cohort.id, "official", turin.id);
  const peer = await makeMember(cohort.id, "member", dublin.id);
  const shared = await makeWriteUp(turin, official.id, { audience: "cohort" });
  await makeWriteUp(turin, official.id, { audience: "city" });
  await makeWriteUp(turin, official.id, { audience: "draft" });
  const seen = await db
    .select({ id: writeUps.id })
    .from(writeUps)
    .where(visibleTo(await actorOf(peer.id)));
  expect(seen.map((row) => row.id)).toEqual([shared.id]);
  expect(await db.select({ n: sql`count(*)::int` }).from(writeUps)).toEqual([{ n: 3 }]);
});
