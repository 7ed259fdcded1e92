import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember } from "@/db/factories";
import { auditLog, crises, writeUps, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { exportSelection } from "@/lib/exports/export";
import { FORMAT } from "@/lib/exports/format";
import { getWriteUp } from "@/lib/write-ups/queries";
import { checkImport, takeImport } from "./mutations";
import { packed } from "./packed";
import { reportOf } from "./report";

const folder = mkdtempSync(path.join(tmpdir(), "stafeta-imports-"));
process.env.STAFETA_DATA = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const other = await makeCity(cohort.id);
  const person = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  return {
    city,
    other,
    official: await person(cohort.id, "official", city.id),
    lead: await person(cohort.id, "lead", city.id),
    member: await person(cohort.id, "member", city.id),
    facilitator: await person(cohort.id, "facilitator"),
    peer: await person(cohort.id, "official", other.id),
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const CASES = "title,language,crisis,what is done\nOne,en,flood,We **cook**\nTwo,it,flood,<script>alert(1)</script>\n";
const takes = async (actor: Actor, workspaceId: string, text: string) => {
  const { kept } = await checkImport(actor, { workspaceId, file: bytes(text) });
  return takeImport(actor, { workspaceId, kept: kept ?? "" });
};
const rowsOf = (workspaceId: string) =>
  db.select().from(writeUps).where(eq(writeUps.workspaceId, workspaceId)).orderBy(writeUps.id);

test("an official looks first, and nothing is written", async () => {
  const { official, city } = await world();
  const { read, kept } = await checkImport(official, { workspaceId: city.id, file: bytes(CASES) });
  expect(read.candidates).toHaveLength(2);
  expect(kept).not.toBeNull();
  expect(await rowsOf(city.id)).toEqual([]);
});

test("one click takes all of it, as drafts of their own", async () => {
  const { official, lead, member, city } = await world();
  expect(await takes(official, city.id, CASES)).toEqual({ made: 2, before: 0, filesLeft: 0 });
  const rows = await rowsOf(city.id);
  expect(rows.map(({ audience, kind, createdBy }) => ({ audience, kind, createdBy }))).toEqual(
    Array(2).fill({ audience: "draft", kind: "case", createdBy: official.personId }),
  );
  for (const { id } of rows) {
    expect(await getWriteUp(official, id, ["en"])).not.toBeNull();
    for (const reader of [lead, member]) expect(await getWriteUp(reader, id, ["en"])).toBeNull();
    const log = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(log).toMatchObject([
      { action: "write-up.create", actorId: official.personId, workspaceId: city.id, detail: { imported: true } },
    ]);
  }
  expect(new Set(rows.map(({ crisisId }) => crisisId)).size).toBe(1);
});

test("HTML in a text comes out as text", async () => {
  const { official, city } = await world();
  await takes(official, city.id, CASES);
  const [text] = await db
    .select()
    .from(writeUpTexts)
    .innerJoin(writeUps, eq(writeUps.id, writeUpTexts.writeUpId))
    .where(and(eq(writeUps.workspaceId, city.id), eq(writeUpTexts.language, "it")));
  const html = text?.write_up_texts.document.sections.find(({ key }) => key === "what-is-done")?.html;
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toContain("<script");
});

test("the same file again makes no second copy, however often it is sent at once", async () => {
  const { official, city } = await world();
  const results = await Promise.all(Array.from({ length: 8 }, () => takes(official, city.id, CASES)));
  expect(results.map(({ made }) => made).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
  expect(await rowsOf(city.id)).toHaveLength(2);
  expect(await db.select().from(crises).where(eq(crises.type, "flood"))).not.toHaveLength(0);
});

test("none of a file is taken when one row does not fit, even by somebody who goes round the report", async () => {
  const { official, city } = await world();
  const bad = `${CASES}Three,en,,\n`;
  const { read, kept } = await checkImport(official, { workspaceId: city.id, file: bytes(bad) });
  expect(kept).toBeNull();
  expect(reportOf(read, kept, city.id, "en").problems).toEqual([
    "Line 4, crisis: name a kind of crisis, such as flood, or COVID-19",
  ]);
  for (const forged of [packed(bad), "", "no gzip", packed("x".repeat(11 * 1024 * 1024))])
    await expect(takeImport(official, { workspaceId: city.id, kept: forged })).rejects.toMatchObject({
      code: "invalid",
    });
  expect(await rowsOf(city.id)).toEqual([]);
});

test("only officials and leads bring write-ups, and only into their own city", async () => {
  const { lead, member, facilitator, peer, city, other } = await world();
  expect(await takes(lead, city.id, CASES)).toMatchObject({ made: 2 });
  const kept = packed(CASES);
  for (const [actor, workspaceId, code] of [
    [member, city.id, "forbidden"],
    [facilitator, city.id, "not_found"],
    [peer, city.id, "not_found"],
    [lead, other.id, "not_found"],
  ] as const) {
    await expect(checkImport(actor, { workspaceId, file: bytes(CASES) })).rejects.toMatchObject({ code });
    await expect(takeImport(actor, { workspaceId, kept })).rejects.toMatchObject({ code });
  }
});

test("a crisis that the actor may not know of becomes one of their own", async () => {
  const { official, peer, city, other } = await world();
  await takes(peer, other.id, CASES);
  const [theirs] = await rowsOf(other.id);
  const document = { title: "Ours" };
  const crisis = { id: theirs?.crisisId, type: "flood", hazard: "meteorological-hydrological" };
  const writeUp = { kind: "case", language: "en", crisis, texts: [{ language: "en", document }] };
  await takes(official, city.id, JSON.stringify({ format: FORMAT, version: 1, writeUps: [writeUp] }));
  const [ours] = await rowsOf(city.id);
  expect(ours?.crisisId).not.toBeNull();
  expect(ours?.crisisId).not.toBe(theirs?.crisisId);
});

test("files come along and back again; a document to the byte, a picture encoded anew", async () => {
  const { official, peer, city, other } = await world();
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#194d8a" } })
    .png()
    .toBuffer();
  const document = Buffer.from("Column;Value\nHouseholds;7400\n");
  const media = (id: string, kind: string, size: number) => ({
    id,
    fileId: `f-${id}`,
    url: "https://x.example/f",
    kind,
    caption: `The ${kind}`,
    alt: kind === "picture" ? "A blue field" : "",
    credit: "City",
    licence: "cc-by",
    size,
    audience: "cohort",
  });
  const content = (id: string, name: string, data: Buffer) => ({
    id: `f-${id}`,
    name,
    mediaType: "text/plain",
    bytes: data.length,
    sha256: "0".repeat(64),
    data: data.toString("base64"),
  });
  const list = [media("p", "picture", picture.length), media("d", "document", document.length)];
  const file = JSON.stringify({
    format: FORMAT,
    version: 1,
    writeUps: [
      {
        kind: "practice",
        language: "en",
        texts: ["en", "it"].map((language) => ({ language, document: { title: language, media: list } })),
      },
    ],
    files: [content("p", "blue.png", picture), content("d", "figures.csv", document)],
  });
  expect(await takes(official, city.id, file)).toEqual({ made: 1, before: 0, filesLeft: 0 });

  const asked = { locale: "en", zone: "Europe/Rome", languages: ["en"] } as const;
  const exported = async (actor: Actor, slug: string) =>
    JSON.parse(String((await exportSelection(actor, { city: [slug] }, "json", asked)).content));
  const first = await exported(official, city.slug);
  expect(first.writeUps[0].texts[1].document.media).toMatchObject([
    { kind: "picture", alt: "A blue field", width: 300, height: 200 },
    { kind: "document", caption: "The document", size: document.length },
  ]);
  const second = async () => {
    await takes(peer, other.id, JSON.stringify(first));
    return exported(peer, other.slug);
  };
  const again = await second();
  const plain = (one: typeof first) => ({
    texts: one.writeUps[0].texts.map((text: { document: { media: Record<string, unknown>[] } }) =>
      text.document.media.map(({ fileId, url, size, ...rest }) => rest),
    ),
    documents: one.files
      .filter(({ mediaType }: { mediaType: string }) => !mediaType.startsWith("image/"))
      .map(({ name, sha256, data }: Record<string, string>) => ({ name, sha256, data })),
  });
  expect(plain(again)).toEqual(plain(first));
  expect(Buffer.from(again.files[1].data, "base64")).toEqual(document);
  for (const as of ["pdf", "docx"] as const) {
    const { content } = await exportSelection(peer, { city: [other.slug] }, as, asked);
    if (as === "pdf") expect(Buffer.from(content).toString("latin1")).toContain("/Alt (A blue field)");
  }
}, 60_000);
