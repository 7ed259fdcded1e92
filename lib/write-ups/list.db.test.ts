import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeDocument, makeMember, makeWriteUp } from "@/db/factories";
import { writeUpTexts } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import type { Document } from "./document";
import { LIBRARY_PAGE, listWriteUps, searchLibrary } from "./list";
import { readingColumns } from "./reading";
import type { WriteUpFilters } from "./types";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin" });
  const warsaw = await makeCity(cohort.id, { name: "Warsaw" });
  const anna = await makeMember(cohort.id, "official", turin.id);
  const zofia = await makeMember(cohort.id, "official", warsaw.id);
  const section = (markdown: string): Partial<Document> => ({
    sections: [{ key: "problem", markdown, html: "", empty: null, audience: "public" }],
  });
  return { cohort, turin, warsaw, anna, zofia, section };
}

async function translate(writeUpId: string, language: string, values: Partial<Document>) {
  const text = { writeUpId, language, ...readingColumns(makeDocument(values)), followsVersion: 1 };
  await db.insert(writeUpTexts).values([
    { ...text, audience: "city" },
    { ...text, audience: "cohort" },
  ]);
}

const search = async (personId: string, filters: WriteUpFilters, languages = ["en"]) =>
  searchLibrary(await actorOf(personId), filters, { languages });
const titles = (list: { items: { title: string }[] }) => list.items.map(({ title }) => title).sort();

test("each count says how many somebody would find by choosing it as well", async () => {
  const { turin, warsaw, anna, zofia } = await world();
  const make = (city: typeof turin, author: string, title: string, themes: string[], maturity: string | null = null) =>
    makeWriteUp(city, author, { document: { title, themes, maturity } });
  await make(turin, anna.id, "One", ["food", "housing"], "pilot");
  await make(turin, anna.id, "Two", ["food"]);
  await make(warsaw, zofia.id, "Three", ["housing"], "running");
  const all = await search(anna.id, {});
  expect(all).toMatchObject({ total: 3, all: 3, without: {} });
  expect(all.facets.counts).toMatchObject({
    theme: { food: 2, housing: 2 },
    city: { [turin.slug]: 2, [warsaw.slug]: 1 },
    maturity: { pilot: 1, running: 1 },
    kind: { practice: 3 },
    language: { en: 3 },
  });
  const food = await search(anna.id, { theme: ["food"] });
  expect(titles(food)).toEqual(["One", "Two"]);
  expect(food.facets.counts).toMatchObject({ theme: { food: 2, housing: 2 }, city: { [turin.slug]: 2 } });
  expect(food.facets.counts.city[warsaw.slug]).toBeUndefined();
  for (const name of ["theme", "city", "maturity", "kind"] as const) {
    for (const [value, count] of Object.entries(food.facets.counts[name])) {
      const filters = name === "theme" ? { theme: [value] } : { theme: ["food"], [name]: [value] };
      expect((await search(anna.id, filters)).total, `${name} ${value}`).toBe(count);
    }
  }
});

test("an empty result says which filter emptied it", async () => {
  const { turin, warsaw, anna, zofia } = await world();
  await makeWriteUp(turin, anna.id, { document: { themes: ["food"] } });
  await makeWriteUp(warsaw, zofia.id, { document: { themes: ["energy"] } });
  const none = await search(anna.id, { theme: ["energy"], city: [turin.slug] });
  expect(none).toMatchObject({ total: 0, all: 2, fuzzy: false, without: { theme: 1, city: 1 } });
});

test("what somebody may not see changes no count, no option and no total", async () => {
  const { cohort, turin, warsaw, anna, zofia } = await world();
  const hidden = await makeCity(cohort.id, { slug: "canary-city" });
  const author = await makeMember(cohort.id, "lead", hidden.id);
  const reader = await makeMember(cohort.id, "observer");
  await makeWriteUp(turin, anna.id, { document: { title: "Seen", themes: ["food"] } });
  const before = await search(reader.id, { q: "canary food" });
  const plain = await search(reader.id, {});
  for (const audience of ["draft", "city"] as const) {
    const canary = await makeWriteUp(hidden, author.id, {
      audience,
      kind: "case",
      language: "ga",
      document: {
        title: "canary food",
        card: "canary",
        themes: ["mobility"],
        maturity: "ended",
        timeline: [
          { id: "0", date: "2020", phase: "reinvent", what: "canary", who: "", sourceId: null },
        ] as Document["timeline"],
      },
    });
    await translate(canary.id, "eu", { title: "canary" }).catch(() => null);
  }
  // Tags that a city has only in its work in hand, not in what it shared.
  await makeWriteUp(warsaw, zofia.id, {
    document: { title: "Shared" },
    documents: { city: { themes: ["culture"], maturity: "scaled", title: "canary food" } },
  });
  const shared = await search(reader.id, {});
  expect(shared.facets.counts.theme).toEqual(plain.facets.counts.theme);
  expect(shared.facets.counts.maturity).toEqual({});
  expect(shared.all).toBe(plain.all + 1);
  expect(JSON.stringify(shared)).not.toMatch(/canary|"ga"|reinvent/);
  expect(await search(reader.id, { q: "canary food" })).toMatchObject({ total: before.total, fuzzy: before.fuzzy });
  expect((await search(author.id, {})).facets.counts.theme).toMatchObject({ mobility: 2 });
  expect((await searchLibrary(null, {})).facets).toMatchObject({ cities: [], crises: [] });
});

