import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeSession, makeWriteUp } from "@/db/factories";
import { follows } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { useUp } from "@/lib/auth/testing";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import type { Audience } from "@/lib/write-ups/limits";
import { deleteComment, editComment } from "./mutations";
import { postComment } from "./post";
import { suggestionsOn } from "./suggest";
import type { About } from "./types";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;

async function world(audience: Audience = "cohort") {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino" });
  const warsaw = await makeCity(cohort.id, { name: "Warsaw", localName: "Warszawa", languages: ["pl"] });
  const named = async (role: "official" | "lead" | "member", cityId: string, name: string) => {
    const person = await makePerson({ name });
    await makeMembership(person.id, cohort.id, role, cityId);
    return person.id;
  };
  const ids = {
    paola: await named("official", turin.id, "Paola Rossi"),
    sara: await named("lead", turin.id, "Sara Müller"),
    ugo: await named("member", turin.id, "Ugo Bianchi"),
    anna: await named("official", warsaw.id, "Anna Kowalska"),
    jan: await named("lead", warsaw.id, "Jan Nowak"),
    ola: await named("member", warsaw.id, "Ola Wójcik"),
    observer: (await makeMember(cohort.id, "observer")).id,
  };
  const writeUp = await makeWriteUp(turin, ids.paola, { audience });
  return { cohort, turin, warsaw, ids, writeUp, about: { writeUpId: writeUp.id }, named };
}

async function say(personId: string, about: About, markdown: string, more: object = {}) {
  return postComment(await actorOf(personId), { formKey: newId(), ...about, markdown, ...more } as never, VIEW);
}

async function suggested(
  personId: string,
  about: About,
  typed: string,
  { locale = "en", ...more }: { locale?: "en" | "it"; parentId?: string; inside?: boolean } = {},
) {
  const asked = { typed, parentId: null, inside: false, ...more };
  return (await suggestionsOn(await actorOf(personId), about, asked, locale)).map(({ insert }) => insert);
}

async function toldOf(commentId: string) {
  const rows = await db.execute<{ person_id: string; kind: string }>(
    sql`select person_id, kind from notifications where comment_id = ${commentId}`,
  );
  return Object.fromEntries(rows.map(({ person_id, kind }) => [person_id, kind]));
}

async function refused(promise: Promise<unknown>) {
  return promise.then(
    () => "allowed",
    (thrown: unknown) => (thrown instanceof AppError ? thrown.code : thrown),
  );
}

test("who is called by name hears of that, and of nothing else beside it", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.ola, about, "@Paola Rossi and @anna kowalska: who pays?");
  expect(comment.html).toContain(`<a href="/people/${ids.paola}">@Paola Rossi</a>`);
  expect(await toldOf(comment.id)).toEqual({ [ids.paola]: "mention", [ids.anna]: "mention" });
  const calls = await db.execute<{ person_id: string }>(
    sql`select person_id from comment_mentions where comment_id = ${comment.id}`,
  );
  expect(calls.map(({ person_id }) => person_id).sort()).toEqual([ids.paola, ids.anna].sort());
});

test("a city stands for its officials and leads", async () => {
  const { ids, about, warsaw } = await world();
  const comment = await say(ids.paola, about, "What does @Warszawa say, and @Jan Nowak?");
  expect(await toldOf(comment.id)).toEqual({ [ids.anna]: "mention", [ids.jan]: "mention" });
  expect(comment.html).toContain(`<a href="/cities/${warsaw.slug}">@Warszawa</a>`);
});

test.each(["Warsaw", "Warszawa", "Varsavia", "VARSAVIA"])("@%s calls Warsaw, whoever writes it", async (name) => {
  const { ids, about, warsaw } = await world();
  const comment = await say(ids.paola, about, `What does @${name} say?`);
  expect(await toldOf(comment.id)).toEqual({ [ids.anna]: "mention", [ids.jan]: "mention" });
  expect(comment.html).toContain(`<a href="/cities/${warsaw.slug}">@${name}</a>`);
});

test("a city is suggested by any name of its own, and written as the reader's language has it", async () => {
  const { ids, about } = await world();
  for (const typed of ["wars", "varsa", "warsz"]) {
    expect(await suggested(ids.paola, about, typed)).toEqual(["Warsaw"]);
    expect(await suggested(ids.paola, about, typed, { locale: "it" })).toEqual(["Varsavia"]);
  }
  expect(await suggested(ids.anna, about, "tor", { locale: "it" })).toEqual(["Torino"]);
  const asked = { typed: "anna", parentId: null, inside: false };
  const [anna] = await suggestionsOn(await actorOf(ids.paola), about, asked, "it");
  expect(anna).toMatchObject({ name: "Anna Kowalska", city: { name: "Varsavia" } });
  expect(Object.keys(anna?.city ?? {}).sort()).toEqual(["accent", "code", "name"]);
});

