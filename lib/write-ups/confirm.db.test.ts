import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { confirmWriteUp } from "./confirm";
import { getWriteUp } from "./queries";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const other = await makeCity(cohort.id);
  const official = await makeMember(cohort.id, "official", city.id);
  const stranger = await makeMember(cohort.id, "official", other.id);
  const writeUp = await makeWriteUp(city, official.id, { audience: "cohort" });
  return { official: await actorOf(official.id), stranger: await actorOf(stranger.id), writeUp };
}

test("an official confirms that it is still right, and readers in other cities see the day", async () => {
  const { official, stranger, writeUp } = await world();
  await db.execute(sql`update write_ups set reviewed_on = '2020-01-01' where id = ${writeUp.id}`);
  expect((await getWriteUp(stranger, writeUp.id, ["en"]))?.confirmedOn).toBe("2020-01-01");
  await confirmWriteUp(official, { id: writeUp.id });
  const today = dateIn(clock.now(), official.zone);
  expect((await getWriteUp(stranger, writeUp.id, ["en"]))?.confirmedOn).toBe(today);
  const rows = await db.execute(sql`select action, detail from audit_log where subject_id = ${writeUp.id}`);
  expect(rows).toEqual([{ action: "write-up.confirm", detail: { on: today } }]);
});

test("nobody confirms another city's write-up", async () => {
  const { stranger, writeUp } = await world();
  await expect(confirmWriteUp(stranger, { id: writeUp.id })).rejects.toMatchObject({ code: "forbidden" });
});
