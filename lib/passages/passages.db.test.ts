import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeComment, makeDocument, makeMember, makePerson, makeWriteUp } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { postComment } from "@/lib/comments/post";
import { PostComment } from "@/lib/comments/schema";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { renderMarkdown } from "@/lib/text/markdown";
import type { SectionKey } from "@/lib/write-ups/document";
import type { Audience } from "@/lib/write-ups/limits";
import { getWriteUp } from "@/lib/write-ups/queries";
import { type Anchor, anchorFrom } from "./anchor";
import { listBeside } from "./queries";
import { locate, passageFor } from "./read";
import { talkFor } from "./talk";
import { wordsOf } from "./words";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;

/** What everybody in the cohort reads, and what Turin has added since. */
const SHARED =
  "Volunteers met every Monday in the old market hall.\n\nThey rang everybody over eighty twice a week and asked what was missing.";
const OWN = `${SHARED}\n\nIn May the baker of the station square paid for the telephones without wanting to be named.`;

function section(markdown: string, key: SectionKey = "what-is-done") {
  return { key, markdown, html: renderMarkdown(markdown), empty: null, audience: "public" as const };
}

async function world(audience: Audience = "cohort", texts = { city: OWN, cohort: SHARED, public: SHARED }) {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const ids = {
    official: (await makeMember(cohort.id, "official", turin.id)).id,
    colleague: (await makeMember(cohort.id, "member", turin.id)).id,
    peer: (await makeMember(cohort.id, "member", warsaw.id)).id,
    observer: (await makeMember(cohort.id, "observer")).id,
    outsider: (await makePerson()).id,
  };
  const document = (markdown: string) => makeDocument({ sections: [section(markdown)] });
  const writeUp = await makeWriteUp(turin, ids.official, {
    audience,
    documents: { city: document(texts.city), cohort: document(texts.cohort), public: document(texts.public) },
  });
  return { cohort, turin, ids, writeUp };
}

function given(words: string, quote: string, more: object = {}): string {
  const start = words.indexOf(quote);
  const anchor = anchorFrom({ section: "what-is-done", language: "en" }, words, start, start + quote.length);
  return JSON.stringify({ ...anchor, ...more });
}
const wordsIn = (markdown: string) => wordsOf(renderMarkdown(markdown)).text;

async function say(personId: string, writeUpId: string, passage: string) {
  const input = PostComment.parse({ writeUpId, markdown: "About that.", passage, formKey: newId() });
  return postComment(await actorOf(personId), input, VIEW);
}

async function written(id: string) {
  const [row] = await db.execute<{ audience: string; passage: Anchor | null }>(
    sql`select audience, passage from comments where id = ${id}`,
  );
  return row;
}

async function refused(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error ?? new Error("it was allowed");
}

async function beside(personId: string, id: string, more: { own?: boolean; wanted?: string } = {}) {
  return listBeside(await actorOf(personId), { id, language: "en", own: false, ...more }, VIEW);
}

test("somebody of another city comments on words that they read, and they are kept with what stands around", async () => {
  const { ids, writeUp } = await world();
  const comment = await say(ids.peer, writeUp.id, given(wordsIn(SHARED), "every Monday"));
  const row = await written(comment.id);
  expect(row).toMatchObject({
    audience: "cohort",
    passage: { section: "what-is-done", language: "en", quote: "every Monday", before: "Volunteers met ", start: 15 },
  });
  expect(comment.passage).toEqual({ section: "what-is-done", language: "en", quote: "every Monday", state: "here" });
});

test("blanks of a browser, over several paragraphs too, are no other words", async () => {
  const { ids, writeUp } = await world();
  const words = JSON.parse(given(wordsIn(SHARED), "market hall.\nThey rang everybody"));
  const comment = await say(
    ids.peer,
    writeUp.id,
    JSON.stringify({ ...words, quote: "  market\u00a0hall.\n\n  They rang\n everybody " }),
  );
  expect((await written(comment.id))?.passage?.quote).toBe("market hall.\nThey rang everybody");
});

