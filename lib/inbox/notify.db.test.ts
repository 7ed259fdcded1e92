import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { notify } from "./notify";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const [anna, bruno, carla] = [
    await makeMember(cohort.id, "official", city.id),
    await makeMember(cohort.id, "member", city.id),
    await makeMember(cohort.id, "lead", city.id),
  ];
  return { anna, bruno, carla, writeUp: await makeWriteUp(city, anna.id) };
}

async function told(writeUpId: string) {
  const rows = await db.execute<{ person_id: string }>(
    sql`select person_id from notifications where write_up_id = ${writeUpId}`,
  );
  return rows.map((row) => row.person_id).sort();
}

async function jobs(personId: string) {
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker.jobs where key = ${`tell:${personId}`}`,
  );
  return rows[0]?.n;
}

test("everybody named is told once, and never of what they did themselves", async () => {
  const { anna, bruno, carla, writeUp } = await world();
  await db.transaction((tx) =>
    notify(tx, {
      kind: "released",
      writeUpId: writeUp.id,
      actorId: anna.id,
      personIds: [bruno.id, carla.id, bruno.id, anna.id],
    }),
  );
  expect(await told(writeUp.id)).toEqual([bruno.id, carla.id].sort());
  expect(await jobs(bruno.id)).toBe(1);
  expect(await jobs(anna.id)).toBe(0);
});

test("two news for a person wait for one mail", async () => {
  const { anna, bruno, writeUp } = await world();
  const news = { kind: "returned", writeUpId: writeUp.id, actorId: anna.id, personIds: [bruno.id] } as const;
  await notify(db, news);
  await notify(db, news);
  expect(await told(writeUp.id)).toHaveLength(2);
  expect(await jobs(bruno.id)).toBe(1);
});

test("news of a change that is undone reach nobody", async () => {
  const { anna, bruno, writeUp } = await world();
  await db
    .transaction(async (tx) => {
      await notify(tx, { kind: "returned", writeUpId: writeUp.id, actorId: anna.id, personIds: [bruno.id] });
      throw new Error("undone");
    })
    .catch(() => {});
  expect(await told(writeUp.id)).toEqual([]);
  expect(await jobs(bruno.id)).toBe(0);
});