test("somebody finds by a theme's name in their own language what was written in another", async () => {
  const { turin, warsaw, anna, zofia, section } = await world();
  await makeWriteUp(turin, anna.id, { document: { title: "Pasti", themes: ["food"], ...section("cibo per tutti") } });
  await makeWriteUp(warsaw, zofia.id, { language: "pl", document: { title: "Obiady", themes: ["food"] } });
  await makeWriteUp(warsaw, zofia.id, { document: { title: "Buses", themes: ["mobility"] } });
  for (const q of ["cibo", "food", "zywnosc"]) {
    const list = await search(anna.id, { q });
    expect(titles(list), q).toEqual(["Obiady", "Pasti"]);
    expect(list.terms).toEqual([{ vocabulary: "theme", key: "food" }]);
  }
  const list = await search(anna.id, { q: "cibo" });
  expect(list.items.map(({ title, filed }) => [title, filed])).toEqual([
    ["Pasti", false],
    ["Obiady", true],
  ]);
});

test("a result says which language has the words, and shows them in their sentence", async () => {
  const { warsaw, anna, zofia, section } = await world();
  const far = `${"Nic. ".repeat(400)}Wolontariusze szyją maseczki <b>w domu</b> dla sąsiadów.`;
  const { id } = await makeWriteUp(warsaw, zofia.id, {
    language: "pl",
    document: { title: "Maski wspólne", ...section(far) },
  });
  await translate(id, "en", {
    title: "Masks",
    ...section("Neighbours **sew** [masks](https://example.org/x) at home."),
  });
  const [polish] = (await search(anna.id, { q: "wolontariusze" })).items;
  expect(polish).toMatchObject({ title: "Masks", language: "en", matchedIn: "pl", passageLanguage: "pl" });
  expect(polish?.passage?.filter(({ found }) => found)).toEqual([{ text: "Wolontariusze", found: true }]);
  const [english] = (await search(anna.id, { q: "sewing" })).items;
  expect(english).toMatchObject({ language: "en", matchedIn: null });
  expect(english?.passage).toEqual([
    { text: "Neighbours ", found: false },
    { text: "sew", found: true },
    { text: " masks at home.", found: false },
  ]);
  const [title] = (await search(anna.id, { q: "masks" })).items;
  expect(title?.title).toBe("Masks");
  expect((await search(anna.id, { q: "wspolne" })).items[0]).toMatchObject({ matchedIn: "pl", passage: null });
});

test("the same search shows the same passage, and another one as soon as the text has changed", async () => {
  const { turin, anna, section } = await world();
  const { id } = await makeWriteUp(turin, anna.id, { document: section("Volunteers sew masks.") });
  const passage = async () => JSON.stringify((await search(anna.id, { q: "volunteers" })).items[0]?.passage);
  const first = await passage();
  expect(first).toContain("sew masks");
  expect(await passage()).toBe(first);
  // Nothing tells that it has changed: neither a version nor a time.
  await db.update(writeUpTexts).set({ body: "Volunteers bake bread." }).where(eq(writeUpTexts.writeUpId, id));
  expect(await passage()).toContain("bake bread");
});

test("the passage comes from the text that the reader reads, never from the city's work in hand", async () => {
  const { cohort, turin, anna, section } = await world();
  const reader = await makeMember(cohort.id, "observer");
  await makeWriteUp(turin, anna.id, {
    documents: { city: section("volunteers and a canary"), cohort: section("volunteers and nobody else") },
  });
  for (const _ of ["first", "again"]) {
    expect(JSON.stringify(await search(anna.id, { q: "volunteers" }))).toContain("canary");
    expect(JSON.stringify(await search(reader.id, { q: "volunteers" }))).not.toContain("canary");
  }
});

test("a typing error still finds, and filters hold for what looks alike too", async () => {
  const { turin, warsaw, anna, zofia } = await world();
  await makeWriteUp(turin, anna.id, { document: { title: "Torino Solidale", card: "Agora" } });
  await makeWriteUp(warsaw, zofia.id, { document: { title: "Torino Solidale in Warsaw" } });
  expect(await search(anna.id, { q: "tornio solidael" })).toMatchObject({ fuzzy: true });
  const filtered = await search(anna.id, { q: "tornio solidael", city: [warsaw.slug] });
  expect(titles(filtered)).toEqual(["Torino Solidale in Warsaw"]);
  // The word is there, but not in that city: the filter is to blame, not the spelling.
  const emptied = await search(anna.id, { q: "agora", city: [warsaw.slug] });
  expect(emptied).toMatchObject({ total: 0, fuzzy: false, without: { city: 1 } });
});