test("on words that only the city has a comment stays in the city, and so does what was promised to", async () => {
  const { ids, writeUp } = await world();
  const own = await say(ids.colleague, writeUp.id, given(wordsIn(OWN), "the baker of the station square"));
  expect((await written(own.id))?.audience).toBe("city");
  const shared = await say(ids.colleague, writeUp.id, given(wordsIn(OWN), "everybody over eighty"));
  expect(await written(shared.id)).toMatchObject({ audience: "cohort", passage: { quote: "everybody over eighty" } });
  expect((await written(shared.id))?.passage?.after).not.toContain("baker");
  const promised = await say(ids.colleague, writeUp.id, given(wordsIn(OWN), "everybody over eighty", { inside: true }));
  expect((await written(promised.id))?.audience).toBe("city");
});

test("nobody comments on words that they do not read, nor on words that have changed meanwhile", async () => {
  const { ids, writeUp } = await world();
  for (const [personId, passage] of [
    [ids.peer, given(wordsIn(OWN), "the baker of the station square")],
    [ids.peer, given("Volunteers met every Sunday in the old market hall.", "every Sunday in the old market hall")],
    [ids.colleague, given("Something else altogether.", "Something else altogether.")],
    [ids.peer, given(wordsIn(SHARED), "every Monday", { section: "lessons" })],
    [ids.peer, given(wordsIn(SHARED), "every Monday", { language: "it" })],
  ] as const) {
    const error = await refused(say(personId, writeUp.id, passage));
    expect(error.code).toBe("invalid");
    expect(error.fields.markdown?.key).toBe("passages.error.changed");
    expect(error.values).toEqual({ passage: "" });
  }
  expect((await refused(say(ids.outsider, writeUp.id, given(wordsIn(SHARED), "every Monday")))).code).toBe("not_found");
  expect(await db.execute(sql`select id from comments where write_up_id = ${writeUp.id}`)).toHaveLength(0);
});

test("a passage that is none is refused before anything is looked for", () => {
  const form = { writeUpId: newId(), markdown: "About that.", formKey: newId() };
  const anchor = JSON.parse(given(wordsIn(SHARED), "every Monday"));
  expect(PostComment.safeParse({ ...form, passage: "" }).success).toBe(true);
  for (const passage of [
    "{",
    "null",
    "[]",
    JSON.stringify({ ...anchor, section: "nowhere" }),
    JSON.stringify({ ...anchor, quote: " " }),
    JSON.stringify({ ...anchor, quote: "a".repeat(5_000) }),
    JSON.stringify({ ...anchor, quote: "a\u0000b" }),
    JSON.stringify({ ...anchor, quote: "\ud800" }).replace("\\ud800", "\\ud800"),
    JSON.stringify({ ...anchor, start: -1 }),
    JSON.stringify({ ...anchor, more: 1 }),
  ])
    expect(PostComment.safeParse({ ...form, passage }).success, passage).toBe(false);
});

