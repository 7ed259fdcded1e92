import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson, makeWriteUp } from "@/db/factories";
import { auditLog, mails, memberships, notifications, savedSearches, writeUps } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newsLetter } from "@/lib/inbox/news-letter";
import { tellPerson } from "@/lib/inbox/tell";
import { searchLibrary } from "@/lib/write-ups/list";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { SAVED_SEARCHES_MAX } from "./limits";
import { lookForAll, lookForPerson } from "./look";
import { keepSearch, markLooked, removeSearch, setMail } from "./mutations";
import { keptSearches, listSavedSearches } from "./queries";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const anna = await makeMember(cohort.id, "official", turin.id);
  const zofia = await makeMember(cohort.id, "lead", warsaw.id);
  return { cohort, turin, warsaw, anna, zofia };
}
type World = Awaited<ReturnType<typeof world>>;

/** A search that was last looked through an hour ago. */
async function keeps(personId: string, query: string) {
  await keepSearch(await actorOf(personId), { query });
  await db.update(savedSearches).set({ checkedAt: sql`now() - interval '1 hour'` });
}
const shared = ({ warsaw, zofia }: World, themes: string[], audience: "city" | "cohort" = "cohort") =>
  makeWriteUp(warsaw, zofia.id, { audience, document: { title: "Meals", themes } });
const found = (personId: string) =>
  db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, personId), eq(notifications.kind, "found")));
const searches = async (personId: string) => listSavedSearches(await actorOf(personId));
const actions = async (personId: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.actorId, personId))).map(({ action }) => action);

test("somebody keeps a search once, however often they ask, and it is on record", async () => {
  const { anna } = await world();
  const actor = await actorOf(anna.id);
  await Promise.all([1, 2, 3].map(() => keepSearch(actor, { query: "theme=food&q=casa" })));
  await keepSearch(actor, { query: "q=casa&theme=food&page=2" });
  expect(await searches(anna.id)).toMatchObject([{ filters: { q: "casa", theme: ["food"] }, mail: true, fresh: 0 }]);
  expect(await actions(anna.id)).toEqual(["saved-search.keep"]);
  const kept = async (filters: WriteUpFilters) =>
    (await searchLibrary(actor, filters, { also: keptSearches(actor, filters) })).also;
  expect(await kept({ q: "casa", theme: ["food"] })).toEqual({ count: 1, this: true });
  expect(await kept({ q: "casa" })).toEqual({ count: 1, this: false });
});

test("a search for nothing is refused, and so is whoever belongs nowhere", async () => {
  const { anna } = await world();
  await expect(keepSearch(await actorOf(anna.id), { query: "page=2&x=y" })).rejects.toMatchObject({ code: "invalid" });
  const outsider = await actorOf((await makePerson()).id);
  await expect(keepSearch(outsider, { query: "q=x" })).rejects.toMatchObject({ code: "forbidden" });
});

