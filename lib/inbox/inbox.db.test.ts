import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsk, makeCity, makeCohort, makeComment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { notifications } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { useUp } from "@/lib/auth/testing";
import { plateOf } from "@/lib/sessions/city-name";
import { INBOX_PAGE, INBOX_SCAN } from "./limits";
import { lineWords } from "./line-words";
import { forgetHidden, markAllSeen, markSeen, tendGroup } from "./mutations";
import { actPath, answerPath, readPath, toDo } from "./paths";
import { getNews, listInbox } from "./queries";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const anna = await makeMember(cohort.id, "official", turin.id);
  const zofia = await makeMember(cohort.id, "member", warsaw.id);
  return { cohort, turin, warsaw, anna, zofia };
}
type World = Awaited<ReturnType<typeof world>>;

async function commented(
  w: World,
  writeUpId: string,
  html: string,
  values: Parameters<typeof makeComment>[3] = {},
  by: { id: string } = w.zofia,
) {
  const comment = await makeComment({ writeUpId }, w.cohort.id, by.id, { html, markdown: html, ...values });
  const row = { personId: w.anna.id, kind: "comment", writeUpId, commentId: comment.id, actorId: by.id } as const;
  await db.insert(notifications).values(row);
  return comment;
}

async function inbox(w: World, before?: string, done = false) {
  return listInbox(await actorOf(w.anna.id), { before, done });
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
  expect(groups.map(({ newest, lines, unseen }) => [newest.title, lines[0]?.total, unseen])).toEqual([
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

test("in the Inbox a city is called as the reader's language has it", async () => {
  const w = await world();
  const warsaw = await makeCity(w.cohort.id, { name: "Warsaw", localName: "Warszawa", languages: ["pl"] });
  const writeUp = await makeWriteUp(warsaw, w.zofia.id);
  await commented(w, writeUp.id, "<p>One</p>");
  const [group] = (await inbox(w)).groups;
  const city = group?.newest.city;
  expect(city && [plateOf(city, "en"), plateOf(city, "it")]).toEqual([
    { code: warsaw.code, name: "Warsaw", accent: "tor" },
    { code: warsaw.code, name: "Varsavia", accent: "tor" },
  ]);
});

test("what many did often is one line with two names, a count of the others and the last words", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  const others = await Promise.all([1, 2, 3, 4].map(() => makeMember(w.cohort.id, "member", w.warsaw.id)));
  for (const [n, person] of [...others, ...others].entries()) await commented(w, writeUp.id, `<p>${n}</p>`, {}, person);
  const [group] = (await inbox(w)).groups;
  expect(group?.lines).toHaveLength(1);
  expect(group?.lines[0]).toMatchObject({
    names: [others[3]?.name, others[2]?.name],
    people: 4,
    total: 8,
    newest: { comment: { html: "<p>7</p>" } },
  });
  const [line] = group?.lines ?? [];
  expect(line && lineWords(line, "en", "Europe/Rome")).toBe(
    `${others[3]?.name}, ${others[2]?.name} and 2 others commented (8)`,
  );
});

test("what is said to a question answers it, unless whoever asked it says it", async () => {
  const w = await world();
  const told = async (askerId: string) => {
    const { id: askId } = await makeAsk(w.cohort.id, askerId, w.warsaw);
    const { id: commentId } = await makeComment({ askId }, w.cohort.id, w.zofia.id);
    const [row] = await db
      .insert(notifications)
      .values({ personId: w.anna.id, kind: "comment", askId, commentId, actorId: w.zofia.id })
      .returning();
    const { groups } = await inbox(w);
    const line = groups.find(({ newest }) => newest.id === row?.id)?.lines[0];
    return line && (["en", "it"] as const).map((locale) => lineWords(line, locale, "Europe/Rome"));
  };
  expect(await told(w.anna.id)).toEqual([`${w.zofia.name} answered`, `${w.zofia.name} ha risposto`]);
  expect(await told(w.zofia.id)).toEqual([`${w.zofia.name} commented`, `${w.zofia.name} ha commentato`]);
});

test("of more kinds of news than fit the oldest are counted", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  const kinds = ["released", "returned", "found", "approval-asked", "approval-asked"] as const;
  for (const kind of kinds)
    await db.insert(notifications).values({ personId: w.anna.id, kind, writeUpId: writeUp.id, actorId: w.zofia.id });
  const [group] = (await inbox(w)).groups;
  expect(group?.lines.map(({ newest, total }) => [newest.kind, total])).toEqual([
    ["approval-asked", 2],
    ["found", 1],
    ["returned", 1],
  ]);
  expect(group).toMatchObject({ more: 1, unseen: 5 });
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

test("what is put away is listed no more, comes back with only what is new, and can be put back", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  await commented(w, writeUp.id, "<p>One</p>");
  const actor = await actorOf(w.anna.id);
  const seen = (await inbox(w)).groups[0]?.newest.id ?? "";
  const meanwhile = await commented(w, writeUp.id, "<p>Two</p>");
  await tendGroup(actor, { done: seen });
  const [left] = (await inbox(w)).groups;
  expect(left).toMatchObject({ unseen: 1, lines: [{ total: 1, newest: { commentId: meanwhile.id } }] });
  await tendGroup(actor, { done: left?.newest.id ?? "" });
  expect((await inbox(w)).groups).toEqual([]);
  expect((await actorOf(w.anna.id)).unseen).toBe(0);
  const away = await inbox(w, undefined, true);
  expect(away.groups.map(({ newest }) => newest.comment?.html)).toEqual(["<p>Two</p>", "<p>One</p>"]);
  await tendGroup(actor, { back: seen });
  expect((await inbox(w)).groups.map(({ newest }) => newest.comment?.html)).toEqual(["<p>One</p>"]);
  expect((await inbox(w, undefined, true)).groups).toHaveLength(1);
});

test("somebody mutes a thing from the Inbox and hears of it again, and nobody does so for another", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  await commented(w, writeUp.id, "<p>One</p>");
  const actor = await actorOf(w.anna.id);
  const { id = "" } = (await inbox(w)).groups[0]?.newest ?? {};
  for (const [wish, follow] of [
    ["mute", "mute"],
    ["hear", null],
  ] as const) {
    await tendGroup(actor, wish === "mute" ? { mute: id } : { hear: id });
    expect((await inbox(w)).groups[0]?.newest.follow).toBe(follow);
  }
  const zofia = await actorOf(w.zofia.id);
  await expect(tendGroup(zofia, { done: id })).rejects.toMatchObject({ code: "not_found" });
  await expect(tendGroup(zofia, { mute: id })).rejects.toMatchObject({ code: "not_found" });
  expect((await inbox(w)).groups).toHaveLength(1);
});

test("whoever puts away and puts back without an end is asked to wait, and their Inbox stays as it is", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  await commented(w, writeUp.id, "<p>One</p>");
  const actor = await actorOf(w.anna.id);
  const { id = "" } = (await inbox(w)).groups[0]?.newest ?? {};
  await useUp(w.anna.id, "tend-news");
  for (const wish of [{ done: id }, { mute: id }, { back: id }, { hear: id }])
    await expect(tendGroup(actor, wish)).rejects.toMatchObject({ code: "too_many" });
  await expect(markAllSeen(actor)).rejects.toMatchObject({ code: "too_many" });
  expect((await inbox(w)).groups).toMatchObject([{ unseen: 1, newest: { id, follow: null } }]);
});