test("beside the text stand open conversations, as far as each reader hears them", async () => {
  const { cohort, turin, ids, writeUp } = await world();
  const passage = JSON.parse(given(wordsIn(SHARED), "every Monday")) as Anchor;
  const about = { writeUpId: writeUp.id };
  const now = new Date();
  const make = (values: object) => makeComment(about, cohort.id, ids.peer, { passage, ...values });
  const open = await make({});
  const city = await makeComment(about, cohort.id, ids.colleague, { passage, audience: "city", workspaceId: turin.id });
  await make({ resolvedAt: now, resolvedBy: ids.official });
  await make({ hiddenAt: now, hiddenBy: ids.official, hiddenReason: "canary" });
  await make({ deletedAt: now, deletedBy: ids.peer, markdown: "", html: "" });
  await make({ passage: null });
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const answer = (minutes: number, values: object) =>
    makeComment(about, cohort.id, ids.official, { parentId: open.id, createdAt: at(minutes), ...values });
  const heard = await answer(1, {});
  const inside = await answer(2, { audience: "city", workspaceId: turin.id });
  await answer(3, { hiddenAt: now, hiddenBy: ids.official, hiddenReason: "canary" });
  await answer(4, { deletedAt: now, deletedBy: ids.official, markdown: "", html: "" });

  const idsOf = async (personId: string) => (await beside(personId, writeUp.id)).beside.map(({ id }) => id).sort();
  expect(await idsOf(ids.peer)).toEqual([open.id]);
  expect(await idsOf(ids.observer)).toEqual([open.id]);
  expect(await idsOf(ids.colleague)).toEqual([open.id, city.id].sort());
  expect(await idsOf(ids.outsider)).toEqual([]);
  const answers = async (personId: string) =>
    (await beside(personId, writeUp.id)).beside.find(({ id }) => id === open.id);
  expect(await answers(ids.peer)).toMatchObject({ answers: 1, newest: { id: heard.id, city: null } });
  expect(await answers(ids.colleague)).toMatchObject({ answers: 2, newest: { id: inside.id, html: inside.html } });
});

test("beside the text each city is called as the reader's language has it", async () => {
  const { cohort, ids, writeUp } = await world();
  const warsaw = await makeCity(cohort.id, { name: "Warsaw", localName: "Warszawa", languages: ["pl"] });
  const passage = JSON.parse(given(wordsIn(SHARED), "every Monday")) as Anchor;
  await makeComment({ writeUpId: writeUp.id }, cohort.id, ids.peer, { passage, workspaceId: warsaw.id });
  const asked = { id: writeUp.id, language: "en", own: false };
  const named = async (locale: "en" | "it") =>
    (await listBeside(await actorOf(ids.peer), asked, { ...VIEW, locale })).beside.map(({ city }) => city?.name);
  expect([await named("en"), await named("it")]).toEqual([["Warsaw"], ["Varsavia"]]);
});

test("of a write-up that one may not read nothing comes, and the shared text comes to the city only", async () => {
  const { ids, writeUp } = await world("city");
  const passage = given(wordsIn(OWN), "the baker of the station square");
  const comment = await say(ids.colleague, writeUp.id, passage);
  expect((await written(comment.id))?.audience).toBe("city");
  expect(await beside(ids.peer, writeUp.id, { own: true, wanted: comment.id })).toEqual({
    beside: [],
    shared: [],
    root: null,
  });
});

test("the public, and people without a place in the cohort, get nothing of it on a public page", async () => {
  const { cohort, ids, writeUp } = await world("public");
  const passage = JSON.parse(given(wordsIn(SHARED), "every Monday")) as Anchor;
  const { id } = await makeComment({ writeUpId: writeUp.id }, cohort.id, ids.peer, { passage });
  for (const reader of [null, await actorOf(ids.outsider)]) {
    const page = await getWriteUp(reader, writeUp.id, ["en"]);
    expect(page && (await talkFor(reader, page, { reply: id, passage: "what-is-done.0" }, VIEW))).toBeNull();
    expect(JSON.stringify(page)).not.toContain(id);
  }
  expect((await beside(ids.outsider, writeUp.id, { wanted: id })).root).toBeNull();
});

