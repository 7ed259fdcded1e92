import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeDocument, makeMember, makeWriteUp } from "@/db/factories";
import { auditLog, files, memberships, revisions, workingCopies, writeUpTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { fileTask } from "@/lib/working-copies/file-task";
import { keepCopy } from "@/lib/working-copies/mutations";
import { openForm, tasksWithCopies } from "@/lib/working-copies/queries";
import { CopyInput } from "@/lib/working-copies/schema";
import { readingColumns } from "@/lib/write-ups/reading";
import { addFile } from "./add";
import { forgetFile, forgetUnnamedFiles } from "./forget";
import { FILE_MAX } from "./limits";
import { pdfFile, photo, svgFile, wordFile } from "./made-files";
import { markOf } from "./media";
import { describeFile, moveFile, removeFile } from "./mutations";
import { filesOf, getFile, usageOf } from "./queries";
import { WordsInput } from "./schema";
import { fileStore, keyOf } from "./store";

const folder = await mkdtemp(path.join(tmpdir(), "files-"));
process.env.STAFETA_DATA = folder;
afterEach(() => delete process.env.FILES_QUOTA_MB);
afterAll(() => rm(folder, { recursive: true, force: true }));

const jpeg = await photo(600, 400).jpeg().toBuffer();

async function world(options: Parameters<typeof makeWriteUp>[2] = { audience: "city" }) {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const person = async (role: Parameters<typeof makeMember>[1], place: string | null = null) =>
    actorOf((await makeMember(cohort.id, role, place)).id);
  const official = await person("official", city.id);
  const writeUp = await makeWriteUp(city, official.personId, options);
  return { cohort, city, official, writeUp, person };
}

function sending(content: Buffer | Blob, name = content === jpeg ? "hall.jpg" : "piano.pdf") {
  const form = new FormData();
  form.append("file", new File([content as BlobPart], name));
  return new Request("http://localhost/api/files", { method: "POST", body: form });
}

const add = (actor: Actor, writeUpId: string, content: Buffer, name?: string, formKey = newId()) =>
  addFile(actor, { writeUpId, formKey }, sending(content, name));

async function added(actor: Actor, writeUpId: string, content: Buffer, name?: string) {
  const result = await add(actor, writeUpId, content, name);
  if (typeof result === "string") throw new Error(result);
  return result.fileId;
}

const words = (id: string, fileId: string, values: Partial<Record<string, string>> = {}) =>
  WordsInput.parse({
    id,
    fileId,
    alt: "A hall with tables.",
    caption: "The hall",
    credit: "Anna",
    licence: "cc-by",
    audience: "public",
    ...values,
  });

async function documentOf(id: string, language = "en") {
  const [row] = await db
    .select()
    .from(writeUpTexts)
    .where(and(eq(writeUpTexts.writeUpId, id), eq(writeUpTexts.audience, "city"), eq(writeUpTexts.language, language)));
  if (!row) throw new Error("no text");
  return row;
}

const audited = async (id: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(({ action }) => action);

/** What lies in the store and in the place for what comes in. */
async function kept() {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe("adding a file", () => {
  test("an official adds a picture and a document: they wait for their words, and the log knows", async () => {
    const { official, writeUp } = await world();
    const picture = await added(official, writeUp.id, jpeg, "hall.jpg");
    const paper = await added(official, writeUp.id, wordFile(), "agreement.docx");
    expect(await filesOf(writeUp.id)).toMatchObject([
      { id: picture, kind: "picture", name: "hall.webp", sizes: [{ width: 600, height: 400 }, { width: 480 }] },
      { id: paper, kind: "document", name: "agreement.docx", sizes: [] },
    ]);
    expect(await kept()).toEqual(expect.arrayContaining([keyOf(picture, 600), keyOf(picture, 480), keyOf(paper)]));
    expect((await documentOf(writeUp.id)).document.media).toEqual([]);
    expect(await audited(writeUp.id)).toEqual(["file.add", "file.add"]);
  });

  test("nothing is left of what was refused, and the reason is told", async () => {
    const { official, writeUp } = await world();
    const before = await kept();
    expect(await add(official, writeUp.id, svgFile, "logo.png")).toBe("type");
    expect(await add(official, writeUp.id, Buffer.from("Not a picture."), "fake.png")).toBe("other-name");
    expect(await add(official, writeUp.id, jpeg.subarray(0, 300), "half.jpg")).toBe("damaged");
    expect(await add(official, writeUp.id, Buffer.alloc(0), "empty.pdf")).toBe("empty");
    const noForm = new Request("http://localhost/", { method: "POST", body: "hello" });
    expect(await addFile(official, { writeUpId: writeUp.id, formKey: newId() }, noForm)).toBe("broken");
    expect(await kept()).toEqual(before);
    expect(await filesOf(writeUp.id)).toEqual([]);
  });

  test("26 MB are refused before they are read, and also when nobody said how many there are", async () => {
    const { official, writeUp } = await world();
    let pulled = 0;
    const endless = (headers: Record<string, string>) => {
      pulled = 0;
      const head = '--abc\r\nContent-Disposition: form-data; name="file"; filename="big.pdf"\r\n\r\n%PDF-';
      const body = new ReadableStream({
        pull(controller) {
          pulled += 1;
          if (pulled > 60) return controller.close();
          controller.enqueue(pulled === 1 ? Buffer.from(head) : Buffer.alloc(512 * 1024, "x"));
        },
      });
      const type = { "content-type": "multipart/form-data; boundary=abc", ...headers };
      return new Request("http://localhost/", { method: "POST", body, headers: type, duplex: "half" } as RequestInit);
    };
    const wanted = () => ({ writeUpId: writeUp.id, formKey: newId() });
    const said = { "content-length": String(26 * 1024 * 1024 + 200) };
    expect(await addFile(official, wanted(), endless(said))).toBe("too-large");
    expect(pulled).toBeLessThan(3);
    expect(await addFile(official, wanted(), endless({}))).toBe("too-large");
    expect(await filesOf(writeUp.id)).toEqual([]);
  });

  test("25 MB are taken", async () => {
    const { official, writeUp } = await world();
    const id = await added(official, writeUp.id, pdfFile(FILE_MAX - 100), "plan.pdf");
    expect(await getFile(official, id)).toMatchObject({ mediaType: "application/pdf", name: "plan.pdf" });
  });

  test("a form that is sent five times at once keeps one file", async () => {
    const { official, writeUp } = await world();
    const formKey = newId();
    const before = (await kept()).length;
    const all = await Promise.all(
      Array.from({ length: 5 }, () => add(official, writeUp.id, pdfFile(), "a.pdf", formKey)),
    );
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await filesOf(writeUp.id)).toHaveLength(1);
    expect((await kept()).length - before).toBe(1);
  });

  test("a city with no room left is told so, even when two send the last one at once", async () => {
    const { official, writeUp, city } = await world();
    process.env.FILES_QUOTA_MB = "1";
    const both = await Promise.all([1, 2].map(() => add(official, writeUp.id, pdfFile(700_000))));
    expect(both.filter((one) => one === "quota")).toHaveLength(1);
    expect(await usageOf(city.id)).toMatchObject({ used: pdfFile(700_000).length, quota: 1_000_000 });
    await added(official, writeUp.id, pdfFile(280_000));
  });

  test("nobody adds one who may not edit the write-up, and to some of them it is not there", async () => {
    const { writeUp, person, city, cohort } = await world({ audience: "cohort" });
    const peer = await person("official", (await makeCity(cohort.id)).id);
    for (const actor of [peer, await person("member", city.id), await person("facilitator")])
      await expect(add(actor, writeUp.id, pdfFile())).rejects.toMatchObject({ code: "forbidden" });
    const draft = await world({ audience: "draft" });
    await expect(add(peer, draft.writeUp.id, pdfFile())).rejects.toMatchObject({ code: "not_found" });
    await expect(add(peer, "nothing", pdfFile())).rejects.toMatchObject({ code: "not_found" });
    expect(await filesOf(writeUp.id)).toEqual([]);
  });

  test("nobody adds one who left the city while it was on its way", async () => {
    const { official, writeUp } = await world();
    const pieces = [
      '--abc\r\nContent-Disposition: form-data; name="file"; filename="slow.pdf"\r\n\r\n%PDF-',
      "1.7\r\n--abc--\r\n",
    ];
    const body = new ReadableStream(
      {
        async pull(controller) {
          const piece = pieces.shift();
          if (piece === undefined) return controller.close();
          if (pieces.length === 0)
            await db
              .update(memberships)
              .set({ untilAt: sql`now()` })
              .where(eq(memberships.personId, official.personId));
          controller.enqueue(Buffer.from(piece));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { "content-type": "multipart/form-data; boundary=abc" };
    const slow = new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
    const adding = addFile(official, { writeUpId: writeUp.id, formKey: newId() }, slow);
    await expect(adding).rejects.toMatchObject({ code: "not_found" });
    expect(await filesOf(writeUp.id)).toEqual([]);
  });
});

describe("saying what a file is", () => {
  test("puts it into the text, where search finds its words", async () => {
    const { official, writeUp } = await world();
    const fileId = await added(official, writeUp.id, jpeg, "hall.jpg");
    await describeFile(official, words(writeUp.id, fileId));
    const { document, version, body } = await documentOf(writeUp.id);
    expect(document.media).toMatchObject([
      {
        fileId,
        kind: "picture",
        alt: "A hall with tables.",
        credit: "Anna",
        licence: "cc-by",
        width: 600,
        height: 400,
      },
    ]);
    expect(version).toBe(2);
    expect(body).toContain("The hall");
    expect(await audited(writeUp.id)).toEqual(["file.add", "write-up.edit"]);
  });

  test("needs words for those who do not see a picture, its maker and its licence; of a document its name", async () => {
    const { official, writeUp } = await world();
    const picture = await added(official, writeUp.id, jpeg);
    const nothing = { alt: "", caption: "", credit: "", licence: "" };
    await expect(describeFile(official, words(writeUp.id, picture, nothing))).rejects.toMatchObject({
      code: "invalid",
      fields: { alt: {}, credit: {}, licence: {} },
    });
    const paper = await added(official, writeUp.id, pdfFile());
    await expect(describeFile(official, words(writeUp.id, paper, nothing))).rejects.toMatchObject({
      fields: { caption: {} },
    });
    await describeFile(official, words(writeUp.id, paper, { ...nothing, caption: "The agreement" }));
    expect(WordsInput.safeParse({ id: writeUp.id, fileId: paper, licence: "other", audience: "public" }).success).toBe(
      false,
    );
    expect(WordsInput.safeParse({ id: writeUp.id, fileId: paper, audience: "nobody" }).success).toBe(false);
  });

  test("keeps what is typed until it is saved, and no longer than the file is there", async () => {
    const { official, writeUp, person, city } = await world();
    const fileId = await added(official, writeUp.id, jpeg);
    const colleague = await person("official", city.id);
    const address = { writeUp: writeUp.id, task: fileTask(fileId), language: "en" as const };
    const seen = markOf((await documentOf(writeUp.id)).document, fileId);
    const typed = (serial: number) =>
      CopyInput.parse({ ...address, fields: [["alt", "A hall with"]], version: 0, seen, serial });
    await keepCopy(official, typed(1));
    expect((await openForm(official, address))?.copy).toMatchObject({ fields: [["alt", "A hall with"]], seen });
    expect((await openForm(colleague, address))?.copy).toBeNull();
    expect(await tasksWithCopies(official, writeUp.id, "en")).toEqual([address.task]);

    await describeFile(official, words(writeUp.id, fileId));
    expect((await openForm(official, address))?.copy).toBeNull();
    expect(await keepCopy(official, typed(2))).toMatchObject({ kept: false });

    await keepCopy(colleague, { ...typed(1), seen: markOf((await documentOf(writeUp.id)).document, fileId) });
    await removeFile(official, { id: writeUp.id, fileId });
    expect(await db.select().from(workingCopies).where(eq(workingCopies.writeUpId, writeUp.id))).toEqual([]);
    await expect(keepCopy(colleague, typed(3))).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = { ...address, writeUp: (await makeWriteUp(city, official.personId)).id };
    expect(await openForm(official, elsewhere)).toBeNull();
  });

  test("of two who do it at once the second is told, and nothing is overwritten", async () => {
    const { official, writeUp } = await world();
    const fileId = await added(official, writeUp.id, jpeg);
    await describeFile(official, words(writeUp.id, fileId));
    await expect(describeFile(official, words(writeUp.id, fileId, { alt: "Late" }))).rejects.toMatchObject({
      code: "conflict",
    });
    const seen = markOf((await documentOf(writeUp.id)).document, fileId);
    await describeFile(official, words(writeUp.id, fileId, { alt: "Seen and changed", seen }));
    expect((await documentOf(writeUp.id)).document.media).toMatchObject([{ alt: "Seen and changed" }]);
  });

  test("reaches the translations, which keep their own words; moving and removing do too", async () => {
    const { official, writeUp } = await world();
    const translation = makeDocument({ title: "Una pratica" });
    await db
      .insert(writeUpTexts)
      .values({ writeUpId: writeUp.id, audience: "city", language: "it", ...readingColumns(translation) });
    const [first, second] = [await added(official, writeUp.id, jpeg), await added(official, writeUp.id, jpeg)];
    await describeFile(official, words(writeUp.id, first, { alt: "One" }));
    await describeFile(official, words(writeUp.id, second, { alt: "Two" }));
    const inItalian = async () => (await documentOf(writeUp.id, "it")).document.media.map(({ alt }) => alt);
    expect(await inItalian()).toEqual(["One", "Two"]);

    const { document } = await documentOf(writeUp.id, "it");
    const media = document.media.map((one) => (one.fileId === first ? { ...one, alt: "Uno" } : one));
    await db
      .update(writeUpTexts)
      .set(readingColumns({ ...document, media }))
      .where(and(eq(writeUpTexts.writeUpId, writeUp.id), eq(writeUpTexts.language, "it")));
    await moveFile(official, { id: writeUp.id, fileId: second, to: "up" });
    expect(await inItalian()).toEqual(["Two", "Uno"]);
    await removeFile(official, { id: writeUp.id, fileId: second });
    expect(await inItalian()).toEqual(["Uno"]);
    expect((await documentOf(writeUp.id)).document.media.map(({ alt }) => alt)).toEqual(["One"]);
  });

  test("does not work with a file of another write-up, nor for somebody who may not edit", async () => {
    const { official, writeUp, person, city } = await world();
    const other = await makeWriteUp(city, official.personId, { audience: "city" });
    const fileId = await added(official, other.id, jpeg);
    await expect(describeFile(official, words(writeUp.id, fileId))).rejects.toMatchObject({ code: "not_found" });
    await expect(removeFile(official, { id: writeUp.id, fileId })).rejects.toMatchObject({ code: "not_found" });
    const member = await person("member", city.id);
    await expect(describeFile(member, words(other.id, fileId))).rejects.toMatchObject({ code: "forbidden" });
    await expect(moveFile(member, { id: other.id, fileId, to: "up" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeFile(member, { id: other.id, fileId })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("removing a file", () => {
  const gone = async (id: string) => (await db.select().from(files).where(eq(files.id, id)))[0]?.removedAt !== null;

  test("takes it out of the text, asks for its end, and its bytes go when nothing names it", async () => {
    const { official, writeUp, city } = await world();
    const fileId = await added(official, writeUp.id, jpeg);
    await describeFile(official, words(writeUp.id, fileId));
    await forgetFile(fileId);
    expect(await gone(fileId)).toBe(false);

    await removeFile(official, { id: writeUp.id, fileId });
    const jobs = await db.execute(sql`select 1 from graphile_worker.jobs where key = ${`forget-file:${fileId}`}`);
    expect(jobs).toHaveLength(1);
    expect(await filesOf(writeUp.id)).toEqual([]);
    expect((await audited(writeUp.id)).at(-1)).toBe("file.remove");
    await forgetFile(fileId);
    expect(await gone(fileId)).toBe(true);
    expect(await getFile(official, fileId)).toBeNull();
    await expect(fileStore().get(keyOf(fileId, 600))).rejects.toThrow();
    expect((await usageOf(city.id)).used).toBe(0);
    await forgetFile(fileId);
  });

  test.each(["documents", "work"] as const)("keeps the bytes while a revision's %s name it", async (column) => {
    const { official, writeUp } = await world();
    const fileId = await added(official, writeUp.id, jpeg);
    await describeFile(official, words(writeUp.id, fileId));
    const { document } = await documentOf(writeUp.id);
    await db.insert(revisions).values({
      writeUpId: writeUp.id,
      number: 1,
      audience: "cohort",
      documents: {},
      [column]: { en: document },
      createdBy: official.personId,
    });
    await removeFile(official, { id: writeUp.id, fileId });
    await forgetFile(fileId);
    expect(await gone(fileId)).toBe(false);
  });

  test("happens by itself to a file that waits for its words too long", async () => {
    const { official, writeUp } = await world();
    const [old, young] = [await added(official, writeUp.id, jpeg), await added(official, writeUp.id, pdfFile())];
    const named = await added(official, writeUp.id, pdfFile());
    await describeFile(official, words(writeUp.id, named));
    await db.update(files).set({ createdAt: sql`now() - interval '15 days'` }).where(sql`id in (${old}, ${named})`);
    await forgetUnnamedFiles();
    expect(await Promise.all([old, young, named].map(gone))).toEqual([true, false, false]);
  });
});