test("the verb is what somebody waits for, else what the newest asks; who may not answer reads", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  await db
    .insert(notifications)
    .values({ personId: w.anna.id, kind: "approval-asked", writeUpId: writeUp.id, actorId: w.zofia.id });
  const said = await commented(w, writeUp.id, "<p>One</p>");
  const [group] = (await inbox(w)).groups;
  expect(group && actPath(toDo(group))).toBe(`/write-ups/${writeUp.id}/share`);
  await markSeen(await actorOf(w.anna.id), { writeUpId: writeUp.id });
  const [later] = (await inbox(w)).groups;
  expect(later && actPath(toDo(later))).toBe(`/write-ups/${writeUp.id}?reply=${said.id}#reply`);

  const observer = await makeMember(w.cohort.id, "observer");
  const row = { personId: observer.id, kind: "comment", writeUpId: writeUp.id, commentId: said.id } as const;
  await db.insert(notifications).values({ ...row, actorId: w.zofia.id });
  const [theirs] = (await listInbox(await actorOf(observer.id))).groups;
  expect(theirs && actPath(toDo(theirs))).toBe(`/write-ups/${writeUp.id}?comment=${said.id}#comment-${said.id}`);
});

test("a question to one's city stands there with its words, and its city's plate", async () => {
  const w = await world();
  const ask = await makeAsk(w.cohort.id, w.zofia.id, w.turin, {
    title: "Who paid?",
    html: "<p>All of it?</p>",
    markdown: "All of it?",
  });
  await db.insert(notifications).values({ personId: w.anna.id, kind: "ask", askId: ask.id, actorId: w.zofia.id });
  const [group] = (await inbox(w)).groups;
  expect(group?.newest).toMatchObject({
    title: "Who paid?",
    city: { code: w.turin.code },
    comment: { html: "<p>All of it?</p>" },
    mayAnswer: true,
  });
  expect(group && actPath(toDo(group))).toBe(`/asks/${ask.id}#write`);
});

