import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsk, makeCity, makeCohort, makeCommitment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { auditLog, follows } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { useUp } from "@/lib/auth/testing";
import { followThing, namedThing } from "./mutations";
import { listFollows } from "./queries";
import { FollowThing } from "./schema";
import { followersOf, followOf } from "./sql";
import type { Thing } from "./types";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const anna = await makeMember(cohort.id, "official", turin.id);
  const peer = await makeMember(cohort.id, "member", (await makeCity(cohort.id)).id);
  return { cohort, turin, anna, peer };
}

async function followers(thing: Thing): Promise<string[]> {
  const rows = await db.execute<{ person_id: string }>(followersOf(thing));
  return rows.map((row) => row.person_id);
}

async function mine(personId: string, thing: Thing) {
  const [row] = await db.execute<{ follow: string | null }>(
    sql`select ${followOf(await actorOf(personId), thing)} as follow`,
  );
  return row?.follow;
}

test("somebody follows a thing of any kind, mutes it and takes both back; each change leaves its trace once", async () => {
  const { cohort, turin, anna, peer } = await world();
  const actor = await actorOf(peer.id);
  const things: Thing[] = [
    { writeUpId: (await makeWriteUp(turin, anna.id)).id },
    { sessionId: (await makeSession(cohort.id, anna.id, [turin])).id },
    { commitmentId: (await makeCommitment(turin, anna.id)).id },
    { askId: (await makeAsk(cohort.id, anna.id, turin)).id },
  ];
  for (const thing of things) {
    await followThing(actor, thing, "follow");
    await followThing(actor, thing, "follow");
    expect(await followers(thing)).toEqual([peer.id]);
    expect(await mine(peer.id, thing)).toBe("follow");
    expect(await mine(anna.id, thing)).toBeNull();
    await followThing(actor, thing, "mute");
    expect(await followers(thing)).toEqual([]);
    await followThing(actor, thing, null);
    await followThing(actor, thing, null);
    expect(await mine(peer.id, thing)).toBeNull();
    const trace = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, Object.values(thing)[0] ?? ""));
    expect(trace.map(({ action }) => action)).toEqual(["follow.follow", "follow.mute", "follow.stop"]);
    // What somebody wants to hear is nobody's business but theirs.
    expect(trace.every(({ cohortId }) => cohortId === null)).toBe(true);
  }
});

test("what one may not read one does not follow", async () => {
  const { turin, anna, peer } = await world();
  const kept = await makeWriteUp(turin, anna.id, { audience: "city" });
  const actor = await actorOf(peer.id);
  await expect(followThing(actor, { writeUpId: kept.id }, "follow")).rejects.toMatchObject({ code: "not_found" });
  await expect(followThing(actor, { askId: "0000000000000000" }, "mute")).rejects.toMatchObject({ code: "not_found" });
  expect(await db.select().from(follows).where(eq(follows.personId, peer.id))).toEqual([]);
});

test("somebody sees what they follow and have muted, as long as they may read it", async () => {
  const { cohort, turin, anna, peer } = await world();
  const actor = await actorOf(peer.id);
  const [open, closed] = [
    await makeWriteUp(turin, anna.id, { document: { title: "Open" } }),
    await makeWriteUp(turin, anna.id, { document: { title: "canary" } }),
  ];
  const session = await makeSession(cohort.id, anna.id, [turin], { title: "Volunteers" });
  await followThing(actor, { writeUpId: closed.id }, "follow");
  await followThing(actor, { sessionId: session.id }, "mute");
  await followThing(actor, { writeUpId: open.id }, "follow");
  await db.execute(sql`update write_ups set audience = 'city' where id = ${closed.id}`);
  expect(await listFollows(actor)).toEqual([
    { thing: { writeUpId: open.id }, title: { text: "Open", language: "en" }, follow: "follow" },
    { thing: { sessionId: session.id }, title: { text: "Volunteers", language: "en" }, follow: "mute" },
  ]);
  expect(await listFollows(await actorOf(anna.id))).toEqual([]);
});

test("pressed twenty times at once it is followed once", async () => {
  const { turin, anna, peer } = await world();
  const thing = { writeUpId: (await makeWriteUp(turin, anna.id)).id };
  const actor = await actorOf(peer.id);
  await Promise.all(Array.from({ length: 20 }, () => followThing(actor, thing, "follow")));
  expect(await followers(thing)).toEqual([peer.id]);
});

test("whoever follows and stops without an end is asked to wait, for themselves only", async () => {
  const { turin, anna, peer } = await world();
  const thing = { writeUpId: (await makeWriteUp(turin, anna.id)).id };
  await useUp(peer.id, "follow");
  for (const follow of ["follow", "mute", null] as const)
    await expect(followThing(await actorOf(peer.id), thing, follow)).rejects.toMatchObject({ code: "too_many" });
  expect(await mine(peer.id, thing)).toBeNull();
  await followThing(await actorOf(anna.id), thing, "mute");
  expect(await mine(anna.id, thing)).toBe("mute");
});

test("a form names exactly one thing", () => {
  const id = "0123456789abcdef";
  const read = (fields: Record<string, string>) => FollowThing.safeParse(fields);
  const given = read({ writeUpId: id, sessionId: "", follow: "follow" });
  expect(given.success && namedThing(given.data)).toEqual({ writeUpId: id });
  for (const wrong of [
    { follow: "follow" },
    { writeUpId: id, askId: id, follow: "mute" },
    { writeUpId: "x", follow: "mute" },
    { writeUpId: id, follow: "all" },
    { writeUpId: id, follow: "mute", personId: id },
  ] as Record<string, string>[])
    expect(read(wrong).success).toBe(false);
});