test("an answer is asked for by its own id: the conversation it is in comes, and whoever said it", async () => {
  const { cohort, turin, ids, writeUp } = await world();
  const passage = JSON.parse(given(wordsIn(SHARED), "every Monday")) as Anchor;
  const root = await makeComment({ writeUpId: writeUp.id }, cohort.id, ids.peer, { passage });
  const reply = await makeComment({ writeUpId: writeUp.id }, cohort.id, ids.official, { parentId: root.id });
  const found = await beside(ids.peer, writeUp.id, { wanted: reply.id });
  const [official] = await db.execute<{ name: string }>(sql`select name from people where id = ${ids.official}`);
  expect(found.root).toEqual({ id: root.id, name: official?.name });
  const hidden = await makeComment({ writeUpId: writeUp.id }, cohort.id, ids.official, {
    passage,
    audience: "city",
    workspaceId: turin.id,
  });
  expect((await beside(ids.peer, writeUp.id, { wanted: hidden.id })).root).toBeNull();
  const inside = { parentId: root.id, audience: "city" as const, workspaceId: turin.id };
  const own = await makeComment({ writeUpId: writeUp.id }, cohort.id, ids.official, inside);
  expect((await beside(ids.peer, writeUp.id, { wanted: own.id })).root).toBeNull();
  expect((await beside(ids.colleague, writeUp.id, { wanted: own.id })).root?.id).toBe(root.id);
});

test("the address opens the field where the words stand, and only for those who may post", async () => {
  const { cohort, ids, writeUp } = await world();
  const opened = async (personId: string, query: Record<string, string>) => {
    const actor = await actorOf(personId);
    const page = await getWriteUp(actor, writeUp.id, ["en"]);
    return page && (await talkFor(actor, page, query, VIEW))?.opened;
  };
  expect(await opened(ids.peer, { passage: "what-is-done.0" })).toMatchObject({
    section: "what-is-done",
    block: 0,
    field: { kind: "new", inside: false, anchor: { quote: "Volunteers met every Monday in the old market hall." } },
  });
  expect(await opened(ids.colleague, { passage: "what-is-done.2" })).toMatchObject({ field: { inside: true } });
  for (const passage of ["what-is-done.2", "what-is-done.99", "lessons.0", "what-is-done", "../x.1", "what-is-done.-1"])
    expect(await opened(ids.peer, { passage })).toBeNull();
  expect(await opened(ids.observer, { passage: "what-is-done.0" })).toBeNull();

  const comment = await say(ids.colleague, writeUp.id, given(wordsIn(SHARED), "twice a week"));
  expect(await opened(ids.peer, { reply: comment.id })).toMatchObject({
    section: "what-is-done",
    block: 1,
    field: { kind: "reply", id: comment.id },
  });
  const whole = await makeComment({ writeUpId: writeUp.id }, cohort.id, ids.colleague);
  expect(await opened(ids.peer, { reply: whole.id })).toBeNull();
});

test("what a reader may know of a passage follows the text that they read", () => {
  const anchor = JSON.parse(given(wordsIn(OWN), "the baker of the station square")) as Anchor;
  const text = (markdown: string, language = "en") => ({ language, sections: [section(markdown)] });
  expect(passageFor(anchor, text(OWN)).state).toBe("here");
  expect(passageFor(anchor, text(SHARED))).toMatchObject({ state: "gone", quote: anchor.quote });
  expect(passageFor(anchor, { language: "en", sections: [] })).toMatchObject({ state: "gone", quote: null });
  expect(passageFor(anchor, text("Altro.", "it"))).toMatchObject({ state: "elsewhere", quote: anchor.quote });
  expect(passageFor(anchor, { language: "it", sections: [] })).toMatchObject({ state: "elsewhere", quote: null });
});

test("a paragraph that went to another section takes its comments along, when it went whole and there only", () => {
  const paragraph = "In May the baker of the station square paid for the telephones without wanting to be named.";
  const words = wordsIn(OWN);
  const anchor = JSON.parse(given(words, paragraph)) as Anchor;
  const moved = [section(SHARED), section(`How it is paid.\n\n${paragraph}`, "costs")];
  expect(locate(anchor, { language: "en", sections: moved })?.section).toBe("costs");
  const twice = [...moved, section(paragraph, "lessons")];
  expect(locate(anchor, { language: "en", sections: twice })).toBeNull();
});