test("the passage that is meant is quoted for those whose text has it", async () => {
  const w = await world();
  const section = (html: string) => ({
    sections: [{ key: "problem", markdown: "", html, empty: null, audience: "cohort" } as const],
  });
  const writeUp = await makeWriteUp(w.turin, w.anna.id, { document: section("<p>Twelve nodes gave out food.</p>") });
  const anchor = {
    section: "problem",
    language: "en",
    quote: "Twelve nodes",
    before: "",
    after: " gave out",
    start: 0,
  };
  const root = await commented(w, writeUp.id, "<p>Which?</p>", { passage: anchor });
  await commented(w, writeUp.id, "<p>All?</p>", { parentId: root.id });
  const [group] = (await inbox(w)).groups;
  expect(group?.newest).toMatchObject({
    comment: { html: "<p>All?</p>" },
    passage: { quote: "Twelve nodes" },
  });
  await db.execute(
    sql`update write_up_texts set document = jsonb_set(document, '{sections}', '[]') where write_up_id = ${writeUp.id}`,
  );
  expect(JSON.stringify((await inbox(w)).groups)).not.toContain("Twelve");
});

test("news of what moderators did reach whom they are for, and only as long as they are", async () => {
  const w = await world();
  const writeUp = await makeWriteUp(w.turin, w.anna.id);
  const lead = await makeMember(w.cohort.id, "lead", w.turin.id);
  const comment = await makeComment({ writeUpId: writeUp.id }, w.cohort.id, w.zofia.id, { html: "<p>canary</p>" });
  const told = async (personId: string, kind: "hidden" | "appealed" | "reported" | "comment") => {
    await db.delete(notifications).where(eq(notifications.personId, personId));
    await db.insert(notifications).values({ personId, kind, writeUpId: writeUp.id, commentId: comment.id });
    return (await listInbox(await actorOf(personId))).groups[0]?.newest ?? null;
  };
  expect(await told(lead.id, "reported")).toMatchObject({ comment: { html: "<p>canary</p>" } });
  expect(await told(w.anna.id, "reported")).toBeNull();
  await db.execute(
    sql`update comments set hidden_at = now(), hidden_by = ${lead.id}, hidden_reason = 'Not kind' where id = ${comment.id}`,
  );
  expect(await told(lead.id, "reported")).toBeNull();
  expect(await told(w.anna.id, "comment")).toBeNull();
  expect(await told(w.anna.id, "hidden")).toBeNull();
  expect(await told(w.anna.id, "appealed")).toBeNull();
  expect(await told(w.zofia.id, "hidden")).toMatchObject({ note: "Not kind" });
  expect(await told(lead.id, "appealed")).toMatchObject({ kind: "appealed" });
});

test("of ten thousand news a page looks at the newest, and the next page goes on", async () => {
  const w = await world();
  const [busy, quiet] = [await makeWriteUp(w.turin, w.anna.id), await makeWriteUp(w.turin, w.anna.id)];
  await db.execute(sql`insert into notifications (id, person_id, kind, write_up_id, created_at)
    select lpad(n::text, 16, '0'), ${w.anna.id}, 'found', ${busy.id}, now() - make_interval(secs => n)
    from generate_series(1, ${INBOX_SCAN + 200}) n`);
  const old = sql`now() - interval '1 day'`;
  const [last] = await db
    .insert(notifications)
    .values({ personId: w.anna.id, kind: "found", writeUpId: quiet.id, createdAt: old })
    .returning();
  const first = await inbox(w);
  expect(first.groups.map(({ newest, unseen }) => [newest.writeUpId, unseen])).toEqual([[busy.id, INBOX_SCAN]]);
  const second = await inbox(w, first.before ?? "");
  expect(second.groups.map(({ newest }) => newest.writeUpId)).toEqual([quiet.id]);
  expect(second.before).toBeNull();
  expect(await getNews(await actorOf(w.zofia.id), last?.id)).toBeNull();
});
