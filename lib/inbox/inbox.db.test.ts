import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeComment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { notifications } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { INBOX_LINES, INBOX_PAGE } from "./limits";
import { forgetHidden, markAllSeen, markSeen } from "./mutations";
import { answerPath, readPath } from "./paths";
import { listInbox } from "./queries";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const anna = await makeMember(cohort.id, "official", turin.id);
  const zofia = await makeMember(cohort.id, "member", warsaw.id);
  return { cohort, turin, warsaw, anna, zofia };
}
type World = Awaited<ReturnType<typeof world>>;

async function commented(w: World, writeUpId: string, html: string, values: { audience?: "city" | "cohort" } = {}) {
  const comment = await makeComment({ writeUpId }, w.cohort.id, w.zofia.id, { html, markdown: html, ...values });
  const row = { personId: w.anna.id, kind: "comment", writeUpId, commentId: comment.id, actorId: w.zofia.id } as const;
  await db.insert(notifications).values(row);
  return comment;
}

async function inbox(w: World, before?: string) {
  return listInbox(await actorOf(w.anna.id), before);
}

test("news stand together by write-up and session, the newest first", async () => {
  const w = await world();
  const [first, second] = [
    await makeWriteUp(w.turin, w.anna.id, { document: { title: "First" } }),
    await makeWriteUp(w.turin, w.anna.id, { document: { title: "Second" } }),
  ];
  const session = await makeSession(w.cohort.id, w.zofia.id, [w.turin], { title: "Session" });
  await commented(w, first.id, "<p>One</p>");
  await commented(w, second.id, "<p>Two</p>");
  const last = await commented(w, first.id, "<p>Three</p>");
  await db
    .insert(notifications)
    .values({ personId: w.anna.id, kind: "session-scheduled", sessionId: session.id, actorId: w.zofia.id });
  const { groups, before } = await inbox(w);
  expect(groups.map((group) => [group.newest.title, group.items.length, group.unseen])).toEqual([
    ["Session", 1, 1],
    ["First", 2, 2],
    ["Second", 1, 1],
  ]);
  expect(before).toBeNull();
  const news = groups[1]?.newest;
  expect(news).toMatchObject({ actor: w.zofia.name, comment: { html: "<p>Three</p>" }, city: { code: w.turin.code } });
  expect(news && answerPath(news)).toBe(`/write-ups/${first.id}?reply=${last.id}#reply`);
  expect(news && readPath(news)).toBe(`/write-ups/${first.id}?comment=${last.id}#comment-${last.id}`);
});

test("of many news about one thing the newest are shown and the others counted", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  for (let n = 0; n < INBOX_LINES + 2; n++) await commented(w, writeUp.id, `<p>${n}</p>`);
  const [group] = (await inbox(w)).groups;
  expect(group).toMatchObject({ more: 2, unseen: INBOX_LINES + 2 });
  expect(group?.items[0]?.comment?.html).toBe(`<p>${INBOX_LINES + 1}</p>`);
});

test("a long inbox is read page by page, each thing once", async () => {
  const w = await world();
  const made: string[] = [];
  for (let n = 0; n < INBOX_PAGE + 3; n++) {
    const writeUp = await makeWriteUp(w.turin, w.anna.id);
    await commented(w, writeUp.id, "<p>A word</p>");
    made.unshift(writeUp.id);
  }
  const first = await inbox(w);
  const second = await inbox(w, first.before ?? "");
  expect([...first.groups, ...second.groups].map((group) => group.newest.writeUpId)).toEqual(made);
  expect(second.before).toBeNull();
});

test("what somebody may no longer see is neither shown nor counted", async () => {
  const w = await world();
  const mine = await makeWriteUp(w.turin, w.anna.id, { document: { title: "Mine" } });
  const narrowed = await makeWriteUp(w.warsaw, w.zofia.id, { audience: "city", document: { title: "canary" } });
  await commented(w, mine.id, "<p>A word</p>");
  await commented(w, narrowed.id, "<p>canary</p>");
  const shared = await makeWriteUp(w.warsaw, w.zofia.id, { document: { title: "Shared" } });
  await commented(w, shared.id, "<p>canary</p>", { audience: "city" });
  const removed = await commented(w, mine.id, "<p>canary</p>");
  await db.execute(
    sql`update comments set markdown = '', html = '', deleted_at = now(), deleted_by = author_id where id = ${removed.id}`,
  );
  const { groups } = await inbox(w);
  expect(groups.map((group) => group.newest.title)).toEqual(["Mine"]);
  expect(JSON.stringify(groups)).not.toContain("canary");
  await forgetHidden(await actorOf(w.anna.id));
  expect((await actorOf(w.anna.id)).unseen).toBe(1);
});

test("whoever opens a thing has seen its news, and only those", async () => {
  const w = await world();
  const [one, two] = [await makeWriteUp(w.turin, w.anna.id), await makeWriteUp(w.turin, w.anna.id)];
  await commented(w, one.id, "<p>One</p>");
  await commented(w, two.id, "<p>Two</p>");
  await markSeen(await actorOf(w.zofia.id), { writeUpId: one.id });
  expect((await actorOf(w.anna.id)).unseen).toBe(2);
  await markSeen(await actorOf(w.anna.id), { writeUpId: one.id });
  expect((await actorOf(w.anna.id)).unseen).toBe(1);
  expect((await inbox(w)).groups.map((group) => group.unseen)).toEqual([1, 0]);
});

test("somebody marks all as read, for themselves only", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  await commented(w, writeUp.id, "<p>One</p>");
  await db
    .insert(notifications)
    .values({ personId: w.zofia.id, kind: "released", writeUpId: writeUp.id, actorId: w.anna.id });
  await markAllSeen(await actorOf(w.anna.id));
  expect((await actorOf(w.anna.id)).unseen).toBe(0);
  expect((await actorOf(w.zofia.id)).unseen).toBe(1);
  const rows = await db.select().from(notifications).where(eq(notifications.personId, w.anna.id));
  expect(rows.every((row) => row.seenAt !== null)).toBe(true);
});

test("what the lead wrote when giving it back is for the city: whoever left it reads the write-up, not the note", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id, { audience: "cohort" });
  await db.execute(sql`update write_ups set returned_note = 'Canary in a note' where id = ${writeUp.id}`);
  await db.insert(notifications).values({ personId: w.anna.id, kind: "returned", writeUpId: writeUp.id });
  expect(JSON.stringify(await inbox(w))).toContain("Canary in a note");
  await db.execute(sql`update memberships set until_at = now() where person_id = ${w.anna.id}`);
  await db.execute(sql`insert into memberships (id, person_id, cohort_id, workspace_id, role, from_at)
    values ('elsewhere', ${w.anna.id}, ${w.cohort.id}, ${w.warsaw.id}, 'member', now() - interval '1 minute')`);
  expect(JSON.stringify(await inbox(w))).not.toContain("Canary in a note");
});
