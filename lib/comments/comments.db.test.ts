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
import { RATES } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import type { Audience } from "@/lib/write-ups/limits";
import { COMMENT_MAX, THREAD_PAGE } from "./limits";
import { deleteComment, editComment } from "./mutations";
import { postComment } from "./post";
import { listThread } from "./queries";
import { PostComment } from "./schema";
import type { About, ThreadCursor } from "./types";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;

async function world(audience: Audience = "cohort") {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const ids = {
    official: (await makeMember(cohort.id, "official", turin.id)).id,
    lead: (await makeMember(cohort.id, "lead", turin.id)).id,
    colleague: (await makeMember(cohort.id, "member", turin.id)).id,
    peer: (await makeMember(cohort.id, "member", warsaw.id)).id,
    observer: (await makeMember(cohort.id, "observer")).id,
    facilitator: (await makeMember(cohort.id, "facilitator")).id,
    outsider: (await makePerson()).id,
  };
  const writeUp = await makeWriteUp(turin, ids.official, { audience });
  return { cohort, turin, warsaw, ids, writeUp, about: { writeUpId: writeUp.id } };
}

async function say(
  personId: string,
  about: About,
  markdown: string,
  more: { parentId?: string; formKey?: string } = {},
) {
  return postComment(await actorOf(personId), { formKey: newId(), ...about, markdown, ...more } as never, VIEW);
}

async function read(personId: string | null, about: About, cursor: ThreadCursor = null) {
  return listThread(personId ? await actorOf(personId) : null, about, cursor, VIEW);
}

async function refused(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error.code;
  throw error ?? new Error("it was allowed");
}

async function rows(query: ReturnType<typeof sql>) {
  return [...(await db.execute<Record<string, unknown>>(query))];
}

test("a member of another city comments on what the cohort shares, and its author is told", async () => {
  const { ids, about, writeUp, cohort, turin, warsaw } = await world();
  const comment = await say(ids.peer, about, "Which **nodes** are still open?");
  expect(comment).toMatchObject({ html: "<p>Which <strong>nodes</strong> are still open?</p>", edited: false });
  expect(comment.city?.code).toBe(warsaw.code);
  expect(
    await rows(sql`select person_id, kind, comment_id from notifications where write_up_id = ${writeUp.id}`),
  ).toEqual([{ person_id: ids.official, kind: "comment", comment_id: comment.id }]);
  expect(
    await rows(
      sql`select action, actor_id, cohort_id, workspace_id, detail from audit_log where subject_id = ${comment.id}`,
    ),
  ).toEqual([
    {
      ...{ action: "comment.post", actor_id: ids.peer, cohort_id: cohort.id, workspace_id: turin.id },
      detail: { ...about, by: "page" },
    },
  ]);
  expect(await rows(sql`select key from graphile_worker.jobs where key = ${`tell:${ids.official}`}`)).toHaveLength(1);
});

test("what a reader gets is what the writer got", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "A word");
  expect((await read(ids.peer, about))?.comments).toEqual([comment]);
  expect((await read(ids.official, about))?.comments).toMatchObject([
    { id: comment.id, markdown: null, abilities: { edit: false } },
  ]);
});

test("an answer is told to whoever asked and whoever answered before, once", async () => {
  const { ids, about } = await world();
  const question = await say(ids.peer, about, "A question");
  await say(ids.facilitator, about, "One answer", { parentId: question.id });
  const second = await say(ids.official, about, "Another answer", { parentId: question.id });
  const third = await say(ids.peer, about, "Thanks", { parentId: second.id });
  const told = await rows(sql`select person_id from notifications where comment_id = ${third.id} order by 1`);
  expect(told.map((row) => row.person_id)).toEqual([ids.facilitator, ids.official].sort());
  const [shown] = (await read(ids.lead, about))?.comments ?? [];
  expect(shown?.replies.map((reply) => reply.html)).toEqual([
    "<p>One answer</p>",
    "<p>Another answer</p>",
    "<p>Thanks</p>",
  ]);
});

test("a comment on a session is told to whoever made it", async () => {
  const { ids, cohort, turin } = await world();
  const session = await makeSession(cohort.id, ids.facilitator, [turin]);
  const comment = await say(ids.peer, { sessionId: session.id }, "I bring our list");
  expect(await rows(sql`select person_id from notifications where comment_id = ${comment.id}`)).toEqual([
    { person_id: ids.facilitator },
  ]);
  expect((await read(ids.colleague, { sessionId: session.id }))?.comments).toHaveLength(1);
});