test("nobody is told of what they call themselves for", async () => {
  const { ids, about } = await world();
  expect(await toldOf((await say(ids.anna, about, "@Anna Kowalska @Warsaw")).id)).toEqual({
    [ids.jan]: "mention",
    [ids.paola]: "comment",
  });
});

test("inside a city nobody of another city is called, suggested or told", async () => {
  const { ids, about, writeUp } = await world("city");
  const comment = await say(ids.ugo, about, "@Anna Kowalska @Warsaw @Paola Rossi");
  expect(await toldOf(comment.id)).toEqual({ [ids.paola]: "mention" });
  expect(comment.html).not.toContain(ids.anna);
  for (const typed of ["", "a", "Anna", "w", "Wars", "Jan"])
    expect(JSON.stringify(await suggested(ids.ugo, about, typed))).not.toMatch(/Anna|Warsaw|Jan|Ola/);
  // It went out later: an answer to what was said inside stays inside.
  await db.execute(sql`update write_ups set audience = 'cohort', released_revision_id = 'x' where id = ${writeUp.id}`);
  expect(await suggested(ids.ugo, about, "ann")).toEqual(["Anna Kowalska"]);
  expect(await suggested(ids.ugo, about, "ann", { parentId: comment.id })).toEqual([]);
  expect(await suggested(ids.ugo, about, "ann", { inside: true })).toEqual([]);
  const answer = await say(ids.ugo, about, "@Anna Kowalska", { parentId: comment.id });
  expect(Object.keys(await toldOf(answer.id))).not.toContain(ids.anna);
});

test("in a draft only its authors can be called", async () => {
  const { ids, about } = await world("draft");
  expect(await suggested(ids.paola, about, "")).toEqual(["Turin"]);
  expect(await toldOf((await say(ids.paola, about, "@Sara Müller @Turin @Warsaw")).id)).toEqual({});
});

test("suggestions fit what is typed, without marks too, and say the city of people who share a name", async () => {
  const { ids, about, turin, warsaw, named } = await world();
  expect(await suggested(ids.paola, about, "mull")).toEqual(["Sara Müller"]);
  expect(await suggested(ids.paola, about, "wars")).toEqual(["Warsaw"]);
  await named("member", warsaw.id, "Ugo Bianchi");
  expect((await suggested(ids.paola, about, "ugo")).sort()).toEqual(
    [`Ugo Bianchi (${turin.code})`, `Ugo Bianchi (${warsaw.code})`].sort(),
  );
});

test("a name that two people have calls nobody until it is said whom one means", async () => {
  const { ids, about, warsaw, named } = await world();
  const other = await named("member", warsaw.id, "Ugo Bianchi");
  const unclear = await say(ids.paola, about, "@Ugo Bianchi");
  expect(unclear.unclear).toMatchObject([{ name: "Ugo Bianchi", count: 2 }]);
  expect(await toldOf(unclear.id)).toEqual({});
  expect(await toldOf((await say(ids.paola, about, `@Ugo Bianchi (${warsaw.code})`)).id)).toEqual({
    [other]: "mention",
  });
  const chosen = await say(ids.paola, about, "@Ugo Bianchi", { mentioned: new Set([ids.ugo]) });
  expect(await toldOf(chosen.id)).toEqual({ [ids.ugo]: "mention" });
  const changed = await editComment(
    await actorOf(ids.paola),
    { commentId: chosen.id, markdown: "@Ugo Bianchi, please" } as never,
    VIEW,
  );
  expect(changed.unclear).toBeUndefined();
  expect(changed.html).toContain(ids.ugo);
});

test("a change tells only those who are called anew", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.paola, about, "@Anna Kowalska");
  await editComment(
    await actorOf(ids.paola),
    { commentId: comment.id, markdown: "@Anna Kowalska @Jan Nowak @Ola Wójcik" } as never,
    VIEW,
  );
  expect(await toldOf(comment.id)).toEqual({ [ids.anna]: "mention", [ids.jan]: "mention", [ids.ola]: "mention" });
  const many = await db.execute(sql`select 1 from notifications where comment_id = ${comment.id}`);
  expect(many).toHaveLength(3);
  await deleteComment(await actorOf(ids.paola), { commentId: comment.id }, VIEW);
  expect(await db.execute(sql`select 1 from comment_mentions where comment_id = ${comment.id}`)).toHaveLength(0);
});

