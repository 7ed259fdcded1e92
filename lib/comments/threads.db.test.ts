import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import {
  makeAsk,
  makeCity,
  makeCohort,
  makeComment,
  makeMember,
  makePerson,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import { commentEdits } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { useUp } from "@/lib/auth/testing";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import type { Audience } from "@/lib/write-ups/limits";
import { commentHistory, VERSIONS_MAX } from "./history";
import { MANY, REPLIES_FIRST, REPLIES_PAGE, type Reaction } from "./limits";
import { deleteComment, editComment, reactToComment, resolveComment } from "./mutations";
import { placeOfComment } from "./place";
import { postComment } from "./post";
import { listThread } from "./queries";
import { listReplies } from "./replies";
import type { About } from "./types";

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

async function say(personId: string, about: About, markdown: string, parentId?: string) {
  return postComment(await actorOf(personId), { formKey: newId(), ...about, markdown, parentId } as never, VIEW);
}

async function read(personId: string, about: About) {
  return (await listThread(await actorOf(personId), about, null, VIEW))?.comments ?? [];
}

async function react(personId: string, commentId: string, reaction: Reaction, on = true) {
  return reactToComment(await actorOf(personId), { commentId, reaction, on }, VIEW);
}

async function resolve(personId: string, commentId: string, resolved = true) {
  return resolveComment(await actorOf(personId), { commentId, resolved }, VIEW);
}

async function edit(personId: string, commentId: string, markdown: string) {
  return editComment(await actorOf(personId), { commentId, markdown } as never, VIEW);
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

async function hide(id: string, by: string) {
  await db.execute(
    sql`update comments set hidden_at = now(), hidden_by = ${by}, hidden_reason = 'Names a patient' where id = ${id}`,
  );
}

async function answers(about: About, cohortId: string, authorId: string, parentId: string, count: number) {
  const made: string[] = [];
  for (let n = 0; n < count; n++) {
    const createdAt = new Date(Date.UTC(2026, 10, 1, 0, Math.floor(n / 2)));
    const id = `b${String(n).padStart(15, "0")}`.replace(/^b/, parentId.charAt(0));
    made.push((await makeComment(about, cohortId, authorId, { parentId, createdAt, id: newIdLike(id, n) })).id);
  }
  return made;
}

/** Ids that rise, so that those of the same instant stand in the order in which they were made. */
function newIdLike(start: string, n: number): string {
  return `${start.slice(0, 1)}${newId().slice(0, 5)}${String(n).padStart(10, "0")}`.slice(0, 16);
}

test("of many answers the first three and the newest stand there, and the rest comes in pages", async () => {
  const { ids, about, cohort } = await world();
  const root = await makeComment(about, cohort.id, ids.peer);
  const made = await answers(about, cohort.id, ids.colleague, root.id, 50);
  const inOrder = (await rows(sql`select id from comments where parent_id = ${root.id} order by created_at, id`)).map(
    ({ id }) => id,
  );
  expect(new Set(inOrder)).toEqual(new Set(made));
  const [shown] = await read(ids.peer, about);
  expect(shown?.replies.map(({ id }) => id)).toEqual([...inOrder.slice(0, REPLIES_FIRST), inOrder.at(-1)]);
  expect(shown?.replies.map(({ gapAfter }) => gapAfter)).toEqual([false, false, true, false]);
  expect(shown?.moreReplies).toBe(46);
  const after = String(inOrder[REPLIES_FIRST - 1]);
  const page = await listReplies(await actorOf(ids.peer), about, { rootId: root.id, cursor: { after } }, VIEW);
  expect(page?.replies.map(({ id }) => id)).toEqual(inOrder.slice(REPLIES_FIRST, REPLIES_FIRST + REPLIES_PAGE));
  expect(page?.more).toBe(50 - REPLIES_FIRST - REPLIES_PAGE);
  const at = String(inOrder[40]);
  const window = await listReplies(await actorOf(ids.peer), about, { rootId: root.id, cursor: { at } }, VIEW);
  expect(window?.replies.map(({ id }) => id)).toEqual(inOrder.slice(40));
  expect(window?.more).toBe(0);
});

test("four answers stand there whole, and nobody counts beyond a hundred", async () => {
  const { ids, about, cohort } = await world();
  const few = await makeComment(about, cohort.id, ids.peer);
  await answers(about, cohort.id, ids.colleague, few.id, REPLIES_FIRST + 1);
  const many = await makeComment(about, cohort.id, ids.peer);
  await answers(about, cohort.id, ids.colleague, many.id, MANY + 20);
  const comments = await read(ids.peer, about);
  expect(comments.map(({ replies, moreReplies }) => [replies.length, moreReplies])).toEqual([
    [REPLIES_FIRST + 1, 0],
    [REPLIES_FIRST + 1, MANY + 1],
  ]);
});

test("answers are read only with what they answer and where it stands", async () => {
  const { ids, about, cohort, writeUp } = await world("city");
  const secret = await say(ids.colleague, about, "canary");
  await say(ids.lead, about, "canary too", secret.id);
  await db.execute(sql`update write_ups set audience = 'cohort', released_revision_id = 'x' where id = ${writeUp.id}`);
  const other = await makeWriteUp({ id: writeUp.workspaceId, cohortId: cohort.id } as never, ids.official, {
    audience: "cohort",
  });
  const cursor = { at: secret.id };
  for (const person of [ids.peer, ids.observer, ids.facilitator]) {
    const page = await listReplies(await actorOf(person), about, { rootId: secret.id, cursor }, VIEW);
    expect(page).toEqual({ replies: [], more: 0 });
  }
  expect(await listReplies(await actorOf(ids.outsider), about, { rootId: secret.id, cursor }, VIEW)).toBeNull();
  expect(await listReplies(null, about, { rootId: secret.id, cursor }, VIEW)).toBeNull();
  const elsewhere = await listReplies(
    await actorOf(ids.lead),
    { writeUpId: other.id },
    { rootId: secret.id, cursor },
    VIEW,
  );
  expect(elsewhere?.replies).toEqual([]);
});

test("a reaction is said once, has names, and can be taken back; nobody is told", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "A word");
  await Promise.all([1, 2, 3].map(() => react(ids.colleague, comment.id, "thanks")));
  await react(ids.lead, comment.id, "thanks");
  const shown = await react(ids.lead, comment.id, "tried-it");
  expect(shown.reactions).toMatchObject([
    { reaction: "thanks", count: 2, mine: true },
    { reaction: "tried-it", count: 1, mine: true },
  ]);
  expect(shown.reactions[0]?.names).toHaveLength(2);
  await react(ids.lead, comment.id, "thanks", false);
  await react(ids.lead, comment.id, "thanks", false);
  const [read2] = await read(ids.peer, about);
  expect(read2?.reactions.map(({ reaction, count, mine }) => [reaction, count, mine])).toEqual([
    ["thanks", 1, false],
    ["tried-it", 1, false],
  ]);
  expect(
    await rows(sql`select 1 from notifications where comment_id = ${comment.id} and person_id = ${ids.peer}`),
  ).toEqual([]);
});