test("an observer reads but does not comment, an outsider and the public hear nothing", async () => {
  const { ids, about } = await world("public");
  await say(ids.peer, about, "A word");
  expect(await refused(say(ids.observer, about, "A word"))).toBe("forbidden");
  expect((await read(ids.observer, about))?.abilities.post).toBe(false);
  expect(await refused(say(ids.outsider, about, "A word"))).toBe("forbidden");
  expect(await read(ids.outsider, about)).toBeNull();
  expect(await read(null, about)).toBeNull();
});

test("a hidden write-up, a made-up one and an unannounced session are not there", async () => {
  const { ids, about, cohort, turin } = await world("city");
  const draft = await makeSession(cohort.id, ids.facilitator, [turin], { status: "draft" });
  for (const hidden of [about, { writeUpId: newId() }, { sessionId: draft.id }]) {
    expect(await refused(say(ids.peer, hidden, "A word"))).toBe("not_found");
    expect(await read(ids.peer, hidden)).toBeNull();
  }
});

test("what is said inside the city never reaches a peer, even when the write-up goes out later", async () => {
  const { ids, about, writeUp } = await world("city");
  const canary = await say(ids.colleague, about, "canary");
  await db.execute(sql`update write_ups set audience = 'cohort', released_revision_id = 'x' where id = ${writeUp.id}`);
  const open = await say(ids.peer, about, "Good to read");
  const answer = await say(ids.lead, about, "canary too", { parentId: canary.id });
  for (const person of [ids.peer, ids.observer, ids.facilitator]) {
    for (const cursor of [
      null,
      { around: canary.id },
      { before: open.id },
      { after: canary.id },
      { around: answer.id },
    ]) {
      expect(JSON.stringify(await read(person, about, cursor))).not.toContain("canary");
    }
    expect(await refused(say(person, about, "An answer", { parentId: canary.id }))).toMatch(/not_found|forbidden/);
  }
  expect(JSON.stringify(await read(ids.lead, about))).toContain("canary too");
});

test("somebody whose membership ended hears and says nothing", async () => {
  const { ids, about, cohort, warsaw } = await world();
  const left = await makePerson();
  await makeMembership(left.id, cohort.id, "member", warsaw.id, new Date(Date.now() - 1000));
  await say(ids.peer, about, "A word");
  expect(await read(left.id, about)).toBeNull();
  expect(await refused(say(left.id, about, "A word"))).toBe("not_found");
});

test("the same form sent twice, even at the same moment, makes one comment", async () => {
  const { ids, about } = await world();
  const formKey = newId();
  const sent = await Promise.all([1, 2, 3].map(() => say(ids.peer, about, "Once", { formKey })));
  const again = await say(ids.peer, about, "Once", { formKey });
  expect(new Set([...sent, again].map((comment) => comment.id)).size).toBe(1);
  expect((await read(ids.peer, about))?.comments).toEqual([again]);
  expect(await refused(say(ids.colleague, about, "Mine", { formKey }))).toBe("conflict");
});

test("whoever says a lot in a minute is asked to wait", async () => {
  const { ids, about } = await world();
  const sent = await Promise.all(
    Array.from({ length: RATES.comment.most + 5 }, (_, n) =>
      say(ids.peer, about, `Number ${n}`).then(
        () => "said",
        (error: AppError) => error.code,
      ),
    ),
  );
  expect(sent.filter((one) => one === "said")).toHaveLength(RATES.comment.most);
  expect(sent.filter((one) => one === "too_many")).toHaveLength(5);
  expect(await rows(sql`select count(*)::int as n from comments where author_id = ${ids.peer}`)).toEqual([
    { n: RATES.comment.most },
  ]);
  await say(ids.colleague, about, "Somebody else is not slowed");
});

test("a text that is empty, too short, too long or broken is refused beside its field", () => {
  const base = { writeUpId: newId(), formKey: newId() };
  for (const markdown of ["", " \n ", "a", "x".repeat(COMMENT_MAX + 1), "nul \0", "lone \ud800"]) {
    const parsed = PostComment.safeParse({ ...base, markdown });
    expect(parsed.error?.issues[0]?.path).toEqual(["markdown"]);
  }
  expect(PostComment.safeParse({ ...base, sessionId: newId(), markdown: "Two things" }).success).toBe(false);
  expect(PostComment.safeParse({ formKey: newId(), markdown: "No thing" }).success).toBe(false);
  expect(PostComment.safeParse({ ...base, sessionId: "", parentId: "", markdown: "A word" }).success).toBe(true);
});

