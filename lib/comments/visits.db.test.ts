import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeComment, makeMember, makeWriteUp } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { threadFor } from "./queries";
import { lengthenVisit } from "./visit";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;
const afterwards: (() => Promise<unknown>)[] = [];
vi.mock("next/server", () => ({ after: (task: () => Promise<unknown>) => afterwards.push(task) }));

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const reader = (await makeMember(cohort.id, "member", turin.id)).id;
  const other = (await makeMember(cohort.id, "official", turin.id)).id;
  const writeUp = await makeWriteUp(turin, other, { audience: "cohort" });
  return { cohort, turin, reader, other, about: { writeUpId: writeUp.id } };
}

/** Opens the page, and says what was new on it and whether the visit was written down. */
async function open(personId: string, about: { writeUpId: string }) {
  const thread = await threadFor(await actorOf(personId), about, {}, VIEW);
  const written = afterwards.splice(0);
  for (const task of written) await task();
  const comments = thread?.page.comments ?? [];
  const marked = [...comments, ...comments.flatMap(({ replies }) => replies)].filter(({ isNew }) => isNew);
  return { fresh: thread?.page.fresh ?? null, marked: marked.map(({ id }) => id).sort(), written: written.length };
}

/** Puts a visit back in time. */
async function ago(personId: string, minutes: number) {
  await db.execute(
    sql`update visits set last_at = last_at - make_interval(mins => ${minutes}), new_since = new_since - make_interval(mins => ${minutes}) where person_id = ${personId}`,
  );
}

const minutesAgo = (minutes: number) => ({ createdAt: new Date(Date.now() - minutes * 60_000) });

test("on the first visit nothing is new", async () => {
  const { cohort, reader, other, about } = await world();
  await makeComment(about, cohort.id, other);
  expect(await open(reader, about)).toEqual({ fresh: null, marked: [], written: 1 });
});

test("what others said since is new, answers too, for as long as the visit lasts", async () => {
  const { cohort, reader, other, about } = await world();
  const old = await makeComment(about, cohort.id, other, minutesAgo(5_000));
  await open(reader, about);
  await ago(reader, 2_900);
  const answer = await makeComment(about, cohort.id, other, { parentId: old.id, ...minutesAgo(50) });
  const top = await makeComment(about, cohort.id, other, minutesAgo(40));
  await makeComment(about, cohort.id, reader, minutesAgo(30));
  const expected = {
    fresh: { count: 2, firstId: answer.id, since: expect.any(String) },
    marked: [answer.id, top.id].sort(),
  };
  expect(await open(reader, about)).toEqual({ ...expected, written: 1 });
  expect(await open(reader, about)).toEqual({ ...expected, written: 0 });
  await ago(reader, 35);
  expect(await open(reader, about)).toMatchObject({ fresh: null, marked: [] });
});

test("a visit is not written down anew while nothing is said", async () => {
  const { reader, about } = await world();
  expect((await open(reader, about)).written).toBe(1);
  await ago(reader, 10_000);
  expect((await open(reader, about)).written).toBe(0);
});

test("what is removed, hidden, one's own or inside another city is not counted", async () => {
  const { cohort, turin, other, about } = await world();
  const warsaw = await makeCity(cohort.id);
  const peer = (await makeMember(cohort.id, "member", warsaw.id)).id;
  await open(peer, about);
  await ago(peer, 100);
  await makeComment(about, cohort.id, other, { audience: "city", workspaceId: turin.id });
  await makeComment(about, cohort.id, other, { markdown: "", html: "", deletedAt: new Date(), deletedBy: other });
  await makeComment(about, cohort.id, other, { hiddenAt: new Date(), hiddenBy: other, hiddenReason: "x" });
  await makeComment(about, cohort.id, peer);
  expect(await open(peer, about)).toMatchObject({ fresh: null, marked: [], written: 0 });
});

test("what somebody saw as it came is not new when they come again", async () => {
  const { cohort, reader, other, about } = await world();
  const actor = await actorOf(reader);
  await open(reader, about);
  await ago(reader, 20);
  const seen = await makeComment(about, cohort.id, other, minutesAgo(10));
  const unseen = await makeComment(about, cohort.id, other, { parentId: seen.id, ...minutesAgo(5) });
  await lengthenVisit(actor, seen.id, false);
  expect(await open(reader, about)).toMatchObject({ fresh: { count: 1, firstId: unseen.id }, marked: [unseen.id] });
  await lengthenVisit(actor, seen.id, false);
  expect((await open(reader, about)).marked).toEqual([unseen.id]);
});

test("a comment that somebody may not hear changes nothing for them", async () => {
  const { cohort, turin, other, about } = await world();
  const warsaw = await makeCity(cohort.id);
  const peer = (await makeMember(cohort.id, "member", warsaw.id)).id;
  await open(peer, about);
  await ago(peer, 20);
  const heard = await makeComment(about, cohort.id, other, minutesAgo(10));
  const inside = { audience: "city", workspaceId: turin.id, ...minutesAgo(5) } as const;
  const unheard = await makeComment(about, cohort.id, other, inside);
  await lengthenVisit(await actorOf(peer), unheard.id, false);
  expect((await open(peer, about)).marked).toEqual([heard.id]);
});

test("what was marked as new stays so until they have been away, and what came meanwhile with it", async () => {
  const { cohort, reader, other, about } = await world();
  const actor = await actorOf(reader);
  await open(reader, about);
  await ago(reader, 200);
  const before = await makeComment(about, cohort.id, other, minutesAgo(100));
  expect((await open(reader, about)).marked).toEqual([before.id]);
  await ago(reader, 25);
  const live = await makeComment(about, cohort.id, other, minutesAgo(10));
  await lengthenVisit(actor, live.id, true);
  expect((await open(reader, about)).marked).toEqual([before.id, live.id].sort());
  await ago(reader, 35);
  await db.execute(sql`update comments set created_at = created_at - interval '35 minutes'`);
  expect((await open(reader, about)).marked).toEqual([]);
});

test("nobody lengthens a visit that they did not make, or by a comment about something else", async () => {
  const { cohort, turin, reader, other, about } = await world();
  const actor = await actorOf(reader);
  const comment = await makeComment(about, cohort.id, other);
  await lengthenVisit(actor, comment.id, false);
  expect(await db.execute(sql`select 1 from visits where person_id = ${reader}`)).toHaveLength(0);
  await open(reader, about);
  await ago(reader, 60);
  const elsewhere = { writeUpId: (await makeWriteUp(turin, other, { audience: "cohort" })).id };
  await lengthenVisit(actor, (await makeComment(elsewhere, cohort.id, other)).id, false);
  await lengthenVisit(await actorOf(other), comment.id, false);
  expect((await open(reader, about)).marked).toEqual([comment.id]);
});

test("two pages opened at once make one visit", async () => {
  const { reader, about } = await world();
  await Promise.all([open(reader, about), open(reader, about), open(reader, about)]);
  expect(await db.execute(sql`select 1 from visits where person_id = ${reader}`)).toHaveLength(1);
});

test("the public leaves no trace", async () => {
  const { about } = await world();
  expect(await threadFor(null, about, {}, VIEW)).toBeNull();
  expect(afterwards).toHaveLength(0);
});