test("whoever may not speak there does not react, and nothing is said to what is gone", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "A word");
  expect(await refused(react(ids.observer, comment.id, "agree"))).toBe("forbidden");
  expect(await refused(react(ids.outsider, comment.id, "agree"))).toBe("not_found");
  expect(await refused(react(ids.lead, newId(), "agree"))).toBe("not_found");
  await hide(comment.id, ids.lead);
  expect(await refused(react(ids.colleague, comment.id, "agree"))).toBe("conflict");
  const gone = await say(ids.peer, about, "Another word");
  await react(ids.lead, gone.id, "agree");
  await deleteComment(await actorOf(ids.peer), { commentId: gone.id }, VIEW);
  expect(await refused(react(ids.colleague, gone.id, "agree"))).toBe("conflict");
  expect(await rows(sql`select 1 from comment_reactions where comment_id = ${gone.id}`)).toEqual([]);
});

test("the city's officials and leads resolve a conversation and open it again", async () => {
  const { ids, about, cohort, turin } = await world();
  const comment = await say(ids.peer, about, "The date is wrong");
  const answer = await say(ids.official, about, "Corrected", comment.id);
  for (const person of [ids.colleague, ids.peer, ids.facilitator, ids.observer])
    expect(await refused(resolve(person, comment.id))).toBe("forbidden");
  expect(await refused(resolve(ids.outsider, comment.id))).toBe("not_found");
  expect(await refused(resolve(ids.official, answer.id))).toBe("forbidden");
  const done = await resolve(ids.official, comment.id);
  await resolve(ids.lead, comment.id);
  const name = (await actorOf(ids.official)).name;
  expect(done.resolved).toEqual({ by: name });
  expect((await read(ids.peer, about))[0]).toMatchObject({ resolved: { by: name }, abilities: { reply: true } });
  expect((await resolve(ids.lead, comment.id, false)).resolved).toBeNull();
  expect(
    await rows(
      sql`select action, actor_id, cohort_id, workspace_id from audit_log where subject_id = ${comment.id} and action <> 'comment.post' order by id`,
    ),
  ).toEqual([
    { action: "comment.resolve", actor_id: ids.official, cohort_id: cohort.id, workspace_id: turin.id },
    { action: "comment.reopen", actor_id: ids.lead, cohort_id: cohort.id, workspace_id: turin.id },
  ]);
});