test("a typing error in a word of the text finds it, with its passage, in whatever language it is written", async () => {
  const { turin, anna, section } = await world();
  const { id } = await makeWriteUp(turin, anna.id, {
    language: "it",
    document: { title: "Rete", ...section("Ogni quartiere ha i suoi volontari, e un deposito.") },
  });
  await makeWriteUp(turin, anna.id, { document: { title: "Net", ...section("Volunteers meet at the depot.") } });
  const marked = async (q: string) => {
    const { items, fuzzy } = await search(anna.id, { q });
    return { fuzzy, found: items.map(({ passage }) => passage?.find((part) => part.found)?.text) };
  };
  expect(await marked("volontri")).toEqual({ fuzzy: true, found: ["volontari"] });
  expect(await marked("deposto volontarri")).toEqual({ fuzzy: true, found: ["volontari"] });
  expect(await marked("volonteers")).toEqual({ fuzzy: true, found: ["Volunteers"] });
  expect(await marked("volontari")).toEqual({ fuzzy: false, found: ["volontari"] });
  // One of the words is like none there.
  expect(await marked("volontri dirigibile")).toEqual({ fuzzy: false, found: [] });
  expect((await listWriteUps(await actorOf(anna.id), { q: "volontri" })).items.map((item) => item.id)).toEqual([id]);
});

test("a word that somebody may not read is not found by one that is nearly so", async () => {
  const { cohort, turin, anna, section } = await world();
  const reader = await makeMember(cohort.id, "observer");
  await makeWriteUp(turin, anna.id, {
    documents: { city: section("the canary sings"), cohort: section("nobody sings") },
  });
  expect((await search(anna.id, { q: "canarry" })).total).toBe(1);
  expect(await search(reader.id, { q: "canarry" })).toMatchObject({ total: 0, fuzzy: false });
  expect(await searchLibrary(null, { q: "canarry" })).toMatchObject({ total: 0, fuzzy: false });
});

test("whatever somebody types, the library answers calmly", async () => {
  const { turin, anna, section } = await world();
  await makeWriteUp(turin, anna.id, { document: section("Volunteers help.") });
  const typed = ['"', "-", "- -", '"volunteers', "a & | ! ( ) :* <->", "the of and", "-volunteers", "x".repeat(200)];
  for (const q of [...typed, "%_\\", "or or or", "\uE000", "日本語", "e\u0301".repeat(90), "'; drop table"]) {
    const list = await search(anna.id, { q });
    expect(list.all, q).toBe(1);
    expect(list.items.length, q).toBe(Math.min(list.total, LIBRARY_PAGE));
  }
});

test("filters by kind, crisis, phase, language and city hold together", async () => {
  const { turin, warsaw, anna, zofia } = await world();
  const timeline = [{ id: "0", date: "2020", phase: "rebuild", what: "x", who: "", sourceId: null }];
  await makeWriteUp(turin, anna.id, { kind: "case", document: { title: "Case", timeline } as Partial<Document> });
  const { id } = await makeWriteUp(warsaw, zofia.id, { document: { title: "Practice" } });
  await translate(id, "it", { title: "Pratica" });
  const find = async (filters: WriteUpFilters) => titles(await search(anna.id, filters));
  expect(await find({ kind: ["case"] })).toEqual(["Case"]);
  expect(await find({ phase: ["rebuild", "reinvent"] })).toEqual(["Case"]);
  expect(await find({ crisis: ["test-crisis"] })).toEqual(["Case"]);
  expect(await find({ language: ["it"] })).toEqual(["Practice"]);
  expect(await find({ city: [turin.slug, warsaw.slug], kind: ["practice"] })).toEqual(["Practice"]);
  expect((await search(anna.id, {})).facets.counts.language).toEqual({ en: 2, it: 1 });
  expect((await search(anna.id, {})).facets.crises).toEqual([{ id: "test-crisis", type: "flood" }]);
});

test("a city's own list holds its own, newest first, page by page", async () => {
  const { turin, warsaw, anna, zofia } = await world();
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.unshift((await makeWriteUp(turin, anna.id, { document: { title: `${n}` } })).id);
  await makeWriteUp(warsaw, zofia.id);
  const actor = await actorOf(anna.id);
  const page = (n: number) => listWriteUps(actor, { workspaceId: turin.id }, { limit: 3, page: n });
  const [first, second] = [await page(1), await page(2)];
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
  expect(first).toMatchObject({ total: 5, all: 5 });
});