test("somebody keeps thirty searches and no more, even all at once", async () => {
  const { anna } = await world();
  const actor = await actorOf(anna.id);
  const results = await Promise.allSettled(
    Array.from({ length: SAVED_SEARCHES_MAX + 5 }, (_, n) => keepSearch(actor, { query: `q=word${n}` })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(SAVED_SEARCHES_MAX);
  await expect(keepSearch(actor, { query: "q=more" })).rejects.toMatchObject({
    fields: { form: { key: "savedSearches.error.limit" } },
  });
  expect(await searches(anna.id)).toHaveLength(SAVED_SEARCHES_MAX);
});

test("a search belongs to one person: nobody else turns its mail off or removes it", async () => {
  const { anna, zofia } = await world();
  await keeps(anna.id, "q=food");
  const [search] = await searches(anna.id);
  const id = search?.id ?? "";
  const other = await actorOf(zofia.id);
  await expect(setMail(other, { id, mail: "off" })).rejects.toMatchObject({ code: "not_found" });
  await removeSearch(other, { id });
  expect(await searches(anna.id)).toMatchObject([{ id, mail: true }]);
  expect(await searches(zofia.id)).toEqual([]);
  const actor = await actorOf(anna.id);
  await setMail(actor, { id, mail: "off" });
  expect(await searches(anna.id)).toMatchObject([{ mail: false }]);
  await removeSearch(actor, { id });
  await removeSearch(actor, { id });
  expect(await searches(anna.id)).toEqual([]);
  expect(await actions(anna.id)).toEqual(["saved-search.keep", "saved-search.mail-off", "saved-search.remove"]);
});

test("what is newly shared and fits is told once, however many searches it fits and however often it is shared", async () => {
  const w = await world();
  await keeps(w.anna.id, "theme=food");
  await keeps(w.anna.id, "q=meals");
  await keeps(w.anna.id, "theme=energy");
  const { id } = await shared(w, ["food"]);
  expect((await searches(w.anna.id)).map(({ fresh }) => fresh)).toEqual([1, 1, 0]);
  await Promise.all([lookForPerson(w.anna.id), lookForPerson(w.anna.id)]);
  expect(await found(w.anna.id)).toMatchObject([{ writeUpId: id, actorId: null, mailedAt: null }]);
  await db.update(writeUps).set({ releasedAt: sql`now()` }).where(eq(writeUps.id, id));
  await lookForPerson(w.anna.id);
  expect(await found(w.anna.id)).toHaveLength(1);
  expect((await searches(w.anna.id)).map(({ fresh }) => fresh)).toEqual([1, 1, 0]);
  await tellPerson(w.anna.id);
  expect((await found(w.anna.id))[0]?.mailedAt).not.toBeNull();
});

test("the mail names what was found, and says nothing more once the city has taken it back", async () => {
  const w = await world();
  await keeps(w.anna.id, "theme=food");
  const { id } = await shared(w, ["food"]);
  await lookForPerson(w.anna.id);
  await tellPerson(w.anna.id);
  const [mail] = await db.select().from(mails).where(eq(mails.personId, w.anna.id));
  expect(await newsLetter(mail?.id ?? "", w.anna.id)).toMatchObject({
    letter: { subject: "“Meals” fits a search you keep" },
  });
  await db.update(writeUps).set({ audience: "city", releasedRevisionId: null }).where(eq(writeUps.id, id));
  expect(await newsLetter(mail?.id ?? "", w.anna.id)).toEqual({ dropped: "access ended" });
});

test("whoever looks at the search again has seen what was new", async () => {
  const w = await world();
  await keeps(w.anna.id, "theme=food");
  const { id } = await shared(w, ["food"]);
  await lookForPerson(w.anna.id);
  await db.update(writeUps).set({ releasedAt: sql`now() - interval '10 minutes'` }).where(eq(writeUps.id, id));
  await markLooked(await actorOf(w.anna.id), { theme: ["food"] });
  expect((await searches(w.anna.id)).map(({ fresh }) => fresh)).toEqual([0]);
  expect((await actorOf(w.anna.id)).unseen).toBe(0);
});

test("with its mail turned off a search tells in the Inbox only", async () => {
  const w = await world();
  await keeps(w.anna.id, "theme=food");
  const [search] = await searches(w.anna.id);
  await setMail(await actorOf(w.anna.id), { id: search?.id ?? "", mail: "off" });
  await shared(w, ["food"]);
  await lookForPerson(w.anna.id);
  expect((await found(w.anna.id))[0]?.mailedAt).not.toBeNull();
  expect((await actorOf(w.anna.id)).unseen).toBe(1);
  const [job] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker.jobs where key = ${`tell:${w.anna.id}`}`,
  );
  expect(job?.n).toBe(0);
});

test("nobody is told of what they shared themselves, of what was there before, or of what they may not see", async () => {
  const w = await world();
  await keeps(w.zofia.id, "theme=food");
  await keeps(w.anna.id, "theme=food");
  await shared(w, ["food"]);
  const old = await shared(w, ["food"]);
  await db.update(writeUps).set({ releasedAt: sql`now() - interval '2 hours'` }).where(eq(writeUps.id, old.id));
  await shared(w, ["food"], "city");
  await lookForPerson(w.zofia.id);
  await lookForPerson(w.anna.id);
  expect(await found(w.zofia.id)).toEqual([]);
  expect(await found(w.anna.id)).toHaveLength(1);
});

test("the tags of a city's work in hand tell nobody above the city", async () => {
  const w = await world();
  await keeps(w.anna.id, "theme=food");
  await makeWriteUp(w.warsaw, w.zofia.id, { documents: { city: { themes: ["food"] } } });
  await lookForPerson(w.anna.id);
  expect(await found(w.anna.id)).toEqual([]);
});

test("after the membership ends nobody is told anything, public or not", async () => {
  const w = await world();
  await keeps(w.anna.id, "theme=food");
  await makeWriteUp(w.warsaw, w.zofia.id, { audience: "public", document: { themes: ["food"] } });
  await db.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, w.anna.id));
  await lookForPerson(w.anna.id);
  expect(await found(w.anna.id)).toEqual([]);
  await lookForPerson("0000000000000000");
});

test("each hour those are looked after for whom something may be new", async () => {
  const w = await world();
  await keeps(w.anna.id, "theme=food");
  await keepSearch(await actorOf(w.zofia.id), { query: "theme=food" });
  await shared(w, ["food"]);
  await db
    .update(savedSearches)
    .set({ checkedAt: sql`now() + interval '1 hour'` })
    .where(eq(savedSearches.personId, w.zofia.id));
  await lookForAll();
  const jobs = await db.execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where task_identifier = 'look-for-person' and key in (${`look:${w.anna.id}`}, ${`look:${w.zofia.id}`})`,
  );
  expect(jobs.map(({ key }) => key)).toEqual([`look:${w.anna.id}`]);
});