test("whoever resolves and reopens without an end is asked to wait, and the conversation stays as it is", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "The date is wrong");
  await useUp(ids.official, "resolve");
  expect(await refused(resolve(ids.official, comment.id))).toBe("too_many");
  expect((await read(ids.peer, about))[0]?.resolved).toBeNull();
  expect((await resolve(ids.lead, comment.id)).resolved).not.toBeNull();
  expect(await refused(resolve(ids.official, comment.id, false))).toBe("too_many");
  expect((await read(ids.peer, about))[0]?.resolved).not.toBeNull();
});

test("a comment on a session has nobody to resolve it", async () => {
  const { ids, cohort, turin } = await world();
  const session = await makeSession(cohort.id, ids.facilitator, [turin]);
  const comment = await say(ids.peer, { sessionId: session.id }, "A word");
  for (const person of [ids.lead, ids.facilitator])
    expect(await refused(resolve(person, comment.id))).toBe("forbidden");
});

test("how a comment read before stays readable for those who read it, and goes with it", async () => {
  const { ids, about } = await world("city");
  const comment = await say(ids.colleague, about, "The first words");
  await edit(ids.colleague, comment.id, "The second words");
  const last = await edit(ids.colleague, comment.id, "The second words, with more");
  await edit(ids.colleague, comment.id, "The second words, with more");
  expect(last.edited).toBe(true);
  const history = await commentHistory(await actorOf(ids.lead), comment.id, VIEW);
  expect(history?.versions.map(({ until }) => until === null)).toEqual([true, false, false]);
  expect(JSON.stringify(history?.versions[1]?.blocks)).toContain('{"kind":"removed","text":"first"}');
  for (const person of [ids.peer, ids.facilitator, ids.outsider]) {
    expect(await commentHistory(await actorOf(person), comment.id, VIEW)).toBeNull();
    expect(await placeOfComment(await actorOf(person), comment.id)).toBeNull();
  }
  expect(await placeOfComment(await actorOf(ids.lead), comment.id)).toBe(
    `/write-ups/${about.writeUpId}?comment=${comment.id}#comment-${comment.id}`,
  );
  await deleteComment(await actorOf(ids.colleague), { commentId: comment.id }, VIEW);
  expect(await rows(sql`select 1 from comment_edits where comment_id = ${comment.id}`)).toEqual([]);
  expect(await commentHistory(await actorOf(ids.lead), comment.id, VIEW)).toBeNull();
});

test("of a comment that was changed all day the first state and the newest stand there", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "The last words");
  const edits = Array.from({ length: VERSIONS_MAX + 20 }, (_, n) => {
    const words = n === 0 ? "The very first" : `State ${n}`;
    return {
      commentId: comment.id,
      markdown: words,
      html: `<p>${words}</p>`,
      until: new Date(Date.now() - 100_000 + n),
    };
  });
  await db.insert(commentEdits).values(edits);
  const versions = (await commentHistory(await actorOf(ids.peer), comment.id, VIEW))?.versions ?? [];
  expect(versions).toHaveLength(VERSIONS_MAX + 1);
  expect(JSON.stringify(versions.at(-1))).toContain("The very first");
  expect(JSON.stringify(versions[1])).toContain(`${VERSIONS_MAX + 19}`);
});

test("two changes at the same moment lose none", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "Nought");
  await Promise.all(["One", "Two", "Three"].map((markdown) => edit(ids.peer, comment.id, markdown)));
  const [now] = await rows(sql`select markdown from comments where id = ${comment.id}`);
  const before = await rows(sql`select markdown from comment_edits where comment_id = ${comment.id}`);
  expect([...before, now].map((row) => row?.markdown).sort()).toEqual(["Nought", "One", "Three", "Two"]);
});

