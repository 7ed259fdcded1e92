import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { writeUpTexts } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import type { Document, Media, Section } from "@/lib/write-ups/document";
import { emptyDocument } from "@/lib/write-ups/empty-document";
import { getWriteUp } from "@/lib/write-ups/queries";
import { documentFor, readingColumns, renderDocument } from "@/lib/write-ups/reading";
import { exportSelection, exportWriteUp } from "./export";
import { publicFeed } from "./feed";
import { SELECTION_FORMATS, type SelectionFormat } from "./limits";
import { linkedData } from "./linked-data";
import { wordsIn } from "./pdf/read-back";
import { sharePicture } from "./share-picture";
import { sitemap } from "./sitemap";

const asked = { locale: "en", zone: "Europe/Rome", languages: ["en"] } as const;
const site = new URL("https://stafeta.example");

const section = (key: Section["key"], markdown: string, audience: Section["audience"] = "public"): Section => ({
  key,
  markdown,
  html: "",
  empty: null,
  audience,
});
const picture = (id: string, audience: Media["audience"], words: string): Media => ({
  id,
  fileId: `file${id}`,
  kind: "document",
  caption: words,
  alt: "",
  credit: "",
  licence: "cc-by",
  width: null,
  height: null,
  size: 1,
  audience,
});

/** A published case, whose work in hand has moved on, beside a draft, one of the city and one of the cohort. */
async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin" });
  const warsaw = await makeCity(cohort.id, { name: "Warsaw" });
  const official = await makeMember(cohort.id, "official", turin.id);
  const document = renderDocument({
    ...emptyDocument("practice", "Meals", "A card."),
    sections: [
      section("problem", "Everybody **reads** publicword.\n\n- one\n- two"),
      section("what-did-not-work", "The cohort reads cohortword.", "cohort"),
      section("lessons", "The city reads cityword.", "city"),
    ],
    media: [
      picture("a", "public", "publicfile"),
      picture("b", "cohort", "cohortfile"),
      picture("c", "city", "cityfile"),
    ],
    sources: [
      {
        id: "s",
        title: "A <report>",
        url: "https://www.example.org/",
        publisher: "ISTAT",
        date: "2020-03",
        language: "it",
        accessedOn: null,
      },
    ],
    observations: [
      {
        id: "o",
        label: "Households",
        valueKind: "about",
        value: 7400,
        valueTo: null,
        unit: "",
        asOf: "2020-11",
        sourceId: "s",
        note: "",
        onCard: true,
        measures: null,
      },
    ],
  });
  const documents: Partial<Record<"city" | "cohort" | "public", Partial<Document>>> = {
    city: { ...document, card: "A card with handword." },
    cohort: documentFor("cohort", document),
    public: documentFor("public", document),
  };
  const published = await makeWriteUp(turin, official.id, { audience: "public", documents });
  const hidden = { title: "draftword", card: "draftword" };
  const draft = await makeWriteUp(turin, official.id, { audience: "draft", document: hidden });
  await makeWriteUp(turin, official.id, { audience: "city", document: { title: "cityonlyword" } });
  await makeWriteUp(turin, official.id, { audience: "cohort", document: { title: "cohortonlyword" } });
  const reader = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  return {
    id: published.id,
    city: turin.slug,
    draftId: draft.id,
    official: await actorOf(official.id),
    member: await reader(cohort.id, "member", turin.id),
    peer: await reader(cohort.id, "member", warsaw.id),
    observer: await reader(cohort.id, "observer"),
    outsider: await reader((await makeCohort()).id, "observer"),
  };
}

async function wordsOf(content: string | Buffer, as: SelectionFormat): Promise<string> {
  const bytes = Buffer.from(content);
  if (as === "docx") return (await mammoth.convertToHtml({ buffer: bytes })).value;
  if (as === "pdf") return `${wordsIn(bytes)}\n${bytes.toString("latin1")}`;
  return bytes.toString("utf8");
}

