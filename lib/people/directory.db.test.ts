import { describe, expect, it } from "vitest";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { listPeople } from "./directory";
import { PEOPLE_PAGE } from "./limits";
import type { DirectoryFilters } from "./types";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino", longitude: 7 });
  const dublin = await makeCity(cohort.id, { name: "Dublin", localName: "Dublin", longitude: -6 });
  const someone = async (name: string, values: object, city = turin) => {
    const person = await makePerson({ name, ...values });
    await makeMembership(person.id, cohort.id, "official", city.id);
    return person;
  };
  const zaneta = await someone("Żaneta O'Brien 100%", {
    languages: ["pl", "en"],
    expertise: "Time banks, volunteers and food",
  });
  const luca = await someone("Luca Bianchi", { languages: ["it"], expertise: "Food networks" });
  const faye = await someone("Faye Foodman", { awayUntil: "2999-12-31" }, dublin);
  const actor = await actorOf(luca.id);
  const find = async (filters: DirectoryFilters) => (await listPeople(actor, filters)).items.map(({ id }) => id);
  return { cohort, turin, dublin, zaneta, luca, faye, actor, find };
}

describe("who stands in the directory", () => {
  it("a member finds everybody of their cohort now, and nobody else", async () => {
    const cohort = await makeCohort();
    const city = await makeCity(cohort.id);
    const me = await makeMember(cohort.id, "member", city.id);
    const observer = await makeMember(cohort.id, "observer");
    const gone = await makePerson();
    await makeMembership(gone.id, cohort.id, "official", city.id, new Date(Date.now() - 60_000));
    const other = await makeCohort();
    const theirs = await makeCity(other.id);
    await makeMember(other.id, "member", theirs.id);
    for (const reader of [me, observer]) {
      const list = await listPeople(await actorOf(reader.id), {});
      expect(list.items.map(({ id }) => id).sort()).toEqual([me.id, observer.id].sort());
      expect(list).toMatchObject({ total: 2, all: 2, cities: [{ slug: city.slug, count: 1 }] });
      expect(list.cities).toHaveLength(1);
    }
    expect(await listPeople(await actorOf(gone.id), {})).toMatchObject({ items: [], total: 0, all: 0, cities: [] });
  });

  it("somebody with two places stands once, with both of this cohort and none of another", async () => {
    const { cohort, turin, dublin, zaneta, actor } = await world();
    await makeMembership(zaneta.id, cohort.id, "lead", dublin.id);
    const other = await makeCohort();
    await makeMembership(zaneta.id, other.id, "admin");
    const list = await listPeople(actor, { q: "zaneta" });
    expect(list.items).toHaveLength(1);
    expect(list.items[0]?.places).toMatchObject([
      { role: "lead", city: { slug: dublin.slug } },
      { role: "official", city: { slug: turin.slug } },
    ]);
    expect(list.items[0]?.places).toHaveLength(2);
  });

  it("more people than a page holds come page by page, each once", async () => {
    const cohort = await makeCohort();
    const city = await makeCity(cohort.id);
    const me = await makeMember(cohort.id, "member", city.id);
    for (let n = 0; n < PEOPLE_PAGE; n++) await makeMember(cohort.id, "member", city.id);
    const actor = await actorOf(me.id);
    const [first, second] = [await listPeople(actor, {}), await listPeople(actor, {}, 2)];
    expect([first.items.length, second.items.length, first.total]).toEqual([PEOPLE_PAGE, 1, PEOPLE_PAGE + 1]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(PEOPLE_PAGE + 1);
  });
});

describe("finding somebody", () => {
  it("a person is found by name without accents, by what they know, and by their city", async () => {
    const { zaneta, luca, find } = await world();
    for (const q of ["zaneta", "ŻANETA", "0%", "time bank", "bank zaneta", "O'Brien", "obrien banks", "torino banks"])
      expect(await find({ q }), q).toEqual([zaneta.id]);
    expect(await find({ q: "Lu Bi" })).toEqual([luca.id]);
    expect((await find({ q: "torino" })).sort()).toEqual([zaneta.id, luca.id].sort());
    for (const q of ["_", "%", "\\", "'", "luca banks"]) expect(await find({ q }), q).toEqual([]);
  });

  it("a person is found by what their city is called in another language", async () => {
    const { faye, find } = await world();
    expect(await find({ q: "dublino" })).toEqual([faye.id]);
  });

  it("whose name has the word comes before whoever knows of it", async () => {
    const { zaneta, luca, faye, find } = await world();
    expect(await find({ q: "food" })).toEqual([faye.id, luca.id, zaneta.id]);
  });

  it("a typing error finds who was meant, and the page can say so", async () => {
    const { zaneta, luca, actor, find } = await world();
    expect(await find({ q: "Zanetta" })).toEqual([zaneta.id]);
    expect(await find({ q: "biancci" })).toEqual([luca.id]);
    expect((await listPeople(actor, { q: "voluntears" })).alike).toBe(true);
    expect((await listPeople(actor, { q: "volunteers" })).alike).toBe(false);
    expect(await listPeople(actor, { q: "xylophone" })).toMatchObject({ items: [], alike: false });
  });

  it("filters hold together: city, language, and who is away", async () => {
    const { turin, dublin, zaneta, luca, faye, find } = await world();
    expect(await find({ city: dublin.slug })).toEqual([faye.id]);
    expect(await find({ language: "it" })).toEqual([luca.id]);
    expect(await find({ away: "away" })).toEqual([faye.id]);
    expect(await find({ away: "here", q: "food" })).toEqual([luca.id, zaneta.id]);
    expect(await find({ city: turin.slug, language: "pl", q: "banks" })).toEqual([zaneta.id]);
  });

  it("an empty result knows which filter emptied it", async () => {
    const { dublin, actor } = await world();
    const list = await listPeople(actor, { q: "food", city: dublin.slug, language: "pl" });
    expect(list).toMatchObject({ total: 0, all: 3, without: { q: 0, city: 1, language: 1, away: 0 } });
  });

  it("each choice says how many one would find with it", async () => {
    const { turin, dublin, actor } = await world();
    const list = await listPeople(actor, { q: "food", city: dublin.slug });
    expect(list.cities.map(({ slug, count }) => [slug, count])).toEqual([
      [dublin.slug, 1],
      [turin.slug, 2],
    ]);
    expect(Object.fromEntries(list.languages.map(({ language, count }) => [language, count]))).toEqual({
      en: 1,
      it: 0,
      pl: 0,
    });
  });
});
