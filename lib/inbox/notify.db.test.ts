import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import {
  makeCity,
  makeCohort,
  makeComment,
  makeMember,
  makeMembership,
  makePerson,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { followThing } from "@/lib/follows/mutations";
import { notify } from "./notify";

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const [anna, bruno, carla] = [
    await makeMember(cohort.id, "official", city.id),
    await makeMember(cohort.id, "member", city.id),
    await makeMember(cohort.id, "lead", city.id),
  ];
  return { cohort, city, anna, bruno, carla, writeUp: await makeWriteUp(city, anna.id) };
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

test("whoever has muted a thing is told only what calls them by name", async () => {
  const { anna, bruno, carla, writeUp } = await world();
  await followThing(await actorOf(bruno.id), { writeUpId: writeUp.id }, "mute");
  const news = { writeUpId: writeUp.id, actorId: anna.id, personIds: [bruno.id, carla.id] };
  await notify(db, { ...news, kind: "released" });
  expect(await told(writeUp.id)).toEqual([carla.id]);
  await notify(db, { ...news, kind: "approval-asked", personIds: [bruno.id] });
  expect(await told(writeUp.id)).toEqual([bruno.id, carla.id].sort());
});

test("whoever does not belong to where a thing is read is not even counted", async () => {
  const { cohort, city, anna, bruno, writeUp } = await world();
  const peer = await makeMember(cohort.id, "member", (await makeCity(cohort.id)).id);
  const left = await makePerson();
  await makeMembership(left.id, cohort.id, "member", city.id, new Date(Date.now() - 1000));
  const stranger = await makeMember((await makeCohort()).id, "facilitator");
  const comment = await makeComment({ writeUpId: writeUp.id }, cohort.id, anna.id);
  const personIds = [bruno.id, peer.id, left.id, stranger.id];
  const news = { writeUpId: writeUp.id, actorId: anna.id, personIds, commentId: comment.id, kind: "comment" } as const;
  await notify(db, news);
  expect(await told(writeUp.id)).toEqual([bruno.id, peer.id].sort());
  await db.execute(sql`delete from notifications`);
  await notify(db, { ...news, inside: true });
  expect(await told(writeUp.id)).toEqual([bruno.id]);
  await db.execute(sql`delete from notifications`);
  await db.execute(sql`update write_ups set audience = 'city' where id = ${writeUp.id}`);
  await notify(db, news);
  expect(await told(writeUp.id)).toEqual([bruno.id]);

  const session = await makeSession(cohort.id, anna.id, []);
  await notify(db, { kind: "minutes", sessionId: session.id, actorId: anna.id, personIds });
  const heard = await db.execute<{ person_id: string }>(
    sql`select person_id from notifications where session_id = ${session.id} order by 1`,
  );
  expect(heard.map((row) => row.person_id)).toEqual([bruno.id, peer.id].sort());
});