const surfaces: Record<string, (reader: Reader, w: Awaited<ReturnType<typeof world>>) => Promise<string>> = {
  ...Object.fromEntries(
    SELECTION_FORMATS.map((as) => [
      `selection as ${as}`,
      async (reader: Reader) => wordsOf((await exportSelection(reader, {}, as, asked)).content, as),
    ]),
  ),
  ...Object.fromEntries(
    SELECTION_FORMATS.filter((as) => as !== "csv").map((as) => [
      `one as ${as}`,
      async (reader: Reader, w: Awaited<ReturnType<typeof world>>) => {
        const file = await exportWriteUp(reader, w.id, as, asked);
        return file ? wordsOf(file.content, as) : "";
      },
    ]),
  ),
  feed: () => publicFeed(site, ["en"], { title: "t", subtitle: "s", cityOf: (city) => city }),
  sitemap: () => sitemap(site),
  "linked data": async (_reader, w) => {
    const page = await getWriteUp(null, w.id, ["en"]);
    return page ? JSON.stringify(linkedData(page, site, "Turin")) : "";
  },
};

const readersOf = ({ outsider, peer, observer, member, official }: Awaited<ReturnType<typeof world>>) =>
  ({ nobody: null, outsider, peer, observer, member, official }) as Record<string, Reader>;

const WORDS = [
  "publicword",
  "publicfile",
  "cohortword",
  "cohortfile",
  "cohortonlyword",
  "cityword",
  "cityfile",
  "handword",
  "cityonlyword",
  "draftword",
];
/** How far down this list a reader gets. */
const READS: Record<string, number> = { nobody: 2, outsider: 2, peer: 5, observer: 5, member: 9, official: 10 };

describe("words of narrower texts are in no file of a lesser reader", () => {
  test.each(Object.keys(surfaces))("%s", async (name) => {
    const w = await world();
    const readers = readersOf(w);
    for (const [who, count] of Object.entries(READS)) {
      const found = await surfaces[name]?.(readers[who] ?? null, w);
      const leaked = WORDS.slice(name in { feed: 1, sitemap: 1, "linked data": 1 } ? 2 : count).filter((word) =>
        found?.includes(word),
      );
      expect(leaked, `${who}: ${name}`).toEqual([]);
    }
  });

  test("each reader does find what they may read", async () => {
    const w = await world();
    const readers = readersOf(w);
    for (const [who, count] of Object.entries(READS))
      for (const as of ["json", "md", "docx", "pdf"] as const) {
        const found = await surfaces[`selection as ${as}`]?.(readers[who] ?? null, w);
        expect(
          WORDS.slice(0, count).filter((word) => !found?.includes(word)),
          `${who}: ${as}`,
        ).toEqual([]);
      }
  });

  test("a draft has no file and no picture for anybody else", async () => {
    const { draftId, peer, member, official } = await world();
    for (const reader of [null, peer, member]) expect(await exportWriteUp(reader, draftId, "md", asked)).toBeNull();
    expect(await exportWriteUp(official, draftId, "md", asked)).not.toBeNull();
    expect(await sharePicture(draftId, "en", "en")).toBeNull();
  });
});