test("a hidden comment is gone for everybody but its author and those who moderate", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.peer, about, "canary words");
  await react(ids.lead, comment.id, "thanks");
  await edit(ids.peer, comment.id, "canary words, changed");
  await hide(comment.id, ids.lead);
  const [mine] = await read(ids.peer, about);
  expect(mine).toMatchObject({
    hidden: { reason: "Names a patient" },
    deleted: null,
    abilities: { edit: false, delete: true, reply: false, react: false, report: false, appeal: true },
  });
  expect(mine?.html).toContain("canary");
  for (const person of [ids.lead, ids.facilitator])
    expect((await read(person, about))[0]).toMatchObject({ hidden: { reason: "Names a patient" }, deleted: null });
  for (const person of [ids.official, ids.colleague, ids.observer]) {
    const [shown] = await read(person, about);
    expect(shown).toMatchObject({
      author: null,
      html: "",
      markdown: null,
      hidden: null,
      edited: false,
      reactions: [],
      deleted: { by: "moderator" },
      abilities: { reply: false, react: false, report: false },
    });
    expect(await commentHistory(await actorOf(person), comment.id, VIEW)).toBeNull();
  }
  expect(await refused(say(ids.colleague, about, "An answer", comment.id))).toBe("conflict");
  expect(await refused(edit(ids.peer, comment.id, "Again"))).toBe("conflict");
});

test("every change is told to the open pages once it stands, and what changes nothing is not", async () => {
  const { ids, about } = await world();
  const heard: string[] = [];
  const { unlisten } = await db.$client.listen("live", (payload) => {
    const { topic, kind, id } = JSON.parse(payload);
    if (topic === `talk-write-up:${about.writeUpId}`) heard.push(`${kind} ${id}`);
  });
  const comment = await say(ids.peer, about, "A word");
  await react(ids.lead, comment.id, "agree");
  await react(ids.lead, comment.id, "agree");
  await edit(ids.peer, comment.id, "Another word");
  await edit(ids.peer, comment.id, "Another word");
  await resolve(ids.lead, comment.id);
  await refused(edit(ids.lead, comment.id, "Not mine"));
  await deleteComment(await actorOf(ids.peer), { commentId: comment.id }, VIEW);
  await expect.poll(() => heard.length).toBe(5);
  expect(heard).toEqual([`said ${comment.id}`, ...Array(4).fill(`changed ${comment.id}`)]);
  await unlisten();
});

test("the field offers the interface's language, until somebody writes there in another", async () => {
  const { cohort, turin, ids, about } = await world();
  const offered = async (on: About) => (await listThread(await actorOf(ids.peer), on, null, VIEW))?.language;
  expect(await offered(about)).toBe("en");
  await postComment(
    await actorOf(ids.peer),
    { formKey: newId(), ...about, markdown: "Dzień dobry", language: "pl" } as never,
    VIEW,
  );
  expect(await offered(about)).toBe("pl");
  const ask = await makeAsk(cohort.id, ids.lead, turin);
  expect(await offered({ askId: ask.id })).toBe("en");
});

test("cities are called as the reader's language has them, in the thread, its answers and the reader's own name", async () => {
  const { cohort, ids, about } = await world();
  const named = { name: "Warsaw", localName: "Warszawa", languages: ["pl"] };
  const zofia = await makeMember(cohort.id, "official", (await makeCity(cohort.id, named)).id);
  const question = await say(ids.peer, about, "What does Warsaw say?");
  const said = await postComment(
    await actorOf(zofia.id),
    { formKey: newId(), ...about, markdown: "This, from Warsaw.", parentId: question.id } as never,
    { ...VIEW, locale: "it" },
  );
  expect(said.city).toMatchObject({ name: "Varsavia" });
  for (const [locale, name] of [
    ["en", "Warsaw"],
    ["it", "Varsavia"],
  ] as const) {
    const view = { ...VIEW, locale };
    const page = await listThread(await actorOf(zofia.id), about, null, view);
    expect(page?.me.city).toMatchObject({ name });
    const [answer] = page?.comments[0]?.replies ?? [];
    expect(answer).toMatchObject({ city: { name }, html: expect.stringContaining("from Warsaw") });
    expect(Object.keys(answer?.city ?? {}).sort()).toEqual(["accent", "code", "name"]);
    const window = { rootId: question.id, cursor: { at: said.id } };
    const later = await listReplies(await actorOf(ids.lead), about, window, view);
    expect(later?.replies[0]?.city).toMatchObject({ name });
  }
});
