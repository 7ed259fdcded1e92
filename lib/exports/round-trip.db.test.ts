import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember } from "@/db/factories";
import { people, workspaces, writeUps } from "@/db/schema";
import { seedDemo } from "@/db/seed/demo";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { addFile } from "@/lib/files/add";
import { photo, wordFile } from "@/lib/files/made-files";
import { describeFile } from "@/lib/files/mutations";
import { WordsInput } from "@/lib/files/schema";
import { newId } from "@/lib/ids";
import { checkImport, takeImport } from "@/lib/imports/mutations";
import { exportSelection } from "./export";
import { type PortableFile, portableFile } from "./format";

const folder = await mkdtemp(path.join(tmpdir(), "round-trip-"));
process.env.STAFETA_DATA = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await seedDemo();
  await showFiles();
}, 60_000);

/** The demo has no files of its own: each write-up of Turin shows a picture and a document here. */
async function showFiles(): Promise<void> {
  const [official] = await db.select().from(people).where(eq(people.demoHandle, "official-turin"));
  const actor = await actorOf(official?.id ?? "");
  const shown = await db
    .select({ id: writeUps.id })
    .from(writeUps)
    .innerJoin(workspaces, eq(workspaces.id, writeUps.workspaceId))
    .where(eq(workspaces.slug, "turin"));
  const picture = await photo(1800, 900).jpeg().toBuffer();
  for (const { id } of shown) {
    await show(actor, id, picture, "hall.jpg");
    await show(actor, id, wordFile(), "agreement.docx");
  }
}

async function show(actor: Actor, id: string, content: Buffer, name: string): Promise<void> {
  const form = new FormData();
  form.append("file", new File([content as BlobPart], name));
  const sent = new Request("http://localhost/api/files", { method: "POST", body: form });
  const added = await addFile(actor, { writeUpId: id, formKey: newId() }, sent);
  if (typeof added === "string") throw new Error(added);
  const words = { alt: "A hall.", caption: "The hall", credit: "Anna", licence: "cc-by", audience: "cohort" };
  await describeFile(actor, WordsInput.parse({ id, fileId: added.fileId, ...words }));
}

const asked = { locale: "en", zone: "Europe/Rome", languages: ["en"] } as const;

async function exported(personId: string, city: string): Promise<PortableFile> {
  const file = await exportSelection(await actorOf(personId), { city: [city] }, "json", asked);
  return portableFile.parse(JSON.parse(String(file.content)));
}

/**
 * What must differ between a write-up and its copy elsewhere: its id and address, whose it is, who reads it and since when.
 * Everything else is equal, to the letter.
 */
function content({ writeUps, files }: PortableFile) {
  const texts = writeUps.map(({ id, url, city, audience, reading, revision, updatedAt, demo, ...rest }) => rest);
  // A file's id is new too: what it is called by here is its own bytes.
  const sums = new Map(files.map(({ id, sha256 }) => [id, sha256]));
  const named = JSON.parse(JSON.stringify(texts), (_, value) =>
    typeof value === "string" ? [...sums].reduce((text, [id, sum]) => text.replaceAll(id, sum), value) : value,
  ) as typeof texts;
  const bytes = files.map(({ id, ...rest }) => rest);
  return { files: bytes.sort(inOrder), writeUps: named.sort(inOrder) };
}

const inOrder = (a: unknown, b: unknown) => JSON.stringify(a).localeCompare(JSON.stringify(b));

test("the demo's fourteen write-ups are the same after an export, an import and an export", async () => {
  const cohort = await makeCohort();
  const cities = await db.select({ slug: workspaces.slug }).from(workspaces);
  expect(cities).toHaveLength(7);
  let count = 0;
  let inside = 0;
  for (const { slug } of cities) {
    const [lead] = await db
      .select()
      .from(people)
      .where(eq(people.demoHandle, `lead-${slug}`));
    if (!lead) throw new Error(slug);
    const first = await exported(lead.id, slug);
    count += first.writeUps.length;
    inside += first.files.filter(({ data }) => data !== null).length;

    const elsewhere = await makeCity(cohort.id);
    const official = await actorOf((await makeMember(cohort.id, "official", elsewhere.id)).id);
    const file = new TextEncoder().encode(JSON.stringify(first));
    const { read, kept } = await checkImport(official, { workspaceId: elsewhere.id, file });
    expect(read.problems).toEqual([]);
    const result = await takeImport(official, { workspaceId: elsewhere.id, kept: kept ?? "" });
    expect(result).toEqual({ made: first.writeUps.length, before: 0, filesLeft: 0 });

    const second = await exported(official.personId, elsewhere.slug);
    expect(content(second)).toEqual(content(first));
    expect(second.writeUps.map(({ audience }) => audience)).toEqual(first.writeUps.map(() => "draft"));
  }
  expect(count).toBe(14);
  expect(inside).toBe(4);
}, 120_000);