describe("a file", () => {
  test("says how it is called, and takes no format that there is not", async () => {
    const { official, id } = await world();
    const file = await exportWriteUp(official, id, "pdf", asked);
    expect(file).toMatchObject({ name: "meals.pdf", type: "application/pdf" });
    await expect(exportWriteUp(official, id, "exe", asked)).rejects.toMatchObject({ code: "invalid" });
    await expect(exportWriteUp(official, id, "csv", asked)).rejects.toMatchObject({ code: "invalid" });
  });

  test("in Word has headings, real lists, tables and links", async () => {
    const { official, id } = await world();
    const file = await exportWriteUp(official, id, "docx", asked);
    const html = await wordsOf(file?.content ?? "", "docx");
    expect(html).toContain("<h1>Meals</h1>");
    expect(html).toContain("<h2>The problem</h2>");
    expect(html).toMatch(/<ul><li>one<\/li><li>two<\/li><\/ul>/);
    expect(html).toContain("<strong>reads</strong>");
    expect(html).toMatch(/<table>.*about 7,400.*November 2020.*ISTAT.*<\/table>/s);
    expect(html).toContain('<a href="https://www.example.org/">');
  });

  test("in PDF is tagged, says its language and title, and holds Polish letters", async () => {
    const cohort = await makeCohort();
    const city = await makeCity(cohort.id, { name: "Warsaw" });
    const official = await makeMember(cohort.id, "official", city.id);
    const { id } = await makeWriteUp(city, official.id, {
      language: "pl",
      document: renderDocument({
        ...emptyDocument("practice", "Zażółć gęślą jaźń", "Łódź → 5 ≥ 4"),
        sections: [section("problem", "# Tytuł\n\n1. jeden\n2. dwa\n\n> słowa")],
      }),
    });
    const file = await exportWriteUp(await actorOf(official.id), id, "pdf", asked);
    const raw = Buffer.from(file?.content ?? "").toString("latin1");
    for (const part of [
      "/Marked true",
      "/Lang (pl)",
      "/StructTreeRoot",
      "/DisplayDocTitle true",
      "pdfuaid:part",
      "/S /H1",
      "/S /LI",
      "/S /BlockQuote",
    ])
      expect(raw, part).toContain(part);
    const words = wordsIn(Buffer.from(file?.content ?? ""));
    expect(words).toContain("Zażółć gęślą jaźń");
    expect(words).toContain("Łódź -> 5 >= 4");
  });

  test("as a table has one row for each write-up", async () => {
    const { peer, city } = await world();
    const file = await exportSelection(peer, { city: [city] }, "csv", asked);
    expect(String(file.content).split("\r\n")).toHaveLength(4);
  });
});

describe("what is published", () => {
  test("stands in the feed with its language and an absolute address", async () => {
    const { id } = await world();
    const feed = await publicFeed(site, ["en"], { title: "t", subtitle: "s", cityOf: (city) => `City of ${city}` });
    expect(feed).toContain(`<id>https://stafeta.example/write-ups/${id}</id>`);
    expect(feed).toContain('<entry xml:lang="en">');
    expect(feed).toContain("<author><name>City of Turin</name></author>");
    expect(feed).toContain("&lt;strong&gt;reads&lt;/strong&gt;");
  });

  test("has a picture, drawn once", async () => {
    const { id } = await world();
    const png = await sharePicture(id, "en", "en");
    expect(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(Buffer.from(png ?? []).readUInt32BE(16)).toBe(1200);
    expect(Buffer.from(png ?? []).readUInt32BE(20)).toBe(630);
    expect(await sharePicture(id, "en", "en")).toBe(png);
  });

  test("is told to machines with its sources", async () => {
    const { id } = await world();
    const page = await getWriteUp(null, id, ["en"]);
    if (!page) throw new Error("not public");
    expect(linkedData(page, site, "City of Turin")).toMatchObject({
      "@type": "Article",
      headline: "Meals",
      inLanguage: "en",
      url: `https://stafeta.example/write-ups/${id}`,
      citation: [{ name: "A <report>", datePublished: "2020-03" }],
    });
  });
});

test("a translation comes in its own language, and says how far it is behind", async () => {
  const { id, official } = await world();
  const document = renderDocument({ ...emptyDocument("practice", "Pasti", "In breve."), sections: [] });
  await db.insert(writeUpTexts).values({
    writeUpId: id,
    audience: "city",
    language: "it",
    ...readingColumns(document),
    followsVersion: 1,
    version: 1,
  });
  const file = await exportWriteUp(official, id, "md", { ...asked, languages: ["it"] });
  expect(String(file?.content)).toContain("# Pasti");
  const json = await exportWriteUp(official, id, "json", asked);
  expect(
    JSON.parse(String(json?.content)).writeUps[0].texts.map(({ language }: { language: string }) => language),
  ).toEqual(["en", "it"]);
});