test("somebody changes their own words, and it says so", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "Befor");
  const changed = await editComment(await actorOf(ids.peer), { commentId: comment.id, markdown: "Before" }, VIEW);
  expect(changed).toMatchObject({ html: "<p>Before</p>", edited: true });
  expect((await read(ids.peer, about))?.comments).toEqual([changed]);
  expect(await rows(sql`select action from audit_log where subject_id = ${comment.id} order by id`)).toEqual([
    { action: "comment.post" },
    { action: "comment.edit" },
  ]);
  for (const other of [ids.official, ids.lead, ids.facilitator])
    expect(await refused(editComment(await actorOf(other), { commentId: comment.id, markdown: "No" }, VIEW))).toBe(
      "forbidden",
    );
});

test("a removed comment says who removed it, and its answers stay", async () => {
  const { ids, about } = await world();
  const own = await say(ids.peer, about, "secret one");
  await say(ids.colleague, about, "An answer", { parentId: own.id });
  await deleteComment(await actorOf(ids.peer), { commentId: own.id }, VIEW);
  const page = await read(ids.official, about);
  expect(page?.comments).toMatchObject([
    { id: own.id, author: null, html: "", deleted: { by: "author" }, replies: [{ html: "<p>An answer</p>" }] },
  ]);
  expect(await rows(sql`select html, markdown from comments where id = ${own.id}`)).toEqual([
    { html: "", markdown: "" },
  ]);
  expect(
    await rows(sql`select action, actor_id from audit_log where action = 'comment.delete' and subject_id = ${own.id}`),
  ).toEqual([{ action: "comment.delete", actor_id: ids.peer }]);
  expect(await refused(say(ids.official, about, "Too late", { parentId: own.id }))).toBe("conflict");
  expect(await refused(editComment(await actorOf(ids.peer), { commentId: own.id, markdown: "Again" }, VIEW))).toBe(
    "conflict",
  );
});

test("nobody removes somebody else's comment, and a peer does not see a city's", async () => {
  const { ids, about } = await world("city");
  const comment = await say(ids.official, about, "Ours");
  for (const person of [ids.colleague, ids.lead])
    expect(await refused(deleteComment(await actorOf(person), { commentId: comment.id }, VIEW))).toBe("forbidden");
  for (const person of [ids.peer, ids.facilitator])
    expect(await refused(deleteComment(await actorOf(person), { commentId: comment.id }, VIEW))).toBe("not_found");
  expect(await refused(deleteComment(await actorOf(ids.official), { commentId: newId() }, VIEW))).toBe("not_found");
});

test("a long thread is read page by page in both directions, each comment once", async () => {
  const { ids, about, cohort } = await world();
  const made: string[] = [];
  for (let n = 0; n < THREAD_PAGE * 2 + 5; n++) {
    // Some at the same instant: the id decides.
    const createdAt = new Date(Date.UTC(2026, 0, 1, 0, Math.floor(n / 3)));
    made.push((await makeComment(about, cohort.id, ids.peer, { createdAt, id: `a${String(n).padStart(15, "0")}` })).id);
  }
  const newest = await read(ids.peer, about);
  const middle = await read(ids.peer, about, { before: newest?.earlier ?? "" });
  const oldest = await read(ids.peer, about, { before: middle?.earlier ?? "" });
  const idsOf = (page: typeof newest) => page?.comments.map((comment) => comment.id) ?? [];
  expect([...idsOf(oldest), ...idsOf(middle), ...idsOf(newest)]).toEqual(made);
  expect(oldest?.earlier).toBeNull();
  expect(newest?.later).toBeNull();
  const up = await read(ids.peer, about, { after: oldest?.later ?? "" });
  expect(idsOf(up)).toEqual(idsOf(middle));
  expect(idsOf(await read(ids.peer, about, { after: up?.later ?? "" }))).toEqual(idsOf(newest));
});

test("a link to a comment brings the page that holds it", async () => {
  const { ids, about, cohort } = await world();
  const made: string[] = [];
  for (let n = 0; n < THREAD_PAGE * 2; n++)
    made.push((await makeComment(about, cohort.id, ids.peer, { createdAt: new Date(Date.UTC(2026, 0, 1, n)) })).id);
  const [third = ""] = made.slice(3);
  const reply = await say(ids.official, about, "An answer", { parentId: third });
  const page = await read(ids.peer, about, { around: reply.id });
  expect(page?.comments.map((comment) => comment.id)).toEqual(made.slice(3, 3 + THREAD_PAGE));
  expect(page?.earlier).toBe(third);
  expect(page?.later).toBe(made[2 + THREAD_PAGE]);
  const recent = await read(ids.peer, about, { around: made.at(-2) ?? "" });
  expect(recent?.comments.at(-1)?.id).toBe(made.at(-1));
  expect(recent?.comments).toHaveLength(THREAD_PAGE);
  expect(recent?.later).toBeNull();
});