test("nobody is called twice by one comment, however often its words come and go", async () => {
  const { ids, about } = await world();
  const comment = await say(ids.paola, about, "@Anna Kowalska");
  for (const markdown of ["Nobody", "@Anna Kowalska", "Nobody again", "@Warsaw @Anna Kowalska"])
    await editComment(await actorOf(ids.paola), { commentId: comment.id, markdown } as never, VIEW);
  const told = await db.execute<{ person_id: string }>(
    sql`select person_id from notifications where comment_id = ${comment.id}`,
  );
  expect(told.map(({ person_id }) => person_id).sort()).toEqual([ids.anna, ids.jan].sort());
});

test("whoever calls others without an end, in changes too, is asked to wait", async () => {
  const { ids, about } = await world();
  const actor = await actorOf(ids.paola);
  const comment = await say(ids.paola, about, "A word");
  await useUp(ids.paola, "mention");
  const change = editComment(actor, { commentId: comment.id, markdown: "@Anna Kowalska" } as never, VIEW);
  expect(await refused(change)).toBe("too_many");
  expect(await refused(say(ids.paola, about, "@Anna Kowalska"))).toBe("too_many");
  expect(await toldOf(comment.id)).toEqual({});
});

test("many who call each other's listeners at the same moment do not wait for each other for ever", async () => {
  const { ids, about, cohort } = await world();
  const names = ["Paola Rossi", "Sara Müller", "Anna Kowalska", "Jan Nowak", "Ola Wójcik"];
  for (const personId of [ids.paola, ids.sara, ids.anna, ids.jan, ids.ola])
    await db.insert(follows).values({ personId, ...about, follow: "follow" });
  const speakers = await Promise.all(Array.from({ length: 10 }, () => makeMember(cohort.id, "facilitator")));
  const said = await Promise.all(
    [...speakers, ...speakers].map(({ id }, n) => say(id, about, `@${names[n % 5]} and @${names[(2 * n + 1) % 5]}`)),
  );
  const told = await db.execute(sql`select 1 from notifications where write_up_id = ${about.writeUpId}`);
  expect([said.length, told.length]).toEqual([20, 20 * 5]);
});

test("whoever asks for names without an end is asked to wait", async () => {
  const { ids, about } = await world();
  await useUp(ids.paola, "suggest");
  expect(await refused(suggested(ids.paola, about, "anna"))).toBe("too_many");
  expect(await refused(suggested(ids.anna, about, "anna"))).toBe("allowed");
});

test("whoever left, or belongs to another cohort, is not called", async () => {
  const { ids, about, cohort, warsaw } = await world();
  const left = await makePerson({ name: "Piotr Left" });
  await makeMembership(left.id, cohort.id, "official", warsaw.id, new Date(Date.now() - 1000));
  const elsewhere = await makeCohort();
  const rome = await makeCity(elsewhere.id, { name: "Rome" });
  const marco = await makePerson({ name: "Marco Elsewhere" });
  await makeMembership(marco.id, elsewhere.id, "official", rome.id);
  const comment = await say(ids.paola, about, "@Piotr Left @Marco Elsewhere @Rome");
  expect(await toldOf(comment.id)).toEqual({});
  for (const typed of ["pio", "mar", "rom"]) expect(await suggested(ids.paola, about, typed)).toEqual([]);
});

test("who may not speak there gets no suggestions", async () => {
  const { ids, about, cohort, turin } = await world();
  const outsider = await makePerson();
  expect(await refused(suggested(ids.observer, about, "a"))).toBe("forbidden");
  expect(await refused(suggested(outsider.id, about, "a"))).toBe("not_found");
  expect(await refused(suggestionsOn(null, about, { typed: "a", parentId: null, inside: false }, "en"))).toBe(
    "not_found",
  );
  const draft = await makeSession(cohort.id, ids.paola, [turin], { status: "draft" });
  expect(await refused(suggested(ids.anna, { sessionId: draft.id }, "a"))).toBe("not_found");
});

test("in an announced session everybody of the cohort can be called", async () => {
  const { ids, cohort, turin } = await world();
  const session = await makeSession(cohort.id, ids.paola, [turin]);
  const comment = await say(ids.ugo, { sessionId: session.id }, "@Jan Nowak joins?");
  expect(await toldOf(comment.id)).toEqual({ [ids.jan]: "mention", [ids.paola]: "comment" });
});
